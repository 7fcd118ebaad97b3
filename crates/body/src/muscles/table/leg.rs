//! The muscles of the hip and the leg.

use crate::muscles::place::Joint::Hip;
use crate::muscles::place::Limb::{Shin, Thigh};
use crate::muscles::place::Place::{Around, Back, Front, Joint, Limb, Sole};
use crate::muscles::place::{l, s};
use crate::muscles::sheet::Sheet;

/// Back of the hip bone, sacrum, tail bone → band on the outside of the thigh, and back of the thigh bone.
pub(super) const GLUTEUS_MAXIMUS: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.5, s(0.6)), Back(0.14, s(2.0)), Back(0.08, s(4.8))],
    &[Joint(Hip, [0.65, 0.15, -1.0]), Joint(Hip, [0.15, -0.15, -1.0]), Joint(Hip, [-0.25, -0.5, -1.0])],
    &[Limb(Thigh, 0.1, 110.0), Limb(Thigh, 0.2, 130.0), Limb(Thigh, 0.24, 155.0)],
])];

/// Outer face of the hip bone → greater trochanter.
pub(super) const GLUTEUS_MEDIUS: &[Sheet] = &[Sheet::broad(&[
    &[Around(72.0, s(0.7)), Around(95.0, l(4.9)), Around(130.0, s(0.3))],
    &[Joint(Hip, [1.0, 0.1, 0.25]), Joint(Hip, [1.0, 0.0, 0.0]), Joint(Hip, [1.0, 0.1, -0.4])],
])];

/// Lumbar vertebrae and inner face of the hip bone → lesser trochanter; shown on the groin.
pub(super) const HIP_FLEXORS: &[Sheet] = &[Sheet::broad(&[
    &[Front(0.3, l(4.8)), Front(0.62, s(0.5))],
    &[Front(0.42, s(3.3)), Front(0.6, s(3.3))],
    &[Limb(Thigh, 0.16, 335.0), Limb(Thigh, 0.16, 350.0)],
])];

/// Seat bone → both sides of the knee's back.
pub(super) const HAMSTRINGS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Thigh, 0.24, 175.0), Limb(Thigh, 0.24, 205.0)],
    &[Limb(Thigh, 0.55, 145.0), Limb(Thigh, 0.55, 220.0)],
    &[Limb(Thigh, 1.0, 138.0), Limb(Thigh, 1.0, 222.0)],
])];

/// Front of the hip bone and of the thigh bone → kneecap and shin.
pub(super) const QUADRICEPS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Thigh, 0.1, 15.0), Limb(Thigh, 0.1, 50.0)],
    &[Limb(Thigh, 0.4, 335.0), Limb(Thigh, 0.35, 445.0)],
    &[Limb(Thigh, 0.75, 310.0), Limb(Thigh, 0.75, 430.0)],
    &[Limb(Thigh, 0.97, 345.0), Limb(Thigh, 0.97, 375.0)],
])];

/// Pubic bone and seat bone → inner side of the thigh bone.
pub(super) const ADDUCTORS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Thigh, 0.13, 305.0), Limb(Thigh, 0.16, 240.0)],
    &[Limb(Thigh, 0.4, 305.0), Limb(Thigh, 0.4, 245.0)],
    &[Limb(Thigh, 0.72, 285.0), Limb(Thigh, 0.72, 265.0)],
])];

/// Back of the thigh bone and of the shin → heel.
pub(super) const CALF: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Shin, 0.02, 155.0), Limb(Shin, 0.02, 205.0)],
    &[Limb(Shin, 0.28, 120.0), Limb(Shin, 0.28, 240.0)],
    &[Limb(Shin, 0.58, 150.0), Limb(Shin, 0.58, 210.0)],
    &[Limb(Shin, 0.92, 178.0), Limb(Shin, 0.92, 182.0)],
])];

/// Back of the shin, behind the inner ankle → underside of the toes; heel → toes.
pub(super) const TOE_FLEXORS: &[Sheet] = &[
    Sheet::strap(&[
        &[Limb(Shin, 0.4, 235.0), Limb(Shin, 0.4, 250.0)],
        &[Limb(Shin, 0.95, 225.0), Limb(Shin, 0.95, 240.0)],
    ]),
    Sheet::strap(&[
        &[Sole(0.1, -0.3), Sole(0.1, 0.3)],
        &[Sole(0.95, -0.7), Sole(0.95, 0.9)],
        &[Sole(1.4, -0.5), Sole(1.3, 0.7)],
    ]),
];
