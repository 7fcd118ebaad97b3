//! Which lists are asked before a session, and what is made of the answers.

use std::collections::BTreeSet;

use unknot_routine::{Answers, Verdict};

use super::{Asker, Screened, ask_floor, ask_for_session, must_ask_floor, today};
use crate::known::Known;

/// Asks what a session needs of somebody who types these lines, and returns what was shown, too.
fn ask(known: &Known, remembered: Option<Answers>, typed: &str) -> (Screened, String) {
    let remembered = remembered.map(|answers| Screened::judge(known, answers).unwrap());
    let (mut input, mut output) = (typed.as_bytes(), Vec::new());
    let screened =
        ask_for_session(known, &mut Asker::new(known, &mut input, &mut output), remembered).unwrap();
    assert!(input.is_empty(), "{input:?} was not asked for");
    (screened, String::from_utf8(output).unwrap())
}

fn answers(day: &str, ticked: &[&str]) -> Answers {
    let answered = ["emergency", "same-day", "about-the-pain", "about-you", "before-floor"];
    Answers {
        day: Some(day.to_owned()),
        answered: answered.map(str::to_owned).into(),
        ticked: ticked.iter().map(|id| (*id).to_owned()).collect(),
        unsure: BTreeSet::new(),
        cleared: None,
    }
}

#[test]
fn the_first_time_everything_but_the_floor_is_asked() {
    let known = Known::built_in().unwrap();
    let (screened, shown) = ask(&known, None, "\n\n\n\n");
    assert_eq!(screened.judgement.verdict, Verdict::Adapt);
    assert_eq!(screened.answers.day, Some(today()));
    assert!(shown.contains("Chest pain") && shown.contains("Fever") && shown.contains("Cancer"), "{shown}");
    assert!(shown.contains("between the shoulder blades"), "{shown}");
    assert!(must_ask_floor(&known, &screened.answers));
    let (mut input, mut output) = (&b"1\n"[..], Vec::new());
    let screened =
        ask_floor(&known, &mut Asker::new(&known, &mut input, &mut output), screened.answers).unwrap();
    assert!(screened.judgement.limits.conditions.contains("pregnant"));
    assert!(!must_ask_floor(&known, &screened.answers));
}

#[test]
fn later_only_the_emergency_list_is_asked_and_the_rest_stays() {
    let known = Known::built_in().unwrap();
    let (screened, shown) = ask(&known, Some(answers(&today(), &["knee"])), "\n");
    assert!(shown.contains("Chest pain") && !shown.contains("Fever"), "{shown}");
    assert!(screened.judgement.limits.conditions.contains("knee"));
    assert!(!must_ask_floor(&known, &screened.answers));
}

#[test]
fn old_answers_and_red_flags_that_may_be_over_are_asked_anew() {
    let known = Known::built_in().unwrap();
    let flagged = |id| answers(&today(), &[id, "knee"]);
    for remembered in [answers("2001-01-31", &["knee"]), flagged("fever"), flagged("chest")] {
        let (screened, _) = ask(&known, Some(remembered), "\n\n\n\n");
        assert!(!screened.judgement.is_red_flag());
        assert!(must_ask_floor(&known, &screened.answers));
    }
}

#[test]
fn being_unsure_about_an_emergency_is_one() {
    let known = Known::built_in().unwrap();
    let (screened, shown) = ask(&known, None, "?\n");
    assert_eq!(screened.judgement.verdict, Verdict::Emergency);
    assert!(screened.refusal(&known).is_some());
    assert!(!shown.contains("Fever"), "nothing more is asked: {shown}");
    let (_, shown) = ask(&known, Some(screened.answers), "\n\n\n\n");
    assert!(shown.contains("Fever"), "what was not asked then is asked now: {shown}");
}

#[test]
fn until_a_clinician_agrees_it_is_asked_every_time() {
    let known = Known::built_in().unwrap();
    let (first, _) = ask(&known, None, "\n\n1\n1\nn\n");
    assert_eq!(first.judgement.verdict, Verdict::CheckFirst);
    let (second, shown) = ask(&known, Some(first.answers), "\ny\n");
    assert!(shown.contains("Has a clinician checked"), "{shown}");
    assert_eq!(second.judgement.verdict, Verdict::Adapt);
    let (third, shown) = ask(&known, Some(second.answers), "\n");
    assert!(!shown.contains("Has a clinician checked"), "{shown}");
    assert_eq!(third.judgement.verdict, Verdict::Adapt);
}
