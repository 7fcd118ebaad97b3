//! How the last weeks were.

use jiff::civil::Date;
use serde::Serialize;

use crate::correction::Standing;
use crate::entry::Entry;
use crate::journal::SessionStory;

/// PEG is worth asking again after so many days.
const DAYS: i32 = 14;

/// A score of PEG on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PegScore {
    /// The day.
    #[serde(serialize_with = "super::date")]
    pub date: Date,
    /// The score, 0 to 10.
    pub score: f64,
}

/// Returns the scores that were told, in order.
pub(super) fn scores(standing: &[Standing<'_>]) -> Vec<PegScore> {
    let score = |told: &Standing<'_>| match told.entry {
        Entry::Peg(peg) => {
            Some(PegScore { date: told.record.time().on_the_wall().date(), score: peg.score() })
        }
        _ => None,
    };
    standing.iter().filter_map(score).collect()
}

/// Returns whether it is time to ask for PEG: sessions are done, and it was not answered in the last two weeks.
#[must_use]
pub fn peg_is_due(standing: &[Standing<'_>], stories: &[SessionStory<'_>], today: Date) -> bool {
    let is_recent = |told: &PegScore| told.date.until(today).is_ok_and(|ago| ago.get_days() < DAYS);
    stories.iter().any(SessionStory::is_done) && !scores(standing).last().is_some_and(is_recent)
}
