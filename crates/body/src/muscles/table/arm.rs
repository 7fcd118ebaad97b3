//! The muscles of the shoulder and the arm.

use crate::muscles::place::Joint::Shoulder;
use crate::muscles::place::Limb::{Forearm, UpperArm};
use crate::muscles::place::Place::{Joint, Limb};
use crate::muscles::sheet::Sheet;

/// Outer third of the collar bone, acromion, spine of the shoulder blade → outer side of the upper arm.
pub(super) const DELTOID: &[Sheet] = &[Sheet::broad(&[
    &[
        Joint(Shoulder, [-0.5, 0.6, 0.9]),
        Joint(Shoulder, [0.1, 1.0, 0.3]),
        Joint(Shoulder, [0.1, 1.0, -0.3]),
        Joint(Shoulder, [-0.6, 0.5, -0.9]),
    ],
    &[
        Limb(UpperArm, 0.15, 25.0),
        Limb(UpperArm, 0.15, 70.0),
        Limb(UpperArm, 0.15, 110.0),
        Limb(UpperArm, 0.15, 155.0),
    ],
    &[Limb(UpperArm, 0.52, 80.0), Limb(UpperArm, 0.52, 95.0)],
])];

/// Coracoid process and rim of the shoulder's socket → radius.
pub(super) const BICEPS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(UpperArm, 0.28, 350.0), Limb(UpperArm, 0.28, 365.0)],
    &[Limb(UpperArm, 0.62, 325.0), Limb(UpperArm, 0.62, 360.0), Limb(UpperArm, 0.62, 395.0)],
    &[Limb(UpperArm, 0.97, 352.0), Limb(UpperArm, 0.97, 366.0)],
])];

/// Rim of the shoulder's socket and back of the upper arm → elbow.
pub(super) const TRICEPS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(UpperArm, 0.24, 165.0), Limb(UpperArm, 0.24, 215.0)],
    &[Limb(UpperArm, 0.55, 135.0), Limb(UpperArm, 0.55, 182.0), Limb(UpperArm, 0.55, 230.0)],
    &[Limb(UpperArm, 0.94, 168.0), Limb(UpperArm, 0.94, 192.0)],
])];

/// Inner knob of the elbow → palm and fingers.
pub(super) const FOREARM_FLEXORS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Forearm, 0.03, 285.0), Limb(Forearm, 0.03, 300.0)],
    &[Limb(Forearm, 0.35, 230.0), Limb(Forearm, 0.35, 278.0), Limb(Forearm, 0.35, 325.0)],
    &[Limb(Forearm, 0.9, 265.0), Limb(Forearm, 0.9, 290.0)],
])];

/// Outer knob of the elbow → back of the hand and fingers.
pub(super) const FOREARM_EXTENSORS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Forearm, 0.0, 80.0), Limb(Forearm, 0.0, 100.0)],
    &[Limb(Forearm, 0.35, 55.0), Limb(Forearm, 0.35, 102.0), Limb(Forearm, 0.35, 150.0)],
    &[Limb(Forearm, 0.9, 75.0), Limb(Forearm, 0.9, 110.0)],
])];
