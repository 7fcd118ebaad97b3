//! What a journal means.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "a test may fail, and these numbers are exact")]

mod diary;

use diary::{Diary, change, exercise, session, time};
use unknot_journal::{
    Decision, Entry, Hurt, HurtAnswer, Insight, Meaning, Peg, Recent, SessionEnd, SuggestionKind,
};

fn suggested(insight: &Insight) -> Vec<SuggestionKind> {
    insight.suggestions.iter().map(|suggestion| suggestion.kind).collect()
}

#[test]
fn an_empty_journal_means_nothing_and_says_so() {
    let insight = Diary::default().insight(0);
    assert_eq!((insight.sessions, insight.trend, insight.meaning), (0, None, Meaning::TooLittle));
    assert_eq!((insight.effect.change, insight.effect.meaning), (None, Meaning::TooLittle));
    assert!(insight.weeks.is_empty() && insight.exercises.is_empty() && insight.adherence.is_none());
    assert!(insight.suggestions.is_empty());
}

#[test]
fn one_point_less_in_four_weeks_is_never_called_better() {
    let mut diary = Diary::default();
    for day in 0..28 {
        // From about 5.5 to about 4.5.
        diary.rate(day, if (day * 7) % 28 > day { 6 } else { 5 } - u8::from(day > 20));
    }
    let insight = diary.insight(27);
    let trend = insight.trend.unwrap();
    assert!(trend.over_all.estimate < -0.5 && trend.over_all.estimate > -2.0, "{trend:?}");
    assert!(!insight.meaning.is_better(), "{trend:?}");
}

#[test]
fn three_points_less_is() {
    let mut diary = Diary::default();
    for day in 0..28 {
        diary.rate(day, 7 - u8::try_from(day / 7).unwrap() + u8::from(day % 3 == 0));
    }
    let insight = diary.insight(27);
    assert!(insight.meaning.is_better(), "{:?}", insight.trend);
    assert_eq!(insight.weeks.len(), 4);
    assert!(insight.weeks[0].mean > insight.weeks[3].mean + 2.0);
    let first = insight.weeks[0].interval.unwrap();
    assert!(first.low < insight.weeks[0].mean && insight.weeks[0].mean < first.high);
    assert_eq!(insight.weeks[1].monday.to_string(), "2026-03-09");
}

#[test]
fn what_was_long_ago_is_no_part_of_the_trend() {
    let mut diary = Diary::default();
    for day in 0..28 {
        diary.rate(day, 9);
    }
    for day in 300..328 {
        diary.rate(day, 4 + u8::from(day % 2 == 0));
    }
    let insight = diary.insight(328);
    assert_eq!((insight.meaning, insight.trend.unwrap().days), (Meaning::Unclear, 28));
    assert_eq!(insight.weeks.len(), 9, "weeks are shown, all of them");
}

#[test]
fn ratings_after_sessions_count_for_the_sessions_and_not_for_the_days() {
    let mut diary = Diary::default();
    for day in 0..12 {
        diary.done(day, 5, 3 + u8::from(day % 4 == 0), session(day));
    }
    let insight = diary.insight(12);
    assert_eq!((insight.sessions, insight.effect.sessions), (12, 12));
    let change = insight.effect.change.unwrap();
    assert_eq!(change.estimate, -1.75);
    assert_eq!(insight.effect.meaning, Meaning::Less);
    assert!(insight.weeks.iter().all(|week| week.mean == 5.0));
}

#[test]
fn few_sessions_are_no_effect_yet() {
    let mut diary = Diary::default();
    for day in 0..4 {
        diary.done(day, 9, 1, session(day));
    }
    assert_eq!(diary.insight(4).effect.meaning, Meaning::TooLittle);
}

