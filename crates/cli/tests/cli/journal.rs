//! `unknot rate` and `unknot journal`.

use std::path::Path;

use crate::run::{Home, Ran};

fn told(home: &Home) -> Vec<serde_json::Value> {
    home.run(&["journal", "list", "--json"]).json().as_array().unwrap().clone()
}

/// Returns the end of the name of the last record, as `list` shows it.
fn last(home: &Home) -> String {
    let told = told(home);
    let id = told.last().unwrap()["id"].as_str().unwrap();
    id[id.len() - 8..].to_owned()
}

fn exported(home: &Home) -> String {
    let ran = home.run(&["journal", "export"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran.stdout
}

fn refused(ran: &Ran, words: &[&str]) {
    ran.assert_says(2, words);
}

#[test]
fn a_rating_is_kept_and_listed() {
    let home = Home::new();
    home.run(&["journal", "list"]).assert_says(0, &["Nothing yet"]);
    home.run(&["rate", "4"]).assert_says(0, &["Kept: pain 4 of 10"]);
    home.run(&["journal", "list"]).assert_says(0, &["pain 4"]);
    let told = told(&home);
    assert_eq!((told.len(), &told[0]["kind"], &told[0]["entry"]["pain"]), (1, &"pain".into(), &4.into()));
    assert!(home.path().join("unknot/journal.sqlite").is_file());
}

#[test]
fn what_is_no_pain_is_told_with_what_would_be_one() {
    let home = Home::new();
    for pain in ["11", "five", "-1", "4.5", ""] {
        refused(&home.run(&["rate", pain]), &["expected a whole number from 0", "to 10"]);
    }
    refused(&home.run(&["journal", "add", "peg", "5", "4", "eleven"]), &["expected a whole number from 0"]);
    assert!(told(&home).is_empty());
}

#[test]
fn a_rating_may_be_of_earlier_but_not_of_later() {
    let home = Home::new();
    home.run(&["rate", "6", "--at", "2026-01-31T08:30"]).assert_says(0, &["2026-01-31 08:30"]);
    refused(&home.run(&["rate", "6", "--at", "2999-01-31"]), &["is still to come"]);
    refused(&home.run(&["rate", "6", "--at", "soon"]), &["is no time"]);
    refused(&home.run(&["rate", "6", "--after"]), &["no session today"]);
    home.run(&["rate", "3"]);
    let told = told(&home);
    assert_eq!(told.len(), 2);
    assert!(told[0]["at"].as_str().unwrap().starts_with("2026-01-31T08:30"));
}

#[test]
fn what_is_added_is_kept_and_corrected_by_more() {
    let home = Home::new();
    home.run(&["journal", "add", "note", "A new chair."]).assert_says(0, &["note: A new chair."]);
    let note = last(&home);
    home.run(&["journal", "add", "correction", &note, "--text", "An old chair."])
        .assert_says(0, &["Kept as"]);
    home.run(&["journal", "show", &note]).assert_says(0, &["An old chair. (corrected)", "A new chair."]);
    refused(&home.run(&["journal", "add", "correction", &note, "--pain", "4"]), &["it is no rating"]);
    refused(&home.run(&["journal", "add", "correction", &note]), &["--remove"]);
    home.run(&["journal", "add", "correction", &note, "--remove"]).assert_says(0, &["Kept as"]);
    home.run(&["journal", "show", &note]).assert_says(0, &["taken back"]);
    home.run(&["journal", "list"]).assert_says(0, &["Nothing yet"]);
    home.run(&["journal", "add", "peg", "5", "4", "6"]).assert_says(0, &["PEG 5.0"]);
    home.run(&["journal", "add", "clearance", "yes"]).assert_says(0, &["clinician agrees"]);
    home.run(&["journal", "add", "answer", "leave-out", "no", "--exercise", "foam-rolling"])
        .assert_says(0, &["declined: leave out: Foam rolling"]);
    refused(&home.run(&["journal", "add", "next-day", "yes"]), &["there was no session"]);
    refused(&home.run(&["journal", "show", "00000000"]), &["there is no record"]);
}

#[test]
fn the_option_and_the_variable_name_another_file() {
    let home = Home::new();
    home.run(&["--journal", "mine.sqlite", "rate", "2"]).assert_says(0, &[]);
    home.run(&["rate", "3", "--journal", "mine.sqlite"]).assert_says(0, &[]);
    let ran = home.command(&["journal", "list"]).env("UNKNOT_JOURNAL", "mine.sqlite").output().unwrap();
    assert_eq!(String::from_utf8(ran.stdout).unwrap().lines().count(), 2);
    assert!(!home.path().join("unknot/journal.sqlite").exists());
    home.run(&["--journal", "no/such/file", "rate", "2"])
        .assert_says(1, &["no/such/file", "cannot be opened"]);
}

#[test]
fn everything_comes_back_byte_for_byte() {
    let home = Home::new();
    home.write("v1.jsonl", include_str!("../../../journal/tests/version-1.jsonl"));
    home.write("v2.jsonl", include_str!("../../../journal/tests/version-2.jsonl"));
    home.run(&["journal", "import", "v1.jsonl"]).assert_says(0, &["12 new records of 12"]);
    home.run(&["journal", "import", "v2.jsonl"]).assert_says(0, &["13 new records of 13; there are 25"]);
    home.run(&["journal", "import", "v2.jsonl"]).assert_says(0, &["0 new records of 13"]);
    let before = exported(&home);
    home.run(&["journal", "export", "-o", "all.jsonl"]).assert_says(0, &["25 records"]);
    refused(&home.run(&["journal", "erase"]), &["--yes"]);
    home.run(&["journal", "erase", "--yes"]).assert_says(0, &["Erased: 25"]);
    assert_eq!(exported(&home), "");
    home.run(&["journal", "import", "all.jsonl"]).assert_says(0, &["25 new"]);
    assert_eq!(exported(&home), before);
}

/// Tries to import a file, which must change nothing.
fn rejects(text: impl AsRef<[u8]>, words: &[&str]) {
    let home = Home::new();
    home.run(&["rate", "4"]);
    let before = exported(&home);
    home.write("file", text);
    refused(&home.run(&["journal", "import", "file"]), words);
    assert_eq!(exported(&home), before);
}

#[test]
fn what_is_no_journal_is_not_imported_in_part() {
    let lines = include_str!("../../../journal/tests/version-1.jsonl");
    rejects(&lines[..lines.len() - 40], &["line 12", "it was cut off", "Nothing was imported"]);
    rejects(
        lines.replacen(r#""pain":5"#, r#""pain":11"#, 1),
        &["line 3", "found 11", "Nothing was imported"],
    );
    rejects("date,pain\n2026-11-24,5\n", &["it is no journal of Unknot's"]);
    rejects("", &["there is nothing in it"]);
    rejects([0x50, 0x4b, 0x03, 0x04, 0xff], &["not UTF-8"]);
    rejects(r#"{"date": "2026-11-24", "pain": 5}"#, &["line 1", "missing field"]);
}

#[test]
fn a_record_is_not_replaced_by_an_import() {
    let home = Home::new();
    home.run(&["rate", "4"]);
    home.write("changed.jsonl", exported(&home).replace(r#""pain":4"#, r#""pain":0"#));
    refused(&home.run(&["journal", "import", "changed.jsonl"]), &["tells something else", "correction"]);
    assert_eq!(told(&home)[0]["entry"]["pain"], 4);
}

#[test]
fn two_devices_with_clocks_apart_lose_nothing() {
    let (one, other) = (Home::new(), Home::new());
    one.run(&["rate", "4"]);
    other.run(&["rate", "5"]);
    // The other one's clock is a hundred years ahead.
    let ahead = exported(&other).replace(r#""at":"20"#, r#""at":"21"#);
    one.write("other.jsonl", &ahead);
    one.run(&["journal", "import", "other.jsonl"]).assert_says(0, &["1 new", "dated later than now"]);
    one.run(&["rate", "6"]);
    assert_eq!(told(&one).len(), 3);
    other.write("one.jsonl", exported(&one));
    other.run(&["journal", "erase", "--yes"]);
    other.run(&["journal", "import", "one.jsonl"]).assert_says(0, &["3 new"]);
    assert_eq!(exported(&other), exported(&one));
}

#[test]
fn a_journal_that_cannot_be_used_is_told_and_stays_as_it_is() {
    let home = Home::new();
    let text = "date,pain\n".repeat(99);
    let file = home.write("table.csv", &text);
    home.run(&["--journal", &file, "rate", "4"]).assert_says(1, &["table.csv", "no journal of Unknot's"]);
    assert_eq!(std::fs::read_to_string(Path::new(&file)).unwrap(), text);
}

#[test]
fn answers_to_the_safety_questions_are_kept() {
    let home = Home::new();
    home.run_typing(&["screen"], "\n\n1\n1\nn\n\n").assert_says(0, &[]);
    let told = told(&home);
    let kinds: Vec<&str> = told.iter().map(|record| record["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["screen", "screen", "screen", "screen", "screen", "clearance"]);
    let home = Home::new();
    home.run_typing(&["screen"], "1\n").assert_says(3, &["emergency"]);
    home.run(&["journal", "list"]).assert_says(0, &["safety questions", "no session: an emergency sign"]);
}
