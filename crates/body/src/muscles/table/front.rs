//! The muscles of the chest and the belly.

use crate::muscles::place::Limb::UpperArm;
use crate::muscles::place::Place::{Front, Limb, Trunk};
use crate::muscles::place::{l, s, t};
use crate::muscles::sheet::Sheet;

/// Outer faces of ribs 1–9 → inner border of the shoulder blade, round the chest and below the blade.
pub(super) const SERRATUS_ANTERIOR: &[Sheet] = &[Sheet::broad(&[
    &[Trunk(76.0, t(8.0)), Trunk(62.0, t(8.8)), Trunk(72.0, t(10.8))],
    &[Trunk(108.0, t(8.2)), Trunk(114.0, t(8.5)), Trunk(122.0, t(9.0))],
])];

/// Inner half of the collar bone, breastbone, cartilages of ribs 1–6 → front of the upper arm.
pub(super) const PECTORALIS_MAJOR: &[Sheet] = &[Sheet::broad(&[
    &[Front(0.5, t(2.2)), Front(0.1, t(3.0)), Front(0.08, t(6.5)), Front(0.2, t(8.2)), Front(0.45, t(8.0))],
    &[
        Front(0.82, t(3.0)),
        Front(0.82, t(3.6)),
        Front(0.84, t(4.3)),
        Front(0.84, t(4.9)),
        Front(0.84, t(5.4)),
    ],
    &[Limb(UpperArm, 0.3, 358.0), Limb(UpperArm, 0.31, 340.0), Limb(UpperArm, 0.32, 325.0)],
])];

/// Ribs 3–5 → coracoid process of the shoulder blade.
pub(super) const PECTORALIS_MINOR: &[Sheet] = &[Sheet::broad(&[
    &[Front(0.42, t(4.8)), Front(0.6, t(7.2))],
    &[Front(0.74, t(2.6)), Front(0.8, t(3.0))],
])];

/// Cartilages of ribs 5–7 and tip of the breastbone → pubic bone.
pub(super) const RECTUS_ABDOMINIS: &[Sheet] = &[Sheet::broad(&[
    &[Front(0.05, t(9.5)), Front(0.42, t(9.3))],
    &[Front(0.05, l(3.0)), Front(0.42, l(3.0))],
    &[Front(0.04, s(4.3)), Front(0.14, s(4.0))],
])];

/// Ribs 5–12 and fascia of the low back → crest of the hip bone, groin and sheath of the straight muscle.
pub(super) const OBLIQUES: &[Sheet] = &[Sheet::broad(&[
    &[Trunk(36.0, t(10.3)), Trunk(62.0, t(10.5)), Trunk(92.0, t(11.5)), Trunk(122.0, l(0.5))],
    &[Trunk(34.0, l(2.0)), Trunk(62.0, l(2.0)), Trunk(92.0, l(2.0)), Trunk(125.0, l(2.0))],
    &[Front(0.45, s(0.8)), Trunk(58.0, l(4.8)), Trunk(90.0, l(4.0)), Trunk(120.0, l(3.6))],
])];
