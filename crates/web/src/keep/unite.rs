//! Uniting what this browser keeps with the journal of the terminal, which the local server has.
//!
//! This browser's own database always comes first; everything works without the server. Both ways, by the names of records:
//! what one has the other gets. Nothing is taken away by that, so that where everything was erased on one side alone, the person
//! is asked: what was erased must not come back by itself, nor what is still there be lost.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use unknot_journal::{Record, RecordId, Store, Tag};
use unknot_journal_http::{Http, HttpError};
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent};

use super::Keep;
use super::link::{self, Known};

/// After this long it is tried again whether the server is back.
const PATIENCE: Duration = Duration::from_secs(10);

/// How what is here and the journal of the terminal stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Union {
    /// This browser has a journal of its own alone.
    Alone,
    /// Both have the same.
    United,
    /// The server cannot be reached.
    Away,
    /// The server cannot keep it, for this reason.
    Trouble(String),
    /// Everything was erased on one side, and the person is asked.
    Asks(Question),
}

/// Where everything was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// There, while this browser still has so many records; or another journal has taken its place.
    ErasedThere {
        /// How many.
        here: usize,
    },
    /// Here, while the journal of the terminal still has so many records.
    ErasedHere {
        /// How many.
        there: u64,
    },
}

impl Keep {
    /// Returns how what is here and the journal of the terminal stand to each other.
    pub(crate) fn union(self) -> Signal<Union> {
        self.union.into()
    }

    /// Unites both now, and whenever one may have something new: the page is looked at again, another tab has decided something,
    /// a link of the server was opened in this one.
    pub(super) fn go_on_uniting(self) {
        let looked_at = move |_| {
            if !document().hidden() {
                self.unite(Vec::new());
            }
        };
        let changed = move |event: Event| {
            let key = event.dyn_into::<StorageEvent>().ok().and_then(|event| event.key());
            if key.is_some_and(|key| [link::TOKEN, link::UNITED].contains(&key.as_str())) {
                self.unite(Vec::new());
            }
        };
        // For as long as the page is there.
        let _listens = window_event_listener_untyped("visibilitychange", looked_at);
        let _listens = window_event_listener_untyped("storage", changed);
        self.unite(Vec::new());
    }

    /// Unites both. The records given are new, and in this browser's database.
    pub(super) fn unite(self, new: Vec<Record>) {
        if link::token().is_none() {
            self.union.set(Union::Alone);
            return;
        }
        let is_busy = self.inner.try_update_value(|inner| {
            inner.to_send.extend(new);
            inner.again = inner.uniting;
            std::mem::replace(&mut inner.uniting, true)
        });
        if is_busy != Some(false) {
            return;
        }
        spawn_local(async move {
            let mut goes_on = true;
            while goes_on {
                self.unite_once().await;
                goes_on = self
                    .inner
                    .try_update_value(|inner| {
                        inner.uniting = inner.again;
                        std::mem::take(&mut inner.again)
                    })
                    .unwrap_or_default();
            }
        });
    }

    async fn unite_once(self) {
        let Some(token) = link::token() else { return };
        let new = self.inner.try_update_value(|inner| std::mem::take(&mut inner.to_send)).unwrap_or_default();
        let mut union = self.united(&token, &new).await;
        if union == Err(HttpError::Another) {
            // Erased at this very moment: what is there now decides.
            union = self.united(&token, &[]).await;
        }
        let union = union.unwrap_or_else(|error| match error {
            HttpError::Refused(_) => {
                link::forget_token();
                Union::Alone
            }
            HttpError::Away | HttpError::Another => Union::Away,
            HttpError::Other(words) => Union::Trouble(words),
        });
        let is_back_later = matches!(union, Union::Away | Union::Trouble(_));
        if self.union.with_untracked(|now| *now != union) {
            self.union.set(union);
        }
        if is_back_later
            && self.inner.try_update_value(|inner| std::mem::replace(&mut inner.waits, true)) == Some(false)
        {
            let again = move || {
                self.inner.update_value(|inner| inner.waits = false);
                // Whoever does not look is not waiting.
                if !document().hidden() {
                    self.unite(Vec::new());
                }
            };
            set_timeout(again, PATIENCE);
        }
    }

