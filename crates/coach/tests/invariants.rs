//! What holds of every film.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::sync::LazyLock;

use common::{catalogue, coach, patient, timeline, watch};
use proptest::prelude::*;
use unknot_body::{BodyShape, View};
use unknot_coach::{Coach, SURE};
use unknot_landmarks::Landmarks;
use unknot_patient::{Camera, Deed};
use unknot_routine::Observation;

/// An exercise of both arms, and one that is done on one side after the other; somebody who does each.
static DONE: LazyLock<Vec<(Coach, Vec<Landmarks>)>> = LazyLock::new(|| {
    let (catalogue, mut patient) = (catalogue(), patient(BodyShape::Woman));
    let mut done = |(id, azimuth_degrees): (&str, f64)| {
        let exercise = catalogue.exercise(id).unwrap();
        let camera = Camera { azimuth_degrees, noise: 0.005, ..Camera::perfect(View::Front) };
        let film = patient.perform(&timeline(&catalogue, exercise), &Deed::default(), &camera);
        (coach(exercise), film.unwrap())
    };
    vec![done(("wall-angels", 0.0)), done(("opposite-arm-and-leg", 90.0))]
});

fn observations(coach: &Coach, film: &[Landmarks]) -> Vec<Observation> {
    let mut coach = coach.clone();
    film.iter().map(|landmarks| coach.see(landmarks)).collect()
}

#[test]
fn a_mirrored_picture_shows_the_same() {
    for (coach, film) in DONE.iter() {
        let mirrored: Vec<Landmarks> = film.iter().map(Landmarks::flipped).collect();
        assert!(mirrored.iter().all(|landmarks| landmarks.mirrored));
        let (one, other) = (observations(coach, film), observations(coach, &mirrored));
        assert_eq!(one.len(), other.len());
        for (one, other) in one.iter().zip(&other) {
            assert_eq!((one.sight, one.count, one.side), (other.sight, other.count, other.side));
            assert!((one.progress - other.progress).abs() < 1e-9 && (one.held - other.held).abs() < 1e-9);
        }
    }
}

#[test]
fn only_what_is_sure_enough_is_told() {
    for (coach, film) in DONE.iter() {
        for seen in observations(coach, film) {
            let counted = seen.counted.iter().flat_map(|counted| &counted.faults);
            assert!(seen.faults.iter().chain(counted).all(|fault| (SURE..=1.0).contains(&fault.sure)));
        }
    }
}

/// Returns a film looked at so many times a second: each moment is between two pictures.
fn at_rate(film: &[Landmarks], rate: f64) -> Vec<Landmarks> {
    let last = film.last().unwrap().seconds;
    let times = (0_u32..).map(|picture| f64::from(picture) / rate).take_while(|seconds| *seconds < last);
    let between = |seconds: f64| {
        let after = film.partition_point(|landmarks| landmarks.seconds <= seconds).min(film.len() - 1);
        let (a, b) = (&film[after - 1], &film[after]);
        let share = (seconds - a.seconds) / (b.seconds - a.seconds);
        let mut landmarks = Landmarks { seconds, ..a.clone() };
        for (point, next) in landmarks.points.iter_mut().zip(&b.points) {
            let mix = |a: &mut f64, b: f64| *a += (b - *a) * share;
            mix(&mut point.world.x, next.world.x);
            mix(&mut point.world.y, next.world.y);
            mix(&mut point.world.z, next.world.z);
            mix(&mut point.image.x, next.image.x);
            mix(&mut point.image.y, next.image.y);
        }
        landmarks
    };
    times.map(between).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn as_many_are_counted_however_often_one_looks(rate in 10.0..60.0_f64) {
        for (coach, film) in DONE.iter() {
            let usual = watch(coach, film).repetitions().len();
            prop_assert_eq!(watch(coach, &at_rate(film, rate)).repetitions().len(), usual);
        }
    }

    #[test]
    fn who_stands_still_does_nothing(
        picture in 0.0..1.0_f64,
        errors in proptest::collection::vec(-0.02..0.02_f64, 97),
    ) {
        for (coach, film) in DONE.iter() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a film")]
            let still = &film[(picture * film.len() as f64) as usize];
            let still: Vec<Landmarks> = (0..600)
                .map(|index| {
                    let mut landmarks = Landmarks { seconds: f64::from(index) / 30.0, ..still.clone() };
                    let mut next = errors.iter().cycle().skip(usize::try_from(index).unwrap() * 7);
                    for point in &mut landmarks.points {
                        point.world.x += next.next().unwrap();
                        point.world.y += next.next().unwrap();
                        point.world.z += 2.0 * next.next().unwrap();
                    }
                    landmarks
                })
                .collect();
            prop_assert_eq!(watch(coach, &still).repetitions().len(), 0);
        }
    }

    #[test]
    fn nonsense_is_survived_and_adds_nothing(
        spoilt in proptest::collection::vec((0_usize..2000, 0_usize..33, 0_usize..5, proptest::num::f64::ANY), 200),
    ) {
        for (coach, film) in DONE.iter() {
            let usual = watch(coach, film).repetitions().len();
            let mut film = film.clone();
            let pictures = film.len();
            for (picture, landmark, what, value) in &spoilt {
                let landmarks = &mut film[picture % pictures];
                let point = &mut landmarks.points[*landmark];
                match what {
                    0 => point.world.x = *value,
                    1 => point.world.z = *value,
                    2 => point.visibility = *value,
                    3 => point.image.x = *value,
                    _ => landmarks.seconds = *value,
                }
            }
            let mut coach = coach.clone();
            for landmarks in &film {
                let seen = coach.see(landmarks);
                prop_assert!(seen.progress.is_finite() && seen.relative.is_finite() && seen.held.is_finite());
            }
            prop_assert!(coach.repetitions().len() <= usual);
        }
    }
}
