//! The way from one placed posture to the next.

use glam::DVec3;

use super::Placement;
use super::body::Body;
use super::goal::{Effort, Pair};
use super::placed::Placed;
use crate::contact::Contact;

/// In how many steps a way is gone once, so that it is known.
const STEPS: usize = 24;
/// How much is done for a step, coming from the one before.
const FROM_THE_LAST: Effort = Effort { steps: 4, enough: 1e-4 };
/// The same between both ends.
const BETWEEN: Effort = Effort { steps: 12, enough: 1e-4 };
/// How much of the way counts as near an end.
const NEAR_AN_END: f64 = 0.12;
/// How often each step is drawn towards the middle of its neighbours.
const SMOOTHINGS: usize = 3;

/// The way of a body from one placed posture to the next.
///
/// On the way it touches what both touch. A posture may touch more than that, and lie otherwise for it; how much
/// otherwise is known from the beginning, and goes and comes little by little. The way is gone once, step by step, so
/// that the body goes around what is in its way, itself included; between two steps it is between the two. So
/// nothing ever jumps.
#[derive(Clone, Debug)]
pub struct Way {
    course: Course,
    /// What may give way, at each step, both ends included.
    steps: Vec<Vec<f64>>,
}

/// From where to where a way leads, and what holds all along.
#[derive(Clone, Debug)]
struct Course {
    from: Placed,
    to: Placed,
    sliding: Vec<Contact>,
    /// Where the body goes on touching itself: found before the first step.
    pairs: Vec<(Pair, DVec3)>,
}

/// A way that is gone for the first time: for whoever has to answer meanwhile, as each step takes about a millisecond.
#[derive(Clone, Debug)]
pub struct FirstTime {
    course: Course,
    last: Placement,
    /// The steps as they would be if nothing but the way counted.
    alone: Vec<Vec<f64>>,
    /// What the two ends have that the way alone would not have.
    ends: [Vec<f64>; 2],
    steps: Vec<Vec<f64>>,
}

impl Course {
    /// Returns what is asked of the body a fraction of the way, which is to touch what both ends touch; it is halfway
    /// between the two, and touches nothing yet.
    fn midway(&self, fraction: f64) -> Placed {
        let Self { from, to, sliding, pairs } = self;
        let placement = from.placement.blend(&to.placement, fraction);
        let contacts = from.shared(to);
        let stays = from.kept(&contacts, sliding);
        let written = from.written.blend(&to.written, fraction);
        let room = from.room.between(&to.room, fraction);
        let holds = [&from.holds[..], &to.holds].concat();
        let pairs = pairs
            .iter()
            .map(|(pair, there)| Pair { apart: pair.apart.lerp(*there, fraction), ..pair.clone() })
            .collect();
        Placed { placement, room, written, contacts, holds, stays, pairs }
    }
}

impl FirstTime {
    /// Returns the way between two postures, on which some contacts slide, with no step gone yet.
    #[must_use]
    pub fn new(from: &Placed, to: &Placed, sliding: &[Contact]) -> Self {
        Self {
            course: Course {
                from: from.clone(),
                to: to.clone(),
                sliding: sliding.to_vec(),
                pairs: Vec::new(),
            },
            last: from.placement.clone(),
            alone: Vec::with_capacity(STEPS + 1),
            ends: [Vec::new(), Vec::new()],
            steps: Vec::with_capacity(STEPS + 1),
        }
    }

    /// Goes a step, or returns the way if it has been gone.
    pub fn go_on(&mut self, body: &Body) -> Option<Way> {
        match self.steps.len() {
            0 => self.go_alone(body),
            STEPS => return Some(self.arrive(body)),
            step => self.go(body, step),
        }
        None
    }

    /// Goes a step as the way alone would have it; after the last, the first step of all is where it begins.
    fn go_alone(&mut self, body: &Body) {
        let dofs = body.dofs();
        if self.alone.is_empty() {
            let Course { from, to, sliding, pairs } = &mut self.course;
            *pairs = from.pairs(body, to, sliding);
        }
        let along = share(self.alone.len());
        self.last = self.course.midway(along).improved(body, &self.last, FROM_THE_LAST);
        self.alone.push(dofs.values(&self.last));
        if self.alone.len() <= STEPS {
            return;
        }
        self.alone = smoothed(std::mem::take(&mut self.alone));
        let off = |place: &Placed, alone: &[f64]| -> Vec<f64> {
            dofs.values(&place.placement).iter().zip(alone).map(|(value, alone)| value - alone).collect()
        };
        self.ends = [off(&self.course.from, &self.alone[0]), off(&self.course.to, &self.alone[STEPS])];
        self.steps.push(dofs.values(&self.course.from.placement));
    }

