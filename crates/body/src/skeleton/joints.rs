//! The joints: which angles turn which bones, and how.

use glam::{DMat3, DVec3};

use super::rest::Rest;
use super::{about_x, about_y, about_z, on};
use crate::angle::AngleName;
use crate::placement::Angles;
use crate::shape::Bone;
use crate::side::Side;

/// A joint: angles that together turn one bone, or a row of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    Pelvis,
    Lumbar,
    Thoracic,
    Neck,
    Scapula(Side),
    Shoulder(Side),
    Elbow(Side),
    Forearm(Side),
    Wrist(Side),
    Fingers(Side),
    Hip(Side),
    Knee(Side),
    Ankle(Side),
    Toes(Side),
}

/// An angle of a joint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dof {
    pub(crate) joint: Joint,
    pub(crate) name: AngleName,
}

/// How much of the neck's, chest's and low back's bend each of their bones takes, from below.
const LUMBAR: [f64; 2] = [0.5, 0.5];
const THORACIC: [f64; 3] = [0.36, 0.34, 0.3];
const NECK: [f64; 4] = [0.22, 0.22, 0.22, 0.34];

/// How far the collar bone rises for each degree that the shoulder blade turns upward: about 30° when the
/// arm is straight up and the blade at 60° (Inman, Saunders and Abbott 1944).
const CLAVICLE_RISE: f64 = 0.45;
/// How far it goes back meanwhile.
const CLAVICLE_BACK: f64 = 0.15;

