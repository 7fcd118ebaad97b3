//! The journal, as pages see it: what was told so far, and a place to tell more.

mod stamp;

use std::sync::Arc;

use leptos::prelude::*;
use unknot_journal::{Entry, Journal, Record, RecordId, Time, write_lines};

/// The journal, in every part of every page.
#[derive(Clone, Copy)]
pub(crate) struct Keep {
    journal: RwSignal<Arc<Journal>>,
    loaded: RwSignal<bool>,
    /// The name that was given last.
    last: StoredValue<Option<RecordId>>,
}

impl Keep {
    /// Opens the journal, for the whole program.
    pub(crate) fn open() -> Self {
        Self { journal: RwSignal::default(), loaded: RwSignal::new(true), last: StoredValue::new(None) }
    }

    /// Returns the journal, in a part of a page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Returns the journal as a whole, with what it tells once corrections are taken into account.
    pub(crate) fn journal(self) -> Signal<Arc<Journal>> {
        self.journal.into()
    }

    /// Returns every record, the oldest first; none until they are loaded.
    pub(crate) fn records(self) -> Signal<Arc<Vec<Record>>> {
        Signal::derive(move || Arc::new(self.journal.get().records().to_vec()))
    }

    /// Returns whether what was told in earlier visits is there.
    pub(crate) fn loaded(self) -> Signal<bool> {
        self.loaded.into()
    }

    /// Returns the time now; none only where the device's clock shows nonsense.
    pub(crate) fn time(self) -> Option<Time> {
        stamp::now().ok()
    }

    /// Returns a fresh name, as a session needs one before there is a record of it.
    pub(crate) fn name(self) -> RecordId {
        #[allow(clippy::cast_possible_truncation, reason = "`as` saturates, and it is a whole number")]
        self.name_at(js_sys::Date::now() as i64)
    }

    fn name_at(self, milliseconds: i64) -> RecordId {
        let name = stamp::name(self.last.get_value(), milliseconds);
        self.last.set_value(Some(name));
        name
    }

    /// Tells something: from now on it is a record, which is returned. There is none only where the device's clock
    /// shows nonsense.
    pub(crate) fn add(self, entry: Entry) -> Option<RecordId> {
        let time = stamp::now().ok()?;
        let record = Record::new(self.name_at(time.milliseconds()), stamp::device(), time, entry);
        let id = record.id();
        self.merge([record]);
        Some(id)
    }

    /// Forgets everything.
    pub(crate) fn erase(self) {
        stamp::forget_device();
        self.journal.set(Arc::default());
    }

    /// Returns every record as a file, one a line.
    pub(crate) fn export(self) -> String {
        self.journal.with_untracked(|journal| write_lines(journal.records()))
    }

    fn merge(self, records: impl IntoIterator<Item = Record>) {
        self.journal.update(|journal| {
            *journal = Arc::new(journal.records().iter().cloned().chain(records).collect());
        });
    }
}
