//! What tests of several crates know: the seven, a body of a shape, the timeline of an exercise alone.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(unreachable_pub, dead_code, reason = "not every test uses all of it")]

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_routine::{Catalogue, Exercise, Phrase, Plan, SpokenLength, Timeline};

/// Words that all take a second.
pub struct Briefly;

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

/// Returns an exercise's own timeline.
pub fn timeline(catalogue: &Catalogue, exercise: &Exercise, variant: Option<&str>) -> Timeline {
    Timeline::compile(catalogue, &Plan::alone(exercise, variant).unwrap(), &Briefly).unwrap()
}
