//! Exercises of one's own.

use crate::check::MINE;
use crate::run::Home;

#[test]
fn they_are_found_in_the_data_folder_and_beside_the_program() {
    let home = Home::new();
    home.write("unknot/exercises/doorway.toml", MINE);
    home.write("mine/other.toml", MINE.replace("doorway", "other").replace("Doorway", "Other"));
    let folder = home.path().join("mine");
    let folder = folder.to_str().unwrap();
    home.run(&["exercises", "--exercises", folder])
        .assert_says(0, &["Doorway lean", "Other lean", "Wall angels"]);
    home.run(&["show", "doorway"]).assert_says(0, &["Opens the front", "Lean in."]);
    home.run(&["--exercises", folder, "timeline", "--only", "other"]).assert_says(0, &["“Lean in.”"]);
    let plan = home.run(&["plan", "--only", "doorway", "--json"]).json();
    assert_eq!(plan["items"][0]["work_seconds"], 6.0);
}

#[test]
fn a_broken_one_is_told_and_skipped() {
    let home = Home::new();
    home.write("unknot/exercises/a-broken.toml", "id = \"broken\"\nposition = \"flying\"\n");
    home.write("unknot/exercises/b-taken.toml", MINE.replace("\"doorway\"", "\"wall-angels\""));
    home.write("unknot/exercises/c-bytes.toml", [0xff]);
    home.write("unknot/exercises/d-wordless.toml", MINE.split("[words.en]").next().unwrap());
    home.write(
        "unknot/exercises/e-condition.toml",
        MINE.replace("\"shoulder\"", "\"bad-day\"").replace("doorway", "e"),
    );
    home.write("unknot/exercises/good.toml", MINE);
    home.write("unknot/exercises/note.txt", "no exercise");
    let ran = home.run(&["exercises"]);
    ran.assert_says(
        0,
        &[
            "skipped",
            "a-broken.toml:2:12: position",
            "`wall-angels` already",
            "c-bytes.toml",
            "not UTF-8",
            "Doorway lean",
            "bad-day",
        ],
    );
    assert!(!ran.stderr.contains("note.txt"));
    assert_eq!(home.run(&["plan", "--json"]).json()["items"].as_array().unwrap().len(), 7);
}

#[test]
fn a_folder_that_is_none_is_a_mistake() {
    Home::new().run(&["--exercises", "nothing", "plan"]).assert_says(2, &["nothing is no folder"]);
}

#[test]
fn a_word_of_unknots_cannot_be_replaced() {
    let home = Home::new();
    home.write("unknot/exercises/screen.toml", MINE.replace("\"doorway\"", "\"screen\""));
    let ran = home.run(&["exercises"]);
    ran.assert_says(0, &["skipped"]);
    home.run_typing(&["screen"], "\n\n\n\n\n").assert_says(0, &["Any of these, now or with this pain?"]);
}

#[test]
fn hidden_files_and_programmes_are_left_alone() {
    let home = Home::new();
    let mine = home.write("unknot/exercises/doorway.toml", MINE);
    home.write("unknot/exercises/.#doorway.toml", "half a");
    home.write("unknot/exercises/for-kim.toml", "id = 'for-kim'\n[[items]]\nexercise = 'doorway'\n");
    let ran = home.run(&["exercises"]);
    ran.assert_says(0, &["Doorway lean"]);
    assert_eq!(ran.stderr, "");
    // The file that is checked is the very one that is known.
    let ran = home.run(&["check", &mine]);
    ran.assert_says(0, &["ok: doorway"]);
    assert!(!ran.stdout.contains("note:"), "{}", ran.stdout);
    let other = home.write("other.toml", MINE.replace("seconds = 6", "seconds = 7"));
    home.run(&["check", &other]).assert_says(0, &["note: there is an exercise `doorway` already"]);
}

#[test]
fn every_problem_begins_with_its_file() {
    let home = Home::new();
    let bytes = home.write("unknot/exercises/a.toml", [0xff]);
    let wrong = home.write("unknot/exercises/b.toml", MINE.replace("standing", "standin").replace("6", "-6"));
    let ran = home.run(&["exercises"]);
    ran.assert_says(0, &[&format!("skipped {bytes}: it cannot be read: it is not UTF-8")]);
    for line in ["3:12", "18:11"] {
        assert!(
            ran.stderr.lines().any(|said| said.starts_with(&format!("{wrong}:{line}"))),
            "{}",
            ran.stderr
        );
    }
}
