//! How the bones carry the skin: the one definition, for whoever draws the body and whoever lays it on a floor.
//!
//! A vertex that one bone carries is fixed to it. Where several do, the middle of the limb goes to the mean of where
//! each would have it (linear blend skinning), and the vertex turns about that middle as its bones turn on average
//! (Le and Hodgins 2016, "Real-time skeletal skinning with optimized centers of rotation"). So a bent knee stays as
//! thick as a straight one.

use glam::{DMat3, DQuat, DVec3};

use super::rest::Rest;
use crate::shape::{BONES, Bone, SkinVertex};

/// The shares of a whole.
const WHOLE: f64 = 255.0;

/// What a bone does with a point of the model: turned by three columns, and shifted; the same turn as a quaternion.
/// Divided by [`WHOLE`], so that shares need not be.
type Carrier = [f64; 16];

/// How every bone carries the skin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Carriers([Carrier; BONES]);

impl Default for Carriers {
    /// Bones that carry everything to the origin.
    fn default() -> Self {
        Self([[0.0; 16]; BONES])
    }
}

impl Carriers {
    /// Returns how bones carry the skin that are turned so from the model and begin there.
    pub(super) fn new(rest: &Rest, rotations: &[DMat3; BONES], heads: &[DVec3; BONES]) -> Self {
        let mut spins = [DQuat::IDENTITY; BONES];
        let mut carriers = [[0.0; 16]; BONES];
        for (place, &bone) in Bone::ALL.iter().enumerate() {
            let turn = rotations[place];
            let spin = DQuat::from_mat3(&turn);
            // Of the two quaternions of every turn, the one that is near that of the bone before: so the mean of
            // neighbours is between them.
            let before = bone.parent().map_or(DQuat::IDENTITY, |parent| spins[parent.index()]);
            spins[place] = if before.dot(spin) < 0.0 { -spin } else { spin };
            let shift = heads[place] - turn * rest.head(bone);
            let columns = [turn.x_axis, turn.y_axis, turn.z_axis, shift].map(|column| column.to_array());
            carriers[place][..12].copy_from_slice(columns.as_flattened());
            carriers[place][12..].copy_from_slice(&spins[place].to_array());
            carriers[place] = carriers[place].map(|value| value / WHOLE);
        }
        Self(carriers)
    }

    /// Returns where the skin is at a vertex, in metres, and which way it faces, of length 1.
    #[inline]
    pub(super) fn place(&self, vertex: &SkinVertex) -> (DVec3, DVec3) {
        let mean = self.mean(&vertex.weights);
        let faces = turned(&mean, vertex.normal.as_dvec3());
        (at(&mean, vertex), if is_alone(&vertex.weights) { faces } else { faces.normalize_or_zero() })
    }

    /// Returns where the skin is at a vertex, in metres.
    #[inline]
    pub(super) fn at(&self, vertex: &SkinVertex) -> DVec3 {
        at(&self.mean(&vertex.weights), vertex)
    }

    /// Returns how far a vertex is from the centre about which it turns, in the room.
    pub(super) fn spoke(&self, vertex: &SkinVertex) -> DVec3 {
        spun(&self.mean(&vertex.weights), vertex.position.as_dvec3() - vertex.centre.as_dvec3())
    }

    /// Returns the mean of what bones do, each by its share.
    #[inline]
    fn mean(&self, weights: &[(u8, u8); 4]) -> Carrier {
        let mut mean = [0.0; 16];
        for &(bone, share) in weights {
            // The largest come first.
            if share == 0 {
                break;
            }
            let share = f64::from(share);
            for (sum, value) in mean.iter_mut().zip(&self.0[usize::from(bone)]) {
                *sum += value * share;
            }
        }
        mean
    }
}

/// Returns where bones that do so on average have a vertex.
#[inline]
fn at(mean: &Carrier, vertex: &SkinVertex) -> DVec3 {
    if is_alone(&vertex.weights) {
        return turned(mean, vertex.position.as_dvec3()) + shift(mean);
    }
    let centre = vertex.centre.as_dvec3();
    turned(mean, centre) + shift(mean) + spun(mean, vertex.position.as_dvec3() - centre)
}

