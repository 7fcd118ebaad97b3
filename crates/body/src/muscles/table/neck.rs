//! The muscles of the neck.

use crate::muscles::place::Place::{Back, Front, Neck, Top};
use crate::muscles::place::{c, t};
use crate::muscles::sheet::Sheet;

/// Transverse processes of C1–C4 → upper corner of the shoulder blade down to the root of its spine.
pub(super) const LEVATOR_SCAPULAE: &[Sheet] = &[Sheet::strap(&[
    &[Neck(112.0, c(1.5)), Neck(128.0, c(3.5))],
    &[Neck(122.0, c(5.0)), Neck(142.0, c(5.5))],
    &[Back(0.42, t(1.5)), Back(0.42, t(2.5))],
])];

/// Ligament of the neck and spines of C7–T6 → mastoid and side of the skull's lower edge; C1–C3.
pub(super) const SPLENIUS: &[Sheet] = &[Sheet::strap(&[
    &[Neck(178.0, c(3.5)), Back(0.03, t(4.5))],
    &[Neck(160.0, c(2.0)), Neck(150.0, c(5.0))],
    &[Neck(145.0, c(-0.3)), Neck(118.0, c(0.6))],
])];

/// Top of the breastbone and inner third of the collar bone → mastoid.
pub(super) const STERNOCLEIDOMASTOID: &[Sheet] = &[Sheet::strap(&[
    &[Front(0.11, t(1.9)), Front(0.28, t(1.5))],
    &[Neck(60.0, c(5.5)), Neck(76.0, c(5.0))],
    &[Neck(95.0, c(0.8)), Neck(112.0, c(0.0))],
])];

/// Transverse processes of C3–C6 → first two ribs, behind the collar bone.
pub(super) const SCALENES: &[Sheet] =
    &[Sheet::strap(&[&[Neck(88.0, c(3.5)), Neck(105.0, c(4.0))], &[Top(0.34), Top(0.48)]])];

/// Front of the vertebrae C1–T3, shown on the throat to either side of the windpipe.
pub(super) const DEEP_NECK_FLEXORS: &[Sheet] =
    &[Sheet::strap(&[&[Neck(8.0, c(5.0)), Neck(38.0, c(4.5))], &[Front(0.02, t(1.5)), Front(0.13, t(1.5))]])];
