//! The journal, as pages see it: what was told so far, and a place to tell more.
//!
//! What is told shows at once. It is written to the browser's database right after; where that fails, [`Keep::trouble`]
//! says so, everything goes on with what is in memory, and the next thing that is told tries again. Then it is united with
//! the journal of the terminal, where this browser shares that.

mod link;
mod stamp;
mod tabs;
mod unite;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use unknot_journal::{Entry, File, Journal, LineError, Record, RecordId, Store, Time, read_file, write_file};
use unknot_journal_idb::{Idb, IdbError};
use wasm_bindgen_futures::JsFuture;

use link::Known;
pub(crate) use stamp::today;
use tabs::{News, Tabs};
pub(crate) use unite::{Question, Union};

/// The browser's database.
const DATABASE: &str = "unknot";

/// The journal, in every part of every page.
#[derive(Clone, Copy)]
pub(crate) struct Keep {
    journal: RwSignal<Arc<Journal>>,
    loaded: RwSignal<bool>,
    trouble: RwSignal<Option<IdbError>>,
    /// Lines in the database that cannot be read.
    unreadable: RwSignal<Arc<Vec<String>>>,
    union: RwSignal<Union>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    /// The name that was given last.
    last: Option<RecordId>,
    /// What is not in the database yet.
    unsaved: Vec<Record>,
    store: Option<Rc<Idb>>,
    tabs: Option<Rc<Tabs>>,
    /// What is new here and not at the server yet.
    to_send: Vec<Record>,
    /// Whether it is being united, whether that is to be done once more, and whether it is tried again later.
    uniting: bool,
    again: bool,
    waits: bool,
}

