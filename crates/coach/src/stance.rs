//! How a body is at a moment, and what of it has moved since another.

use glam::DVec3;

use crate::aim::agree;
use crate::limbs::{ALL, LIMBS, Pose, Weights};

/// How far off its way a body is said to be that is on it, squared: no landmark is sure.
const UNCERTAIN: f64 = 0.12;
/// How far a part of the body must have been to go, squared, for it to be told whether it went.
const TOLD: f64 = 3.0 * UNCERTAIN;
/// A half of the body takes part if at least this share of the movement is its own.
const HALF: f64 = 0.25;
/// A limb matters if at least this share of the movement is its own, and more than landmarks may be off.
const LIMB: f64 = 0.15;

/// How a body is at a moment, against the way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stance {
    /// Where the limbs point, as the room has it.
    pub(crate) room: Pose,
    /// Where on the way they are, less where they are at its beginning.
    pub(crate) way: Pose,
    pub(crate) weights: Weights,
    /// The direction to the camera.
    pub(crate) camera: DVec3,
}

impl Stance {
    /// Returns how far the way leads from an earlier stance to this one, and how far off it the body has got since
    /// then, both squared. What was off already then is a habit, or the build of that body.
    pub(crate) fn since(&self, earlier: &Self) -> [f64; 2] {
        let (mut gone, mut off) = (0.0, 0.0);
        for limb in 0..LIMBS {
            let weight = self.weights[limb].min(earlier.weights[limb]);
            let way = self.way[limb] - earlier.way[limb];
            let error = self.room[limb] - earlier.room[limb] - way;
            gone += weight * agree(way, way, self.camera);
            off += weight * agree(error, error, self.camera);
        }
        [gone, (off - UNCERTAIN).max(0.0)]
    }

    /// Returns how much of what should move since an earlier stance has moved, on the half of the body on which it is
    /// less: 1 is as much as on the way; the same of the limb that moves least of those that matter; and how much of all
    /// movement is of limbs that should rest, 0–1. `takes_part` says
    /// of every limb how much it should move, 0–1.
    pub(crate) fn moved_since(&self, earlier: &Self, takes_part: &Weights) -> [f64; 3] {
        let (mut whole, mut part, mut laziest) = ([0.0; 2], [0.0; 2], 1.0_f64);
        let all_way = self.since(earlier)[0];
        let (mut moving, mut resting) = (0.0, 0.0);
        for limb in 0..LIMBS {
            let weight = self.weights[limb].min(earlier.weights[limb]);
            let way = self.way[limb] - earlier.way[limb];
            let moved = self.room[limb] - earlier.room[limb];
            let squared = weight * agree(moved, moved, self.camera);
            moving += squared * takes_part[limb];
            resting += squared * (1.0 - takes_part[limb]);
            let (asked, done) =
                (weight * agree(way, way, self.camera), weight * agree(way, moved, self.camera));
            if asked > LIMB * all_way && asked > TOLD {
                laziest = laziest.min(done / asked);
            }
            let Some(half) = ALL[limb].half() else { continue };
            whole[half] += asked;
            part[half] += done;
        }
        let counts = |half: &usize| whole[*half] > (HALF * (whole[0] + whole[1])).max(TOLD);
        let least = (0..2).filter(counts).map(|half| part[half] / whole[half]).fold(1.0, f64::min);
        let all = moving + resting;
        [least, laziest, (resting - UNCERTAIN).max(0.0) / all.max(UNCERTAIN)]
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "what is the same is so to the last bit")]
mod tests {
    use super::*;
    use crate::limbs::full_weights;

    /// Returns a body whose arms have gone a share of the way from hanging to pointing forward.
    fn stance([left, right]: [f64; 2], way: f64) -> Stance {
        let arm = |share: f64| DVec3::NEG_Y.lerp(DVec3::Z, share);
        let pose = |[left, right]: [f64; 2]| -> Pose {
            std::array::from_fn(|limb| match limb {
                9 | 11 => arm(left),
                10 | 12 => arm(right),
                _ => DVec3::Y,
            })
        };
        let start = pose([0.0; 2]);
        let way = pose([way; 2]);
        Stance {
            room: pose([left, right]),
            way: std::array::from_fn(|limb| way[limb] - start[limb]),
            weights: full_weights(),
            camera: DVec3::X,
        }
    }

    fn arms() -> Weights {
        std::array::from_fn(|limb| if (9..=12).contains(&limb) { 1.0 } else { 0.0 })
    }

    #[test]
    fn who_does_as_the_way_has_it_is_on_it_wholly() {
        let (rest, there) = (stance([0.0; 2], 0.0), stance([1.0; 2], 1.0));
        let [gone, off] = there.since(&rest);
        assert!((gone - 8.0).abs() < 1e-9 && off.abs() < 1e-9, "{gone} {off}");
        let [least, laziest, resting] = there.moved_since(&rest, &arms());
        assert!((least - 1.0).abs() < 1e-9 && (laziest - 1.0).abs() < 1e-9 && resting.abs() < 1e-9);
    }

    #[test]
    fn an_arm_that_stays_behind_is_missed_however_the_way_is_measured() {
        let (rest, there) = (stance([0.0; 2], 0.0), stance([1.0, 0.0], 0.5));
        let [least, laziest, _] = there.moved_since(&rest, &arms());
        assert!(least.abs() < 1e-9 && laziest.abs() < 1e-9, "{least} {laziest}");
    }

    #[test]
    fn an_arm_that_should_rest_and_does_not_does_half_of_all() {
        let (rest, there) = (stance([0.0; 2], 0.0), stance([1.0; 2], 1.0));
        let left: Weights = std::array::from_fn(|limb| if limb == 9 || limb == 11 { 1.0 } else { 0.0 });
        let [_, _, resting] = there.moved_since(&rest, &left);
        assert!((resting - 0.5).abs() < 0.02, "{resting}");
    }

    #[test]
    fn who_has_not_moved_is_asked_for_nothing() {
        let rest = stance([0.3; 2], 0.3);
        assert_eq!(rest.since(&rest), [0.0, 0.0]);
        assert_eq!(rest.moved_since(&rest, &arms()), [1.0, 1.0, 0.0]);
    }
}
