//! What of a timeline is shown, as bytes: for a program beside this one that draws it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Segment, Timeline};
use crate::words::{Phrase, WordKey};

/// What is shown of a timeline: everything but the words.
#[derive(Serialize, Deserialize)]
struct Shown<'a> {
    segments: Cow<'a, [Segment]>,
    breaths: Cow<'a, [(f64, f64)]>,
}

/// Bytes that are not what is shown of a timeline.
#[derive(Debug, thiserror::Error)]
pub enum NotShown {
    /// They are something else, or were written by another version.
    #[error("these bytes are no timeline of this version: {0}")]
    Unreadable(#[from] postcard::Error),
    /// Nothing is done in it.
    #[error("this timeline has no segments")]
    Empty,
}

/// Returns the words of a segment of which none are known.
pub(super) fn no_words() -> Phrase {
    Phrase::plain(WordKey::message(""))
}

impl Timeline {
    /// Returns what is shown as bytes. Only the very same version of this crate reads them.
    ///
    /// # Errors
    /// There is no memory for them.
    pub fn shown(&self) -> Result<Vec<u8>, NotShown> {
        let shown = Shown { segments: Cow::from(&self.segments), breaths: Cow::from(&self.breaths) };
        Ok(postcard::to_allocvec(&shown)?)
    }

    /// Returns the timeline of which these bytes are what is shown. It says nothing, and its captions are empty.
    ///
    /// # Errors
    /// The bytes are something else.
    pub fn from_shown(bytes: &[u8]) -> Result<Self, NotShown> {
        let Shown { segments, breaths } = postcard::from_bytes(bytes)?;
        if segments.is_empty() {
            return Err(NotShown::Empty);
        }
        Ok(Self {
            segments: segments.into_owned(),
            utterances: Vec::new(),
            unsaid: Vec::new(),
            breaths: breaths.into_owned(),
        })
    }
}
