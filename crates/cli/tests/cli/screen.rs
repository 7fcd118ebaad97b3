//! `unknot screen`, and what is remembered of it.

use crate::run::{Home, WELL};

#[test]
fn nothing_ticked_is_remembered_and_counts_for_plans() {
    let home = Home::new();
    let ran = home.run_typing(&["screen"], "\n\n\n\n\n");
    ran.assert_says(0, &["Chest pain", "Fever", "Cancer", "Pregnant", "between the shoulder blades"]);
    assert!(home.screen_file().exists());
    assert_eq!(home.run(&["plan", "--json"]).json()["screened"], true);
    assert!(!home.run(&["plan"]).stderr.contains("not screened"));
}

#[test]
fn boxes_say_what_they_change() {
    let home = Home::new();
    let ran = home.run_typing(&["screen"], "\n\n\n\n1, 5\n");
    ran.assert_says(
        0,
        &["What your answers change", "Foam rolling: left out", "Levator scapulae stretch: left out"],
    );
    let plan = home.run(&["plan", "--json"]).json();
    let reasons: Vec<&str> =
        plan["left_out"].as_array().unwrap().iter().map(|l| l["reason"].as_str().unwrap()).collect();
    assert!(reasons.contains(&"screen"), "{reasons:?}");
}

#[test]
fn a_red_flag_ends_the_questions_and_every_plan_until_it_is_answered_anew() {
    let home = Home::new();
    for typed in ["1\n", "?\n"] {
        let ran = home.run_typing(&["screen"], typed);
        ran.assert_says(3, &["emergency"]);
        assert!(!ran.stdout.contains("Fever"), "nothing more is asked");
        home.run(&["plan"]).assert_says(3, &["unknot screen"]);
        home.run(&["timeline", "--json"]).assert_says(3, &[]);
        home.run(&["play", "--speed", "1000"]).assert_says(3, &[]);
    }
    home.run_typing(&["screen"], "\n2\n").assert_says(3, &["today"]);
    home.run_typing(&["screen"], "\n\n\n\n\n").assert_says(0, &[]);
    home.run(&["plan"]).assert_says(0, &[]);
}

#[test]
fn what_a_clinician_has_not_checked_leaves_the_standing_exercises() {
    let home = Home::new();
    home.run_typing(&["screen"], "\n\n1\n\nn\n\n").assert_says(0, &["Has a clinician checked"]);
    let plan = home.run(&["plan", "--json"]).json();
    let ids: Vec<&str> =
        plan["items"].as_array().unwrap().iter().map(|i| i["exercise"].as_str().unwrap()).collect();
    assert_eq!(ids, ["w-and-y", "wall-angels"]);
    home.run_typing(&["screen"], "\n\n1\n\nyes\n\n").assert_says(0, &[]);
    assert_eq!(home.run(&["plan", "--json"]).json()["items"].as_array().unwrap().len(), 7);
}

#[test]
fn wrong_lines_are_asked_again_and_silence_is_no_answer() {
    let home = Home::new();
    let ran = home.run_typing(&["screen"], "nine\n99\n\n\n\n\n\n");
    ran.assert_says(0, &["Please type numbers from 1 to 8"]);
    // Who is not sure about a fever sees a clinician too.
    let unsure = Home::new();
    unsure.run_typing(&["screen"], "\n?\n").assert_says(3, &["See a clinician today"]);
    let left = Home::new();
    left.run_typing(&["screen"], "\nq\n").assert_says(1, &["nothing was begun"]);
    assert!(!left.screen_file().exists());
    let silent = Home::new();
    silent.run_typing(&["screen"], "\n").assert_says(1, &["not answered to the end"]);
    assert!(!silent.screen_file().exists());
}

#[test]
fn a_file_is_judged_and_not_remembered() {
    let home = Home::new();
    let file = home.write("me.json", WELL.replace('}', r#", "ticked": ["knee"]}"#));
    let judged = home.run(&["screen", "--screen", &file, "--json"]).json();
    assert_eq!((judged["verdict"].as_str(), judged["red_flag"].as_bool()), (Some("adapt"), Some(false)));
    assert_eq!(judged["conditions"], serde_json::json!(["knee"]));
    assert!(!judged["changes"].as_array().unwrap().is_empty());
    assert!(!home.screen_file().exists());
    let file = home.write("bad.json", WELL.replace('}', r#", "unsure": ["emergency"]}"#));
    let ran = home.run(&["screen", "--screen", &file, "--json"]);
    ran.assert_says(3, &["\"red_flag\": true"]);
}

#[test]
fn files_that_cannot_be_judged_are_refused() {
    let home = Home::new();
    let refused = |text: &str, words: &[&str]| {
        let file = home.write("bad.json", text);
        home.run(&["plan", "--screen", &file]).assert_says(2, words);
    };
    refused("{", &["bad.json", "line 1"]);
    refused("[]", &["unknot screen --help"]);
    refused(r#"{"answered": []}"#, &["`emergency` has not been answered"]);
    refused(&WELL.replace('}', r#", "ticked": ["nose"]}"#), &["no box `nose`", "chest"]);
    refused(&WELL.replace("same-day", "sameday"), &["no list `sameday`", "same-day"]);
    refused(&WELL.replace('}', r#", "tick": []}"#), &["unknown field `tick`"]);
    refused(&WELL.replace('}', r#", "day": "yesterday"}"#), &["`yesterday` is no day"]);
    home.run(&["screen", "--screen", "nothing.json"]).assert_says(2, &["cannot read nothing.json"]);
}

#[test]
fn old_answers_still_limit_but_do_not_count_as_screened() {
    let home = Home::new();
    home.write(
        "unknot/screen.json",
        WELL.replace('}', r#", "day": "2001-01-31", "ticked": ["blood-thinners"]}"#),
    );
    let plan = home.run(&["plan", "--json"]).json();
    assert_eq!(plan["screened"], false);
    assert!(!plan.to_string().contains("\"exercise\":\"foam-rolling\",\"into"));
    home.run(&["plan"]).assert_says(0, &["out of date"]);
}

#[test]
fn a_damaged_memory_is_told_and_does_not_stop_anything() {
    let home = Home::new();
    home.write("unknot/screen.json", "{ \"answered\": 3");
    home.run(&["plan"]).assert_says(0, &["remembered answers cannot be used", "not screened"]);
}