#[test]
fn how_often_it_is_done_and_what_is_skipped_is_counted() {
    let mut diary = Diary::default();
    for day in [0, 1, 3, 4, 6] {
        let mut done = session(day);
        done.exercises[1].skipped = day > 0;
        done.exercises[0].eased = day == 3;
        done.exercises.push(exercise("childs-pose", 0, false));
        diary.done(day, 5, 4, done);
    }
    let insight = diary.insight(6);
    let adherence = insight.adherence.unwrap();
    assert_eq!((adherence.days_done, adherence.days, adherence.wanted_a_week), (5, 7, 5));
    assert!((adherence.a_week.estimate - 5.0).abs() < 1e-9 && adherence.a_week.low > 2.0);
    let of = |id: &str| insight.exercises.iter().find(|habit| habit.exercise == id);
    let (rolling, letters) = (of("foam-rolling").unwrap(), of("w-and-y").unwrap());
    assert_eq!((rolling.planned, rolling.skipped, letters.eased), (5, 4, 1));
    assert!(rolling.share_skipped.low < 0.8 && rolling.share_skipped.high > 0.8);
    assert!(of("childs-pose").is_none(), "no session came to it");
}

#[test]
fn what_hurt_and_what_was_worse_is_counted() {
    let mut diary = Diary::default();
    diary.done(0, 5, 5, session(0)).next_day(0, true).done(2, 5, 5, session(2)).next_day(2, false);
    let hurt = Hurt {
        session: session(2).session,
        exercise: Some("w-and-y".to_owned()),
        answer: Some(HurtAnswer::Sharp),
        seconds: 20,
    };
    diary.tell(2, 9, Entry::Hurt(hurt));
    let troubles = diary.insight(3).troubles;
    assert_eq!((troubles.worse_next_day, troubles.asked_next_day, troubles.asked_after), (1, 2, 0));
    assert_eq!((troubles.hurts.len(), troubles.hurts[0].date.to_string()), (1, "2026-03-04".to_owned()));
}

#[test]
fn the_trend_begins_where_the_first_days_are() {
    let mut diary = Diary::default();
    for day in 0..28 {
        diary.rate(day, 8 - u8::try_from(day / 7).unwrap());
    }
    let trend = diary.insight(28).trend.unwrap();
    assert_eq!(trend.first.to_string(), "2026-03-02");
    assert!((trend.start - 8.3).abs() < 0.4, "{trend:?}");
}

#[test]
fn peg_is_asked_every_two_weeks_once_there_are_sessions() {
    let mut diary = Diary::default();
    diary.rate(0, 4);
    assert!(!diary.insight(0).peg_due, "nothing was done");
    diary.done(0, 4, 4, session(0));
    assert!(diary.insight(0).peg_due);
    let peg = Peg { pain: diary::pain(5), enjoyment: diary::pain(4), activity: diary::pain(6) };
    diary.tell(1, 0, Entry::Peg(peg));
    assert!(!diary.insight(14).peg_due && diary.insight(15).peg_due);
}

#[test]
fn peg_is_shown_as_it_was_scored() {
    let mut diary = Diary::default();
    let peg = Peg { pain: diary::pain(5), enjoyment: diary::pain(4), activity: diary::pain(6) };
    diary.tell(0, 0, Entry::Peg(peg));
    let insight = diary.insight(14);
    assert_eq!((insight.peg.len(), insight.peg[0].score), (1, 5.0));
}

#[test]
fn pain_after_and_on_the_next_day_ask_for_less() {
    let mut diary = Diary::default();
    diary.done(0, 3, 5, session(0));
    assert_eq!(suggested(&diary.insight(0)), [SuggestionKind::SmallerRange]);
    assert_eq!(diary.insight(0).suggestions[0].because, 2);
    diary.next_day(0, true).done(2, 4, 4, session(2));
    assert_eq!(suggested(&diary.insight(2)), [SuggestionKind::HalfDose]);
    diary.next_day(2, true).done(4, 4, 4, session(4)).next_day(4, true);
    assert_eq!(suggested(&diary.insight(5)), [SuggestionKind::HalfDose, SuggestionKind::SeeClinician]);
    diary.done(6, 4, 4, session(6)).next_day(6, false);
    assert!(suggested(&diary.insight(7)).is_empty());
}

