//! What a person still has to read when the player's screen is gone: the screen takes its words with it.

use std::collections::BTreeSet;

use unknot_routine::{End, Event, HurtOutcome};

use super::closing::{Closing, Step, Told};
use crate::known::Known;

/// What is left to say in the end.
#[derive(Debug, Default)]
pub(super) struct Parting {
    /// What followed when it hurt last.
    hurt: Option<HurtOutcome>,
    /// The exercises that were done to their end.
    done: BTreeSet<String>,
}

impl Parting {
    /// Takes what happened.
    pub(super) fn take(&mut self, event: &Event) {
        match event {
            Event::HurtJudged(outcome) => self.hurt = Some(*outcome),
            Event::ExerciseDone(exercise) => {
                self.done.insert(exercise.clone());
            }
            _ => {}
        }
    }

    /// Returns what there is to say, each a paragraph of its own, what matters most last: it stays on the screen.
    pub(super) fn words(&self, known: &Known, closing: Option<&Closing>) -> Vec<String> {
        let finished = closing.filter(|closing| closing.end == End::Finished);
        let done = u64::try_from(self.done.len()).unwrap_or(u64::MAX);
        let summary = finished.map(|_| known.ui_number("cli-closing", "summary", done));
        let told = finished.filter(|closing| closing.step == Step::Done);
        let advice = told.map(|closing| advice(known, closing.told(&known.rules)));
        let hurt = self.hurt.map(|outcome| known.word(outcome.advice()));
        [summary, advice, hurt].into_iter().flatten().collect()
    }
}

/// Returns the words of what a person is told in the end.
pub(super) fn advice(known: &Known, told: Told) -> String {
    match told {
        Told::Hurt(hurt) => known.word(hurt.outcome().advice()),
        Told::Worse => known.ui("cli-closing", "see-clinician"),
        Told::MorePain => known.ui("cli-closing", "more-pain"),
        Told::Nothing => known.ui("cli-closing", "may-ease"),
    }
}
