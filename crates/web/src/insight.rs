//! What the journal means, for the pages.

use std::sync::Arc;

use unknot_journal::{Asked, Insight, Journal, Time};
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
        let asked = Asked::by(now.clone(), &known.rules, programme);
        let insight = Arc::new(Insight::of(&journal, &asked));
        Self { journal, insight, now }
    }
}

/// Returns sentences, one after the other.
pub(crate) fn say(known: &Known, sentences: &[Phrase]) -> String {
    sentences.iter().map(|sentence| known.say(sentence)).collect::<Vec<_>>().join(" ")
}
