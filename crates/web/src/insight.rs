//! What the journal means, for the pages.

use std::sync::Arc;

use unknot_journal::{Asked, Insight, Journal, SuggestionLimits, Time};
use unknot_routine::Phrase;

use crate::known::Known;

/// A journal with what it means at a time.
#[derive(Clone)]
pub(crate) struct Meant {
    /// What was told.
    pub(crate) journal: Arc<Journal>,
    /// What it means.
    pub(crate) insight: Arc<Insight>,
    /// When.
    pub(crate) now: Time,
}

impl Meant {
    /// Returns what a journal means now.
    pub(crate) fn of(known: &Known, journal: Arc<Journal>, now: Time) -> Self {
        let programme = known.catalogue.programme(unknot_content::DEFAULT_PROGRAMME);
        let schedule = programme.and_then(|programme| programme.schedule.as_ref());
        let rules = &known.rules;
        let asked = Asked {
            now: now.clone(),
            times_a_week: schedule.map_or(0, |schedule| schedule.times_a_week),
            limits: SuggestionLimits { rise: rules.rise, worse_sessions: rules.worse_sessions },
        };
        let insight = Arc::new(Insight::of(&journal, &asked));
        Self { journal, insight, now }
    }
}

/// Returns sentences, one after the other.
pub(crate) fn say(known: &Known, sentences: &[Phrase]) -> String {
    sentences.iter().map(|sentence| known.say(sentence)).collect::<Vec<_>>().join(" ")
}
