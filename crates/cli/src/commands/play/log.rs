//! What the journal gets to know of a session.

use unknot_journal::{
    Aftermath, Entry, Moment, Pain, PainRating, Recent, RecordId, Stop, StopRule, Time, When, session_entries,
};
use unknot_routine::Advice;

use crate::failure::Failure;
use crate::keep::{Keep, fresh, now};
use crate::player::Played;

/// Who leaves earlier than this, in seconds, has done nothing.
const NOTHING: f64 = 1.0;

/// Tells a journal of a session, where there is one.
pub(super) struct Log {
    keep: Option<Keep>,
    session: RecordId,
}

impl Log {
    /// Returns what tells that journal of a session that is to begin.
    pub(super) fn open(keep: Option<Keep>) -> Result<Self, Failure> {
        Ok(Self { keep, session: fresh()? })
    }

    /// Returns what earlier sessions mean for this one.
    pub(super) fn recent(&self) -> Result<Recent, Failure> {
        let Some(keep) = &self.keep else { return Ok(Recent::default()) };
        let journal = keep.journal()?;
        let recent = Recent::of(&journal.sessions(), now()?.on_the_wall().date());
        Ok(recent.without_declined(&journal.standing()))
    }

    /// Tells anything.
    pub(super) fn tell(&self, entries: Vec<Entry>) -> Result<(), Failure> {
        let Some(keep) = self.keep.as_ref().filter(|_| !entries.is_empty()) else { return Ok(()) };
        keep.tell(entries).map(|_| ())
    }

    /// Tells how the day after an earlier session was.
    pub(super) fn next_day(&self, session: RecordId, worse: bool) -> Result<(), Failure> {
        self.tell(vec![Entry::Aftermath(Aftermath { session, when: When::NextDay, worse, hurt: None })])
    }

    /// Tells the pain before it.
    pub(super) fn pain(&self, pain: Option<u8>) -> Result<(), Failure> {
        self.tell(self.rating(pain, Moment::Before).into_iter().collect())
    }

    /// Tells of the advice to see a clinician.
    pub(super) fn stop(&self, advice: &[Advice]) -> Result<(), Failure> {
        let is_stop = advice.contains(&Advice::SeeClinician);
        let stop = Stop { rule: StopRule::WorseSessions, session: Some(self.session) };
        self.tell(is_stop.then_some(Entry::Stop(stop)).into_iter().collect())
    }

    /// Tells what was done, and what was answered after it.
    pub(super) fn played(&self, programme: &str, started: &Time, played: &Played<'_>) -> Result<(), Failure> {
        if played.done.seconds < NOTHING {
            return Ok(());
        }
        let mut entries = session_entries(played.done, self.session, programme, started, now()?);
        entries.extend(self.rating(played.pain, Moment::After));
        let session = self.session;
        entries.extend(
            played
                .worse
                .map(|worse| Entry::Aftermath(Aftermath { session, when: When::After, worse, hurt: None })),
        );
        self.tell(entries)
    }

    fn rating(&self, pain: Option<u8>, moment: Moment) -> Option<Entry> {
        let pain = Pain::try_from(pain?).ok()?;
        Some(Entry::Pain(PainRating { pain, moment, session: Some(self.session) }))
    }
}
