//! From where the camera sees the body: found by turning the body of the file until it fits what is seen.

use glam::DVec3;
use unknot_body::{Ground, View};

use crate::limbs::{LIMBS, Pose, Weights};

/// How much worse a camera tells depth than place: its share in all that is compared.
const DEPTH: f64 = 0.25;
/// How unlikely a tilted camera is, against limbs that are elsewhere.
const TILTED: f64 = 0.2;
/// How far off the middle of a view a camera may be, in degrees.
const WITHIN: f64 = 45.0;
/// From how high up a camera sees from above, in degrees.
const ABOVE: f64 = 50.0;

/// From where a camera sees a body, in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Aim {
    /// 0 is from the front, a quarter turn from the person's left.
    pub(crate) azimuth: f64,
    /// 0 is level, a quarter turn straight from above.
    pub(crate) elevation: f64,
}

impl Aim {
    /// Returns the aim from which a body in a pose is most probably seen, and how far it is off on average, squared.
    pub(crate) fn find(pose: &Pose, seen: &Pose, weights: &Weights, ground: Ground) -> (Self, f64) {
        // A camera stands about level. One that is tilted further cannot be told from a body that lies otherwise.
        let range = match ground {
            Ground::Upright => -5..=5,
            Ground::Floor => -5..=6,
        };
        let mut best = (Self { azimuth: 0.0, elevation: 0.0 }, f64::INFINITY, f64::INFINITY);
        for step in range {
            let elevation = (f64::from(step) * 5.0).to_radians();
            let aim = Self { azimuth: 0.0, elevation }.turned_to(pose, seen, weights);
            let off = aim.off(pose, seen, weights);
            let cost = off + TILTED * elevation * elevation;
            if cost < best.2 {
                best = (aim, off, cost);
            }
        }
        (best.0, best.1)
    }

    /// Returns the aim from the same height from which the pose fits best.
    pub(crate) fn turned_to(self, pose: &Pose, seen: &Pose, weights: &Weights) -> Self {
        let level = Self { azimuth: 0.0, ..self };
        let (mut along, mut across) = (0.0, 0.0);
        for limb in 0..LIMBS {
            let (here, there) = (level.room(seen[limb]), pose[limb]);
            along += weights[limb] * (there.x * here.x + there.z * here.z);
            across += weights[limb] * (there.x * here.z - there.z * here.x);
        }
        let azimuth = if along == 0.0 && across == 0.0 { self.azimuth } else { libm::atan2(across, along) };
        Self { azimuth, ..self }
    }

    /// Returns the aim a share of the way to another.
    pub(crate) fn towards(self, other: Self, share: f64) -> Self {
        Self {
            azimuth: wrapped(self.azimuth + wrapped(other.azimuth - self.azimuth) * share),
            elevation: self.elevation + (other.elevation - self.elevation) * share,
        }
    }

    /// Returns a direction as the room has it, from one as the camera has it.
    pub(crate) fn room(self, seen: DVec3) -> DVec3 {
        let [right, up, towards] = self.axes();
        right * seen.x + up * seen.y + towards * seen.z
    }

    /// Returns the direction towards the camera, in the room.
    pub(crate) fn towards_camera(self) -> DVec3 {
        self.axes()[2]
    }

    fn axes(self) -> [DVec3; 3] {
        let (sin_round, cos_round) = libm::sincos(self.azimuth);
        let (sin_up, cos_up) = libm::sincos(self.elevation);
        let right = DVec3::new(cos_round, 0.0, -sin_round);
        let towards = DVec3::new(sin_round * cos_up, sin_up, cos_round * cos_up);
        [right, towards.cross(right), towards]
    }