#[test]
fn what_is_always_skipped_or_too_long_or_too_quick_is_suggested_otherwise() {
    let mut diary = Diary::default();
    for day in 0..4 {
        let mut done = session(day);
        done.exercises[1].skipped = true;
        done.end = SessionEnd::Stopped;
        done.changes = vec![change(14), change(16)];
        diary.done(day, 5, 5, done);
    }
    let insight = diary.insight(4);
    let kinds = [SuggestionKind::LessTime, SuggestionKind::LeaveOut, SuggestionKind::OwnChanges];
    assert_eq!(suggested(&insight), kinds);
    assert_eq!(insight.suggestions[0].amount, Some(3), "82 seconds, but a shorter session is none");
    assert_eq!(insight.suggestions[1].exercise.as_deref(), Some("foam-rolling"));
    assert_eq!(insight.suggestions[2].amount, Some(160));
    let mut once = Diary::default();
    for day in 0..4 {
        let mut done = session(day);
        done.exercises[1].skipped = day != 2;
        once.done(day, 5, 5, done);
    }
    assert!(suggested(&once.insight(4)).is_empty(), "not always");
}

#[test]
fn a_declined_suggestion_rests_until_there_is_a_new_reason() {
    let decline = |suggestion, exercise: Option<&str>| {
        Entry::Decision(Decision { suggestion, exercise: exercise.map(str::to_owned), agreed: false })
    };
    let mut diary = Diary::default();
    diary.done(0, 3, 5, session(0)).tell(0, 20, decline(SuggestionKind::SmallerRange, None));
    assert!(suggested(&diary.insight(0)).is_empty());
    diary.done(1, 3, 6, session(1));
    assert_eq!(suggested(&diary.insight(1)), [SuggestionKind::SmallerRange]);
    let mut diary = Diary::default();
    for day in 0..40 {
        let mut done = session(day);
        done.exercises[1].skipped = true;
        diary.done(day, 5, 5, done);
    }
    diary.tell(10, 30, decline(SuggestionKind::LeaveOut, Some("foam-rolling")));
    diary.tell(10, 31, decline(SuggestionKind::LeaveOut, Some("another")));
    assert!(suggested(&diary.insight(37)).is_empty());
    assert_eq!(suggested(&diary.insight(39)), [SuggestionKind::LeaveOut], "four weeks later");
}

#[test]
fn a_clock_that_was_ahead_breaks_nothing() {
    let mut diary = Diary::default();
    diary.done(400, 5, 4, session(400)).rate(400, 5);
    let insight = diary.insight(0);
    assert_eq!(insight.adherence.unwrap().days, 1);
    assert!(time(400, 0) > time(0, 600));
}

#[test]
fn what_is_declined_does_not_follow_from_the_last_session() {
    let recent = |diary: &Diary| {
        let journal = diary.journal();
        let recent = Recent::of(&journal.sessions(), time(9, 0).on_the_wall().date());
        recent.without_declined(&journal.standing())
    };
    let answer = |suggestion, agreed| Entry::Decision(Decision { suggestion, exercise: None, agreed });
    let mut diary = Diary::default();
    diary.done(0, 3, 5, session(0)).next_day(0, true);
    assert_eq!((recent(&diary).last_change, recent(&diary).worse_next_day), (Some(2), 1));
    diary.tell(1, 30, answer(SuggestionKind::SmallerRange, false));
    diary.tell(1, 31, answer(SuggestionKind::HalfDose, true));
    assert_eq!((recent(&diary).last_change, recent(&diary).worse_next_day), (None, 1));
    diary.done(2, 3, 6, session(2));
    assert_eq!(recent(&diary).last_change, Some(3), "a new reason");
}
