//! What is kept of the session for after a reload, and what the journal is told of it.

use leptos::prelude::*;
use unknot_journal::session_entries;

use super::Running;
use crate::session::saved::Saved;

impl Running {
    /// Tells the journal of the session, once.
    pub(super) fn tell(self) {
        let entries = self.going.try_update_value(|going| {
            // Nothing was done by who has left at once.
            let going =
                going.as_mut().filter(|going| !going.is_told && going.engine.done().seconds >= 1.0)?;
            going.is_told = true;
            let ended = self.keep.time()?;
            let programme = going.engine.start().wishes.programme();
            Some(session_entries(going.engine.done(), going.name, programme, &going.started, ended))
        });
        let Some(entries) = entries.flatten() else { return };
        for entry in entries {
            self.keep.add(entry);
        }
        self.save();
    }

    pub(super) fn save(self) {
        let now = js_sys::Date::now();
        let saved = self.going.try_update_value(|going| {
            let going = going.as_mut()?;
            going.kept = now;
            let (engine, name) = (&going.engine, going.name);
            Some(Saved {
                name,
                started: going.started.clone(),
                start: engine.start().clone(),
                acts: engine.acts().to_vec(),
                total: engine.timeline().total().0,
                is_told: going.is_told,
                is_watched: self.watch.is_on(),
                at: now,
            })
        });
        if let Some(saved) = saved.flatten() {
            saved.keep();
        }
    }

    pub(super) fn forget(self) {
        Saved::forget();
        self.saved.set(None);
    }

    /// Tells the journal of a session that broke off so long ago that nobody is in the middle of it any more.
    pub(super) fn let_old_go(self) {
        if !self.keep.loaded().get() {
            return;
        }
        let now = js_sys::Date::now();
        if self.saved.with_untracked(|saved| saved.as_ref().is_some_and(|saved| saved.is_old(now))) {
            self.give_up_left();
        }
    }
}