    /// Goes a step between both ends.
    fn go(&mut self, body: &Body, step: usize) {
        let dofs = body.dofs();
        // Mostly near the ends, where it fits best.
        let cubed = |share: f64| share * share * share;
        let (near, far) = (cubed(1.0 - share(step)), cubed(share(step)));
        let [first, last] = &self.ends;
        let ends = first.iter().zip(last).map(|(first, last)| first * near + last * far);
        let values: Vec<f64> = self.alone[step].iter().zip(ends).map(|(alone, end)| alone + end).collect();
        let placed = self.course.midway(share(step));
        let wanted = dofs.in_range(&dofs.placed(&placed.placement, &values));
        self.steps.push(dofs.values(&placed.met(body, wanted.clone(), &wanted, BETWEEN)));
    }

    fn arrive(&self, body: &Body) -> Way {
        let mut steps = self.steps.clone();
        steps.push(body.dofs().values(&self.course.to.placement));
        // One step may have got around something that the next one passes otherwise.
        let steps = smoothed(steps);
        Way { course: self.course.clone(), steps }
    }
}

impl Way {
    /// Returns the way between two postures, on which some contacts slide.
    #[must_use]
    pub fn new(body: &Body, from: &Placed, to: &Placed, sliding: &[Contact]) -> Self {
        let mut first_time = FirstTime::new(from, to, sliding);
        loop {
            if let Some(way) = first_time.go_on(body) {
                return way;
            }
        }
    }

    /// Returns the body a fraction of the way.
    #[must_use]
    pub fn at(&self, body: &Body, fraction: f64) -> Placed {
        if fraction <= 0.0 || fraction.is_nan() {
            return self.course.from.clone();
        }
        if fraction >= 1.0 {
            return self.course.to.clone();
        }
        let dofs = body.dofs();
        let mut placed = self.course.midway(fraction);
        let wanted = dofs.in_range(&dofs.placed(&placed.placement, &self.between(fraction)));
        // The ends are as they are, also where they cannot meet all that is asked of them.
        let whole = (fraction.min(1.0 - fraction) / NEAR_AN_END).min(1.0);
        let whole = whole * whole * (3.0 - 2.0 * whole);
        placed.placement = wanted.blend(&placed.touching(body, &wanted), whole);
        placed
    }

    /// Returns the values between two steps, on the curve through all of them (Catmull and Rom 1974).
    fn between(&self, fraction: f64) -> Vec<f64> {
        let along = fraction * STEPS as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "there are few steps")]
        let first = (along as usize).min(STEPS - 1);
        let t = along - first as f64;
        let [a, b, c, d] =
            [first.saturating_sub(1), first, first + 1, (first + 2).min(STEPS)].map(|step| &self.steps[step]);
        let curve = |at: usize| {
            let (a, b, c, d) = (a[at], b[at], c[at], d[at]);
            b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)))
        };
        (0..b.len()).map(curve).collect()
    }
}

/// Returns values that change evenly from step to step: whoever gets around something does so in a curve.
fn smoothed(mut steps: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    for _ in 0..SMOOTHINGS {
        let mut next = steps.clone();
        for (middle, around) in next[1..].iter_mut().zip(steps.windows(3)) {
            for (at, value) in middle.iter_mut().enumerate() {
                *value = (around[0][at] + 2.0 * around[1][at] + around[2][at]) / 4.0;
            }
        }
        steps = next;
    }
    steps
}

/// Returns how much of the way a step is.
fn share(step: usize) -> f64 {
    step as f64 / STEPS as f64
}

impl Placed {
    /// Returns the body a fraction of the way to the next posture; see [`Way`], which is quicker for many.
    #[must_use]
    pub fn between(&self, body: &Body, next: &Self, sliding: &[Contact], fraction: f64) -> Self {
        Way::new(body, self, next, sliding).at(body, fraction)
    }

    /// Returns where it meets what is asked of it, coming from somewhere near.
    fn improved(&self, body: &Body, start: &Placement, effort: Effort) -> Placement {
        self.met(body, self.placement.clone(), start, effort)
    }
}
