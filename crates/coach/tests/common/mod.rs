//! What tests of the coach share: exercises, a body, somebody who does them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(unreachable_pub, dead_code, reason = "not every test uses all of it")]

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_coach::Coach;
use unknot_landmarks::Landmarks;
use unknot_patient::Patient;
use unknot_routine::{Catalogue, Exercise, Phrase, Plan, SpokenLength, Timeline};

/// Words that all take a second.
struct Briefly;

impl SpokenLength for Briefly {
    fn seconds(&self, _: &Phrase) -> f64 {
        1.0
    }
}

/// Returns the seven.
pub fn catalogue() -> Catalogue {
    let exercises = unknot_content::EXERCISES.iter().map(unknot_content::File::named);
    Catalogue::read(unknot_content::CHANGES.named(), unknot_content::SCREEN.named(), exercises, []).unwrap()
}

/// Returns a body of a shape.
pub fn body(shape: BodyShape) -> Body {
    Body::new(Anatomy::read(unknot_content::BODY).unwrap().shape(shape.into()))
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
    Timeline::compile(catalogue, &Plan::alone(exercise, None).unwrap(), &Briefly).unwrap()
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
