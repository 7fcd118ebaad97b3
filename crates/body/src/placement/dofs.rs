//! What may give way when a body is placed: the hips, and the angles that carry something.

use glam::DVec3;

use crate::angle::AngleName;
use crate::shape::{BONES, Bone};
use crate::skeleton::{Dof, Frames, Joint};

use super::{Angles, Placement};

/// The parts of the hips' place come before the angles.
const HIPS: usize = 3;
/// How far contacts may move an angle from where it was written, in radians.
const YIELD: f64 = 10.0 * std::f64::consts::PI / 180.0;

/// Below this elevation an arm that hangs may give way further than others do, in radians.
const HANGS: f64 = std::f64::consts::FRAC_PI_3;

/// Returns whether an angle is a part of an arm's swing, which has no range of its own.
fn is_swing(name: AngleName) -> bool {
    matches!(name, AngleName::ShoulderPlane | AngleName::ShoulderElevation)
}

/// Returns whether an angle bends, leans or turns the trunk, which nobody does to reach something that a limb can reach.
pub(super) fn is_trunk(name: AngleName) -> bool {
    use AngleName::{
        LumbarFlexion, LumbarRotation, LumbarSideBend, PelvisList, PelvisTilt, PelvisTurn, ThoracicFlexion,
        ThoracicRotation, ThoracicSideBend,
    };
    matches!(
        name,
        PelvisTilt
            | PelvisTurn
            | PelvisList
            | LumbarFlexion
            | LumbarRotation
            | LumbarSideBend
            | ThoracicFlexion
            | ThoracicRotation
            | ThoracicSideBend
    )
}

/// Returns how much further than others an angle may be from where it was written: up to twice as far for the swing of
/// an arm, the more the arm hangs, because whoever has a wider trunk has it further out.
pub(super) fn looseness(dof: Dof, wanted: &Angles) -> f64 {
    if !is_swing(dof.name) {
        return 1.0;
    }
    let of = |name| wanted.get(name, dof.joint.side());
    let elevation = libm::hypot(of(AngleName::ShoulderPlane), of(AngleName::ShoulderElevation));
    1.0 + (1.0 - elevation / HANGS).max(0.0)
}

/// Everything that may give way.
#[derive(Clone, Debug)]
pub(super) struct Dofs {
    angles: Vec<Dof>,
    /// For each angle, the bones about whose beginnings it turns, with its share of each.
    pivots: Vec<Vec<(Bone, f64)>>,
    /// For each bone, a bit for every bone that carries it, itself included.
    carriers: [u64; BONES],
    /// For each value, the place of the same of the other side, and whether the mirror turns its sign over.
    mirror: Vec<(usize, bool)>,
}

impl Dofs {
    pub(super) fn new() -> Self {
        let mut angles = Vec::new();
        for &joint in Joint::ALL {
            let moves = |name: &&AngleName| {
                // These turn the skin of the shoulder blade, and carry nothing of their own.
                !matches!(name, AngleName::ScapulaPosteriorTilt | AngleName::FingersFlexion)
            };
            angles.extend(joint.angles().iter().filter(moves).map(|&name| Dof { joint, name }));
        }
        let pivots = angles
            .iter()
            .map(|dof| dof.joint.pivots().into_iter().zip(dof.joint.shares().iter().copied()).collect())
            .collect();
        let mut carriers = [0; BONES];
        for &bone in Bone::ALL {
            let mut next = Some(bone);
            while let Some(carrier) = next {
                carriers[bone.index()] |= 1 << carrier.index();
                next = carrier.parent();
            }
        }
        let place = |dof: &Dof| {
            let other = Dof { joint: dof.joint.mirrored(), ..*dof };
            angles.iter().position(|known| *known == other).unwrap_or(0)
        };
        let hips = [(0, true), (1, false), (2, false)];
        let mirror = hips
            .into_iter()
            .chain(angles.iter().map(|dof| (HIPS + place(dof), dof.name.mirror_negates())))
            .collect();
        Self { angles, pivots, carriers, mirror }
    }

    pub(super) fn len(&self) -> usize {
        HIPS + self.angles.len()
    }

    /// Returns the value of each: metres, then radians.
    pub(super) fn values(&self, placement: &Placement) -> Vec<f64> {
        let angles = self.angles.iter().map(|dof| placement.angles.get(dof.name, dof.joint.side()));
        placement.hips.to_array().into_iter().chain(angles).collect()
    }

