//! What a person asks of a running session: to pause, skip, go back, attend to a sore spot, stop.

use super::{End, Event, Session, State};
use crate::plan::PlanItem;
use crate::time::Millis;
use crate::timeline::Activity;

/// Going back within this time of an exercise's beginning goes to the exercise before it.
const JUST_BEGUN: f64 = 3.0;

impl Session<'_> {
    /// Stops the clock; any touch does.
    pub fn pause(&mut self) {
        if matches!(self.state, State::Running | State::Waiting) {
            self.state = State::Paused;
        }
    }

    /// Goes on: after a pause, when it does not hurt after all, or after having been helped up. Somebody who
    /// has stood up is first led back into position; a session that was over stays over.
    pub fn resume(&mut self) {
        if !matches!(self.state, State::Paused | State::Hurting | State::HelpingUp { .. }) {
            return;
        }
        if let Some(end) = self.ended {
            self.state = State::Ended(end);
            return;
        }
        self.state = State::Running;
        if let Some(item) = self.moment().segment.item.filter(|_| self.is_up) {
            let again = self.plan.items[item].clone();
            self.go_to(item, vec![again], 1);
        }
    }

    /// Tells that the person is in position.
    pub fn ready(&mut self) {
        if self.state == State::Waiting {
            self.state = State::Running;
            self.ready_for = self.moment().segment.item;
        }
    }

    /// Leaves the exercise that is going on, or that is being prepared, for the next one.
    pub fn skip(&mut self) -> Vec<Event> {
        if let Some(item) = self.interruptible() {
            self.skipped.push((item, self.plan.items[item].clone()));
        }
        self.leave()
    }

    /// Leaves the exercise for good.
    pub(super) fn leave(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        let Some(item) = self.interruptible() else { return events };
        events.extend(self.moment().segment.exercise.clone().map(Event::ExerciseSkipped));
        self.go_to(item, Vec::new(), 1);
        self.stop_waiting();
        if item >= self.plan.items.len() && self.moment().over {
            self.end(End::Finished, &mut events);
        }
        events
    }

    /// Goes back to what was just skipped, or to the beginning of the exercise, or, where that has only just
    /// begun, to the one before.
    pub fn back(&mut self) {
        let Some(item) = self.interruptible() else { return };
        let is_on_the_way = self.moment().segment.is_change();
        if let Some((_, again)) = self.skipped.pop_if(|(place, _)| is_on_the_way && *place == item) {
            self.go_to(item, vec![again], 0);
            self.stop_waiting();
            return;
        }
        let begun = self.timeline.work_start(item).map_or(0.0, Millis::seconds);
        let again =
            if self.seconds - begun > JUST_BEGUN || item == 0 { item..item + 1 } else { item - 1..item + 1 };
        let items: Vec<PlanItem> = self.plan.items[again].to_vec();
        self.go_to(item, items, 1);
        self.stop_waiting();
    }

    fn stop_waiting(&mut self) {
        if self.state == State::Waiting {
            self.state = State::Running;
        }
    }

    /// Notes that the person is sore here; where the exercise has a part for that, goes straight to it.
    pub fn sore_here(&mut self) -> Vec<Event> {
        let Some(item) = self.interruptible() else { return Vec::new() };
        let moment = self.moment();
        let Some(exercise) = moment.segment.exercise.clone() else { return Vec::new() };
        let event = Event::SoreHere { exercise, phase: moment.segment.phase(), side: moment.segment.side };
        let attended = |activity: &Activity| matches!(activity, Activity::Phase { sore_spot: true, .. });
        let is_inside = !moment.segment.is_change() && !attended(&moment.segment.activity);
        let mut to_come = self.timeline.segments()[moment.index..].iter();
        let spot = to_come.find(|s| s.item == Some(item) && attended(&s.activity)).filter(|_| is_inside);
        if let Some(start) = spot.map(|spot| spot.start) {
            self.seconds = start.seconds();
            self.announced = false;
        }
        vec![event]
    }

    /// Ends the session.
    pub fn stop(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        if self.ended.is_none() {
            self.end(End::Stopped, &mut events);
        }
        events
    }
}
