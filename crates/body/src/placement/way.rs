//! The way from one placed posture to the next.

use super::Placement;
use super::body::Body;
use super::placed::Placed;
use crate::contact::Contact;

/// The way of a body from one placed posture to the next.
///
/// On the way it touches what both touch. A posture may touch more than that, and lie otherwise for it; how much
/// otherwise is known from the beginning, and goes and comes little by little, so that nothing ever jumps.
#[derive(Clone, Debug)]
pub struct Way {
    from: Placed,
    to: Placed,
    sliding: Vec<Contact>,
    /// What the two ends have that the way alone would not have.
    ends: [Vec<f64>; 2],
}

impl Way {
    /// Returns the way between two postures, on which some contacts slide.
    #[must_use]
    pub fn new(body: &Body, from: &Placed, to: &Placed, sliding: &[Contact]) -> Self {
        let dofs = body.dofs();
        let end = |place: &Placed, fraction: f64| {
            let alone = dofs.values(&from.midway(body, to, sliding, fraction).placement);
            dofs.values(&place.placement).iter().zip(alone).map(|(value, alone)| value - alone).collect()
        };
        let ends = [end(from, 0.0), end(to, 1.0)];
        Self { from: from.clone(), to: to.clone(), sliding: sliding.to_vec(), ends }
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
        let mut placed = self.from.midway(body, &self.to, &self.sliding, fraction);
        let [from, to] = &self.ends;
        // Mostly near the ends, where it fits best.
        let cubed = |share: f64| share * share * share;
        let (near, far) = (cubed(1.0 - fraction), cubed(fraction));
        let ends = from.iter().zip(to).map(|(from, to)| from * near + to * far);
        let dofs = body.dofs();
        let values: Vec<f64> =
            dofs.values(&placed.placement).iter().zip(ends).map(|(value, end)| value + end).collect();
        let wanted = dofs.in_range(&dofs.placed(&placed.placement, &values));
        placed.placement = placed.met(body, wanted.clone(), &wanted, 1);
        placed
    }
}

impl Placed {
    /// Returns the body a fraction of the way to the next posture; see [`Way`], which is quicker for many.
    #[must_use]
    pub fn between(&self, body: &Body, next: &Self, sliding: &[Contact], fraction: f64) -> Self {
        Way::new(body, self, next, sliding).at(body, fraction)
    }

    /// Returns the body a fraction of the way, touching what both ends touch and knowing nothing else of them.
    fn midway(&self, body: &Body, next: &Self, sliding: &[Contact], fraction: f64) -> Self {
        let wanted = Placement {
            hips: self.placement.hips.lerp(next.placement.hips, fraction),
            angles: self.placement.angles.blend(&next.placement.angles, fraction),
        };
        let contacts = self.shared(next);
        let stays = self.kept(&contacts, sliding);
        let written = self.written.blend(&next.written, fraction);
        let room = self.room.between(&next.room, fraction);
        let holds = [&self.holds[..], &next.holds].concat();
        let mut placed = Self { placement: wanted.clone(), room, written, contacts, holds, stays };
        placed.placement = placed.met(body, wanted.clone(), &wanted, FROM_NEAR);
        placed
    }
}

/// How often a placement is improved on the way.
const FROM_NEAR: usize = 4;
