//! The body that exercises are written for.
//!
//! Names of the joints, the axes, signs, zeros and ranges of their angles, postures made of them, what a
//! posture touches, where a person can be, and the kit they can need. Everything is a plain value: this
//! room reads no clock and no file, knows no exercise, no words and no pixels.
//!
//! Angles are degrees at the surface (the constructors and accessors that say so) and radians inside.

mod angle;
mod contact;
mod kit;
mod muscle;
mod names;
mod position;
mod posture;
mod side;
mod solid;
mod swing;
mod view;

pub use angle::{
    Angle, AngleInfo, AngleName, AngleSetting, JointName, UnknownAngle, angles, find_angle, shorthands,
};
pub use contact::{Contact, Manner, Part, Surface, UnknownContact};
pub use kit::Kit;
pub use muscle::{Muscle, MuscleRegion};
pub use names::{Named, UnknownName, closest, suggest};
pub use position::{Ground, Position};
pub use posture::{OutOfRange, Posture};
pub use side::{Side, Sides};
pub use solid::{PlacedSolid, PropMaterial, Solid};
pub use view::View;
