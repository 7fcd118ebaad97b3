//! What a placement should meet, as equations: contacts, places that stay, depths, and the angles as written.

use glam::DVec3;

use super::body::Body;
use super::dofs::{Dofs, is_trunk, looseness};
use super::least_squares::Equations;
use super::own::OwnSkin;
use super::regions::Region;
use super::room::{Edge, Face};
use super::skin::SkinPoint;
use super::{Angles, Placement};
use crate::angle::AngleName;
use crate::contact::Contact;
use crate::side::Side;
use crate::skeleton::Frames;

/// How far a contact may be off before it weighs as much as an angle that is off by [`ANGLE`], in metres.
const TOUCH: f64 = 0.001;
/// The same for a part that stays where it is.
const STAY: f64 = 0.002;
/// The same for the nearest places of two parts of the body along the skin.
const ALONG_SKIN: f64 = 0.02;
/// The same for the hips, which nothing but contacts and the room's middle hold.
const HIPS: f64 = 0.05;
/// How far an angle may be off before it weighs as much as a contact that is off by [`TOUCH`], in radians.
const ANGLE: f64 = 3.0 * std::f64::consts::PI / 180.0;
/// How deep anything may sink before it is lifted out, in metres.
const DEPTH: f64 = 0.001;
/// How deep the body may be in itself before it weighs as much as an angle that is off by [`ANGLE`], in metres.
const INSIDE: f64 = 0.0012;

/// Where steps as small as with this damping make nothing good, none will.
const MOST_DAMPING: f64 = 1e3;

/// How much is done to improve a placement.
#[derive(Clone, Copy)]
pub(super) struct Effort {
    /// How many steps there are at most.
    pub(super) steps: usize,
    /// Once a step makes less than this share of what is off good, it is the last.
    pub(super) enough: f64,
}

/// Something that is to touch something.
pub(super) enum Touch<'a> {
    /// A region touches a face of the room.
    Room(&'a Region, Face<'a>),
    /// A region is in front of another of the same body, by so many metres where they are nearest: by none where it
    /// touches it.
    Own(&'a Region, &'a Region, f64),
    /// Two points of the same body are as far from each other as they should.
    Pair(&'a Pair),
    /// The crook of the fingers closes around an edge.
    Grip(&'a Region, Edge),
}

/// A point that stays at its place along a face.
#[derive(Clone, Debug)]
pub(super) struct Stay {
    pub(super) point: SkinPoint,
    pub(super) at: DVec3,
    /// Across this direction it may move.
    pub(super) normal: DVec3,
}

/// Two points of the skin of which the one touches the other.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) contact: Contact,
    pub(super) point: SkinPoint,
    pub(super) other: SkinPoint,
    /// From the other to the point, in the room: nearly nothing, in metres.
    pub(super) apart: DVec3,
}

/// Everything that a placement should meet.
pub(super) struct Goal<'a> {
    pub(super) body: &'a Body,
    pub(super) touches: Vec<Touch<'a>>,
    pub(super) stays: Vec<&'a Stay>,
    pub(super) clear_of: Vec<Face<'a>>,
    /// The skin that is to stay out of itself, if it is looked at.
    pub(super) own: Option<&'a OwnSkin>,
    /// Which hands hold on to something: their arms need not be clear of what they reach around.
    pub(super) holds: &'a [Side],
    /// The angles that are aimed at, and where the hips would be.
    pub(super) wanted: Placement,
    /// The angles as they were written, from which none may get too far.
    pub(super) written: &'a Angles,
    /// Whether left and right are to be the same, as they are in everything that is asked for.
    pub(super) is_even: bool,
}

type Carried = Vec<(usize, f64, DVec3)>;

fn place(carried: &Carried) -> DVec3 {
    carried.iter().map(|(_, share, at)| *at * *share).sum()
}

