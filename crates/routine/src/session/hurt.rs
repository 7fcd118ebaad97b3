//! "It hurts" and "help me up".

use unknot_body::Position;

use super::{End, Event, Session, State};
use crate::changes::HelpStep;
use crate::safety::{Hurt, HurtOutcome};

impl Session<'_> {
    /// Stops at once because it hurts; what kind of hurt it is comes with [`Session::hurt_is`]. After the end
    /// there is nothing to stop.
    pub fn it_hurts(&mut self) -> Vec<Event> {
        if self.ended.is_some() || self.state == State::Hurting {
            return Vec::new();
        }
        self.state = State::Hurting;
        vec![Event::Hurts { exercise: self.moment().segment.exercise.clone() }]
    }

    /// Takes the answer to "what kind of hurt": leaves the exercise, or ends the session. A sharp pain that
    /// comes a second time has stayed, and ends it too. The session is then paused: who has been hurt says
    /// when to go on.
    pub fn hurt_is(&mut self, hurt: Hurt) -> Vec<Event> {
        if self.state != State::Hurting {
            return Vec::new();
        }
        let outcome = match hurt.outcome() {
            HurtOutcome::LeaveExercise if self.was_sharp => HurtOutcome::EndAndAdvise,
            outcome => outcome,
        };
        let mut events = vec![Event::HurtJudged(outcome)];
        match outcome {
            HurtOutcome::LeaveExercise => {
                self.was_sharp = true;
                self.state = State::Paused;
                events.extend(self.leave());
            }
            HurtOutcome::EndAndAdvise => self.end(End::Advised, &mut events),
            HurtOutcome::Emergency => self.end(End::Emergency, &mut events),
        }
        events
    }

    /// Helps the person up from wherever they are; the session then stands still until it is resumed or
    /// stopped. It works at any time, after the end too, which then remains the end.
    pub fn help_up(&mut self) -> Vec<Event> {
        let from = self.position();
        self.is_up = true;
        self.state = State::HelpingUp { from, seconds: 0.0 };
        self.catalogue.changes.help_up(from).first().cloned().map(Event::Help).into_iter().collect()
    }

    /// Returns the step of getting up that is due, while the person is being helped up.
    #[must_use]
    pub fn help_step(&self) -> Option<&HelpStep> {
        let State::HelpingUp { from, seconds } = self.state else { return None };
        let steps = self.catalogue.changes.help_up(from);
        let begun = starts(steps).take_while(|(start, _)| *start <= seconds).map(|(_, step)| step);
        begun.last()
    }

    pub(super) fn help(&mut self, from: Position, before: f64, now: f64) -> Vec<Event> {
        self.state = State::HelpingUp { from, seconds: now };
        let steps = self.catalogue.changes.help_up(from);
        let due = starts(steps).filter(|(start, _)| *start > before && *start <= now);
        due.map(|(_, step)| Event::Help(step.clone())).collect()
    }
}

fn starts(steps: &[HelpStep]) -> impl Iterator<Item = (f64, &HelpStep)> {
    steps.iter().scan(0.0, |next, step| {
        let start = *next;
        *next += step.length.seconds();
        Some((start, step))
    })
}