impl Joint {
    /// Every joint, each after those that carry it.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Pelvis,
        Self::Lumbar,
        Self::Thoracic,
        Self::Neck,
        Self::Scapula(Side::Left),
        Self::Shoulder(Side::Left),
        Self::Elbow(Side::Left),
        Self::Forearm(Side::Left),
        Self::Wrist(Side::Left),
        Self::Fingers(Side::Left),
        Self::Hip(Side::Left),
        Self::Knee(Side::Left),
        Self::Ankle(Side::Left),
        Self::Toes(Side::Left),
        Self::Scapula(Side::Right),
        Self::Shoulder(Side::Right),
        Self::Elbow(Side::Right),
        Self::Forearm(Side::Right),
        Self::Wrist(Side::Right),
        Self::Fingers(Side::Right),
        Self::Hip(Side::Right),
        Self::Knee(Side::Right),
        Self::Ankle(Side::Right),
        Self::Toes(Side::Right),
    ];

    /// Returns the side of a paired joint.
    pub(crate) fn side(self) -> Option<Side> {
        match self {
            Self::Pelvis | Self::Lumbar | Self::Thoracic | Self::Neck => None,
            Self::Scapula(side)
            | Self::Shoulder(side)
            | Self::Elbow(side)
            | Self::Forearm(side)
            | Self::Wrist(side)
            | Self::Fingers(side)
            | Self::Hip(side)
            | Self::Knee(side)
            | Self::Ankle(side)
            | Self::Toes(side) => Some(side),
        }
    }

    /// Returns the same joint of the other side.
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Pelvis | Self::Lumbar | Self::Thoracic | Self::Neck => self,
            Self::Scapula(side) => Self::Scapula(side.other()),
            Self::Shoulder(side) => Self::Shoulder(side.other()),
            Self::Elbow(side) => Self::Elbow(side.other()),
            Self::Forearm(side) => Self::Forearm(side.other()),
            Self::Wrist(side) => Self::Wrist(side.other()),
            Self::Fingers(side) => Self::Fingers(side.other()),
            Self::Hip(side) => Self::Hip(side.other()),
            Self::Knee(side) => Self::Knee(side.other()),
            Self::Ankle(side) => Self::Ankle(side.other()),
            Self::Toes(side) => Self::Toes(side.other()),
        }
    }

    /// Returns the angles that turn it. A shoulder's swing has its two parts in place of plane and elevation.
    pub(crate) fn angles(self) -> &'static [AngleName] {
        use AngleName::*;
        match self {
            Self::Pelvis => &[PelvisTilt, PelvisTurn, PelvisList],
            Self::Lumbar => &[LumbarFlexion, LumbarRotation, LumbarSideBend],
            Self::Thoracic => &[ThoracicFlexion, ThoracicRotation, ThoracicSideBend],
            Self::Neck => &[NeckFlexion, NeckRotation, NeckSideBend],
            Self::Scapula(_) => {
                &[ScapulaUpwardRotation, ScapulaElevation, ScapulaProtraction, ScapulaPosteriorTilt]
            }
            Self::Shoulder(_) => &[ShoulderPlane, ShoulderElevation, ShoulderRotation],
            Self::Elbow(_) => &[ElbowFlexion],
            Self::Forearm(_) => &[ForearmPronation],
            Self::Wrist(_) => &[WristFlexion, WristRadialDeviation],
            Self::Fingers(_) => &[FingersFlexion],
            Self::Hip(_) => &[HipFlexion, HipAbduction, HipRotation],
            Self::Knee(_) => &[KneeFlexion],
            Self::Ankle(_) => &[AnkleDorsiflexion],
            Self::Toes(_) => &[ToesExtension],
        }
    }

    /// Returns the bones about whose beginnings it turns, the lowest first.
    pub(crate) fn pivots(self) -> Vec<Bone> {
        match self {
            Self::Pelvis => vec![Bone::Pelvis],
            Self::Lumbar => vec![Bone::Spine05, Bone::Spine04],
            Self::Thoracic => vec![Bone::Spine03, Bone::Spine02, Bone::Spine01],
            Self::Neck => vec![Bone::Neck01, Bone::Neck02, Bone::Neck03, Bone::Head],
            Self::Scapula(side) => vec![Bone::Clavicle(side)],
            Self::Shoulder(side) => vec![Bone::UpperArm(side)],
            Self::Elbow(side) => vec![Bone::Forearm(side)],
            Self::Forearm(side) | Self::Wrist(side) => vec![Bone::Hand(side)],
            Self::Fingers(side) => vec![Bone::Fingers1(side), Bone::Fingers2(side)],
            Self::Hip(side) => vec![Bone::Thigh(side)],
            Self::Knee(side) => vec![Bone::Shin(side)],
            Self::Ankle(side) => vec![Bone::Foot(side)],
            Self::Toes(side) => vec![Bone::Toes(side)],
        }
    }

    /// Returns how much of the rotation each of its bones takes.
    pub(crate) fn shares(self) -> &'static [f64] {
        match self {
            Self::Lumbar => &LUMBAR,
            Self::Thoracic => &THORACIC,
            Self::Neck => &NECK,
            Self::Fingers(_) => &[1.0, 0.8],
            _ => &[1.0],
        }
    }

    /// Returns the rotation of the whole joint against the bone that carries it, from anatomical zero.
    pub(crate) fn rotation(self, angles: &Angles) -> DMat3 {
        let at = |name: AngleName| angles.get(name, self.side());
        match self {
            Self::Pelvis => {
                about_y(at(AngleName::PelvisTurn))
                    * about_x(at(AngleName::PelvisTilt))
                    * about_z(-at(AngleName::PelvisList))
            }
            Self::Lumbar => spine(
                at(AngleName::LumbarFlexion),
                at(AngleName::LumbarRotation),
                at(AngleName::LumbarSideBend),
            ),
            Self::Thoracic => spine(
                at(AngleName::ThoracicFlexion),
                at(AngleName::ThoracicRotation),
                at(AngleName::ThoracicSideBend),
            ),
            Self::Neck => {
                spine(at(AngleName::NeckFlexion), at(AngleName::NeckRotation), at(AngleName::NeckSideBend))
            }
            Self::Scapula(side) => {
                let upward = at(AngleName::ScapulaUpwardRotation);
                let rise = at(AngleName::ScapulaElevation) + CLAVICLE_RISE * upward;
                let forward = at(AngleName::ScapulaProtraction) - CLAVICLE_BACK * upward;
                on(side, about_y(-forward) * about_z(rise))
            }
            Self::Shoulder(side) => {
                let [lateral, forward] = angles.swing(side);
                on(side, swing(lateral, forward) * about_y(at(AngleName::ShoulderRotation)))
            }
            Self::Elbow(_) => about_x(-at(AngleName::ElbowFlexion)),
            Self::Forearm(side) => on(side, about_y(-at(AngleName::ForearmPronation))),
            Self::Wrist(side) => on(
                side,
                about_z(-at(AngleName::WristFlexion)) * about_x(-at(AngleName::WristRadialDeviation)),
            ),
            Self::Fingers(side) => on(side, about_z(-at(AngleName::FingersFlexion))),
            Self::Hip(side) => on(
                side,
                about_x(-at(AngleName::HipFlexion))
                    * about_z(at(AngleName::HipAbduction))
                    * about_y(at(AngleName::HipRotation)),
            ),
            Self::Knee(_) => about_x(at(AngleName::KneeFlexion)),
            Self::Ankle(_) => about_x(-at(AngleName::AnkleDorsiflexion)),
            Self::Toes(_) => about_x(-at(AngleName::ToesExtension)),
        }
    }
}

