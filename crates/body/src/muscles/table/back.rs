//! The muscles of the back, and those that move the shoulder blade and the arm from behind.

use crate::muscles::place::Joint::Shoulder;
use crate::muscles::place::Place::{Back, Joint, Neck, Top, Trunk};
use crate::muscles::place::{c, l, s, t};
use crate::muscles::sheet::Sheet;

/// Upper edge of the neck on the skull, ligament of the neck → outer third of the collar bone.
pub(super) const UPPER_TRAPEZIUS: &[Sheet] = &[Sheet::broad(&[
    &[Neck(172.0, c(-0.7)), Neck(178.0, c(3.0)), Neck(178.0, c(6.5))],
    &[Neck(130.0, c(5.5)), Neck(145.0, c(6.0)), Neck(155.0, c(7.0))],
    &[Top(0.62), Top(0.75), Top(0.92)],
])];

/// Spines of C7–T3 → acromion and spine of the shoulder blade.
pub(super) const MIDDLE_TRAPEZIUS: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.0, c(7.2)), Back(0.0, t(3.0))],
    &[Joint(Shoulder, [-0.2, 0.9, -0.9]), Back(0.6, t(2.7))],
])];

/// Spines of T4–T12 → inner end of the shoulder blade's spine.
pub(super) const LOWER_TRAPEZIUS: &[Sheet] =
    &[Sheet::broad(&[&[Back(0.0, t(4.2)), Back(0.0, t(12.0))], &[Back(0.54, t(3.0)), Back(0.38, t(3.7))]])];

/// Spines of C7–T5 → inner border of the shoulder blade, from the root of its spine to its lower corner.
pub(super) const RHOMBOIDS: &[Sheet] =
    &[Sheet::broad(&[&[Back(0.05, c(7.3)), Back(0.05, t(4.8))], &[Back(0.4, t(3.0)), Back(0.46, t(6.8))]])];

/// Spines of T7–T12, fascia of the low back, crest of the hip bone, lowest ribs → front of the upper arm, round the
/// flank; shown as far as the back fold of the armpit, which hides the rest.
pub(super) const LATISSIMUS_DORSI: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.0, t(7.0)), Back(0.0, t(10.5)), Back(0.0, l(3.8)), Back(0.22, l(4.9)), Trunk(132.0, l(3.9))],
    &[
        Back(0.5, t(6.6)),
        Back(0.62, t(7.8)),
        Trunk(138.0, t(9.5)),
        Trunk(122.0, t(10.3)),
        Trunk(114.0, t(10.7)),
    ],
    &[
        Back(0.82, t(5.6)),
        Back(0.84, t(6.2)),
        Trunk(125.0, t(8.0)),
        Trunk(118.0, t(8.2)),
        Trunk(112.0, t(8.5)),
    ],
    &[Back(0.9, t(5.0)), Back(0.9, t(5.6))],
])];

/// Lower corner of the shoulder blade → front of the upper arm; shown as far as the back fold of the armpit.
pub(super) const TERES_MAJOR: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.58, t(5.8)), Back(0.54, t(6.9))],
    &[Back(0.86, t(4.3)), Back(0.86, t(5.0))],
    &[Back(0.98, t(3.8)), Back(1.0, t(4.5))],
])];

/// Back of the shoulder blade below its spine → back of the upper arm's head.
pub(super) const INFRASPINATUS: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.47, t(3.4)), Back(0.5, t(4.8)), Back(0.56, t(6.2))],
    &[Back(0.8, t(2.9)), Back(0.8, t(3.8)), Back(0.8, t(4.9))],
    &[Joint(Shoulder, [0.35, 0.2, -1.0]), Joint(Shoulder, [0.35, -0.1, -1.0])],
])];

/// Sacrum and lumbar spines → ribs and transverse processes of the chest: the column beside the spine.
pub(super) const THORACIC_ERECTORS: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.14, l(1.0)), Back(0.36, l(1.0))],
    &[Back(0.13, t(8.0)), Back(0.34, t(8.0))],
    &[Back(0.12, t(1.5)), Back(0.22, t(2.0))],
])];

/// Sacrum and crest of the hip bone → lumbar vertebrae and lowest ribs.
pub(super) const LUMBAR_ERECTORS: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.1, s(1.5)), Back(0.22, s(1.0))],
    &[Back(0.13, l(3.0)), Back(0.4, l(3.0))],
    &[Back(0.13, t(12.0)), Back(0.4, t(11.5))],
])];

/// Sacrum and transverse processes → spines two to four vertebrae higher; thick in the low back.
pub(super) const MULTIFIDUS: &[Sheet] = &[Sheet::strap(&[
    &[Back(0.04, s(3.5)), Back(0.12, s(3.0))],
    &[Back(0.05, l(5.0)), Back(0.2, l(5.0))],
    &[Back(0.05, l(1.0)), Back(0.12, l(1.0))],
    &[Back(0.05, t(4.0)), Back(0.08, t(4.0))],
])];
