//! About which point of the body each vertex of its skin turns while the bones that carry it disagree.
//!
//! A vertex on the inside of a bent joint that goes to the mean of where its bones would have it sinks into the
//! joint; turned about the middle of the limb, as the skin around it is, it does not. That middle is the mean of all
//! skin that is carried in like shares by the same two bones (the optimised centres of rotation of Le and Hodgins
//! 2016). Here, "in like shares" is a place in a row of steps, so that every vertex is looked at but twice.
//!
//! The shoulder is no limb with a middle: turned so, it would stand out in a bulge above a raised arm. There every
//! vertex is its own centre.

use std::collections::BTreeMap;

use glam::{DVec3, Vec3};

use super::Bone;
use super::anatomy::{Vertex, mirrored};
use super::half::other_side;

/// How many steps there are between what is carried by one bone alone and by another alone.
const STEPS: usize = 24;
/// How many steps apart shares may be and still count as alike.
const ALIKE: usize = 3;
/// The shares of a whole.
const WHOLE: f64 = 255.0;
/// Where two bones carry less than this together, in square metres, nothing is known about the middle between them.
const LEAST: f64 = 1e-12;

/// What is carried by two bones, by steps: how much there is, and the sum of where it is.
type Row = [(f64, DVec3); STEPS + 1];

/// Returns the centre of every vertex of a half, of which the places and the areas around them are given.
pub(super) fn centres(vertices: &[Vertex], positions: &[Vec3], areas: &[f32]) -> Vec<Vec3> {
    let mut rows: BTreeMap<(u8, u8), Row> = BTreeMap::new();
    for ((vertex, position), &area) in vertices.iter().zip(positions).zip(areas) {
        let (at, area) = (position.as_dvec3(), f64::from(area));
        for pair in pairs(&vertex.weights) {
            gather(&mut rows, pair, at, area);
            if !vertex.middle {
                // The other half is there as well, and near the midplane both halves share bones.
                let Pair { bones: (one, other), shares } = pair;
                let bones = (other_side(one), other_side(other));
                let pair = if bones.0 < bones.1 {
                    Pair { bones, shares }
                } else {
                    Pair { bones: (bones.1, bones.0), shares: (shares.1, shares.0) }
                };
                gather(&mut rows, pair, mirrored(at), area);
            }
        }
    }
    let rows: BTreeMap<_, _> = rows.into_iter().map(|(bones, row)| (bones, smooth(&row))).collect();
    let vertices = vertices.iter().zip(positions);
    vertices
        .map(|(vertex, &position)| centre(&rows, vertex, position.as_dvec3()).unwrap_or(position))
        .collect()
}

/// Two of the bones that carry a vertex, the first in the order of bones first, and their shares, of 1.
#[derive(Clone, Copy)]
struct Pair {
    bones: (u8, u8),
    shares: (f64, f64),
}

impl Pair {
    /// Returns how much of the pair's load the second bone has, in steps; and how much the pair counts.
    fn place(&self) -> (f64, f64) {
        let (one, other) = self.shares;
        (other / (one + other) * STEPS as f64, one * other)
    }
}

/// Returns every two bones that carry a vertex.
fn pairs(weights: &[(u8, u8); 4]) -> impl Iterator<Item = Pair> {
    let carries = |at: usize| weights[at].1 > 0;
    let both = (0..4).flat_map(|one| (one + 1..4).map(move |other| (one, other)));
    both.filter(move |&(one, other)| carries(one) && carries(other)).map(|(one, other)| {
        let (one, other) = if weights[one].0 < weights[other].0 { (one, other) } else { (other, one) };
        let share = |at: usize| f64::from(weights[at].1) / WHOLE;
        Pair { bones: (weights[one].0, weights[other].0), shares: (share(one), share(other)) }
    })
}

/// Adds skin to what its pair of bones carries, divided between the two nearest steps.
fn gather(rows: &mut BTreeMap<(u8, u8), Row>, pair: Pair, at: DVec3, area: f64) {
    let row = rows.entry(pair.bones).or_insert([(0.0, DVec3::ZERO); STEPS + 1]);
    let (place, counts) = pair.place();
    for (step, share) in nearest(place) {
        row[step].0 += counts * area * share;
        row[step].1 += at * (counts * area * share);
    }
}

/// Returns the two steps around a place, and how near it is to each, from 0 to 1.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and STEPS")]
fn nearest(place: f64) -> [(usize, f64); 2] {
    let step = (place as usize).min(STEPS - 1);
    let beyond = place - step as f64;
    [(step, 1.0 - beyond), (step + 1, beyond)]
}

/// Returns a row in which every step knows its neighbours as well, those farther away less.
fn smooth(row: &Row) -> Row {
    std::array::from_fn(|step| {
        let (from, to) = (step.saturating_sub(ALIKE - 1), (step + ALIKE - 1).min(STEPS));
        (from..=to).fold((0.0, DVec3::ZERO), |(much, sum), near| {
            let share = (ALIKE - near.abs_diff(step)) as f64;
            (much + row[near].0 * share, sum + row[near].1 * share)
        })
    })
}

/// Returns the centre of a vertex, unless one bone carries it alone.
fn centre(rows: &BTreeMap<(u8, u8), Row>, vertex: &Vertex, own: DVec3) -> Option<Vec3> {
    let (mut all, mut sum) = (0.0, DVec3::ZERO);
    for pair in pairs(&vertex.weights) {
        let (place, counts) = pair.place();
        let row = rows.get(&pair.bones).filter(|_| is_limb(pair.bones));
        let found = row.map(|row| {
            nearest(place).into_iter().fold((0.0, DVec3::ZERO), |(much, sum), (step, share)| {
                (much + row[step].0 * share, sum + row[step].1 * share)
            })
        });
        let middle = found.filter(|(much, _)| *much > LEAST).map_or(own, |(much, sum)| sum / much);
        all += counts;
        sum += middle * counts;
    }
    let centre = (all > 0.0).then(|| sum / all)?;
    Some(DVec3::new(if vertex.middle { 0.0 } else { centre.x }, centre.y, centre.z).as_vec3())
}

/// Returns whether what two bones carry together is round, with a middle: all but the shoulder.
fn is_limb((one, other): (u8, u8)) -> bool {
    let bone = |place: u8| Bone::ALL.get(usize::from(place)).copied();
    let (Some(one), Some(other)) = (bone(one), bone(other)) else { return false };
    let girdle = |bone: Bone| matches!(bone, Bone::Clavicle(_) | Bone::Shoulder(_));
    let arm = |bone: Bone| matches!(bone, Bone::UpperArm(_));
    let trunk = |bone: Bone| bone == bone.mirrored();
    !(girdle(one) || girdle(other) || (trunk(one) && arm(other)) || (trunk(other) && arm(one)))
}
