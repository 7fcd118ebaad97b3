//! The limbs by which a body is compared with another: where each points, and how well that is seen.

use glam::DVec3;
use unknot_landmarks::{Landmark, LandmarkSide};

use crate::points::Points;

/// What a limb belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Region {
    Trunk,
    Head,
    Arm,
    Leg,
}

/// A line between two landmarks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limb {
    pub(crate) from: Landmark,
    pub(crate) to: Landmark,
    pub(crate) region: Region,
    /// How much it counts: a line that is done twice, once for each side, counts half each time, and a short one
    /// less, since the same error of a landmark turns it further.
    weight: f64,
}

impl Limb {
    /// Returns the half of the body on which it is wholly, left 0 and right 1.
    pub(crate) fn half(&self) -> Option<usize> {
        match (self.from.side(), self.to.side()) {
            (Some(LandmarkSide::Left), Some(LandmarkSide::Left)) => Some(0),
            (Some(LandmarkSide::Right), Some(LandmarkSide::Right)) => Some(1),
            _ => None,
        }
    }
}

/// How many limbs there are.
pub(crate) const LIMBS: usize = 17;

use Landmark::*;

const fn limb(from: Landmark, to: Landmark, region: Region, weight: f64) -> Limb {
    Limb { from, to, region, weight }
}

/// Every limb.
pub(crate) const ALL: [Limb; LIMBS] = [
    limb(LeftHip, LeftShoulder, Region::Trunk, 0.5),
    limb(RightHip, RightShoulder, Region::Trunk, 0.5),
    limb(RightHip, LeftHip, Region::Trunk, 0.6),
    limb(RightShoulder, LeftShoulder, Region::Trunk, 1.0),
    limb(LeftShoulder, LeftEar, Region::Head, 0.4),
    limb(RightShoulder, RightEar, Region::Head, 0.4),
    limb(LeftEar, Nose, Region::Head, 0.25),
    limb(RightEar, Nose, Region::Head, 0.25),
    limb(RightEar, LeftEar, Region::Head, 0.5),
    limb(LeftShoulder, LeftElbow, Region::Arm, 1.0),
    limb(RightShoulder, RightElbow, Region::Arm, 1.0),
    limb(LeftElbow, LeftWrist, Region::Arm, 1.0),
    limb(RightElbow, RightWrist, Region::Arm, 1.0),
    limb(LeftHip, LeftKnee, Region::Leg, 1.0),
    limb(RightHip, RightKnee, Region::Leg, 1.0),
    limb(LeftKnee, LeftAnkle, Region::Leg, 1.0),
    limb(RightKnee, RightAnkle, Region::Leg, 1.0),
];

/// Where every limb points, as unit vectors.
pub(crate) type Pose = [DVec3; LIMBS];

/// How much every limb counts.
pub(crate) type Weights = [f64; LIMBS];

/// Below this visibility a landmark counts as hidden: networks that say less are guessing.
const HIDDEN: f64 = 0.5;
/// How long a limb may look, in shares of how long it is: shorter or longer, and what was found is something else.
const PLAUSIBLE: [f64; 2] = [0.45, 1.9];

/// Returns where the limbs point between these places.
pub(crate) fn pose(at: &[DVec3; Landmark::COUNT]) -> Pose {
    ALL.map(|limb| (at[limb.to.index()] - at[limb.from.index()]).normalize_or_zero())
}

/// Returns how long the limbs are between these places, in metres.
pub(crate) fn lengths(at: &[DVec3; Landmark::COUNT]) -> Weights {
    ALL.map(|limb| (at[limb.to.index()] - at[limb.from.index()]).length())
}

/// Returns how surely a landmark is seen, 0–1, from its visibility.
pub(crate) fn surely(visibility: f64) -> f64 {
    ((visibility - HIDDEN) / (1.0 - HIDDEN)).clamp(0.0, 1.0)
}

/// Returns how much each limb counts: nothing where an end is hidden or its length is not that of such a limb.
pub(crate) fn weights(points: &Points, usual: &Weights) -> Weights {
    let found = lengths(&points.at);
    std::array::from_fn(|index| {
        let limb = ALL[index];
        let sure = points.sure[limb.from.index()].min(points.sure[limb.to.index()]);
        let share = found[index] / usual[index].max(1e-6);
        let plausible = share > PLAUSIBLE[0] && share < PLAUSIBLE[1];
        if plausible { limb.weight * sure } else { 0.0 }
    })
}

/// Returns how much each limb counts where all is seen.
pub(crate) fn full_weights() -> Weights {
    ALL.map(|limb| limb.weight)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "what is the same is so to the last bit")]
mod tests {
    use super::*;

    #[test]
    fn a_limb_counts_where_both_ends_are_seen_and_it_is_as_long_as_limbs_are() {
        let at = Landmark::ALL.map(|landmark| DVec3::new(0.2, 0.1, 0.3) * landmark.index() as f64);
        let usual = lengths(&at);
        let of = |points: &Points| weights(points, &usual);
        let seen = Points { at, sure: [1.0; Landmark::COUNT] };
        assert_eq!(of(&seen), full_weights());
        let mut hidden = seen.clone();
        hidden.sure[LeftElbow.index()] = 0.0;
        let counts = ALL.iter().zip(of(&hidden)).filter(|(_, weight)| *weight > 0.0);
        assert!(counts.into_iter().all(|(limb, _)| limb.from != LeftElbow && limb.to != LeftElbow));
        // A body a third as large is none.
        assert_eq!(of(&Points { at: at.map(|at| at / 3.0), ..seen }), [0.0; LIMBS]);
    }

    #[test]
    fn what_is_likelier_hidden_than_seen_is_not_seen() {
        assert_eq!([0.0, 0.5, 1.0].map(surely), [0.0, 0.0, 1.0]);
    }
}
