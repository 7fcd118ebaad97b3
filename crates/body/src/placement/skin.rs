//! Points of the skin, and where they are on a placed body.

use glam::DVec3;

use crate::shape::{Bone, Shape};
use crate::skeleton::{Frames, Rest};

/// A point of the skin: where it is in the model, and which bones carry it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SkinPoint {
    model: DVec3,
    normal: DVec3,
    bones: Vec<(usize, f64)>,
}

impl SkinPoint {
    pub(super) fn of(shape: &Shape, vertex: usize) -> Self {
        let bones = shape.weights()[vertex]
            .iter()
            .filter(|(_, weight)| *weight > 0)
            .map(|&(bone, weight)| (usize::from(bone), f64::from(weight) / 255.0))
            .collect();
        Self {
            model: shape.positions()[vertex].as_dvec3(),
            normal: shape.normals()[vertex].as_dvec3(),
            bones,
        }
    }

    /// Returns the same point of the other side.
    pub(super) fn mirrored(&self) -> Self {
        let flipped = |v: DVec3| DVec3::new(-v.x, v.y, v.z);
        let bones = self.bones.iter().map(|&(bone, w)| (Bone::ALL[bone].mirrored().index(), w)).collect();
        Self { model: flipped(self.model), normal: flipped(self.normal), bones }
    }

    /// Returns the bone that carries most of it.
    pub(super) fn bone(&self) -> Bone {
        let most = self.bones.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        most.map_or(Bone::Pelvis, |(bone, _)| Bone::ALL[*bone])
    }

    /// Returns where each bone that carries it would have it, with its share.
    pub(super) fn carried(&self, rest: &Rest, frames: &Frames) -> Vec<(usize, f64, DVec3)> {
        let at = |bone: usize| frames.point(rest, Bone::ALL[bone], self.model);
        self.bones.iter().map(|&(bone, share)| (bone, share, at(bone))).collect()
    }

    /// Returns where it is.
    pub(super) fn at(&self, rest: &Rest, frames: &Frames) -> DVec3 {
        let at = |&(bone, share): &(usize, f64)| frames.point(rest, Bone::ALL[bone], self.model) * share;
        self.bones.iter().map(at).sum()
    }

    /// Returns which way the skin faces there.
    pub(super) fn normal(&self, frames: &Frames) -> DVec3 {
        let turned = |&(bone, share): &(usize, f64)| frames.rotation(Bone::ALL[bone]) * self.normal * share;
        self.bones.iter().map(turned).sum::<DVec3>().normalize_or_zero()
    }
}