/// Returns whether one bone carries a vertex alone.
fn is_alone(weights: &[(u8, u8); 4]) -> bool {
    weights[0].1 == u8::MAX
}

#[inline]
fn turned(mean: &Carrier, by: DVec3) -> DVec3 {
    let [a, b, c, d, e, f, g, h, i, ..] = *mean;
    DVec3::new(a * by.x + d * by.y + g * by.z, b * by.x + e * by.y + h * by.z, c * by.x + f * by.y + i * by.z)
}

#[inline]
fn shift(mean: &Carrier) -> DVec3 {
    DVec3::new(mean[9], mean[10], mean[11])
}

/// Turns a point by the quaternion, whatever its length.
#[inline]
fn spun(mean: &Carrier, by: DVec3) -> DVec3 {
    let (axis, w) = (DVec3::new(mean[12], mean[13], mean[14]), mean[15]);
    let once = axis.cross(by) + by * w;
    by + axis.cross(once) * (2.0 / (axis.dot(axis) + w * w))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use std::collections::BTreeMap;

    use glam::{DVec3, Vec3};

    use crate::angle::{Angle, AngleName};
    use crate::placement::{Angles, Placement};
    use crate::position::Position;
    use crate::posture::Posture;
    use crate::shape::{BONES, Bone, SkinVertex};
    use crate::side::Side;
    use crate::skeleton::{Frames, Rest};

    const KNEE: Bone = Bone::Shin(Side::Left);

    /// A skeleton with nothing but a left leg that hangs down, and a right one in its place.
    fn bent(knee_degrees: f64) -> (Rest, Frames) {
        let degrees: BTreeMap<Angle, f64> =
            Angle::places(AngleName::KneeFlexion).map(|angle| (angle, knee_degrees)).collect();
        let posture = Posture::new(Position::Standing, &degrees, []).unwrap();
        let mut heads = [DVec3::ZERO; BONES];
        for (bone, height) in
            [(Bone::Thigh(Side::Left), 1.0), (Bone::ThighTwist(Side::Left), 0.75), (KNEE, 0.5)]
        {
            heads[bone.index()] = DVec3::new(0.1, height, 0.0);
        }
        let rest = Rest::straight(heads);
        let frames = Frames::of(&rest, &Placement { hips: DVec3::ZERO, angles: Angles::of(&posture) });
        (rest, frames)
    }

    fn vertex(position: Vec3, weights: [(u8, u8); 4]) -> SkinVertex {
        SkinVertex { position, normal: Vec3::Z, centre: Vec3::new(0.1, 0.5, 0.0), weights }
    }

    fn place(bone: Bone) -> u8 {
        u8::try_from(bone.index()).unwrap()
    }

    #[test]
    fn a_bent_knee_stays_as_thick_as_a_straight_one() {
        let weights = [(place(KNEE), 128), (place(Bone::ThighTwist(Side::Left)), 127), (0, 0), (0, 0)];
        let cap = vertex(Vec3::new(0.1, 0.5, 0.05), weights);
        for degrees in [0.0, 45.0, 90.0, 150.0] {
            let (_, frames) = bent(degrees);
            let (at, faces) = frames.skin(&cap);
            assert!((at.distance(frames.head(KNEE)) - 0.05).abs() < 1e-9, "{degrees}");
            assert!((faces.length() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn what_one_bone_carries_is_fixed_to_it() {
        let (rest, frames) = bent(70.0);
        let alone = vertex(Vec3::new(0.15, 0.3, 0.04), [(place(KNEE), 255), (0, 0), (0, 0), (0, 0)]);
        let (at, _) = frames.skin(&alone);
        assert!(at.distance(frames.point(&rest, KNEE, alone.position.as_dvec3())) < 1e-12);
    }
}
