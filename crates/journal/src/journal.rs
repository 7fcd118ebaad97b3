//! A set of records, and what it tells.

use std::collections::BTreeMap;

use crate::correction::{Standing, standing};
use crate::entry::{Aftermath, Entry, Hurt, Moment, PainRating};
use crate::id::RecordId;
use crate::pain::Pain;
use crate::record::Record;
use crate::session::SessionDone;

/// A set of records.
///
/// Made from the same records it is the same, in whatever order they come and however often. So two journals are
/// united by making one of the records of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    records: Vec<Record>,
}

/// A session with everything that refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionStory<'r> {
    /// The record that tells of it.
    pub record: &'r Record,
    /// The session.
    pub session: &'r SessionDone,
    /// The pain before, if it was told.
    pub before: Option<Pain>,
    /// The pain after, if it was told.
    pub after: Option<Pain>,
    /// Every rating of pain that belongs to it, with the record that told it first.
    pub ratings: Vec<(&'r Record, PainRating)>,
    /// When it hurt.
    pub hurts: Vec<&'r Hurt>,
    /// Whether it made something worse, as often as that was asked.
    pub aftermath: Vec<&'r Aftermath>,
}

impl FromIterator<Record> for Journal {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Self {
        let mut records: Vec<Record> = records.into_iter().collect();
        // Nobody writes two records of one name. Should a file have them, the same one stays everywhere.
        records.sort_by(|a, b| a.id().cmp(&b.id()).then_with(|| a.line().cmp(b.line())));
        records.dedup_by_key(|record| record.id());
        records.sort_by(Record::order);
        Self { records }
    }
}

impl Journal {
    /// Returns its records in the order of time.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Returns a journal with the records of both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        self.records.into_iter().chain(other.records).collect()
    }

    /// Returns its records in the order of time.
    #[must_use]
    pub fn into_records(self) -> Vec<Record> {
        self.records
    }

    /// Returns what its records tell, corrections taken into account, in the order of time.
    ///
    /// Of several corrections of one record the latest counts. Records that a newer Unknot wrote and this one cannot
    /// read tell nothing.
    #[must_use]
    pub fn standing(&self) -> Vec<Standing<'_>> {
        standing(&self.records)
    }

    /// Returns its sessions in the order in which they began, each with what refers to it.
    #[must_use]
    pub fn sessions(&self) -> Vec<SessionStory<'_>> {
        sessions(&self.standing())
    }
}

/// Returns the sessions of what records tell, in the order in which they began, each with what refers to it.
pub(crate) fn sessions<'r>(standing: &[Standing<'r>]) -> Vec<SessionStory<'r>> {
    let mut stories: BTreeMap<RecordId, SessionStory<'_>> = BTreeMap::new();
    for Standing { record, entry } in standing {
        let Entry::Session(session) = entry else { continue };
        let story = SessionStory {
            record,
            session,
            before: None,
            after: None,
            ratings: Vec::new(),
            hurts: Vec::new(),
            aftermath: Vec::new(),
        };
        // Where several tell of it, the latest is right.
        stories.insert(session.session, story);
    }
    for Standing { record, entry } in standing {
        let Some(story) = about(entry).and_then(|id| stories.get_mut(&id)) else { continue };
        match entry {
            Entry::Pain(rating) => {
                match rating.moment {
                    Moment::Before => story.before = Some(rating.pain),
                    Moment::After => story.after = Some(rating.pain),
                    Moment::Other => {}
                }
                story.ratings.push((record, *rating));
            }
            Entry::Hurt(hurt) => story.hurts.push(hurt),
            Entry::Aftermath(aftermath) => story.aftermath.push(aftermath),
            _ => {}
        }
    }
    let mut stories: Vec<SessionStory<'_>> = stories.into_values().collect();
    stories.sort_by(|a, b| {
        (a.session.started.timestamp(), a.session.session)
            .cmp(&(b.session.started.timestamp(), b.session.session))
    });
    stories
}

/// Returns the session that an entry refers to.
fn about(entry: &Entry) -> Option<RecordId> {
    match entry {
        Entry::Pain(rating) => rating.session,
        Entry::Note(note) => note.session,
        Entry::Hurt(hurt) => Some(hurt.session),
        Entry::Aftermath(aftermath) => Some(aftermath.session),
        _ => None,
    }
}
