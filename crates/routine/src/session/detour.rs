//! Where the person is, and going on elsewhere than the timeline would have.

use unknot_body::Position;

use super::{Session, State};
use crate::plan::{Plan, PlanItem};
use crate::time::Millis;
use crate::timeline::{Activity, CompileError, Pose, Timeline, Whereabouts};

impl Session<'_> {
    /// Returns where the person is: on the way from one position to another, in the one that is nearer the
    /// floor, so that help to get up is never too short.
    #[must_use]
    pub fn position(&self) -> Position {
        let segment = self.moment().segment;
        match segment.activity {
            Activity::Change { from, to } if from.ground() > to.ground() => from,
            Activity::Change { to, .. } => to,
            Activity::Phase { .. } => segment.position,
        }
    }

    /// Returns the item that is going on, while there is something to interrupt.
    pub(super) fn interruptible(&self) -> Option<usize> {
        let is_open = matches!(self.state, State::Running | State::Paused | State::Waiting);
        self.moment().segment.item.filter(|_| is_open)
    }

    /// Returns where the person is and what is around them; who has only just been asked to move is still
    /// where they were.
    fn whereabouts(&self) -> Whereabouts {
        let moment = self.moment();
        let segment = moment.segment;
        if self.is_up {
            return Whereabouts::standing(segment.view);
        }
        let (position, posture) = match (&segment.activity, moment.pose) {
            (_, Pose::Posture(posture)) => (segment.position, posture),
            (Activity::Change { from, .. }, Pose::Dissolve { from: left, .. }) if moment.fraction < 0.5 => {
                let before = moment.index.checked_sub(1).map(|before| &self.timeline.segments()[before]);
                let kit = before.map(|before| before.kit.clone()).unwrap_or_default();
                return Whereabouts { position: *from, posture: *left, kit, view: segment.view };
            }
            (_, Pose::Dissolve { to, .. }) => (segment.position, to),
        };
        Whereabouts { position, posture: *posture, kit: segment.kit.clone(), view: segment.view }
    }

    /// Puts items in the place of `instead_of` items from `index` on, and goes to the change of position that
    /// leads from where the person is into the first of them. What came before stays as it was.
    pub(super) fn go_to(&mut self, index: usize, items: Vec<PlanItem>, instead_of: usize) {
        let here = self.whereabouts();
        let end = (index + instead_of).min(self.plan.items.len());
        self.plan.items.splice(index..end, items);
        let changes = &self.catalogue.changes;
        let pace = |change: Millis| change.scaled(self.change_pace.0, self.change_pace.1);
        let mut before = here.position;
        for item in &mut self.plan.items[index..] {
            item.into_position = pace(changes.between(before, item.position));
            before = item.position;
        }
        self.plan.get_up = pace(changes.get_up(before));
        self.interruptions.retain(|&interrupted, _| interrupted < index);
        self.interruptions.insert(index, here);
        self.ready_for = None;
        self.announced = false;
        self.is_up = false;
        if !self.recompile() {
            // Somebody upright has left the only exercise: nothing remains.
            self.seconds = self.timeline.total().seconds();
            return;
        }
        let begins = self.timeline.item_start(index);
        let before = || index.checked_sub(1).and_then(|last| self.timeline.item_end(last));
        self.seconds = begins.or_else(before).unwrap_or_default().seconds();
    }

    /// Compiles another plan with the detours that were made so far.
    pub(super) fn compiled(&self, plan: &Plan) -> Result<Timeline, CompileError> {
        Timeline::compile_interrupted(self.catalogue, plan, self.spoken, &self.interruptions)
    }

    /// Compiles the plan as it is now. Every item comes from the catalogue, so that only a plan of nothing is
    /// refused: then the timeline stays as it was, and the answer is false.
    pub(super) fn recompile(&mut self) -> bool {
        let compiled = self.compiled(&self.plan);
        compiled.map(|timeline| self.timeline = timeline).is_ok()
    }
}
