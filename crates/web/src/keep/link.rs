//! What this browser knows of the journal of the terminal: the token that lets it in, and how far the two are united.
//!
//! The token comes with an address that `unknot serve` prints or opens; `page/start.js` keeps it, before anything else.

use leptos::prelude::window;
use unknot_journal::{JournalId, Tag};
use web_sys::Storage;

/// Where the token is kept. `page/start.js` and `stamp` name it, too.
pub(super) const TOKEN: &str = "unknot-token";
/// Where it is kept how far both are united.
pub(super) const UNITED: &str = "unknot-united";
/// What stands before the name of a journal that is still to be erased.
const ERASED: &str = "erased ";

/// How far what is here and the journal of the terminal are united.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// They never met.
    Never,
    /// Both were the same when that one was in this state.
    United(Tag),
    /// Everything was erased here, and that one could not be told.
    ErasedHere(JournalId),
}

/// Returns the token, if this browser has it.
pub(super) fn token() -> Option<String> {
    storage()?.get_item(TOKEN).ok().flatten()
}

/// Forgets the token, which is good for nothing.
pub(super) fn forget_token() {
    if let Some(storage) = storage() {
        let _forgotten = storage.remove_item(TOKEN);
    }
}

/// Returns how far both are united.
pub(super) fn known() -> Known {
    let text = storage().and_then(|storage| storage.get_item(UNITED).ok().flatten()).unwrap_or_default();
    Known::parse(&text)
}

/// Keeps how far both are united.
pub(super) fn remember(known: Known) {
    let Some(storage) = storage() else { return };
    // Where nothing can be kept, there is no token either.
    let _kept = match known {
        Known::Never => storage.remove_item(UNITED),
        Known::United(tag) => storage.set_item(UNITED, &tag.to_string()),
        Known::ErasedHere(journal) => storage.set_item(UNITED, &format!("{ERASED}{journal}")),
    };
}

impl Known {
    fn parse(text: &str) -> Self {
        match text.strip_prefix(ERASED) {
            Some(journal) => journal.parse().map_or(Self::Never, Self::ErasedHere),
            None => text.parse().map_or(Self::Never, Self::United),
        }
    }

    /// Returns which journal it is about.
    pub(super) fn journal(self) -> Option<JournalId> {
        match self {
            Self::Never => None,
            Self::United(tag) => Some(tag.journal),
            Self::ErasedHere(journal) => Some(journal),
        }
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let id = "00112233445566778899aabbccddeeff";
        let tag: Tag = format!("{id}-7").parse().unwrap();
        assert_eq!(Known::parse(&tag.to_string()), Known::United(tag));
        assert_eq!(Known::parse(&format!("erased {id}")), Known::ErasedHere(tag.journal));
        for other in ["", "erased", "erased 1", id] {
            assert_eq!(Known::parse(other), Known::Never, "{other}");
        }
    }
}
