//! A photo against the landmarks that MediaPipe's makers tell of it, within the tolerance of their own test: 11 places of the
//! picture, and 0.11 m.
//!
//! `UNKNOT_EVAL_DATA` names the folder in which `tfjs_pose_testdata` is.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests, which say how near they are"
)]

use std::path::Path;

use unknot_landmarks::Landmark;
use unknot_sight::{Networks, Picture};

fn numbers(path: &Path) -> Vec<Vec<f64>> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().skip(1).filter(|line| !line.is_empty());
    lines.map(|line| line.split(',').map(|number| number.trim().parse().unwrap()).collect()).collect()
}

#[test]
fn a_photo_shows_what_its_makers_say() {
    let Some(folder) = std::env::var_os("UNKNOT_EVAL_DATA") else {
        println!("skipped: UNKNOT_EVAL_DATA names no folder with tfjs_pose_testdata");
        return;
    };
    let folder = Path::new(&folder).join("tfjs_pose_testdata");
    let photo = image::open(folder.join("pose.jpg")).unwrap().into_rgb8();
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let picture = Picture::rgb(width, height, photo.as_raw()).unwrap();
    let image = numbers(&folder.join("expected_landmarks_pose_jpg.csv"));
    let world = numbers(&folder.join("expected_world_landmarks_pose_jpg.csv"));
    for (name, landmarks) in [("lite", unknot_content::POSE_LITE), ("full", unknot_content::POSE_FULL)] {
        let people = Networks::read(unknot_content::POSE_DETECTOR, landmarks).unwrap().people(&picture);
        assert_eq!(people.len(), 1, "{name}");
        let (mut places, mut metres) = (0.0_f64, 0.0_f64);
        for ((landmark, image), world) in Landmark::ALL.into_iter().zip(&image).zip(&world) {
            let found = people[0].raw.get(landmark);
            places = places.max((found.image.x * width as f64 - image[0]).abs());
            places = places.max((found.image.y * height as f64 - image[1]).abs());
            for (found, told) in [found.world.x, found.world.y, found.world.z].into_iter().zip(world) {
                metres = metres.max((found - told).abs());
            }
        }
        println!("{name}: within {places:.1} places and {metres:.3} m");
        assert!(places <= 11.0 && metres <= 0.11, "{name}: {places} places, {metres} m");
    }
}
