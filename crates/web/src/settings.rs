//! How somebody likes it.

use leptos::prelude::*;
use unknot_journal::{Entry, Journal};

use crate::keep::Keep;

/// How somebody likes it.
pub(crate) struct Settings;

impl Settings {
    /// Returns how somebody likes it. What is set is told to the journal: set it when a choice is made, not while a
    /// slider moves.
    pub(crate) fn here() -> RwSignal<unknot_journal::Settings> {
        expect_context()
    }

    /// Follows the journal, and is followed by it and by the look of every page.
    pub(crate) fn open(keep: Keep) -> RwSignal<unknot_journal::Settings> {
        let settings = RwSignal::new(unknot_journal::Settings::default());
        let told = StoredValue::new(settings.get_untracked());
        Effect::new(move || {
            let latest = keep.journal().with(|journal| latest(journal));
            if latest != told.get_value() {
                told.set_value(latest.clone());
                settings.set(latest);
            }
        });
        Effect::new(move || {
            let chosen = settings.get();
            look(&chosen);
            if chosen != told.get_value() {
                told.set_value(chosen.clone());
                keep.add(Entry::Settings(chosen));
            }
        });
        settings
    }
}

/// Returns the settings that count.
fn latest(journal: &Journal) -> unknot_journal::Settings {
    let settings = journal.standing().into_iter().rev().find_map(|standing| match standing.entry {
        Entry::Settings(settings) => Some(settings.clone()),
        _ => None,
    });
    settings.unwrap_or_default()
}

/// Tells the style sheets.
fn look(settings: &unknot_journal::Settings) {
    let Some(html) = document().document_element() else { return };
    let size = if settings.larger_text { "larger" } else { "usual" };
    for (name, value) in [("data-palette", settings.palette.name()), ("data-text", size)] {
        // No attribute of such a name can fail to be set.
        let _set = html.set_attribute(name, value);
    }
}