    async fn united(self, token: &str, new: &[Record]) -> Result<Union, HttpError> {
        let known = link::known();
        let here = || self.journal.with_untracked(|journal| journal.records().len());
        let is_all = |tag: Tag| tag.records == here() as u64;
        let mut same = None;
        if let Known::United(tag) = known {
            same = Some(tag);
            if !new.is_empty() && is_all(Tag { records: tag.records + new.len() as u64, ..tag }) {
                let there = Http::new(token, Some(tag.journal));
                there.append(new).await?;
                same = there.tag();
                link::remember(there.tag().map_or(Known::Never, Known::United));
            }
        }
        let there = Http::new(token, None);
        let Some((tag, lines)) = there.changes(same.filter(|tag| is_all(*tag))).await? else {
            return Ok(Union::United);
        };
        match known {
            Known::United(same) if same.journal != tag.journal && here() > 0 => {
                return Ok(Union::Asks(Question::ErasedThere { here: here() }));
            }
            Known::ErasedHere(journal) if journal == tag.journal && tag.records > 0 => {
                return Ok(Union::Asks(Question::ErasedHere { there: tag.records }));
            }
            _ => {}
        }
        self.join(token, tag, &lines).await?;
        Ok(Union::United)
    }

    /// Gives each side what the other has: here first, then there.
    async fn join(self, token: &str, tag: Tag, lines: &[String]) -> Result<(), HttpError> {
        let (fresh, missing) = self.journal.with_untracked(|journal| {
            let here: BTreeSet<&str> = journal.records().iter().map(Record::line).collect();
            let there: BTreeSet<&str> = lines.iter().map(String::as_str).collect();
            let names: BTreeSet<RecordId> = journal.records().iter().map(Record::id).collect();
            let fresh = there.difference(&here).filter_map(|line| Record::parse(line).ok());
            let fresh: Vec<Record> = fresh.filter(|record| !names.contains(&record.id())).collect();
            let is_missing = |record: &&Record| !there.contains(record.line());
            let missing: Vec<Record> = journal.records().iter().filter(is_missing).cloned().collect();
            (fresh, missing)
        });
        if !fresh.is_empty() {
            self.inner.update_value(|inner| inner.unsaved.extend(fresh.iter().cloned()));
            self.merge(fresh);
            self.save_here().await;
        }
        let there = Http::new(token, Some(tag.journal));
        if !missing.is_empty() {
            there.append(&missing).await?;
        }
        link::remember(Known::United(there.tag().unwrap_or(tag)));
        Ok(())
    }

    /// Erases on the other side, too, after everything was erased here. Where that cannot be, it is asked about later.
    pub(super) async fn erase_there(self) {
        if let (Some(token), Some(journal)) = (link::token(), link::known().journal()) {
            let there = Http::new(&token, Some(journal));
            match there.erase().await {
                Ok(()) => link::remember(there.tag().map_or(Known::Never, Known::United)),
                // What is there now is none of what was here.
                Err(HttpError::Another) => link::remember(Known::Never),
                Err(_) => {}
            }
        }
        self.unite(Vec::new());
    }

    /// Does what the person has decided: what was erased on one side is erased on both, or put together again.
    pub(crate) fn decide(self, question: Question, erases: bool) {
        spawn_local(async move {
            match question {
                Question::ErasedThere { .. } if erases => {
                    if self.erase_here().await {
                        link::remember(Known::Never);
                        self.unite(Vec::new());
                    }
                }
                Question::ErasedHere { .. } if erases => self.erase_there().await,
                _ => {
                    link::remember(Known::Never);
                    self.unite(Vec::new());
                }
            }
        });
    }
}
