//! What somebody really did is counted, whoever they are and from wherever they are seen.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{catalogue, coach, patient, repetitions, timeline, watch};
use unknot_body::BodyShape;
use unknot_patient::{Camera, Deed};

#[test]
fn clean() {
    let catalogue = catalogue();
    let mut patient = patient(BodyShape::Woman);
    for exercise in catalogue.exercises() {
        let start = std::time::Instant::now();
        let coach = coach(exercise);
        eprintln!("{} coach {:?}", exercise.id, start.elapsed());
        let timeline = timeline(&catalogue, exercise);
        for azimuth in [0.0, 45.0, 90.0, 135.0, 180.0, -90.0] {
            let camera = Camera { azimuth_degrees: azimuth, ..Camera::perfect(exercise.form.view) };
            let film = patient.perform(&timeline, &Deed::default(), &camera).unwrap();
            let start = std::time::Instant::now();
            let seen = watch(&coach, &film);
            let took = start.elapsed() / u32::try_from(film.len()).unwrap();
            eprintln!(
                "{} {azimuth}: {} of {} holds {:?} {:?}",
                exercise.id,
                seen.repetitions().len(),
                repetitions(exercise),
                seen.holds().iter().map(|h| format!("{} {} {:.1}", h.side, h.phase.name, h.seconds)).collect::<Vec<_>>(),
                took
            );
            for r in seen.repetitions() {
                eprintln!("   {} {:.1}-{:.1} range {:.2} held {:.1}", r.side, r.start, r.end, r.range, r.held);
            }
        }
    }
}
