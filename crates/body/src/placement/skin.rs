//! Points of the skin, and where they are on a placed body.

use glam::{DVec3, Vec3};

use crate::shape::{Bone, Shape, SkinVertex};
use crate::side::Side;
use crate::skeleton::{Frames, Rest};

/// A point of the skin: where it is in the model, and which bones carry it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SkinPoint(SkinVertex);

/// A point of the skin of a body at the zero of every angle.
#[derive(Clone, Debug)]
pub(super) struct AtZero {
    pub(super) point: SkinPoint,
    /// The bone that carries most of it.
    pub(super) bone: Bone,
    /// Where it is.
    pub(super) at: DVec3,
    /// Which way the skin faces there.
    pub(super) normal: DVec3,
}

impl AtZero {
    /// Returns every vertex of a shape, its bones being at zero.
    pub(super) fn all(shape: &Shape, zero: &Frames) -> Vec<Self> {
        let points = (0..shape.positions().len()).filter_map(|vertex| SkinPoint::of(shape, vertex));
        let placed = points.map(|point| {
            let (at, normal) = point.placed(zero);
            Self { bone: point.bone(), point, at, normal }
        });
        placed.collect()
    }
}

impl SkinPoint {
    /// Returns a vertex of a shape, if there is one of this number.
    pub(super) fn of(shape: &Shape, vertex: usize) -> Option<Self> {
        shape.vertex(vertex).map(Self)
    }

    /// Returns the same point of the other side.
    pub(super) fn mirrored(&self) -> Self {
        let flipped = |v: Vec3| Vec3::new(-v.x, v.y, v.z);
        let SkinVertex { position, normal, centre, weights } = self.0;
        let other = |bone: u8| {
            let bone = Bone::ALL[usize::from(bone)].mirrored().index();
            u8::try_from(bone).unwrap_or(u8::MAX)
        };
        Self(SkinVertex {
            position: flipped(position),
            normal: flipped(normal),
            centre: flipped(centre),
            weights: weights.map(|(bone, share)| (other(bone), share)),
        })
    }

    /// Returns the bone that carries most of it.
    pub(super) fn bone(&self) -> Bone {
        Bone::ALL[usize::from(self.0.weights[0].0)]
    }

    /// Returns whether it is on an arm of one of these sides, below the shoulder.
    pub(super) fn is_on_arm(&self, sides: &[Side]) -> bool {
        let bone = self.bone();
        sides.iter().any(|&side| {
            let hand = [Bone::Hand(side), Bone::Thumb(side), Bone::Fingers1(side), Bone::Fingers2(side)];
            let arm = [Bone::UpperArmTwist(side), Bone::Forearm(side), Bone::ForearmTwist(side)];
            hand.contains(&bone) || arm.contains(&bone)
        })
    }

    /// Returns where each bone that carries it would have it, with its share: the mean is where it is, and as they
    /// turn, so it moves. What turns it about its centre is all of them alike.
    pub(super) fn carried(&self, rest: &Rest, frames: &Frames) -> Vec<(usize, f64, DVec3)> {
        let spoke = frames.spoke(&self.0);
        let carriers = self.0.weights.iter().filter(|(_, share)| *share > 0);
        let carried = carriers.map(|&(bone, share)| {
            let bone = usize::from(bone);
            let centre = frames.point(rest, Bone::ALL[bone], self.0.centre.as_dvec3());
            (bone, f64::from(share) / 255.0, centre + spoke)
        });
        carried.collect()
    }

    /// Returns where it is, and which way the skin faces there.
    pub(super) fn placed(&self, frames: &Frames) -> (DVec3, DVec3) {
        frames.skin(&self.0)
    }

    /// Returns where it is.
    pub(super) fn at(&self, frames: &Frames) -> DVec3 {
        frames.skin_at(&self.0)
    }

    /// Returns which way the skin faces there.
    pub(super) fn normal(&self, frames: &Frames) -> DVec3 {
        frames.skin(&self.0).1
    }
}
