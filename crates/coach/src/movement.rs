//! The movement that an exercise asks for: the way of a body through the postures of its file, and back.

use glam::DVec3;
use unknot_body::{Body, Frames, Ground, Placed, Placement, Posture, Room, Way};
use unknot_landmarks::Landmark;
use unknot_routine::{Between, Easing, Exercise, Form, Phase, PhaseKind};

use crate::limbs::{self, Pose, Region, Weights};

/// In how many steps the way between two postures is known.
const STEPS: u32 = 12;
/// Who moves less than this in all, as the length of a vector of limbs, does not move: the exercise is a hold.
const STILL: f64 = 0.2;
/// A limb that turns by this much takes part in the movement wholly, as the length of a difference of unit vectors.
const TAKES_PART: f64 = 0.35;

/// A body on its way.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// Where its landmarks are from the middle between the hips, in metres: x to the person's left, y up, z forward.
    pub(crate) at: [DVec3; Landmark::COUNT],
    pub(crate) pose: Pose,
    /// The same, less the posture in which the movement begins.
    pub(crate) moved: Pose,
    /// The joint angles.
    pub(crate) placement: Placement,
    /// How far along: 0 where it begins and ends, 1 where it is farthest from there.
    pub(crate) along: f64,
}

/// A phase of the movement.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    pub(crate) name: String,
    pub(crate) kind: PhaseKind,
    pub(crate) easing: Easing,
    /// How far along it begins and ends.
    pub(crate) along: [f64; 2],
    /// Whether it ends on the way back.
    pub(crate) back: bool,
}

impl Stage {
    /// Returns whether nothing moves in it.
    pub(crate) fn stays(&self) -> bool {
        matches!(self.kind, PhaseKind::Hold | PhaseKind::Breathe)
    }
}

/// The movement of one repetition, as the file has it, on the side that it is written for.
#[derive(Clone, Debug)]
pub(crate) struct Movement {
    pub(crate) block: String,
    pub(crate) steps: Vec<Step>,
    /// Which step is farthest from the beginning.
    pub(crate) far: usize,
    pub(crate) stages: Vec<Stage>,
    /// How much every limb takes part, 0–1.
    pub(crate) takes_part: Weights,
    /// How much every limb matters to where it begins, 0–1.
    pub(crate) matters: Weights,
    /// How long the limbs are, in metres.
    pub(crate) lengths: Weights,
    pub(crate) ground: Ground,
    /// Whether left and right take turns.
    pub(crate) one_sided: bool,
}

/// Places postures one after the other, each once.
struct Stand<'a> {
    body: &'a Body,
    places: Vec<(Posture, Placed)>,
}

impl Stand<'_> {
    fn place(&mut self, posture: &Posture, phase: Option<&Phase>, form: &Form) -> Placed {
        if let Some((_, placed)) = self.places.iter().find(|(known, _)| known == posture) {
            return placed.clone();
        }
        let sliding = phase.map_or(&[][..], |phase| &phase.sliding);
        let placed = match self.places.last() {
            Some((_, before)) => before.next(self.body, posture, sliding),
            None => {
                let kit: Vec<_> = form.needs.iter().map(|need| need.item).collect();
                Placed::first(self.body, posture, Room::with(&kit))
            }
        };
        self.places.push((posture.clone(), placed.clone()));
        placed
    }
}

impl Movement {
    /// Returns the movement of the block that gives an exercise its dose.
    pub(crate) fn of(exercise: &Exercise, form: &Form, body: &Body) -> Self {
        let reached = |posture: &Posture| {
            if form.range < 1.0 { form.start.blend(posture, form.range) } else { posture.clone() }
        };
        let mut stand = Stand { body, places: Vec::new() };
        stand.place(&form.start, None, form);
        let main = form.main_block().unwrap_or(0);
        // What comes before brings the body to where the block begins.
        let before = form.blocks.iter().take(main).flat_map(|block| &block.phases);
        for phase in before.filter(|phase| phase.between == Between::Always) {
            if let Some(posture) = &phase.posture {
                stand.place(&reached(posture), Some(phase), form);
            }
        }
        let block = form.blocks.get(main);
        let phases: Vec<&Phase> = block.map_or(Vec::new(), |block| {
            block.phases.iter().filter(|phase| phase.between == Between::Always).collect()
        });
        // A repetition begins where the one before it ended.
        let last = phases.iter().rev().find_map(|phase| phase.posture.as_ref());
        let begin = last.map_or_else(|| form.start.clone(), &reached);
        for phase in &phases {
            if let Some(posture) = &phase.posture {
                stand.place(&reached(posture), Some(phase), form);
            }
        }
        let mut steps = Vec::new();
        let start = stand.place(&begin, None, form);
        push(&mut steps, body, &start);
        let mut from = begin;
        let mut ends = Vec::new();
        for phase in &phases {
            let to = phase.posture.as_ref().map_or_else(|| from.clone(), &reached);
            if to != from {
                let (here, there) = (stand.place(&from, None, form), stand.place(&to, Some(phase), form));
                let way = Way::new(body, &here, &there, &phase.sliding);
                for step in 1..=STEPS {
                    push(&mut steps, body, &way.at(body, f64::from(step) / f64::from(STEPS)));
                }
            }
            from = to;
            ends.push(steps.len() - 1);
        }
        let far = measure(&mut steps);
        let stages = stages(&phases, &ends, &steps, far);
        let takes_part = takes_part(&steps);
        Self {
            block: block.map_or_else(|| exercise.id.clone(), |block| block.id.clone()),
            lengths: limbs::lengths(&steps[0].at),
            matters: matters(&takes_part, form.position.ground()),
            takes_part,
            stages,
            far,
            steps,
            ground: form.position.ground(),
            one_sided: block.is_some_and(|block| block.sides != unknot_routine::BlockSides::Both),
        }
    }

