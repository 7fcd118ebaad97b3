//! `unknot timeline`.

use std::collections::BTreeSet;

use crate::run::Home;

#[test]
fn segments_follow_one_another_without_a_gap() {
    let home = Home::new();
    let timeline = home.run(&["timeline", "--json"]).json();
    let segments = timeline["segments"].as_array().unwrap();
    assert_eq!(segments[0]["start"], 0.0);
    for pair in segments.windows(2) {
        assert_eq!(pair[0]["end"], pair[1]["start"]);
    }
    let last = segments.last().unwrap();
    assert_eq!(last["end"], timeline["total_seconds"]);
    assert_eq!((last["phase"].as_str(), last["exercise"].is_null()), (Some("get-up"), true));
    let sides: BTreeSet<&str> = segments.iter().map(|segment| segment["side"].as_str().unwrap()).collect();
    assert_eq!(sides, BTreeSet::from(["left", "right", "both"]));
    let plan = home.run(&["plan", "--json"]).json();
    assert_eq!(plan["total_seconds"], timeline["total_seconds"]);
}

#[test]
fn every_caption_is_words_and_no_two_things_are_said_at_once() {
    let timeline = Home::new().run(&["timeline", "--json"]).json();
    for segment in timeline["segments"].as_array().unwrap() {
        let caption = segment["caption"].as_str().unwrap();
        assert!(caption.ends_with(['.', '?', '!']), "{caption} is a key, not words");
    }
    let utterances = timeline["utterances"].as_array().unwrap();
    // A tone may sound under the end of a word.
    let words: Vec<_> = utterances.iter().filter(|utterance| utterance["text"].is_string()).collect();
    for pair in words.windows(2) {
        assert!(pair[0]["until"].as_f64() <= pair[1]["at"].as_f64(), "{pair:?}");
    }
    assert!(utterances.iter().any(|utterance| utterance["tone"] == "hold" && utterance["key"].is_null()));
    assert!(
        utterances
            .iter()
            .any(|utterance| utterance["text"] == "Halfway." && utterance["key"] == "cue.halfway")
    );
}

#[test]
fn the_text_says_what_is_done_and_what_is_said() {
    let ran = Home::new().run(&["timeline", "--only", "levator-scapulae"]);
    ran.assert_says(0, &["Levator scapulae stretch", "hold, 20 s, right", "“Halfway.”", "not screened"]);
    Home::new().run(&["timeline", "--minutes", "0"]).assert_says(2, &["more than 0"]);
}

#[test]
fn the_text_has_every_word_and_fits_the_screen() {
    let home = Home::new();
    let text = home.run(&["timeline"]).stdout;
    let said = home.run(&["timeline", "--json"]).json();
    let said = said["utterances"].as_array().unwrap();
    let lines = text.lines().filter(|line| line.contains('“') || line.contains("(soft tone")).count();
    assert_eq!(lines, said.len());
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}