/// Bending forward, then turning, then bending sideways, in radians.
fn spine(flexion: f64, rotation: f64, side_bend: f64) -> DMat3 {
    about_x(flexion) * about_y(rotation) * about_z(-side_bend)
}

/// Returns the rotation that takes a hanging left arm straight along a swing, without turning it about itself.
fn swing(lateral: f64, forward: f64) -> DMat3 {
    let angle = libm::hypot(lateral, forward);
    if angle < 1e-12 {
        return DMat3::IDENTITY;
    }
    // Down turns towards (lateral, 0, forward) about the axis that is perpendicular to both.
    about(DVec3::new(-forward, 0.0, lateral) / angle, angle)
}

/// Returns the rotation about a unit axis (Rodrigues).
pub(super) fn about(axis: DVec3, radians: f64) -> DMat3 {
    let (s, c) = libm::sincos(radians);
    let cross = DMat3::from_cols(
        DVec3::new(0.0, axis.z, -axis.y),
        DVec3::new(-axis.z, 0.0, axis.x),
        DVec3::new(axis.y, -axis.x, 0.0),
    );
    DMat3::IDENTITY + cross * s + cross * cross * (1.0 - c)
}

/// Returns a share of a rotation: about the same axis, by so much of the angle.
pub(super) fn share(rotation: DMat3, share: f64) -> DMat3 {
    if (share - 1.0).abs() < 1e-12 {
        return rotation;
    }
    let twice_sine = DVec3::new(
        rotation.y_axis.z - rotation.z_axis.y,
        rotation.z_axis.x - rotation.x_axis.z,
        rotation.x_axis.y - rotation.y_axis.x,
    );
    let trace = rotation.x_axis.x + rotation.y_axis.y + rotation.z_axis.z;
    let length = twice_sine.length();
    if length < 1e-12 {
        return DMat3::IDENTITY;
    }
    about(twice_sine / length, share * libm::atan2(length, trace - 1.0))
}

/// Returns how far the upper arm is turned about itself, against the shortest way from the model to where it
/// points, and the rotation of that shortest way.
pub(super) fn untwisted(rest: &Rest, bone: Bone, rotation: DMat3) -> DMat3 {
    let from = rest.to_zero(bone).transpose() * DVec3::NEG_Y;
    let to = rotation * from;
    let axis = from.cross(to);
    let sine = axis.length();
    if sine < 1e-9 {
        return DMat3::IDENTITY;
    }
    about(axis / sine, libm::atan2(sine, from.dot(to)))
}
