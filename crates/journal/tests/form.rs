//! The form of records as files: what was written once can be read for ever, and what cannot be read is told.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use unknot_journal::{Entry, Guide, Journal, Pain, Palette, Record, SessionEnd, read_lines, write_lines};

/// Every kind of entry as version 1 wrote it. It is never changed: somebody has such a file.
const VERSION_1: &str = include_str!("version-1.jsonl");
/// Every kind of entry as version 2 writes it. It is never changed either.
const VERSION_2: &str = include_str!("version-2.jsonl");

fn version_1() -> Vec<Record> {
    read_lines(VERSION_1).unwrap()
}

fn version_2() -> Vec<Record> {
    read_lines(VERSION_2).unwrap()
}

/// Returns a record as this version writes what it tells.
fn rewritten(record: &Record) -> Record {
    let entry = record.entry().unwrap().clone();
    Record::new(record.id(), record.device(), record.time().clone(), entry)
}

#[test]
fn every_version_can_be_read_and_is_passed_on_as_it_was() {
    assert_eq!(write_lines(&version_1()), VERSION_1);
    assert_eq!(write_lines(&version_2()), VERSION_2);
    // What an older version told is told by this one in its own form.
    for record in version_1() {
        assert_eq!(rewritten(&record).entry(), record.entry());
    }
}

#[test]
fn this_version_writes_version_2_to_the_byte() {
    for record in version_2() {
        assert_eq!(rewritten(&record).line(), record.line());
    }
}

#[test]
fn what_version_1_did_not_ask_is_told_as_it_was() {
    let sessions: Journal = version_1().into_iter().collect();
    let [story] = &sessions.sessions()[..] else { panic!() };
    // There was no camera yet, and nothing measured how long a change takes.
    assert_eq!((story.session.by, story.session.changes.len()), (Guide::Clock, 0));
}

#[test]
fn version_2_tells_what_it_told() {
    let told: Vec<Entry> = version_2().iter().map(|record| record.entry().unwrap().clone()).collect();
    let peg = told.iter().find_map(|entry| if let Entry::Peg(peg) = entry { Some(*peg) } else { None });
    assert!((peg.unwrap().score() - 14.0 / 3.0).abs() < 1e-12);
    let Entry::Session(session) = &told[0] else { panic!() };
    assert_eq!((session.by, session.changes[0].seconds), (Guide::Camera, 11));
}

#[test]
fn version_2_has_every_kind() {
    let kinds: BTreeSet<&str> = version_1()
        .iter()
        .chain(&version_2())
        .map(|record| match record.entry().unwrap() {
            // Whoever adds a kind is led here by the compiler; its line goes into the file of its version.
            Entry::Session(_) => "session",
            Entry::Pain(_) => "pain",
            Entry::Screen(_) => "screen",
            Entry::Clearance(_) => "clearance",
            Entry::Hurt(_) => "hurt",
            Entry::Aftermath(_) => "aftermath",
            Entry::Note(_) => "note",
            Entry::Settings(_) => "settings",
            Entry::Correction(_) => "correction",
            Entry::Peg(_) => "peg",
            Entry::Stop(_) => "stop",
            Entry::Decision(_) => "decision",
        })
        .collect();
    assert_eq!(kinds.len(), 12, "{kinds:?}");
}

#[test]
fn version_1_tells_what_it_told() {
    let journal: Journal = version_1().into_iter().collect();
    let sessions = journal.sessions();
    let [story] = &sessions[..] else { panic!("{sessions:?}") };
    assert_eq!(story.session.end, SessionEnd::Finished);
    // The 9 was corrected to a 3.
    assert_eq!((story.before, story.after), (Some(Pain::ALL[5]), Some(Pain::ALL[3])));
    assert_eq!((story.hurts.len(), story.aftermath.len(), story.ratings.len()), (1, 1, 2));
    assert_eq!(story.session.exercises[1].sore[0].seconds, 52);
    let standing = journal.standing();
    assert!(!standing.iter().any(|told| matches!(told.entry, Entry::Note(_))), "the note was taken back");
    let night =
        |told: &Entry| matches!(told, Entry::Settings(settings) if settings.palette == Palette::Night);
    assert!(standing.iter().any(|told| night(told.entry)));
}

/// Returns a line of version 1 with something changed in it.
fn changed(from: &str, to: &str) -> String {
    let line = VERSION_1.lines().find(|line| line.contains(from)).unwrap();
    line.replacen(from, to, 1)
}

#[test]
fn what_a_newer_version_wrote_is_passed_on_byte_for_byte() {
    let newer = changed(r#"{"v":1,"#, r#"{ "v":3, "mood":"fine","#).replacen(
        r#""kind":"screen""#,
        r#""kind":"dream""#,
        1,
    );
    let record = Record::parse(&newer).unwrap();
    assert_eq!((record.entry(), record.line()), (None, newer.as_str()));
    let journal: Journal = [record].into_iter().chain(version_1()).collect();
    let text = write_lines(journal.records());
    assert!(text.lines().any(|line| line == newer));
    assert_eq!(journal.standing().len(), version_1().into_iter().collect::<Journal>().standing().len() - 1);
    // A newer key in a kind that is known takes nothing away.
    let more =
        changed(r#"{"v":1,"#, r#"{"v":3,"#).replacen(r#""unsure":"#, r#""why":"because","unsure":"#, 1);
    assert!(matches!(Record::parse(&more).unwrap().entry(), Some(Entry::Screen(_))));
}

fn says(line: &str, needles: [&str; 2]) {
    let text =
        format!("{}{line}\n", VERSION_1.lines().take(2).map(|line| format!("{line}\n")).collect::<String>());
    let said = read_lines(&text).unwrap_err().to_string();
    assert!(said.starts_with("line 3, "), "{said}");
    for needle in needles {
        assert!(said.contains(needle), "{needle} in: {said}");
    }
}

#[test]
fn a_line_that_is_no_record_is_told_with_what_would_be_one() {
    says(&changed(r#""pain":5"#, r#""pain":11"#), ["found 11", "a pain from 0 to 10"]);
    says(&changed(r#""pain":5"#, r#""pain":-1"#), ["`-1`", "expected u8"]);
    says(&changed(r#""kind":"hurt""#, r#""kind":"dream""#), ["`dream`", "expected one of `session`, `pain`"]);
    says(&changed("+01:00[Europe/Berlin]", ""), ["found `2026", "expected a time with its offset"]);
    says(&changed("7a00", "4a00"), ["found `019ab7d0", "expected a UUID of version 7"]);
    says(&changed(r#""agreed":true"#, r#""agreed":1"#), ["integer `1`", "expected a boolean"]);
    says(&changed(r#""moment":"before","#, ""), ["missing field", "`moment`"]);
    says(&changed(r#""side":"right""#, r#""side":"rihgt""#), ["`rihgt` is no side", "did you mean `right`?"]);
    says(&changed(r#"{"v":1"#, r#"{"v":0"#), ["found version 0", "expected 1"]);
    says("nonsense", ["column 2", "expected"]);
}
