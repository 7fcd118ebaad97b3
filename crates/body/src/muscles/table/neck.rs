//! The muscles of the neck.

use crate::muscles::place::Place::{Around, Back, Front, Top};
use crate::muscles::place::{c, t};
use crate::muscles::sheet::Sheet;

/// Transverse processes of C1–C4 → upper corner of the shoulder blade down to the root of its spine.
pub(super) const LEVATOR_SCAPULAE: &[Sheet] = &[Sheet::strap(&[
    &[Around(112.0, c(1.5)), Around(128.0, c(3.5))],
    &[Around(122.0, c(5.0)), Around(142.0, c(5.5))],
    &[Back(0.42, t(1.5)), Back(0.42, t(2.5))],
])];

/// Ligament of the neck and spines of C7–T6 → mastoid and side of the skull's lower edge; C1–C3.
pub(super) const SPLENIUS: &[Sheet] = &[Sheet::strap(&[
    &[Around(178.0, c(3.5)), Back(0.03, t(4.5))],
    &[Around(160.0, c(2.0)), Around(150.0, c(5.0))],
    &[Around(145.0, c(-0.3)), Around(118.0, c(0.6))],
])];

/// Top of the breastbone and inner third of the collar bone → mastoid.
pub(super) const STERNOCLEIDOMASTOID: &[Sheet] = &[Sheet::strap(&[
    &[Front(0.08, t(2.0)), Front(0.3, t(1.7))],
    &[Around(55.0, c(5.5)), Around(75.0, c(5.0))],
    &[Around(95.0, c(0.8)), Around(112.0, c(0.0))],
])];

/// Transverse processes of C3–C6 → first two ribs, behind the collar bone.
pub(super) const SCALENES: &[Sheet] =
    &[Sheet::strap(&[&[Around(88.0, c(3.5)), Around(105.0, c(4.0))], &[Top(0.34), Top(0.48)]])];

/// Front of the vertebrae C1–T3, shown on the throat to either side of the windpipe.
pub(super) const DEEP_NECK_FLEXORS: &[Sheet] = &[Sheet::strap(&[
    &[Around(8.0, c(5.0)), Around(38.0, c(4.5))],
    &[Front(0.02, t(1.5)), Front(0.13, t(1.5))],
])];
