//! What tests and benches of the stage share.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(unreachable_pub, dead_code, unused_imports, reason = "not every test uses all of it")]

pub mod known;
pub mod own;

pub use known::{catalogue, timeline};
use unknot_body::BodyShape;
use unknot_routine::{Catalogue, Plan, Programme, Request, Timeline};
use unknot_stage::Performer;

/// Returns somebody of a shape.
pub fn performer(shape: BodyShape) -> Performer {
    Performer::new(known::body(shape))
}

/// Returns the timeline of a session by a programme, which is given as its file has it.
pub fn session(catalogue: &Catalogue, programme: &str) -> Timeline {
    let programme = Programme::parse("programme.toml", programme).unwrap();
    let plan = Plan::make(catalogue, &Request::of(&programme)).unwrap();
    Timeline::compile(catalogue, &plan, &known::Briefly).unwrap()
}
