//! The body that exercises are written for.
//!
//! Names of the joints, the axes, signs, zeros and ranges of their angles, postures made of them, what a
//! posture touches, where a person can be, and the kit they can need; the skin and the skeleton of a body of any
//! build, and its place in a room. Everything is a plain value: this room reads no clock and no file, knows no
//! exercise, no words and no pixels.
//!
//! Angles are degrees at the surface (the constructors and accessors that say so) and radians inside.

mod angle;
mod contact;
mod kit;
mod muscle;
mod muscles;
mod names;
mod placement;
mod position;
mod posture;
mod shape;
mod side;
mod skeleton;
mod solid;
mod swing;
mod view;
mod viewpoint;

pub use angle::{
    Angle, AngleInfo, AngleName, AngleSetting, JointName, UnknownAngle, angles, find_angle, shorthands,
};
pub use contact::{Contact, Manner, Part, Surface, UnknownContact};
pub use kit::Kit;
pub use muscle::{Muscle, MuscleRegion};
pub use muscles::MuscleMap;
pub use names::{Named, UnknownName, closest, suggest};
pub use placement::{Body, FirstTime, LandmarkPlaces, Placed, Placement, Prop, Room, Way};
pub use position::{Ground, Position};
pub use posture::{OutOfRange, Posture};
pub use shape::{Anatomy, AnatomyError, BONES, BodyShape, Bone, Build, Marker, Material, Shape, SkinVertex};
pub use side::{Side, Sides};
pub use skeleton::{Frames, Rest};
pub use solid::{PlacedSolid, PropMaterial, Solid};
pub use view::View;
pub use viewpoint::Viewpoint;
