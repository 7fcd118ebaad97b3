//! Placing a body: from the angles of a posture to a body that touches what it should touch.
//!
//! Contacts and ranges of motion are hard, and the angles as they are written yield to them. A placement is
//! found by least squares: how far each contact is off, in millimetres, against how far each angle is off, in
//! degrees.

mod angles;
mod body;
mod dofs;
mod goal;
mod landmarks;
mod least_squares;
mod own;
mod placed;
mod regions;
mod room;
mod skin;
mod spread;
mod way;

pub(crate) use angles::Angles;
pub use body::Body;
pub use landmarks::LandmarkPlaces;
pub use placed::Placed;
pub use room::{Prop, Room};
pub use way::{FirstTime, Way};

use glam::DVec3;

use crate::angle::Angle;

/// By how much left and right may differ and still count as the same, in metres and in radians.
const EVEN: f64 = 1e-9;

/// A body in the room: where its hips are, and every joint angle.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// Where the pelvis bone begins, in metres.
    pub hips: DVec3,
    pub(crate) angles: Angles,
}

impl Placement {
    /// Returns whether left and right are the same.
    fn is_even(&self) -> bool {
        self.hips.x.abs() < EVEN && self.angles.unevenness() < EVEN
    }

    /// Returns the placement that is a fraction of the way to another.
    fn blend(&self, other: &Self, fraction: f64) -> Self {
        let angles = self.angles.blend(&other.angles, fraction);
        Self { hips: self.hips.lerp(other.hips, fraction), angles }
    }

    /// Returns the placement of the mirrored body.
    fn mirrored(&self) -> Self {
        Self { hips: DVec3::new(-self.hips.x, self.hips.y, self.hips.z), angles: self.angles.mirrored() }
    }

    /// Returns a joint angle of the placed body, in radians.
    #[must_use]
    pub fn radians(&self, angle: Angle) -> f64 {
        self.angles.radians(angle)
    }
}
