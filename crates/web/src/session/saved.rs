//! What is kept of a session that goes on, for after a reload.

use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use unknot_journal::{RecordId, Time};
use web_sys::Storage;

use super::act::Act;
use super::start::Start;

/// Under which name it is kept.
const KEY: &str = "unknot-session";
/// After so many milliseconds nobody is in the middle of it any more.
const OLD: f64 = 2.0 * 60.0 * 60.0 * 1000.0;

/// What is kept of a session that goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Saved {
    /// Its name in the journal.
    pub(crate) name: RecordId,
    /// When it began.
    pub(crate) started: Time,
    /// What it was planned from.
    pub(crate) start: Start,
    /// What has happened.
    pub(crate) acts: Vec<Act>,
    /// How long its timeline takes, in milliseconds: another version of the exercises may take another time.
    pub(crate) total: u32,
    /// Whether the journal has it.
    pub(crate) is_told: bool,
    /// Whether a camera watches.
    #[serde(default)]
    pub(crate) is_watched: bool,
    /// When it was kept, in milliseconds since 1970.
    pub(crate) at: f64,
}

impl Saved {
    /// Returns whether it was kept so long ago that nobody is in the middle of it any more.
    pub(crate) fn is_old(&self, now: f64) -> bool {
        now - self.at > OLD
    }

    /// Keeps it. Where nothing may be kept, a reload begins anew.
    pub(super) fn keep(&self) {
        if let Some((storage, text)) = storage().zip(serde_json::to_string(self).ok()) {
            let _kept = storage.set_item(KEY, &text);
        }
    }

    /// Returns what is kept.
    pub(super) fn load() -> Option<Self> {
        let text = storage()?.get_item(KEY).ok()??;
        serde_json::from_str(&text).ok()
    }

    /// Forgets what is kept.
    pub(super) fn forget() {
        if let Some(storage) = storage() {
            let _forgotten = storage.remove_item(KEY);
        }
    }
}

/// Returns where a browser keeps words, if it does.
pub(super) fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