impl Keep {
    /// Opens the journal, for the whole program.
    pub(crate) fn open() -> Self {
        let keep = Self {
            journal: RwSignal::default(),
            loaded: RwSignal::new(false),
            trouble: RwSignal::new(None),
            unreadable: RwSignal::default(),
            union: RwSignal::new(Union::Alone),
            inner: StoredValue::new_local(Inner::default()),
        };
        let tabs = Tabs::listen(move |news| match news {
            News::Told(records) => keep.merge(records),
            News::Erased => keep.journal.set(Arc::default()),
        });
        keep.inner.update_value(|inner| inner.tabs = tabs.map(Rc::new));
        spawn_local(async move {
            if let Err(error) = keep.load().await {
                keep.trouble.set(Some(error));
            }
            keep.loaded.set(true);
            keep.save_here().await;
            keep.go_on_uniting();
        });
        keep
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

    /// Returns whether what was told in earlier visits is there, or cannot be.
    pub(crate) fn loaded(self) -> Signal<bool> {
        self.loaded.into()
    }

    /// Returns the time now; none only where the device's clock shows nonsense.
    pub(crate) fn time(self) -> Option<Time> {
        stamp::now().ok()
    }

    /// Returns why nothing is being kept, where that is so.
    pub(crate) fn trouble(self) -> Signal<Option<IdbError>> {
        self.trouble.into()
    }

    /// Returns how many lines of the database cannot be read.
    pub(crate) fn unreadable(self) -> Signal<usize> {
        Signal::derive(move || self.unreadable.with(|lines| lines.len()))
    }

    /// Returns a fresh name, as a session needs one before there is a record of it.
    pub(crate) fn name(self) -> RecordId {
        self.name_at(stamp::milliseconds())
    }

    fn name_at(self, milliseconds: i64) -> RecordId {
        let name = stamp::name(self.inner.with_value(|inner| inner.last), milliseconds);
        self.inner.update_value(|inner| inner.last = Some(name));
        name
    }

    /// Tells something: from now on it is a record, whose name is returned. There is none only where the device's
    /// clock shows nonsense.
    pub(crate) fn add(self, entry: Entry) -> Option<RecordId> {
        let time = stamp::now().ok()?;
        if matches!(entry, Entry::Session(_)) {
            self.ask_to_stay();
        }
        let record = Record::new(self.name_at(time.milliseconds()), stamp::device(), time, entry);
        let id = record.id();
        self.inner.update_value(|inner| inner.unsaved.push(record.clone()));
        self.merge([record]);
        spawn_local(self.save());
        Some(id)
    }

    /// Forgets everything, here, in other tabs, and in the journal of the terminal where this browser shares that. Where it fails
    /// here, everything stays, and there is trouble.
    pub(crate) fn erase(self) {
        spawn_local(async move {
            let known = link::known();
            if let Some(journal) = known.journal() {
                // First of all: should the page be closed meanwhile, nothing is to come back by itself.
                link::remember(Known::ErasedHere(journal));
            }
            if self.erase_here().await {
                self.erase_there().await;
            } else {
                link::remember(known);
            }
        });
    }

    /// Forgets everything, here and in other tabs; returns whether it did.
    async fn erase_here(self) -> bool {
        if let Some(store) = self.inner.with_value(|inner| inner.store.clone())
            && let Err(error) = store.erase().await
        {
            self.trouble.set(Some(error));
            return false;
        }
        stamp::forget_device();
        self.inner.update_value(|inner| {
            inner.unsaved.clear();
            inner.to_send.clear();
        });
        self.unreadable.set(Arc::default());
        self.journal.set(Arc::default());
        self.tell_tabs(&News::Erased);
        true
    }

    /// Returns every record as a file, one a line; what cannot be read is in it, too.
    pub(crate) fn export(self) -> String {
        let unreadable = self.unreadable.get_untracked();
        self.journal.with_untracked(|journal| {
            let readable = journal.records().iter().map(Record::line);
            write_file(&readable.chain(unreadable.iter().map(String::as_str)).collect::<Vec<_>>())
        })
    }

    /// Adds the records of such a file; those that are there stay as they are. Returns how many are new, and whether the file
    /// says that it is whole.
    ///
    /// # Errors
    /// A line is no record, or some are missing; nothing is added.
    pub(crate) fn import(self, text: &str) -> Result<(usize, bool), LineError> {
        let File { mut records, has_end } = read_file(text)?;
        let known: BTreeSet<RecordId> =
            self.journal.with_untracked(|journal| journal.records().iter().map(Record::id).collect());
        records.retain(|record| !known.contains(&record.id()));
        let before = known.len();
        self.inner.update_value(|inner| inner.unsaved.extend(records.iter().cloned()));
        self.merge(records);
        spawn_local(self.save());
        Ok((self.journal.with_untracked(|journal| journal.records().len()) - before, has_end))
    }

    async fn load(self) -> Result<(), IdbError> {
        let store = Rc::new(Idb::open(DATABASE).await?);
        let lines = store.lines().await?;
        self.inner.update_value(|inner| inner.store = Some(store));
        let (mut records, mut unreadable) = (Vec::new(), Vec::new());
        for line in lines {
            match Record::of_line(line) {
                Ok(record) => records.push(record),
                Err((line, _)) => unreadable.push(line),
            }
        }
        self.unreadable.set(Arc::new(unreadable));
        self.merge(records);
        Ok(())
    }

    /// Writes what is not in the database yet, and then sends it to where it is shared.
    async fn save(self) {
        let saved = self.save_here().await;
        if !saved.is_empty() {
            self.unite(saved);
        }
    }

    /// Writes what is not in the database yet; returns what is there now.
    async fn save_here(self) -> Vec<Record> {
        let Some(store) = self.inner.with_value(|inner| inner.store.clone()) else { return Vec::new() };
        let records = self.inner.with_value(|inner| inner.unsaved.clone());
        if records.is_empty() {
            return records;
        }
        if let Err(error) = store.append(&records).await {
            self.trouble.set(Some(error));
            return Vec::new();
        }
        let saved: BTreeSet<RecordId> = records.iter().map(Record::id).collect();
        self.inner.update_value(|inner| inner.unsaved.retain(|record| !saved.contains(&record.id())));
        self.trouble.set(None);
        self.tell_tabs(&News::Told(records.clone()));
        records
    }

    fn tell_tabs(self, news: &News) {
        if let Some(tabs) = self.inner.with_value(|inner| inner.tabs.clone()) {
            tabs.tell(news);
        }
    }

    fn merge(self, records: impl IntoIterator<Item = Record>) {
        self.journal.update(|journal| {
            *journal = Arc::new(journal.records().iter().cloned().chain(records).collect());
        });
    }

    /// Asks the browser, when there is a first session, not to clear the database when space is short. It answers by
    /// itself; where it says no, all is as before.
    fn ask_to_stay(self) {
        if self.journal.with_untracked(|journal| journal.sessions().is_empty())
            && let Ok(asked) = window().navigator().storage().persist()
        {
            spawn_local(async move {
                let _answer = JsFuture::from(asked).await;
            });
        }
    }
}
