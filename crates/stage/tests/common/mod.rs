//! What tests and benches of the stage share.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(unreachable_pub, dead_code, reason = "not every test uses all of it")]

pub mod own;

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_routine::{Catalogue, Exercise, Phrase, Plan, Programme, Request, SpokenLength, Timeline};
use unknot_stage::Performer;

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

/// Returns somebody of a shape.
pub fn performer(shape: BodyShape) -> Performer {
    let anatomy = Anatomy::read(unknot_content::BODY).unwrap();
    Performer::new(Body::new(anatomy.shape(shape.into())))
}

/// Returns an exercise's own timeline.
pub fn timeline(catalogue: &Catalogue, exercise: &Exercise, variant: Option<&str>) -> Timeline {
    Timeline::compile(catalogue, &Plan::alone(exercise, variant).unwrap(), &Briefly).unwrap()
}

/// Returns the timeline of a session by a programme, which is given as its file has it.
pub fn session(catalogue: &Catalogue, programme: &str) -> Timeline {
    let programme = Programme::parse("programme.toml", programme).unwrap();
    let plan = Plan::make(catalogue, &Request::of(&programme)).unwrap();
    Timeline::compile(catalogue, &plan, &Briefly).unwrap()
}
