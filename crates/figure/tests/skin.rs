//! The skin follows the bones, left as right, and a placed body can be drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use unknot_body::{Anatomy, Body, BodyShape, Bone, Contact, Frames, Placed, Posture, Room};
use unknot_figure::{Backdrop, Camera, Mesh, Palette, Scene, Skin, render};

/// Large enough that the jagged edge of a silhouette is little of it, in pixels.
const SIZE: usize = 512;

fn standing() -> (Body, Frames) {
    let anatomy = Anatomy::read(unknot_content::BODY).expect("the body is right");
    let body = Body::new(anatomy.shape(BodyShape::Neutral.into()));
    let upright = Posture::upright([Contact::parse("feet on floor").unwrap()]);
    let placed = Placed::first(&body, &upright, Room::default());
    let frames = Frames::of(body.rest(), &placed.placement);
    (body, frames)
}

#[test]
fn every_vertex_stays_near_the_bone_that_carries_it() {
    let (body, frames) = standing();
    let skin = Skin::of(&body, &frames);
    assert_eq!(skin.positions.len(), body.shape().positions().len());
    assert_eq!(Palette::Night.albedo(body.shape()).len(), skin.positions.len());
    for (index, position) in skin.positions.iter().enumerate() {
        let bone = Bone::ALL[usize::from(body.shape().weights()[index][0].0)];
        let model = body.shape().positions()[index].as_dvec3().distance(body.rest().head(bone));
        let placed = position.as_dvec3().distance(frames.head(bone));
        assert!((model - placed).abs() < 0.06, "{bone:?}: {model} m in the model, {placed} m placed");
        assert!((skin.normals[index].length() - 1.0).abs() < 1e-4);
    }
    // Soles on the floor, and as tall as in the model.
    let heights = || skin.positions.iter().map(|p| p.y);
    assert!(heights().fold(f32::MAX, f32::min).abs() < 0.01);
    assert!((1.6..1.75).contains(&heights().fold(f32::MIN, f32::max)));
}

#[test]
fn a_breath_moves_left_and_right_alike_and_a_little_at_a_time() {
    let (body, frames) = standing();
    let mut skin = Skin::new(&body);
    let mut at = |breath: f64| {
        skin.follow(&frames, breath);
        skin.positions.clone()
    };
    let (out, half, full) = (at(0.0), at(0.5), at(1.0));
    assert_eq!(out, Skin::of(&body, &frames).positions);
    assert_eq!(at(f64::NAN), out);
    let mut moved: Vec<[i64; 4]> = vec![];
    for ((out, half), full) in out.iter().zip(&half).zip(&full) {
        assert!((out.lerp(*full, 0.5) - *half).length() < 1e-5);
        if *out != *full {
            // Micrometres, so that what is the same from both sides can be counted.
            let whole = |x: f32| libm::round(f64::from(x) * 1e6).to_string().parse().unwrap();
            moved.push([whole(out.x), whole(out.y), whole(out.z), whole(full.distance(*out))]);
        }
    }
    let mut left = moved.clone();
    let mut right: Vec<[i64; 4]> =
        moved.iter().map(|[x, rest @ ..]| [-x, rest[0], rest[1], rest[2]]).collect();
    left.sort_unstable();
    right.sort_unstable();
    assert!(left.len() > 1000);
    assert_eq!(left, right);
}

#[test]
fn somebody_standing_is_the_same_from_left_and_right() {
    let (body, frames) = standing();
    let skin = Skin::of(&body, &frames);
    let palette = Palette::Paper;
    let albedo = vec![palette.colours().suit; skin.positions.len()];
    let mesh = Mesh {
        positions: &skin.positions,
        normals: &skin.normals,
        quads: body.shape().quads(),
        albedo: &albedo,
        lengthens: &[],
        works: &[],
    };
    let draw = |azimuth: f64| {
        let scene = Scene {
            meshes: &[mesh],
            solids: &[],
            backdrop: Backdrop { floor: Some(0.0), wall: None },
            camera: Camera::around(glam::DVec3::new(0.0, 0.85, 0.0), 0.95, azimuth, 0.0),
            palette,
            transparent: false,
        };
        render(&scene, SIZE, SIZE).unwrap()
    };
    let (left, right) = (draw(90.0), draw(-90.0));
    let paper = left.pixel(0, 0).unwrap();
    let covered = |picture: &unknot_figure::Picture, x: usize, y: usize| {
        picture.pixel(x, y).unwrap()[0].abs_diff(paper[0]) > 60
    };
    let mut apart = 0;
    let mut figure = 0;
    for (x, y) in (0..SIZE).flat_map(|x| (0..SIZE).map(move |y| (x, y))) {
        figure += usize::from(covered(&left, x, y));
        apart += usize::from(covered(&left, x, y) != covered(&right, SIZE - 1 - x, y));
    }
    assert!(figure > 9000, "{figure} pixels of a figure");
    assert!(apart * 50 < figure, "{apart} of {figure} pixels differ");
}
