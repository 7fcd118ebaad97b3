//! The form of records as files: what was written once can be read for ever, and what cannot be read is told.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use unknot_journal::{Entry, Journal, Pain, Palette, Record, SessionEnd, read_lines, write_lines};

/// Every kind of entry as version 1 writes it. It is never changed: somebody has such a file.
const VERSION_1: &str = include_str!("version-1.jsonl");

fn version_1() -> Vec<Record> {
    read_lines(VERSION_1).unwrap()
}

#[test]
fn version_1_can_be_read_and_is_written_as_it_was() {
    let records = version_1();
    assert_eq!(write_lines(&records), VERSION_1);
    for record in &records {
        let entry = record.entry().unwrap().clone();
        let written = Record::new(record.id(), record.device(), record.time().clone(), entry);
        assert_eq!(written.line(), record.line());
    }
}

#[test]
fn version_1_has_every_kind() {
    let kinds: BTreeSet<&str> = version_1()
        .iter()
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
        })
        .collect();
    assert_eq!(kinds.len(), 9, "{kinds:?}");
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
    let newer = changed(r#"{"v":1,"#, r#"{ "v":2, "mood":"fine","#).replacen(
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
        changed(r#"{"v":1,"#, r#"{"v":2,"#).replacen(r#""unsure":"#, r#""why":"because","unsure":"#, 1);
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
