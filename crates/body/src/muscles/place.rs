//! Places of the left half of the body by which muscles are described, and where they are on a certain skin.
//!
//! Each place is a point inside the body and a direction; it lies where that way out leaves the skin. So the same
//! words find the same place on every build.

use glam::DVec3;

use super::ray::{Hit, Skin};
use crate::shape::{Bone, Marker, Shape};
use crate::side::Side;
use crate::skeleton::Rest;

/// A place on the skin of the left half of the body.
///
/// Heights of the trunk and neck are vertebrae counted down from the skull ([`c`], [`t`], [`l`], [`s`]). A place is
/// so many shoulder breadths aside, from the midplane to the shoulder joint. Azimuths are degrees about what is
/// inside: 0 in front, 90 on the body's left, 180 behind, 270 on its right, which is the inner side of a limb.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// On the front, so far aside and that high.
    Front(f64, f64),
    /// On the back, so far aside and that high.
    Back(f64, f64),
    /// Around the spine at an azimuth, that high; on the neck and the skull.
    Neck(f64, f64),
    /// Around the middle of the trunk at an azimuth, that high.
    Trunk(f64, f64),
    /// On top of the shoulder, so far aside.
    Top(f64),
    /// From a joint in a direction of the modelled body.
    Joint(Joint, [f64; 3]),
    /// Along a limb, from 0 at the upper joint to 1 at the lower, at an azimuth as the limb hangs.
    Limb(Limb, f64, f64),
    /// Under the foot: from 0 at the heel over 1 at the ball to the toes, and from −1 at the inner edge to 1.
    Sole(f64, f64),
}

/// A joint from which a direction leads to the skin.
#[derive(Clone, Copy, Debug)]
pub(super) enum Joint {
    Shoulder,
    Hip,
}

/// A limb, or rather half of one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limb {
    UpperArm,
    Forearm,
    Thigh,
    Shin,
}

/// The height of a vertebra of the neck; what is above the first belongs to the skull.
pub(super) const fn c(number: f64) -> f64 {
    number
}

/// The height of a vertebra of the chest.
pub(super) const fn t(number: f64) -> f64 {
    7.0 + number
}

/// The height of a vertebra of the low back. The fourth is as high as the crest of the hip bone.
pub(super) const fn l(number: f64) -> f64 {
    19.0 + number
}

/// The height of a piece of the sacrum; the fifth is as high as the hip joint and the tip of the tail bone.
pub(super) const fn s(number: f64) -> f64 {
    24.0 + number
}

/// How far down from the root of the neck to the hip joints some vertebrae are.
const LEVELS: [(f64, f64); 4] = [(c(7.0), 0.0), (t(12.0), 0.527), (l(5.0), 0.835), (s(5.0), 1.0)];

/// The places of a certain shape.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) shape: &'a Shape,
    pub(super) rest: &'a Rest,
    pub(super) skin: &'a Skin,
}

impl Places<'_> {
    /// Returns where a place is on the skin, and which way the skin faces there.
    pub(super) fn find(&self, place: Place) -> Hit {
        let (from, towards) = self.way(place);
        // The midplane is the edge of the half that is searched.
        let from = DVec3::new(from.x.max(0.001), from.y, from.z);
        let towards = towards.normalize_or(DVec3::Y);
        self.skin.leave(self.shape, from, towards).unwrap_or(Hit { point: from, normal: towards })
    }

    /// Returns a point inside the body and the direction in which the place is.
    fn way(&self, place: Place) -> (DVec3, DVec3) {
        let left = Side::Left;
        let head = |bone: Bone| self.shape.bone_head(bone);
        let shoulder = head(Bone::UpperArm(left));
        match place {
            Place::Front(aside, level) => (self.spine(level) + DVec3::X * shoulder.x * aside, DVec3::Z),
            Place::Back(aside, level) => (self.spine(level) + DVec3::X * shoulder.x * aside, DVec3::NEG_Z),
            Place::Neck(azimuth, level) => (self.spine(level), around(azimuth)),
            Place::Trunk(azimuth, level) => {
                let front = self.find(Place::Front(0.0, level)).point;
                let back = self.find(Place::Back(0.0, level)).point;
                (front.midpoint(back), around(azimuth))
            }
            Place::Top(aside) => {
                let clavicle = head(Bone::Shoulder(left));
                (DVec3::new(shoulder.x * aside, shoulder.y - 0.02, clavicle.z), DVec3::Y)
            }
            Place::Joint(joint, towards) => {
                let bone = match joint {
                    Joint::Shoulder => Bone::UpperArm(left),
                    Joint::Hip => Bone::Thigh(left),
                };
                (head(bone), DVec3::from_array(towards))
            }
            Place::Limb(limb, along, azimuth) => {
                let (from, to) = match limb {
                    Limb::UpperArm => (Bone::UpperArm(left), Bone::Forearm(left)),
                    Limb::Forearm => (Bone::Forearm(left), Bone::Hand(left)),
                    Limb::Thigh => (Bone::Thigh(left), Bone::Shin(left)),
                    Limb::Shin => (Bone::Shin(left), Bone::Foot(left)),
                };
                let as_modelled = self.rest.to_zero(from).transpose();
                (head(from).lerp(head(to), along), as_modelled * around(azimuth))
            }
            Place::Sole(along, across) => {
                let marker = |marker| self.shape.marker(marker, Some(left));
                let (heel, ball) = (marker(Marker::HeelBottom), marker(Marker::Ball));
                let breadth = (marker(Marker::LittleToe) - marker(Marker::BigToe)) * DVec3::X;
                (heel.lerp(ball, along) + breadth * across + DVec3::Y * 0.012, DVec3::NEG_Y)
            }
        }
    }

    /// Returns where the spine is at a height: the vertebrae are evenly apart between some whose heights are known.
    fn spine(&self, level: f64) -> DVec3 {
        let skull = self.shape.bone_head(Bone::Head);
        let neck = self.shape.bone_head(Bone::Neck01);
        let hips = self.shape.bone_head(Bone::Thigh(Side::Left));
        let height = if level < c(7.0) {
            neck.y + (skull.y - neck.y) * (1.0 - level / c(7.0))
        } else {
            neck.y + (hips.y - neck.y) * between(&LEVELS, level)
        };
        let bones = [
            Bone::Head,
            Bone::Neck03,
            Bone::Neck02,
            Bone::Neck01,
            Bone::Spine01,
            Bone::Spine02,
            Bone::Spine03,
            Bone::Spine04,
            Bone::Pelvis,
        ];
        let depths = bones.map(|bone| self.shape.bone_head(bone)).map(|head| (-head.y, head.z));
        DVec3::new(0.0, height, between(&depths, -height))
    }
}

/// Returns the horizontal direction of an azimuth in degrees.
fn around(azimuth: f64) -> DVec3 {
    let (sin, cos) = libm::sincos(azimuth.to_radians());
    DVec3::new(sin, 0.0, cos)
}

/// Returns the value at a place between known ones, which are in ascending order; outside the outermost its value.
fn between(known: &[(f64, f64)], at: f64) -> f64 {
    let after = known.iter().position(|(place, _)| *place > at);
    match after {
        Some(0) => known[0].1,
        Some(after) => {
            let ((from, low), (to, high)) = (known[after - 1], known[after]);
            low + (high - low) * (at - from) / (to - from)
        }
        None => known.last().map_or(0.0, |(_, value)| *value),
    }
}
