//! Nothing is counted of what was not done.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{catalogue, coach, patient, timeline, watch};
use unknot_body::BodyShape;
use unknot_patient::{Camera, Deed};

#[test]
fn cross() {
    let catalogue = catalogue();
    let mut patient = patient(BodyShape::Man);
    let coaches: Vec<_> = catalogue.exercises().map(|exercise| (exercise.id.clone(), coach(exercise))).collect();
    for azimuth in [0.0, 45.0, 90.0, 180.0, -90.0] {
        for exercise in catalogue.exercises() {
            let timeline = timeline(&catalogue, exercise);
            let camera = Camera { azimuth_degrees: azimuth, noise: 0.01, ..Camera::perfect(exercise.form.view) };
            let film = patient.perform(&timeline, &Deed::default(), &camera).unwrap();
            for (id, coach) in coaches.iter().filter(|(id, _)| *id != exercise.id) {
                let seen = watch(coach, &film);
                if !seen.repetitions().is_empty() {
                    eprintln!("{azimuth} {} done, {id} counted {}", exercise.id, seen.repetitions().len());
                }
            }
        }
        for seed in 0..4 {
            let camera = Camera { azimuth_degrees: azimuth, noise: 0.01, seed, ..Camera::perfect(unknot_body::View::Front) };
            let film = patient.walk(60.0, &camera);
            for (id, coach) in &coaches {
                let seen = watch(coach, &film);
                if !seen.repetitions().is_empty() {
                    eprintln!("{azimuth} walking, {id} counted {:?}", seen.repetitions().iter().map(|r| (r.start, r.range)).collect::<Vec<_>>());
                }
            }
        }
    }
}