/// Equations under construction.
struct Assembly<'a> {
    equations: Equations,
    row: Vec<f64>,
    frames: &'a Frames,
    axes: Vec<DVec3>,
    dofs: &'a Dofs,
    /// Whether everything holds for the mirrored body, too.
    is_even: bool,
}

impl Assembly<'_> {
    /// Adds that points with signs should not differ along a direction by more than is left.
    fn add(&mut self, left: f64, scale: f64, along: DVec3, points: &[(&Carried, f64)]) {
        self.row.fill(0.0);
        for (point, sign) in points {
            self.dofs.add_row(&mut self.row, self.frames, &self.axes, point, along * (sign / scale));
        }
        if self.is_even {
            // What stands on one side stands on the other as well, with half the weight each.
            let half = std::f64::consts::FRAC_1_SQRT_2;
            self.row.iter_mut().for_each(|slope| *slope *= half);
            self.equations.add(left / scale * half, &self.row);
            self.equations.add(left / scale * half, &self.dofs.mirrored(&self.row));
        } else {
            self.equations.add(left / scale, &self.row);
        }
    }

    /// Adds that a point should not be off from another: along the other's normal by no more than a gap, and across it as
    /// little as this scale asks for.
    fn hold(&mut self, [point, other]: [&Carried; 2], off: DVec3, gap: f64, normal: DVec3, scale: f64) {
        let points = [(point, 1.0), (other, -1.0)];
        self.add(off.dot(normal) - gap, TOUCH, normal, &points);
        let across = normal.any_orthonormal_vector();
        for along in [across, normal.cross(across)] {
            self.add(off.dot(along), scale, along, &points);
        }
    }
}

