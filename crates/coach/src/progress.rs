//! How far along its movement a body is.

use glam::DVec3;

use crate::aim::agree;
use crate::limbs::{LIMBS, Pose, Weights};
use crate::movement::{self, Movement};

/// How far beyond both ends of the movement somebody may be, in shares of the way.
const BEYOND: f64 = 0.2;
/// How unlikely it is that a body is elsewhere on its way than it just was, against limbs that are off the way: a way
/// that turns comes near itself.
const STEADY: f64 = 0.1;

/// Where a body is on its way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    /// 0 where the movement begins, 1 where it is farthest from there; beyond that for who goes further.
    pub(crate) along: f64,
    /// How far the body is off the way, squared.
    pub(crate) off: f64,
    /// Where the limbs are there, less where they are at the beginning.
    pub(crate) way: Pose,
}

/// Returns where on the way of a movement a body is that has moved so far from where it began, both as the room has
/// them; with the direction to the camera, and with how far along it just was.
pub(crate) fn find(
    movement: &Movement,
    moved: &Pose,
    weights: &Weights,
    camera: DVec3,
    before: Option<f64>,
) -> Progress {
    let far = movement::length(&movement.steps[movement.far].moved, weights);
    let steps = &movement.steps;
    let last = steps.len().saturating_sub(2);
    let mut best: Option<(f64, Progress)> = None;
    for (index, pair) in steps.windows(2).enumerate() {
        let (here, there) = (&pair[0], &pair[1]);
        let (mut whole, mut part) = (0.0, 0.0);
        for limb in 0..LIMBS {
            let way = there.moved[limb] - here.moved[limb];
            whole += weights[limb] * agree(way, way, camera);
            part += weights[limb] * agree(way, moved[limb] - here.moved[limb], camera);
        }
        if whole < 1e-9 {
            continue;
        }
        let rise = (there.along - here.along).abs().max(1e-6);
        let beyond = BEYOND / rise;
        // Past both ends, and past the farthest point, the way goes on straight.
        let low = if index == 0 || index == movement.far { -beyond } else { 0.0 };
        let high = if index == last || index + 1 == movement.far { 1.0 + beyond } else { 1.0 };
        let share = (part / whole).clamp(low, high);
        let way: Pose = std::array::from_fn(|limb| here.moved[limb].lerp(there.moved[limb], share));
        let off: f64 = (0..LIMBS)
            .map(|limb| {
                let apart = moved[limb] - way[limb];
                weights[limb] * agree(apart, apart, camera)
            })
            .sum();
        let along = here.along + (there.along - here.along) * share;
        let leap = before.map_or(0.0, |before| (along - before) * far);
        let cost = off + STEADY * leap * leap;
        if best.is_none_or(|best| cost < best.0) {
            best = Some((cost, Progress { along, off, way }));
        }
    }
    best.map(|best| best.1).unwrap_or(Progress { along: 0.0, off: 0.0, way: steps[0].moved })
}
