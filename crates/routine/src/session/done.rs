//! What was done in a session, as a journal wants to know it.

use unknot_body::Sides;

use super::{End, Event};
use crate::plan::{Plan, PlanItem};
use crate::safety::Hurt;
use crate::timeline::Moment;

/// What was done in a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// Its exercises, in the order in which they were done or were to be done.
    pub exercises: Vec<Performed>,
    /// When it hurt.
    pub hurts: Vec<Hurting>,
    /// How it ended.
    pub end: Option<End>,
    /// How many seconds it went on.
    pub seconds: f64,
    /// The changes of position that the session waited at, in the order in which they came first.
    pub changes: Vec<Changed>,
}

/// A change of position that the session waited at.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The exercise that it leads to.
    pub to: String,
    /// How many seconds it was planned to take.
    pub planned: f64,
    /// How many seconds the person took more.
    pub waited: f64,
}

/// One exercise of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Performed {
    /// Its id.
    pub exercise: String,
    /// In which variant it was done at last.
    pub variant: Option<String>,
    /// The repetitions that were planned.
    pub asked: u32,
    /// Those that were done, by the clock.
    pub repetitions: u32,
    /// Those that somebody who watched has counted, where all could be seen.
    pub seen: Option<u32>,
    /// How long each is held, in seconds; 0 where nothing is.
    pub hold: f64,
    /// Whether it was done to its end.
    pub is_done: bool,
    /// Whether it was left before its end.
    pub is_skipped: bool,
    /// Whether it was made easier.
    pub is_eased: bool,
    /// Where it was sore: the phase, the side, and how far into the exercise, in seconds.
    pub sore: Vec<(String, Sides, f64)>,
    /// How long it went on, in seconds.
    pub seconds: f64,
}

/// A moment at which it hurt.
#[derive(Clone, Debug, PartialEq)]
pub struct Hurting {
    /// The exercise, if one was going on.
    pub exercise: Option<String>,
    /// How far into the session, in seconds.
    pub seconds: f64,
    /// What kind of hurt it was, once that is answered.
    pub kind: Option<Hurt>,
}

impl Performed {
    fn of(item: &PlanItem) -> Self {
        let hold = item.dose.iter().map(|dose| dose.hold.seconds()).fold(0.0, f64::max);
        Self {
            exercise: item.exercise.clone(),
            variant: item.variant.clone(),
            asked: item.repetitions,
            repetitions: 0,
            seen: None,
            hold,
            is_done: false,
            is_skipped: false,
            is_eased: false,
            sore: Vec::new(),
            seconds: 0.0,
        }
    }
}

impl Done {
    /// Adds exercises that are to be done; those that stand there already stay as they are.
    pub fn plan(&mut self, plan: &Plan) {
        for item in &plan.items {
            if !self.exercises.iter().any(|performed| performed.exercise == item.exercise) {
                self.exercises.push(Performed::of(item));
            }
        }
    }

    /// Returns how many exercises were done to their end.
    #[must_use]
    pub fn count(&self) -> usize {
        self.exercises.iter().filter(|performed| performed.is_done).count()
    }

    /// Takes time that has passed until this moment.
    pub fn pass(&mut self, seconds: f64, moment: &Moment<'_>) {
        self.seconds += seconds;
        let segment = moment.segment;
        let Some(exercise) = segment.exercise.as_deref().filter(|_| !segment.is_change()) else { return };
        if let Some(performed) = self.of(exercise) {
            performed.seconds += seconds;
            // The one that goes on is not done yet.
            performed.repetitions = performed.repetitions.max(segment.repetition.saturating_sub(1));
        }
    }

    /// Takes time for which the session waited, at this moment, until the person was in position.
    pub fn wait(&mut self, seconds: f64, moment: &Moment<'_>) {
        let segment = moment.segment;
        let Some(to) = &segment.exercise else { return };
        match self.changes.iter_mut().find(|change| change.to == *to) {
            Some(change) => change.waited += seconds,
            None => {
                let planned = segment.length().seconds();
                self.changes.push(Changed { to: to.clone(), planned, waited: seconds });
            }
        }
    }

    /// Takes what happened.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::ExerciseDone(exercise) => {
                if let Some(performed) = self.of(exercise) {
                    performed.is_done = true;
                    performed.is_skipped = false;
                    performed.repetitions = performed.asked;
                }
            }
            Event::ExerciseSkipped(exercise) => {
                if let Some(performed) = self.of(exercise) {
                    performed.is_skipped = !performed.is_done;
                }
            }
            Event::Eased { exercise, variant } => {
                if let Some(performed) = self.of(exercise) {
                    performed.is_eased = true;
                    performed.variant = variant.clone().or_else(|| performed.variant.take());
                }
            }
            Event::SoreHere { exercise, phase, side } => {
                if let Some(performed) = self.of(exercise) {
                    performed.sore.push((phase.clone(), *side, performed.seconds));
                }
            }
            Event::Hurts { exercise } => {
                let (exercise, seconds) = (exercise.clone(), self.seconds);
                self.hurts.push(Hurting { exercise, seconds, kind: None });
            }
            Event::Ended(end) => self.end = Some(*end),
            _ => {}
        }
    }

    /// Takes how many repetitions of an exercise were counted; none where not all of them could be seen.
    pub fn counted(&mut self, exercise: &str, repetitions: Option<u32>) {
        if let Some(performed) = self.of(exercise) {
            performed.seen = repetitions;
        }
    }

    /// Takes what kind of hurt it was last.
    pub fn hurt_is(&mut self, hurt: Hurt) {
        if let Some(last) = self.hurts.last_mut() {
            last.kind = Some(hurt);
        }
    }

    fn of(&mut self, exercise: &str) -> Option<&mut Performed> {
        self.exercises.iter_mut().find(|performed| performed.exercise == exercise)
    }
}