impl Goal<'_> {
    /// Returns the equations at a placement.
    fn equations(&self, placement: &Placement) -> Equations {
        let (rest, dofs) = (self.body.rest(), self.body.dofs());
        let frames = &Frames::of(rest, placement);
        let mut all = Assembly {
            equations: Equations::new(dofs.len()),
            row: vec![0.0; dofs.len()],
            frames,
            axes: dofs.axes(frames, &placement.angles),
            dofs,
            is_even: self.is_even,
        };
        let carried = |point: &SkinPoint| point.carried(rest, frames);
        for touch in &self.touches {
            match touch {
                Touch::Room(region, face) => {
                    for (point, at, distance) in region.touching(frames, *face) {
                        let off = face.off(distance);
                        // Within what a pillow gives, a part lies where it likes.
                        if !face.is_soft() || off != 0.0 {
                            all.add(off, TOUCH, face.normal(at), &[(&carried(point), 1.0)]);
                        }
                    }
                }
                Touch::Pair(pair) => {
                    let (point, other) = (carried(&pair.point), carried(&pair.other));
                    let off = place(&point) - place(&other) - pair.apart;
                    all.hold([&point, &other], off, 0.0, pair.other.normal(frames), STAY);
                }
                Touch::Own(one, other, gap) => self.own(&mut all, one, other, *gap),
                Touch::Grip(hand, edge) => {
                    for point in &hand.points {
                        let point = carried(point);
                        let off = edge.off(place(&point));
                        let across = edge.along.any_orthonormal_vector();
                        for direction in [across, edge.along.cross(across)] {
                            all.add(off.dot(direction), TOUCH, direction, &[(&point, 1.0)]);
                        }
                        let beyond = off.dot(edge.along);
                        if beyond != 0.0 {
                            all.add(beyond, TOUCH, edge.along, &[(&point, 1.0)]);
                        }
                    }
                }
            }
        }
        for stay in &self.stays {
            let point = carried(&stay.point);
            let off = place(&point) - stay.at;
            let across = stay.normal.any_orthonormal_vector();
            for along in [across, stay.normal.cross(across)] {
                all.add(off.dot(along), STAY, along, &[(&point, 1.0)]);
            }
        }
        for point in self.body.sentinels().iter().filter(|point| !point.is_on_arm(self.holds)) {
            let at = point.at(frames);
            for face in &self.clear_of {
                let distance = face.distance(at);
                if distance < 0.0 {
                    all.add(distance, DEPTH, face.normal(at), &[(&carried(point), 1.0)]);
                }
            }
        }
        for inside in self.own.iter().flat_map(|own| own.inside(rest, frames)) {
            let (point, other) = (carried(inside.point), carried(inside.other));
            all.add(-inside.depth, INSIDE, inside.normal, &[(&point, 1.0), (&other, -1.0)]);
        }
        let (now, wanted) = (dofs.values(placement), dofs.values(&self.wanted));
        for (index, (now, wanted)) in now.iter().zip(&wanted).enumerate() {
            let scale = match dofs.angle(index) {
                None => HIPS,
                // The shoulder blade follows the arm.
                Some(dof) if dof.name == AngleName::ScapulaUpwardRotation => ANGLE / 3.0,
                Some(dof) if is_trunk(dof.name) => ANGLE / 3.0,
                Some(dof) => ANGLE * looseness(dof, self.written),
            };
            let slope = 1.0 / scale;
            all.equations.add_single(index, (now - wanted) * slope, slope);
        }
        all.equations
    }

    fn own(&self, all: &mut Assembly<'_>, one: &Region, other: &Region, gap: f64) {
        let (rest, frames) = (self.body.rest(), all.frames);
        let here: Vec<Carried> = one.points.iter().map(|point| point.carried(rest, frames)).collect();
        let there: Vec<Carried> = other.points.iter().map(|point| point.carried(rest, frames)).collect();
        let pairs = (0..here.len()).flat_map(|i| (0..there.len()).map(move |j| (i, j)));
        let apart = |(i, j): &(usize, usize)| place(&here[*i]).distance_squared(place(&there[*j]));
        let Some((i, j)) = pairs.min_by(|a, b| apart(a).total_cmp(&apart(b))) else { return };
        let normal = other.points[j].normal(frames);
        let off = place(&here[i]) - place(&there[j]);
        all.hold([&here[i], &there[j]], off, gap, normal, ALONG_SKIN);
    }

    /// Returns the placement that meets the goal as well as it can, starting from one.
    pub(super) fn meet(&self, start: &Placement, effort: Effort) -> Placement {
        let dofs = self.body.dofs();
        let bounds = dofs.bounds(self.written);
        // What does not give way is as wanted at once.
        let within = |(value, (low, high)): (&f64, &(f64, f64))| value.clamp(*low, *high);
        let values: Vec<f64> = dofs.values(start).iter().zip(&bounds).map(within).collect();
        let mut placement = dofs.placed(&self.wanted, &values);
        let mut damping = 1e-3;
        let mut equations = self.equations(&placement);
        for _ in 0..effort.steps {
            let values = dofs.values(&placement);
            let mut held = vec![false; values.len()];
            // Whoever would leave its bounds is held there, and the others step again.
            let mut next = values.clone();
            for _ in 0..3 {
                let step = equations.step(damping, &held);
                let mut more = false;
                for (index, value) in next.iter_mut().enumerate() {
                    let (low, high) = bounds[index];
                    let wanted = values[index] + step[index];
                    *value = wanted.clamp(low, high);
                    let is_stopped = (*value - wanted).abs() > 1e-12;
                    let has_not_moved = (*value - values[index]).abs() < 1e-15;
                    if is_stopped && has_not_moved && !held[index] {
                        held[index] = true;
                        more = true;
                    }
                }
                if !more {
                    break;
                }
            }
            if self.is_even {
                dofs.even_out(&mut next);
            }
            let tried = dofs.placed(&placement, &next);
            let after = self.equations(&tried);
            if after.cost() <= equations.cost() {
                let gained = equations.cost() - after.cost();
                (placement, equations, damping) = (tried, after, (damping * 0.3).max(1e-6));
                if gained <= effort.enough * equations.cost() {
                    break;
                }
            } else if damping < MOST_DAMPING {
                damping *= 10.0;
            } else {
                break;
            }
        }
        placement
    }
}
