//! The skeleton of a shape as it was modelled, and the way from there to the zero of every angle.

use glam::{DMat3, DVec3};

use super::on;
use crate::shape::{BONES, Bone, Marker, Shape};
use crate::side::Side;

/// The skeleton of a shape: where each bone begins, and how it has to turn to stand at zero.
#[derive(Clone, Debug)]
pub struct Rest {
    heads: [DVec3; BONES],
    to_zero: [DMat3; BONES],
    /// How much the left forearm is twisted in the model, in radians of pronation.
    twist: f64,
}

impl Rest {
    /// Returns the skeleton of a shape.
    #[must_use]
    pub fn of(shape: &Shape) -> Self {
        let mut rest = Self { heads: [DVec3::ZERO; BONES], to_zero: [DMat3::IDENTITY; BONES], twist: 0.0 };
        for &bone in Bone::ALL {
            rest.heads[bone.index()] = shape.bone_head(bone);
        }
        let left = Left::of(shape);
        rest.twist = left.twist;
        for side in [Side::Left, Side::Right] {
            let mut set = |bone: Bone, left: DMat3| rest.to_zero[bone.index()] = on(side, left);
            for bone in [Bone::UpperArm(side), Bone::UpperArmTwist(side)] {
                set(bone, left.upper_arm);
            }
            for bone in [Bone::Forearm(side), Bone::ForearmTwist(side)] {
                set(bone, left.forearm);
            }
            for bone in [Bone::Hand(side), Bone::Thumb(side), Bone::Fingers1(side), Bone::Fingers2(side)] {
                set(bone, left.hand);
            }
            for bone in [Bone::Thigh(side), Bone::ThighTwist(side)] {
                set(bone, left.thigh);
            }
            for bone in [Bone::Shin(side), Bone::ShinTwist(side)] {
                set(bone, left.shin);
            }
        }
        rest
    }

    /// Returns a skeleton that stands at zero in its model.
    #[cfg(test)]
    pub(super) fn straight(heads: [DVec3; BONES]) -> Self {
        Self { heads, to_zero: [DMat3::IDENTITY; BONES], twist: 0.0 }
    }

    /// Returns where a bone begins in the model, in metres.
    #[must_use]
    pub fn head(&self, bone: Bone) -> DVec3 {
        self.heads[bone.index()]
    }

    /// Returns the rotation of a bone from the model to the zero of every angle.
    #[must_use]
    pub fn to_zero(&self, bone: Bone) -> DMat3 {
        self.to_zero[bone.index()]
    }

    /// Returns how much the forearms are pronated in the model, in radians.
    pub(super) fn twist(&self) -> f64 {
        self.twist
    }
}

/// The rotations of the left limbs' bones to zero.
struct Left {
    upper_arm: DMat3,
    forearm: DMat3,
    hand: DMat3,
    thigh: DMat3,
    shin: DMat3,
    twist: f64,
}

impl Left {
    fn of(shape: &Shape) -> Self {
        let side = Side::Left;
        let head = |bone: fn(Side) -> Bone| shape.bone_head(bone(side));
        let (shoulder, elbow, wrist) = (head(Bone::UpperArm), head(Bone::Forearm), head(Bone::Hand));
        let (hip, knee, ankle) = (head(Bone::Thigh), head(Bone::Shin), head(Bone::Foot));
        let knuckle = |n: usize| shape.marker(Marker::KNUCKLES[n], Some(side));
        let (upper, fore) = (elbow - shoulder, wrist - elbow);
        // At zero an elbow bends about the axis that points to the right: it takes down to forward.
        let elbow_axis = upper.cross(fore);
        let hanging = frame(DVec3::NEG_Y, DVec3::NEG_X);
        let hand_length = (knuckle(1) + knuckle(2)) / 2.0 - wrist;
        let thumb_side = knuckle(0) - knuckle(3);
        // The thumb's side is forward at zero.
        let thumb_forward = frame(DVec3::NEG_Y, DVec3::Z);
        let forearm = hanging * frame(fore, elbow_axis).transpose();
        // Where the thumb's side points once the forearm hangs: forward but for the twist, which turns it inward.
        let thumb = forearm * frame(fore, thumb_side).y_axis;
        let twist = libm::atan2(-thumb.x, thumb.z);
        Self {
            upper_arm: hanging * frame(upper, elbow_axis).transpose(),
            forearm,
            hand: thumb_forward * frame(hand_length, thumb_side).transpose(),
            thigh: frame(DVec3::NEG_Y, DVec3::X) * frame(knee - hip, DVec3::X).transpose(),
            shin: frame(DVec3::NEG_Y, DVec3::X) * frame(ankle - knee, DVec3::X).transpose(),
            twist,
        }
    }
}

/// Returns the axes along a direction and, as near as a right angle to it allows, along another; the third is
/// perpendicular to both.
fn frame(along: DVec3, towards: DVec3) -> DMat3 {
    let x = along.normalize();
    let y = (towards - x * x.dot(towards)).normalize();
    DMat3::from_cols(x, y, x.cross(y))
}

#[cfg(test)]
mod tests {
    use super::super::mirrored;
    use super::*;

    #[test]
    fn a_frame_is_right_angled() {
        let f = frame(DVec3::new(0.2, -1.0, 0.1), DVec3::new(0.9, 0.3, 0.0));
        assert!((f * f.transpose()).abs_diff_eq(DMat3::IDENTITY, 1e-12));
        assert!((f.determinant() - 1.0).abs() < 1e-12);
        assert_eq!(mirrored(mirrored(f)), f);
    }
}
