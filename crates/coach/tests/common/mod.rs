//! What tests of the coach share: exercises, a body, somebody who does them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(unreachable_pub, dead_code, unused_imports, reason = "not every test uses all of it")]

#[path = "../../../stage/tests/common/known.rs"]
pub mod known;

use std::path::Path;

pub use known::{body, catalogue};
use unknot_body::BodyShape;
use unknot_coach::Coach;
use unknot_landmarks::Landmarks;
use unknot_patient::Patient;
use unknot_routine::{Catalogue, Exercise, Timeline};

/// Returns the exercises beside the seven.
pub fn extras() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/exercises/extra");
    let files = ["shoulder-abduction.toml", "forward-elevation.toml"]
        .map(|file| (file, std::fs::read_to_string(folder.join(file)).unwrap()));
    let exercises = files.iter().map(|(file, text)| (*file, text.as_str()));
    Catalogue::read(unknot_content::CHANGES.named(), unknot_content::SCREEN.named(), exercises, []).unwrap()
}

/// Returns somebody of a shape.
pub fn patient(shape: BodyShape) -> Patient {
    Patient::new(body(shape))
}

/// Returns the coach of an exercise, done in its usual way.
pub fn coach(exercise: &Exercise) -> Coach {
    Coach::new(exercise, &exercise.form, &body(BodyShape::Neutral))
}

/// Returns an exercise's own timeline.
pub fn timeline(catalogue: &Catalogue, exercise: &Exercise) -> Timeline {
    known::timeline(catalogue, exercise, None)
}

/// Returns how many repetitions the file has, on both sides together.
pub fn repetitions(exercise: &Exercise) -> u32 {
    let block = &exercise.form.blocks[exercise.form.main_block().unwrap()];
    let sides = if exercise.form.has_sides() { 2 } else { 1 };
    block.repetitions.default * block.sets.default * sides
}

/// Shows a coach all of a film.
pub fn watch(coach: &Coach, film: &[Landmarks]) -> Coach {
    let mut coach = coach.clone();
    for landmarks in film {
        coach.see(landmarks);
    }
    coach.finish();
    coach
}
