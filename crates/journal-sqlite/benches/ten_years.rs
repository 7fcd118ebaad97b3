//! How long it takes to open ten years of daily use and to say what they mean.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail, and explains itself")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan as _;
use jiff::civil::date;
use jiff::tz::TimeZone;
use pollster::block_on;
use unknot_journal::{
    Amount, Asked, DeviceId, Entry, ExerciseDone, Guide, Insight, Journal, Moment, Pain, PainRating, Peg,
    Record, RecordId, SessionDone, SessionEnd, Store as _, SuggestionLimits, Time,
};
use unknot_journal_sqlite::Sqlite;

const DAYS: i64 = 3_652;
const EXERCISES: [&str; 7] = [
    "w-and-y",
    "wall-angels",
    "levator-scapulae",
    "opposite-arm-and-leg",
    "back-extension",
    "childs-pose",
    "foam-rolling",
];

fn time(day: i64, minute: i64) -> Time {
    let first = date(2016, 11, 28).at(7, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    let then = first.checked_add(day.days().minutes(minute)).unwrap().timestamp();
    Time::new(then.as_millisecond(), 60, Some("Europe/Berlin")).unwrap()
}

fn records() -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    for day in 0..DAYS {
        let session = RecordId::new(time(day, 0).milliseconds(), [8; 10]);
        let rating = |pain: i64, moment| {
            let pain = Pain::try_from(u8::try_from(pain % 11).unwrap()).unwrap();
            Entry::Pain(PainRating { pain, moment, session: Some(session) })
        };
        let amount = Amount { repetitions: 8, hold_seconds: Some(5) };
        let exercise = |id: &&str| ExerciseDone {
            exercise: (*id).to_owned(),
            variant: None,
            asked: amount,
            done: amount,
            skipped: day % 5 == 0 && *id == "foam-rolling",
            eased: day % 7 == 0,
            sore: Vec::new(),
            seconds: 46,
        };
        let done = SessionDone {
            session,
            programme: "seven".to_owned(),
            started: time(day, 1),
            ended: time(day, 8),
            end: SessionEnd::Finished,
            exercises: EXERCISES.iter().map(exercise).collect(),
            by: Guide::Clock,
            changes: Vec::new(),
        };
        let mut entries = vec![
            (0, rating(3 + day * 7 % 4, Moment::Before)),
            (8, Entry::Session(done)),
            (9, rating(2 + day * 5 % 4, Moment::After)),
            (600, rating(3 + day * 3 % 4, Moment::Other)),
        ];
        if day % 14 == 0 {
            let pain = Pain::ALL[4];
            entries.push((700, Entry::Peg(Peg { pain, enjoyment: pain, activity: pain })));
        }
        for (minute, entry) in entries {
            let number = u64::try_from(records.len()).unwrap().to_be_bytes();
            let mut random = [0; 10];
            random[2..].copy_from_slice(&number);
            let id = RecordId::new(time(day, minute).milliseconds(), random);
            records.push(Record::new(id, DeviceId::new(0, [1; 10]), time(day, minute), entry));
        }
    }
    records
}

fn ten_years(criterion: &mut Criterion) {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("journal.sqlite");
    block_on(Sqlite::open(&path).unwrap().append(&records())).unwrap();
    let asked = Asked {
        now: time(DAYS, 0),
        times_a_week: 5,
        limits: SuggestionLimits { rise: 2, worse_sessions: 3 },
    };
    let read = || -> Journal {
        let lines = block_on(Sqlite::open(&path).unwrap().lines()).unwrap();
        lines.into_iter().map(|line| Record::of_line(line).unwrap()).collect()
    };
    criterion.bench_function("open ten years", |bencher| bencher.iter(|| black_box(read())));
    let journal = read();
    criterion.bench_function("what ten years mean", |bencher| {
        bencher.iter(|| Insight::of(black_box(&journal), &asked));
    });
    criterion.bench_function("open ten years and say what they mean", |bencher| {
        bencher.iter(|| Insight::of(&read(), &asked));
    });
}

criterion_group!(benches, ten_years);
criterion_main!(benches);
