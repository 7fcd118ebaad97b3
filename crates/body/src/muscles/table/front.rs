//! The muscles of the chest and the belly.

use crate::muscles::place::Limb::UpperArm;
use crate::muscles::place::Place::{Around, Front, Limb};
use crate::muscles::place::{l, s, t};
use crate::muscles::sheet::Sheet;

/// Outer faces of ribs 1–9 → inner border of the shoulder blade, round the chest and below the blade.
pub(super) const SERRATUS_ANTERIOR: &[Sheet] = &[Sheet::broad(&[
    &[Around(68.0, t(6.5)), Around(62.0, t(8.5)), Around(72.0, t(11.0))],
    &[Around(110.0, t(6.0)), Around(116.0, t(7.0)), Around(126.0, t(8.3))],
])];

/// Inner half of the collar bone, breastbone, cartilages of ribs 1–6 → front of the upper arm.
pub(super) const PECTORALIS_MAJOR: &[Sheet] = &[Sheet::broad(&[
    &[Front(0.5, t(2.2)), Front(0.1, t(3.0)), Front(0.08, t(6.5)), Front(0.2, t(8.6)), Front(0.45, t(8.8))],
    &[
        Front(0.82, t(3.0)),
        Front(0.82, t(3.6)),
        Front(0.84, t(4.3)),
        Front(0.84, t(4.9)),
        Front(0.84, t(5.4)),
    ],
    &[Limb(UpperArm, 0.28, 15.0), Limb(UpperArm, 0.26, 345.0), Limb(UpperArm, 0.24, 315.0)],
])];

/// Ribs 3–5 → coracoid process of the shoulder blade.
pub(super) const PECTORALIS_MINOR: &[Sheet] = &[Sheet::strap(&[
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
    &[Around(38.0, t(10.5)), Around(70.0, t(11.0)), Around(100.0, t(12.0)), Around(125.0, l(0.7))],
    &[Around(38.0, l(2.0)), Around(66.0, l(2.0)), Around(100.0, l(2.0)), Around(128.0, l(2.0))],
    &[Front(0.5, s(0.8)), Around(62.0, l(4.7)), Around(95.0, l(3.9)), Around(122.0, l(3.6))],
])];