    /// Returns whether there is a way to go, or only a posture to hold.
    pub(crate) fn moves(&self) -> bool {
        self.far() > STILL
    }

    /// Returns how far along its way a body seems to go for each metre that its landmarks tremble, as far as limbs that do
    /// not move tell nothing: short limbs tremble further.
    pub(crate) fn trembles(&self) -> f64 {
        let (weights, far) = (limbs::full_weights(), &self.steps[self.far].moved);
        let (mut trembling, mut moving) = (0.0, 0.0);
        for limb in 0..weights.len() {
            let moved = weights[limb] * far[limb].length();
            // Both ends tremble.
            trembling += 2.0 * (moved / self.lengths[limb].max(1e-3)).powi(2);
            moving += moved * far[limb].length();
        }
        libm::sqrt(trembling) / moving.max(1e-9)
    }

    /// Returns how far it goes.
    pub(crate) fn far(&self) -> f64 {
        length(&self.steps[self.far].moved, &limbs::full_weights())
    }

    /// Returns where the limbs are that far along on the way out, less where they are at the beginning.
    pub(crate) fn moved(&self, along: f64) -> Pose {
        let out = &self.steps[..=self.far];
        let after = out.partition_point(|step| step.along < along).clamp(1, self.far.max(1));
        let (Some(here), Some(there)) = (out.get(after - 1), out.get(after)) else {
            return self.steps[0].moved;
        };
        let share = ((along - here.along) / (there.along - here.along).max(1e-9)).clamp(0.0, 1.0);
        std::array::from_fn(|limb| here.moved[limb].lerp(there.moved[limb], share))
    }

    /// Returns where the limbs point that far along on the way out.
    pub(crate) fn pose(&self, along: f64) -> Pose {
        let moved = self.moved(along);
        std::array::from_fn(|limb| self.steps[0].pose[limb] + moved[limb])
    }

    /// Returns the step at which the body is that far along, on the way out or back.
    pub(crate) fn step(&self, along: f64, back: bool) -> &Step {
        let (from, to) = if back { (self.far, self.steps.len()) } else { (0, self.far + 1) };
        let off = |step: &&Step| (step.along - along).abs();
        let nearest = self.steps[from..to].iter().min_by(|a, b| off(a).total_cmp(&off(b)));
        nearest.unwrap_or(&self.steps[0])
    }
}

fn push(steps: &mut Vec<Step>, body: &Body, placed: &Placed) {
    let frames = Frames::of(body.rest(), &placed.placement);
    let places = body.landmarks(&frames);
    let at = Landmark::ALL.map(|landmark| places.at(landmark) - places.hips());
    let pose = limbs::pose(&at);
    let start = steps.first().map_or(pose, |step: &Step| step.pose);
    let moved = std::array::from_fn(|limb| pose[limb] - start[limb]);
    steps.push(Step { at, pose, moved, placement: placed.placement.clone(), along: 0.0 });
}

/// Returns the length of a difference between two poses.
pub(crate) fn length(difference: &Pose, weights: &Weights) -> f64 {
    let squares = difference.iter().zip(weights).map(|(limb, weight)| weight * limb.length_squared());
    libm::sqrt(squares.sum())
}

/// Says of every step how far along it is, and returns which is farthest.
fn measure(steps: &mut [Step]) -> usize {
    let weights = limbs::full_weights();
    let away: Vec<f64> = steps.iter().map(|step| length(&step.moved, &weights)).collect();
    let far = (0..steps.len()).max_by(|a, b| away[*a].total_cmp(&away[*b])).unwrap_or(0);
    let mut gone = vec![0.0];
    for pair in steps.windows(2) {
        let between = std::array::from_fn(|limb| pair[1].pose[limb] - pair[0].pose[limb]);
        gone.push(gone[gone.len() - 1] + length(&between, &weights));
    }
    let (out, whole) = (gone[far], gone[gone.len() - 1]);
    for (step, gone) in steps.iter_mut().zip(gone) {
        let along = if gone <= out { gone / out } else { (whole - gone) / (whole - out) };
        step.along = if along.is_finite() { along } else { 0.0 };
    }
    far
}

fn stages(phases: &[&Phase], ends: &[usize], steps: &[Step], far: usize) -> Vec<Stage> {
    let mut begin = 0;
    let stage = |(phase, &end): (&&Phase, &usize)| {
        let along = [steps[begin].along, steps[end].along];
        begin = end;
        Stage { name: phase.name.clone(), kind: phase.kind, easing: phase.easing, along, back: end > far }
    };
    phases.iter().zip(ends).map(stage).collect()
}

/// Returns how much each limb takes part in the movement, 0–1.
fn takes_part(steps: &[Step]) -> Weights {
    std::array::from_fn(|limb| {
        let most = steps.iter().map(|step| step.moved[limb].length()).fold(0.0, f64::max);
        let whole = steps.iter().flat_map(|step| step.moved).map(DVec3::length).fold(0.0, f64::max);
        // Where nothing moves far, little is much.
        (most / TAKES_PART.min(whole).max(1e-9)).min(1.0)
    })
}

/// Returns how much each limb matters to where the movement begins: those that take part do, and the trunk does. On
/// one's feet or on a chair legs that do not move may be as they like; on the floor they tell one position from another.
fn matters(takes_part: &Weights, ground: Ground) -> Weights {
    std::array::from_fn(|limb| match limbs::ALL[limb].region {
        Region::Trunk => 1.0,
        Region::Leg if ground == Ground::Floor => 1.0,
        Region::Leg => takes_part[limb],
        Region::Head | Region::Arm => takes_part[limb].max(0.3),
    })
}
