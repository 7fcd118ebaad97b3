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
fn a_file_that_was_cut_at_the_end_of_a_line_is_noticed() {
    let home = lived_in();
    let text = exported(&home);
    let (records, end) = text.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(end, r#"{"end":{"lines":25}}"#);
    let import = |text: &str| {
        let other = Home::new();
        other.write("file.jsonl", text);
        (other.run(&["journal", "import", "file.jsonl"]), told(&other).len())
    };
    let (whole, count) = import(&text);
    whole.assert_says(0, &["25 new"]);
    assert!(count > 0 && !whole.stderr.contains("cut off"), "{whole:?}");
    import(records).0.assert_says(0, &["25 new", "does not say where it ends", "if it was cut off"]);
    let (fewer, count) = import(&format!("{}\n{end}\n", records.rsplit_once('\n').unwrap().0));
    refused(&fewer, &["found 24 lines before it, expected 25", "not the whole file", "Nothing was imported"]);
    assert_eq!(count, 0);
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

/// Returns a home with a journal that has something of every kind.
fn lived_in() -> Home {
    let home = Home::new();
    home.write("v1.jsonl", include_str!("../../../journal/tests/version-1.jsonl"));
    home.write("v2.jsonl", include_str!("../../../journal/tests/version-2.jsonl"));
    home.run(&["journal", "import", "v1.jsonl"]).assert_says(0, &[]);
    home.run(&["journal", "import", "v2.jsonl"]).assert_says(0, &[]);
    home
}

#[test]
fn an_insight_of_little_says_so() {
    let home = Home::new();
    home.run(&["journal", "insight"]).assert_says(0, &["Too few days", "unknot rate"]);
    let insight = lived_in().run(&["journal", "insight"]);
    insight.assert_says(
        0,
        &["Only 1 session has pain before and after", "Pain, week by week", "How often", "95 %"],
    );
}

#[test]
fn an_insight_of_four_weeks_never_calls_one_point_better() {
    let home = Home::new();
    let today = jiff::Zoned::now().date();
    for ago in 0..28_i64 {
        let day = today.checked_sub(jiff::ToSpan::days(ago + 1)).unwrap();
        let pain = if ago < 14 { ["4", "5"] } else { ["5", "6"] }[usize::try_from(ago % 2).unwrap()];
        home.run(&["rate", pain, "--at", &day.to_string()]).assert_says(0, &[]);
    }
    let ran = home.run(&["journal", "insight"]);
    ran.assert_says(0, &["rated on 28 days", "pain went down by", "(95 % interval)"]);
    assert!(!ran.stdout.contains("by enough to matter. "), "{}", ran.stdout);
    let json = home.run(&["journal", "insight", "--json"]).json();
    assert!(["unclear", "less-may-matter", "less-but-small"].contains(&json["meaning"].as_str().unwrap()));
}

#[test]
fn what_is_agreed_to_changes_the_plan_until_it_is_taken_back() {
    let home = Home::new();
    home.run(&["plan"]).assert_says(0, &["Foam rolling"]);
    assert!(!home.path().join("unknot/journal.sqlite").exists(), "a plan makes no journal");
    let answer = |answer: &str| {
        let args = ["journal", "add", "answer", "leave-out", answer, "--exercise", "foam-rolling"];
        home.run(&args).assert_says(0, &["Kept as"]);
    };
    answer("yes");
    let plan = home.run(&["plan"]);
    plan.assert_says(0, &["Left out: Foam rolling (as you agreed"]);
    let left_out = &home.run(&["plan", "--json"]).json()["left_out"][0];
    assert_eq!((&left_out["exercise"], &left_out["reason"]), (&"foam-rolling".into(), &"wish".into()));
    home.run(&["plan", "--only", "foam-rolling"]).assert_says(0, &["Foam rolling"]);
    home.run(&["journal", "insight"]).assert_says(
        0,
        &["What you agreed to", "take it back: unknot journal add answer leave-out no --exercise"],
    );
    answer("no");
    assert!(!home.run(&["plan"]).stdout.contains("Left out"));
    refused(&home.run(&["journal", "add", "answer", "less-tiem", "no"]), &["did you mean `less-time`?"]);
}

#[test]
fn pain_over_time_is_drawn_as_lines_and_as_pixels() {
    let home = Home::new();
    refused(&home.run(&["journal", "plot", "-o", "pain.svg"]), &["nothing was told yet"]);
    refused(&home.run(&["journal", "plot", "-o", "pain.gif"]), &[".svg or .png"]);
    home.run(&["rate", "4"]);
    home.run(&["journal", "plot", "-o", "pain.svg"]).assert_says(0, &["The picture is in pain.svg"]);
    let lines = std::fs::read_to_string(home.path().join("pain.svg")).unwrap();
    assert!(lines.starts_with("<svg width=\"760\"") && lines.contains("Too few days to tell"), "{lines}");
    home.run(&["journal", "plot", "-o", "pain.png", "--night"]).assert_says(0, &[]);
    let pixels = std::fs::read(home.path().join("pain.png")).unwrap();
    assert!(pixels.starts_with(b"\x89PNG") && pixels.len() > 5000);
}

#[test]
fn export_erase_and_import_change_no_insight() {
    let home = lived_in();
    let insight = || home.run(&["journal", "insight", "--json"]).stdout;
    let before = insight();
    home.run(&["journal", "export", "-o", "all.jsonl"]).assert_says(0, &[]);
    home.run(&["journal", "erase", "--yes"]).assert_says(0, &[]);
    assert_ne!(insight(), before);
    home.run(&["journal", "import", "all.jsonl"]).assert_says(0, &[]);
    assert_eq!(insight(), before);
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_computes_nothing() {
    let table = lived_in().run(&["journal", "export", "--format", "csv"]).stdout;
    assert!(table.starts_with("\u{feff}date,time,offset,kind,pain"), "{table}");
    assert!(table.contains(",'=1+1,"), "a note that looks like a formula: {table}");
    assert!(table.contains("\r\n2026-11-24,07:18:20,UTC+01,pain,3,after,"), "the 9 was corrected: {table}");
    assert!(table.contains("wall-angels,10,9,"), "{table}");
    for line in table.split("\r\n").skip(1) {
        assert!(!line.starts_with(['=', '+', '-', '@']), "{line}");
    }
}

#[test]
fn a_calendar_has_the_clock_changes_of_its_zone() {
    let home = Home::new();
    let export = |zone: &str| {
        let args = ["journal", "export", "--format", "ics", "--from", "2027-03-01", "--at", "07:30"];
        let output = home.command(&args).env("TZ", zone).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let berlin = export("Europe/Berlin");
    for line in [
        "DTSTART;TZID=Europe/Berlin:20270301T073000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=50",
        "DURATION:PT7M",
        "DTSTART:20270328T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
    ] {
        assert!(berlin.contains(&format!("{line}\r\n")), "{line} in {berlin}");
    }
    assert!(berlin.split("\r\n").all(|line| line.len() <= 75));
    assert!(export("UTC").contains("DTSTART:20270301T073000Z\r\n"));
    refused(&home.run(&["journal", "export", "--format", "ics", "--at", "25:00"]), &["25:00"]);
}

#[test]
fn a_bundle_has_the_codes_and_no_name() {
    let home = lived_in();
    let bundle = home.run(&["journal", "export", "--format", "fhir"]).json();
    let resources: Vec<&serde_json::Value> =
        bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]).collect();
    let of = |kind: &str| resources.iter().filter(|resource| resource["resourceType"] == kind).count();
    assert_eq!(
        (of("Patient"), of("Procedure"), of("Observation"), of("QuestionnaireResponse")),
        (1, 2, 4, 3)
    );
    let pain = resources.iter().find(|resource| resource["resourceType"] == "Observation").unwrap();
    assert_eq!((&pain["code"]["coding"][0]["code"], &pain["valueInteger"]), (&"72514-3".into(), &5.into()));
    assert!(!bundle.to_string().contains("snomed"));
    let with = home.run(&["journal", "export", "--format", "fhir", "--snomed"]).stdout;
    assert!(with.contains("229070002"));
    refused(&Home::new().run(&["journal", "export", "--format", "fhir"]), &["nothing was told yet"]);
}

#[test]
fn names_sort_by_when_they_were_given_though_the_clock_was_set_back() {
    let home = Home::new();
    home.run(&["rate", "4"]);
    // The same computer wrote it in 2100, as it thought then.
    let line = exported(&home);
    let at = line.find(r#""id":""#).unwrap() + 6;
    let ahead = format!("{}03bb2cc3{}", &line[..at], &line[at + 8..]);
    home.run(&["journal", "erase", "--yes"]);
    home.write("ahead.jsonl", ahead);
    home.run(&["journal", "import", "ahead.jsonl"]).assert_says(0, &["1 new"]);
    home.run(&["rate", "5"]);
    home.run(&["rate", "6"]);
    let told = told(&home);
    let ids: Vec<&str> = told.iter().map(|record| record["id"].as_str().unwrap()).collect();
    assert!(ids[0].starts_with("03bb2cc3") && ids.is_sorted() && ids[1] != ids[2], "{ids:?}");
    let pains: Vec<u64> = told.iter().map(|record| record["entry"]["pain"].as_u64().unwrap()).collect();
    assert_eq!(pains, [4, 5, 6]);
}
