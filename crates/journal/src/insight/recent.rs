//! What the last sessions mean for the next one.

use jiff::civil::Date;

use crate::correction::Standing;
use crate::entry::{Entry, When};
use crate::id::RecordId;
use crate::journal::SessionStory;
use crate::suggestion::SuggestionKind;

/// What the last sessions mean for the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent {
    /// How many sessions there were in which something was done.
    pub sessions: u32,
    /// How much the last one changed the pain: after less before.
    pub last_change: Option<i8>,
    /// How many in a row were worse on the next day.
    pub worse_next_day: u32,
    /// The last one, if its next day has come and nobody has asked how that was.
    pub ask_next_day: Option<RecordId>,
}

impl Recent {
    /// Reads it from sessions, in the order in which they began, on a day.
    #[must_use]
    pub fn of(stories: &[SessionStory<'_>], today: Date) -> Self {
        let done: Vec<&SessionStory<'_>> = stories.iter().filter(|story| story.is_done()).collect();
        let last = done.last();
        // A session after which nobody was asked says neither this nor that.
        let worse = done.iter().rev().filter_map(|story| story.next_day()).take_while(|worse| *worse).count();
        let is_over = |story: &&&SessionStory<'_>| story.session.started.on_the_wall().date() < today;
        let unasked = last.filter(|story| story.next_day().is_none()).filter(is_over);
        Self {
            sessions: u32::try_from(done.len()).unwrap_or(u32::MAX),
            last_change: last.and_then(|story| story.change()),
            worse_next_day: u32::try_from(worse).unwrap_or(u32::MAX),
            ask_next_day: unasked.map(|story| story.session.session),
        }
    }
}

impl Recent {
    /// Returns it without what the person does not want to follow from it: suggestions about pain that were declined since
    /// the last session.
    #[must_use]
    pub fn without_declined(mut self, standing: &[Standing<'_>]) -> Self {
        let last =
            standing.iter().rposition(|told| matches!(told.entry, Entry::Session(_) | Entry::Aftermath(_)));
        for told in &standing[last.map_or(0, |last| last + 1)..] {
            let Entry::Decision(decision) = told.entry else { continue };
            match decision.suggestion {
                SuggestionKind::SmallerRange if !decision.agreed => self.last_change = None,
                SuggestionKind::HalfDose if !decision.agreed => self.worse_next_day = 0,
                _ => {}
            }
        }
        self
    }
}

impl SessionStory<'_> {
    /// Returns whether anything was done in it.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.session.exercises.iter().any(|done| done.seconds > 0 && !done.skipped)
    }

    /// Returns how much it changed the pain: after less before, where both were told.
    #[must_use]
    pub fn change(&self) -> Option<i8> {
        let (before, after) = self.before.zip(self.after)?;
        Some(i8::try_from(after.number()).ok()? - i8::try_from(before.number()).ok()?)
    }

    /// Returns whether something was worse on the next day, if that was asked.
    #[must_use]
    pub fn next_day(&self) -> Option<bool> {
        self.aftermath.iter().rev().find(|after| after.when == When::NextDay).map(|after| after.worse)
    }
}
