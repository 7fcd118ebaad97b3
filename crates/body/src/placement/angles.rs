//! The angles of a placed body, in the form in which they are moved.

use crate::angle::{Angle, AngleName};
use crate::posture::{Posture, SLOTS, all_places, slot};
use crate::side::Side;
use crate::swing;

/// Every joint angle in radians. An arm's swing stands in the places of its plane and its elevation, as a vector
/// that is as long as the elevation: its parts to the side and to the front. So a hanging arm, whose plane has no
/// meaning, is a place like any other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Angles([f64; SLOTS]);

impl Angles {
    pub(crate) fn of(posture: &Posture) -> Self {
        let mut angles = Self([0.0; SLOTS]);
        for angle in all_places() {
            angles.0[slot(angle)] = posture.radians(angle);
        }
        for side in [Side::Left, Side::Right] {
            let [plane, elevation] = swing_slots(side);
            [angles.0[plane], angles.0[elevation]] = swing::to_vector(angles.0[plane], angles.0[elevation]);
        }
        angles
    }

    /// Returns an angle; of a swing, one of its parts.
    pub(crate) fn get(&self, name: AngleName, side: Option<Side>) -> f64 {
        Angle::new(name, side).map_or(0.0, |angle| self.0[slot(angle)])
    }

    pub(crate) fn set(&mut self, name: AngleName, side: Option<Side>, radians: f64) {
        if let Some(angle) = Angle::new(name, side) {
            self.0[slot(angle)] = radians;
        }
    }

    pub(crate) fn with_step(&self, name: AngleName, side: Option<Side>, step: f64) -> Self {
        let mut moved = self.clone();
        moved.set(name, side, self.get(name, side) + step);
        moved
    }

    /// Returns an arm's swing: to the side, to the front.
    pub(crate) fn swing(&self, side: Side) -> [f64; 2] {
        swing_slots(side).map(|slot| self.0[slot])
    }

    /// Returns an angle as postures have it.
    pub(crate) fn radians(&self, angle: Angle) -> f64 {
        let (Some(side), AngleName::ShoulderPlane | AngleName::ShoulderElevation) =
            (angle.side(), angle.name())
        else {
            return self.0[slot(angle)];
        };
        let (plane, elevation) = swing::from_vector(self.swing(side), 0.0);
        if angle.name() == AngleName::ShoulderPlane { plane } else { elevation }
    }

    /// Returns by how much left and right differ, and the midline is off to one side, at most.
    pub(crate) fn unevenness(&self) -> f64 {
        let off = |angle: Angle| {
            let here = self.0[slot(angle)];
            let mirrored = self.0[slot(angle.mirrored())];
            (here - if angle.name().mirror_negates() { -mirrored } else { mirrored }).abs()
        };
        all_places().map(off).fold(0.0, f64::max)
    }

    /// Returns the angles of the mirrored body.
    pub(crate) fn mirrored(&self) -> Self {
        let mut mirrored = self.clone();
        for angle in all_places() {
            let here = self.0[slot(angle)];
            mirrored.0[slot(angle.mirrored())] = if angle.name().mirror_negates() { -here } else { here };
        }
        mirrored
    }

    pub(crate) fn blend(&self, other: &Self, fraction: f64) -> Self {
        let mut blended = self.clone();
        for (value, target) in blended.0.iter_mut().zip(&other.0) {
            *value += (target - *value) * fraction;
        }
        blended
    }
}

fn swing_slots(side: Side) -> [usize; 2] {
    [AngleName::ShoulderPlane, AngleName::ShoulderElevation]
        .map(|name| Angle::new(name, Some(side)).map_or(0, slot))
}
