//! Journals for tests, told as a person would.

#![allow(clippy::unwrap_used, dead_code, reason = "a test may fail, and each uses its part")]

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use unknot_journal::{
    Aftermath, Amount, Asked, ChangeDone, DeviceId, Entry, ExerciseDone, Guide, Insight, Journal, Moment,
    Pain, PainRating, Record, RecordId, SessionDone, SessionEnd, SuggestionLimits, Time, When,
};

/// A journal that is being written, from the morning of 2 March 2026, a Monday.
#[derive(Default)]
pub(crate) struct Diary {
    records: Vec<Record>,
}

pub(crate) fn pain(number: u8) -> Pain {
    Pain::try_from(number).unwrap()
}

/// Returns a moment of a day, counted from the first one.
pub(crate) fn time(day: i64, minute: i64) -> Time {
    let first: Date = date(2026, 3, 2);
    let zoned = first.at(7, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    let then = zoned.checked_add(day.days().minutes(minute)).unwrap();
    Time::new(then.timestamp().as_millisecond(), 0, None).unwrap()
}

pub(crate) fn exercise(id: &str, seconds: u32, skipped: bool) -> ExerciseDone {
    let amount = Amount { repetitions: 8, hold_seconds: None };
    ExerciseDone {
        exercise: id.to_owned(),
        variant: None,
        asked: amount,
        done: amount,
        skipped,
        eased: false,
        sore: Vec::new(),
        seconds,
    }
}

pub(crate) fn session(day: i64) -> SessionDone {
    SessionDone {
        session: RecordId::new(time(day, 0).milliseconds(), [8; 10]),
        programme: "seven".to_owned(),
        started: time(day, 1),
        ended: time(day, 8),
        end: SessionEnd::Finished,
        exercises: vec![exercise("w-and-y", 46, false), exercise("foam-rolling", 36, false)],
        by: Guide::Clock,
        changes: Vec::new(),
    }
}

impl Diary {
    pub(crate) fn tell(&mut self, day: i64, minute: i64, entry: Entry) -> &mut Self {
        let number = u64::try_from(self.records.len()).unwrap().to_be_bytes();
        let mut random = [0; 10];
        random[2..].copy_from_slice(&number);
        let id = RecordId::new(time(day, minute).milliseconds(), random);
        self.records.push(Record::new(id, DeviceId::new(0, [1; 10]), time(day, minute), entry));
        self
    }

    pub(crate) fn rate(&mut self, day: i64, number: u8) -> &mut Self {
        let rating = PainRating { pain: pain(number), moment: Moment::Other, session: None };
        self.tell(day, 0, Entry::Pain(rating))
    }

    /// A session with pain before and after.
    pub(crate) fn done(&mut self, day: i64, before: u8, after: u8, done: SessionDone) -> &mut Self {
        let session = Some(done.session);
        self.tell(day, 0, Entry::Pain(PainRating { pain: pain(before), moment: Moment::Before, session }));
        self.tell(day, 8, Entry::Session(done));
        self.tell(day, 9, Entry::Pain(PainRating { pain: pain(after), moment: Moment::After, session }))
    }

    pub(crate) fn next_day(&mut self, day: i64, worse: bool) -> &mut Self {
        let aftermath = Aftermath { session: session(day).session, when: When::NextDay, worse, hurt: None };
        self.tell(day + 1, 0, Entry::Aftermath(aftermath))
    }

    pub(crate) fn journal(&self) -> Journal {
        self.records.iter().cloned().collect()
    }

    /// Returns what it means in the evening of a day.
    pub(crate) fn insight(&self, day: i64) -> Insight {
        Insight::of(&self.journal(), &asked(day))
    }
}

pub(crate) fn asked(day: i64) -> Asked {
    Asked { now: time(day, 600), times_a_week: 5, limits: SuggestionLimits { rise: 2, worse_sessions: 3 } }
}

/// Returns a change of position that took that much of ten seconds.
pub(crate) fn change(seconds: u32) -> ChangeDone {
    ChangeDone { to: "w-and-y".to_owned(), planned: 10, seconds }
}
