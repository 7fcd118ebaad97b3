//! A person who does not exist. They do an exercise as its file has it, or less of it, or with one of its faults, and a
//! camera tells their landmarks with all that cameras get wrong; or they walk about. What they really did is known, so
//! whoever watches them can be held to it.

mod camera;
mod chance;
mod fault;
mod gait;
mod hidden;
mod patient;

pub use camera::Camera;
pub use fault::faulty;
pub use patient::{Deed, Patient};
