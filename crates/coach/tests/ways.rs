//! What tells one movement from another is which way it goes. Two that begin and end alike: an arm raised to the side, and both
//! raised to the front.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{coach, extras, patient, repetitions, timeline, watch};
use unknot_body::{BodyShape, View};
use unknot_landmarks::Landmarks;
use unknot_patient::{Camera, Deed};

const SIDE: &str = "shoulder-abduction";
const FRONT: &str = "forward-elevation";

/// Returns somebody who does an exercise so fast, seen from so far round.
fn film(id: &str, speed: f64, azimuth_degrees: f64) -> Vec<Landmarks> {
    let extras = extras();
    let timeline = timeline(&extras, extras.exercise(id).unwrap());
    let camera = Camera { azimuth_degrees, noise: 0.01, rate: 15.0, ..Camera::perfect(View::Front) };
    patient(BodyShape::Man).perform(&timeline, &Deed { speed, ..Deed::default() }, &camera).unwrap()
}

#[test]
fn each_is_counted_by_its_own_coach_alone() {
    let extras = extras();
    let exercise = |id: &str| extras.exercise(id).unwrap();
    let (side, front) = (coach(exercise(SIDE)), coach(exercise(FRONT)));
    let mut wrong = Vec::new();
    // Whoever is slow has time to be taken for somebody who has turned, or who rests.
    for speed in [1.0, 0.25] {
        for azimuth in [0.0, 30.0, -30.0] {
            for (id, own, other) in [(SIDE, &side, &front), (FRONT, &front, &side)] {
                let film = film(id, speed, azimuth);
                let [own, other] = [own, other].map(|coach| watch(coach, &film).repetitions().len());
                if own != repetitions(exercise(id)) as usize || other != 0 {
                    wrong.push(format!("{id} {speed} {azimuth}: {own} by its own, {other} by the other"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn who_comes_while_they_are_on_the_way_is_counted_from_the_first() {
    let extras = extras();
    let exercise = extras.exercise(FRONT).unwrap();
    let film = film(FRONT, 1.0, 0.0);
    let wrist = |seen: &Landmarks| seen.points[15].world.y;
    // From when the arms are level: half of the way is still to come.
    let level = film.iter().position(|seen| wrist(seen) < -0.45).unwrap();
    assert!(film[level + 1..].iter().any(|seen| wrist(seen) < -0.8), "they go on");
    let seen = watch(&coach(exercise), &film[level..]);
    assert_eq!(seen.repetitions().len(), repetitions(exercise) as usize);
}

#[test]
fn who_is_only_ever_on_the_way_does_something_else() {
    let film = film(FRONT, 1.0, 0.0);
    let wrist = |seen: &Landmarks| seen.points[15].world.y;
    // Up from above the shoulders and down to there again, over and over, without a jump.
    let high = film.iter().position(|seen| wrist(seen) < -0.65).unwrap();
    let again = high + film[high..].iter().position(|seen| wrist(seen) > -0.65).unwrap();
    let once = &film[high..again];
    let film: Vec<Landmarks> = (0..6)
        .flat_map(|_| once.iter())
        .enumerate()
        .map(|(index, seen)| Landmarks { seconds: index as f64 / 15.0, ..seen.clone() })
        .collect();
    let coach = coach(extras().exercise(FRONT).unwrap());
    assert_eq!(watch(&coach, &film).repetitions().len(), 0);
}
