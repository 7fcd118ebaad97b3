//! What follows from suggestions that somebody agreed to.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod diary;

use diary::{Diary, change, session};
use proptest::prelude::*;
use unknot_journal::{Agreed, Decision, Entry, SessionEnd, SuggestionKind};
use unknot_routine::{Millis, Programme, Request};

/// Returns four sessions that were too long, with slow changes, in which one exercise was skipped.
fn diary() -> Diary {
    let mut diary = Diary::default();
    for day in 0..4 {
        let mut done = session(day);
        done.exercises[0].seconds = 260;
        done.exercises[1].skipped = true;
        done.end = SessionEnd::Stopped;
        done.changes = vec![change(14), change(16)];
        diary.done(day, 5, 5, done);
    }
    diary
}

fn answer(suggestion: SuggestionKind, agreed: bool) -> Entry {
    let exercise = (suggestion == SuggestionKind::LeaveOut).then(|| "foam-rolling".to_owned());
    Entry::Decision(Decision { suggestion, exercise, agreed })
}

fn agreed(diary: &Diary) -> Agreed {
    let journal = diary.journal();
    Agreed::of(&journal.standing(), &journal.sessions())
}

const HABITS: [SuggestionKind; 3] =
    [SuggestionKind::LessTime, SuggestionKind::LeaveOut, SuggestionKind::OwnChanges];

#[test]
fn nothing_changes_before_somebody_agrees() {
    assert_eq!(agreed(&diary()), Agreed::default());
    assert_eq!(agreed(diary().tell(4, 0, answer(SuggestionKind::LessTime, false))), Agreed::default());
}

#[test]
fn what_was_suggested_is_what_is_kept_to_whatever_comes_later() {
    let mut diary = diary();
    for kind in HABITS {
        diary.tell(4, 0, answer(kind, true));
    }
    let then = agreed(&diary);
    assert_eq!((then.minutes, then.changes), (Some(5), Some(160)));
    assert_eq!(then.left_out, ["foam-rolling".to_owned()].into());
    assert_eq!(then.suggestions().len(), 3);
    for day in 5..9 {
        diary.done(day, 5, 5, session(day));
    }
    assert_eq!(agreed(&diary), then);
    diary.tell(9, 0, answer(SuggestionKind::LeaveOut, false));
    assert!(agreed(&diary).left_out.is_empty(), "taken back");
    assert_eq!(agreed(&diary).minutes, Some(5));
}

fn programme() -> Programme {
    let text = unknot_content::json::PROGRAMMES[0];
    Programme::parse(text.path, text.text).unwrap()
}

#[test]
fn a_request_keeps_to_it() {
    let mut diary = diary();
    for kind in HABITS {
        diary.tell(4, 0, answer(kind, true));
    }
    let (agreed, programme) = (agreed(&diary), programme());
    let mut request = Request::of(&programme);
    agreed.apply(&mut request);
    assert_eq!((request.budget, request.change_pace), (Millis::from_seconds(300.0), (160, 100)));
    assert!(request.left_out.contains("foam-rolling"));
}

proptest! {
    #[test]
    fn agreeing_never_makes_a_session_longer_or_a_change_quicker(
        minutes in prop::option::of(0_u32..200),
        changes in prop::option::of(0_u32..500),
        pace in (100_u32..300, Just(100_u32)),
    ) {
        let agreed = Agreed { minutes, changes, ..Agreed::default() };
        let programme = programme();
        let mut request = Request { change_pace: pace, ..Request::of(&programme) };
        agreed.apply(&mut request);
        prop_assert!(request.budget <= programme.budget);
        prop_assert!(request.change_pace.0 * pace.1 >= pace.0 * request.change_pace.1);
    }
}
