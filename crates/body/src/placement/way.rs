//! The way from one placed posture to the next.

use super::Placement;
use super::body::Body;
use super::placed::Placed;
use crate::contact::Contact;

/// In how many steps a way is gone once, so that it is known.
const STEPS: usize = 24;
/// How often a step is improved, coming from the one before.
const FROM_THE_LAST: usize = 4;
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
    from: Placed,
    to: Placed,
    sliding: Vec<Contact>,
    /// What may give way, at each step, both ends included.
    steps: Vec<Vec<f64>>,
}

impl Way {
    /// Returns the way between two postures, on which some contacts slide.
    #[must_use]
    pub fn new(body: &Body, from: &Placed, to: &Placed, sliding: &[Contact]) -> Self {
        let dofs = body.dofs();
        let mut alone = Vec::with_capacity(STEPS + 1);
        let mut last = from.placement.clone();
        for step in 0..=STEPS {
            last = from.midway(to, sliding, share(step)).improved(body, &last, FROM_THE_LAST);
            alone.push(dofs.values(&last));
        }
        let alone = smoothed(alone);
        let off = |place: &Placed, alone: &[f64]| -> Vec<f64> {
            dofs.values(&place.placement).iter().zip(alone).map(|(value, alone)| value - alone).collect()
        };
        // What the two ends have that the way alone would not have.
        let ends = [off(from, &alone[0]), off(to, &alone[STEPS])];
        let mut steps: Vec<Vec<f64>> = vec![dofs.values(&from.placement)];
        for (step, alone) in alone.iter().enumerate().take(STEPS).skip(1) {
            // Mostly near the ends, where it fits best.
            let cubed = |share: f64| share * share * share;
            let (near, far) = (cubed(1.0 - share(step)), cubed(share(step)));
            let values: Vec<f64> =
                (0..alone.len()).map(|at| alone[at] + ends[0][at] * near + ends[1][at] * far).collect();
            let placed = from.midway(to, sliding, share(step));
            let wanted = dofs.in_range(&dofs.placed(&placed.placement, &values));
            steps.push(dofs.values(&placed.touching(body, &wanted)));
        }
        steps.push(dofs.values(&to.placement));
        Self { from: from.clone(), to: to.clone(), sliding: sliding.to_vec(), steps }
    }

    /// Returns the body a fraction of the way.
    #[must_use]
    pub fn at(&self, body: &Body, fraction: f64) -> Placed {
        if fraction <= 0.0 || fraction.is_nan() {
            return self.from.clone();
        }
        if fraction >= 1.0 {
            return self.to.clone();
        }
        let dofs = body.dofs();
        let mut placed = self.from.midway(&self.to, &self.sliding, fraction);
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

    /// Returns what is asked of the body a fraction of the way, which is to touch what both ends touch; it is halfway
    /// between the two, and touches nothing yet.
    fn midway(&self, next: &Self, sliding: &[Contact], fraction: f64) -> Self {
        let placement = self.placement.blend(&next.placement, fraction);
        let contacts = self.shared(next);
        let stays = self.kept(&contacts, sliding);
        let written = self.written.blend(&next.written, fraction);
        let room = self.room.between(&next.room, fraction);
        let holds = [&self.holds[..], &next.holds].concat();
        Self { placement, room, written, contacts, holds, stays }
    }

    /// Returns where it meets what is asked of it, coming from somewhere near.
    fn improved(&self, body: &Body, start: &Placement, steps: usize) -> Placement {
        self.met(body, self.placement.clone(), start, steps)
    }
}