    /// Returns how far a pose is off what is seen on average, squared.
    pub(crate) fn off(self, pose: &Pose, seen: &Pose, weights: &Weights) -> f64 {
        let camera = self.towards_camera();
        let (mut off, mut whole) = (0.0, 0.0);
        for limb in 0..LIMBS {
            off += weights[limb] * squared(self.room(seen[limb]) - pose[limb], camera);
            whole += weights[limb];
        }
        if whole > 0.0 { off / whole } else { f64::INFINITY }
    }

    /// Returns how far two aims are apart around the person, in radians.
    pub(crate) fn apart(self, other: Self) -> f64 {
        wrapped(self.azimuth - other.azimuth).abs()
    }

    /// Returns whether this is one of the views from which something can be judged.
    pub(crate) fn is(self, view: View) -> bool {
        let round = self.azimuth.to_degrees();
        let near = |middle: f64| wrapped((round - middle).to_radians()).abs().to_degrees() <= WITHIN;
        let level = self.elevation.to_degrees() < ABOVE;
        match view {
            View::Front => level && near(0.0),
            View::Back => level && near(180.0),
            View::Left => level && near(90.0),
            View::Right => level && near(-90.0),
            View::Side => level && (near(90.0) || near(-90.0)),
            View::Above => !level,
        }
    }
}

fn squared(difference: DVec3, camera: DVec3) -> f64 {
    let depth = difference.dot(camera);
    difference.length_squared() - (1.0 - DEPTH) * depth * depth
}

/// Returns how two differences agree, as [`Aim::squared`] weighs them.
pub(crate) fn agree(one: DVec3, other: DVec3, camera: DVec3) -> f64 {
    one.dot(other) - (1.0 - DEPTH) * one.dot(camera) * other.dot(camera)
}

/// Returns an angle between minus and plus half a turn.
fn wrapped(angle: f64) -> f64 {
    let turns = libm::round(angle / std::f64::consts::TAU);
    angle - turns * std::f64::consts::TAU
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::limbs::full_weights;

    /// Returns somebody who stands with one arm out to the left.
    fn pose() -> Pose {
        std::array::from_fn(|limb| match limb {
            2 | 3 | 9 | 11 => DVec3::X,
            0 | 1 => DVec3::Y,
            _ => DVec3::new(0.1, -0.9, 0.4).normalize(),
        })
    }

    proptest! {
        #[test]
        fn the_side_from_which_somebody_is_seen_is_found(azimuth in -3.1..3.1_f64) {
            let aim = Aim { azimuth, elevation: 0.0 };
            let [right, up, towards] = aim.axes();
            let seen = pose().map(|limb| DVec3::new(limb.dot(right), limb.dot(up), limb.dot(towards)));
            let (found, off) = Aim::find(&pose(), &seen, &full_weights(), Ground::Upright);
            prop_assert!(found.apart(aim) < 1e-6 && off < 1e-9, "{found:?} {off}");
        }

        #[test]
        fn a_direction_keeps_its_length_in_the_room(azimuth in -9.0..9.0_f64, elevation in -1.5..1.5_f64) {
            let aim = Aim { azimuth, elevation };
            for direction in [DVec3::X, DVec3::Y, DVec3::Z] {
                prop_assert!((aim.room(direction).length() - 1.0).abs() < 1e-12);
            }
            prop_assert!((aim.room(DVec3::Z) - aim.towards_camera()).length() < 1e-12);
        }

        #[test]
        fn half_a_turn_is_as_far_as_it_gets(one in -20.0..20.0_f64, other in -20.0..20.0_f64) {
            let aim = |azimuth: f64| Aim { azimuth, elevation: 0.0 };
            prop_assert!(aim(one).apart(aim(other)) <= std::f64::consts::PI + 1e-9);
        }
    }

    #[test]
    fn depth_tells_a_quarter() {
        let apart = |direction: DVec3| agree(direction, direction, DVec3::Z);
        assert!((apart(DVec3::X) - 1.0).abs() < 1e-12 && (apart(DVec3::Z) - DEPTH).abs() < 1e-12);
    }
}
