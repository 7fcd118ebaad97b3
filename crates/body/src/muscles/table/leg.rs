//! The muscles of the hip and the leg.

use crate::muscles::place::Joint::Hip;
use crate::muscles::place::Limb::{Shin, Thigh};
use crate::muscles::place::Place::{Back, Front, Joint, Limb, Sole, Trunk};
use crate::muscles::place::{l, s};
use crate::muscles::sheet::Sheet;

/// Back of the hip bone, sacrum, tail bone → band on the outside of the thigh, and back of the thigh bone.
pub(super) const GLUTEUS_MAXIMUS: &[Sheet] = &[Sheet::broad(&[
    &[Back(0.5, s(0.6)), Back(0.2, s(1.6)), Back(0.1, s(3.0)), Back(0.1, s(5.0))],
    &[
        Joint(Hip, [0.65, 0.2, -1.0]),
        Joint(Hip, [0.3, 0.0, -1.0]),
        Joint(Hip, [0.0, -0.35, -1.0]),
        Joint(Hip, [-0.4, -0.75, -1.0]),
    ],
    &[Limb(Thigh, 0.08, 115.0), Limb(Thigh, 0.14, 130.0), Limb(Thigh, 0.2, 145.0), Limb(Thigh, 0.2, 175.0)],
])];

/// Outer face of the hip bone → greater trochanter.
pub(super) const GLUTEUS_MEDIUS: &[Sheet] = &[Sheet::broad(&[
    &[Trunk(66.0, s(0.9)), Trunk(92.0, l(4.8)), Trunk(128.0, l(4.9))],
    &[Joint(Hip, [1.0, 0.1, 0.25]), Joint(Hip, [1.0, 0.0, 0.0]), Joint(Hip, [1.0, 0.1, -0.4])],
])];

/// Lumbar vertebrae and inner face of the hip bone → lesser trochanter; shown on the groin.
pub(super) const HIP_FLEXORS: &[Sheet] = &[Sheet::broad(&[
    &[Front(0.26, l(4.6)), Front(0.62, s(0.5))],
    &[Front(0.46, s(3.3)), Front(0.58, s(3.3))],
    &[Limb(Thigh, 0.17, 335.0), Limb(Thigh, 0.17, 345.0)],
])];

/// Seat bone → both sides of the knee's back.
pub(super) const HAMSTRINGS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Thigh, 0.22, 185.0), Limb(Thigh, 0.22, 210.0)],
    &[Limb(Thigh, 0.55, 145.0), Limb(Thigh, 0.55, 182.0), Limb(Thigh, 0.55, 220.0)],
    &[Limb(Thigh, 0.85, 140.0), Limb(Thigh, 0.85, 182.0), Limb(Thigh, 0.85, 222.0)],
    &[Limb(Thigh, 1.02, 132.0), Limb(Thigh, 0.93, 180.0), Limb(Thigh, 1.02, 228.0)],
])];

/// Front of the hip bone and of the thigh bone → kneecap and shin.
pub(super) const QUADRICEPS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Thigh, 0.1, 15.0), Limb(Thigh, 0.1, 50.0)],
    &[Limb(Thigh, 0.4, 335.0), Limb(Thigh, 0.36, 370.0), Limb(Thigh, 0.34, 405.0), Limb(Thigh, 0.36, 440.0)],
    &[Limb(Thigh, 0.75, 310.0), Limb(Thigh, 0.72, 350.0), Limb(Thigh, 0.72, 390.0), Limb(Thigh, 0.72, 430.0)],
    &[Limb(Thigh, 0.97, 345.0), Limb(Thigh, 0.97, 375.0)],
])];

/// Pubic bone and seat bone → inner side of the thigh bone.
pub(super) const ADDUCTORS: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Thigh, 0.16, 312.0), Limb(Thigh, 0.16, 285.0), Limb(Thigh, 0.2, 245.0)],
    &[Limb(Thigh, 0.4, 312.0), Limb(Thigh, 0.4, 278.0), Limb(Thigh, 0.4, 245.0)],
    &[Limb(Thigh, 0.72, 285.0), Limb(Thigh, 0.72, 265.0)],
])];

/// Back of the thigh bone and of the shin → heel.
pub(super) const CALF: &[Sheet] = &[Sheet::broad(&[
    &[Limb(Shin, 0.02, 155.0), Limb(Shin, 0.02, 205.0)],
    &[Limb(Shin, 0.28, 126.0), Limb(Shin, 0.28, 160.0), Limb(Shin, 0.28, 200.0), Limb(Shin, 0.28, 234.0)],
    &[Limb(Shin, 0.58, 145.0), Limb(Shin, 0.58, 180.0), Limb(Shin, 0.58, 215.0)],
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