    /// Returns the placement that has these values, and the rest from another.
    pub(super) fn placed(&self, base: &Placement, values: &[f64]) -> Placement {
        let mut angles: Angles = base.angles.clone();
        for (dof, &value) in self.angles.iter().zip(&values[HIPS..]) {
            angles.set(dof.name, dof.joint.side(), value);
        }
        Placement { hips: DVec3::new(values[0], values[1], values[2]), angles }
    }

    /// Returns the angle of a place in the list; nothing for the hips'.
    pub(super) fn angle(&self, index: usize) -> Option<Dof> {
        index.checked_sub(HIPS).and_then(|index| self.angles.get(index)).copied()
    }

    /// Returns between what each value has to stay: the range of the joint, and no further from the angles that
    /// are aimed at than contacts may ask for.
    pub(super) fn bounds(&self, wanted: &Angles) -> Vec<(f64, f64)> {
        let of = |dof: &Dof| {
            let info = dof.name.info();
            let aimed = wanted.get(dof.name, dof.joint.side());
            let (low, high) = (info.min_degrees.to_radians(), info.max_degrees.to_radians());
            let (low, high) =
                if is_swing(dof.name) { (f64::NEG_INFINITY, f64::INFINITY) } else { (low, high) };
            let give = YIELD * looseness(*dof, wanted);
            ((aimed - give).max(low).min(aimed), (aimed + give).min(high).max(aimed))
        };
        let hips = [(f64::NEG_INFINITY, f64::INFINITY); HIPS];
        hips.into_iter().chain(self.angles.iter().map(of)).collect()
    }

    /// Returns the placement with every angle inside the range of its joint; an arm's swing is left as it is.
    pub(super) fn in_range(&self, placement: &Placement) -> Placement {
        let mut placed = placement.clone();
        for dof in &self.angles {
            if !is_swing(dof.name) {
                let (info, side) = (dof.name.info(), dof.joint.side());
                let value = placement.angles.get(dof.name, side);
                let (low, high) = (info.min_degrees.to_radians(), info.max_degrees.to_radians());
                placed.angles.set(dof.name, side, value.clamp(low, high));
            }
        }
        placed
    }

    /// Returns values, or slopes of an equation, of the mirrored body.
    pub(super) fn mirrored(&self, values: &[f64]) -> Vec<f64> {
        self.mirror.iter().map(|&(at, negated)| if negated { -values[at] } else { values[at] }).collect()
    }

    /// Makes left and right the same to the last bit.
    pub(super) fn even_out(&self, values: &mut [f64]) {
        let mirrored = self.mirrored(values);
        for (value, other) in values.iter_mut().zip(mirrored) {
            *value = (*value + other) / 2.0;
        }
    }

    /// Returns the axis about which each angle turns what hangs on it.
    pub(super) fn axes(&self, frames: &Frames, angles: &Angles) -> Vec<DVec3> {
        let mut axes = Vec::with_capacity(self.angles.len());
        for &joint in Joint::ALL {
            let all = frames.axes(angles, joint);
            let kept = self.angles.iter().filter(|dof| dof.joint == joint);
            axes.extend(kept.map(|dof| {
                let at = joint.angles().iter().position(|name| *name == dof.name);
                at.map_or(DVec3::ZERO, |at| all[at])
            }));
        }
        axes
    }

    /// Adds to a row how a point moves along a direction when each of the values grows. The point is given by
    /// where each bone that carries it would have it, with its share.
    pub(super) fn add_row(
        &self,
        row: &mut [f64],
        frames: &Frames,
        axes: &[DVec3],
        point: &[(usize, f64, DVec3)],
        along: DVec3,
    ) {
        let whole: f64 = point.iter().map(|(_, share, _)| share).sum();
        for (value, part) in row.iter_mut().zip(along.to_array()) {
            *value += part * whole;
        }
        for ((value, pivots), axis) in row[HIPS..].iter_mut().zip(&self.pivots).zip(axes) {
            for &(pivot, part) in pivots {
                let bit = 1_u64 << pivot.index();
                let carried = point.iter().filter(|(bone, ..)| self.carriers[*bone] & bit != 0);
                let (whole, at) = carried.fold((0.0, DVec3::ZERO), |(whole, sum), &(_, share, at)| {
                    (whole + share, sum + at * share)
                });
                if whole > 0.0 {
                    *value += part * axis.cross(at - frames.head(pivot) * whole).dot(along);
                }
            }
        }
    }
}
