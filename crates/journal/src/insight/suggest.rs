//! What follows for the next sessions: suggestions that say why, and can be declined.

use jiff::Timestamp;
use serde::Serialize;

use super::Recent;
use crate::correction::Standing;
use crate::entry::Entry;
use crate::journal::SessionStory;
use crate::session::SessionEnd;
use crate::suggestion::SuggestionKind;

/// So many sessions in a row are a habit.
const HABIT: usize = 4;
/// A change of position that takes this much of the planned time is slow.
const SLOW: f64 = 1.25;
/// From fewer changes than this nothing is learned.
const LEAST_CHANGES: usize = 5;
/// A shorter session than this, in minutes, is none.
const LEAST_MINUTES: u32 = 3;
/// Who has answered a suggestion about habits is left alone with it for so long, in seconds.
const REST: i64 = 28 * 24 * 60 * 60;

/// The numbers that suggestions go by, as `content/safety/rules.toml` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A session that raises pain by this much asks for smaller movements.
    pub rise: i8,
    /// After so many sessions in a row that were worse on the next day a clinician should look at it.
    pub worse_sessions: u32,
}

/// Something that could be done otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// What.
    #[serde(serialize_with = "crate::named::serialize")]
    pub kind: SuggestionKind,
    /// The exercise that it is about, if about one.
    pub exercise: Option<String>,
    /// The number that it goes by: by how much pain rose, how many sessions were worse, were ended early or skipped it; the
    /// percent of the planned time that changes take.
    pub because: u32,
    /// What is suggested, where that is a number: the minutes of a session, the percent of the usual time for changes.
    pub amount: Option<u32>,
}

/// Returns what to suggest now. What was answered is left out: about pain, until there is a new reason; about habits, for
/// four weeks.
pub(super) fn suggestions(
    standing: &[Standing<'_>],
    done: &[&SessionStory<'_>],
    recent: &Recent,
    limits: Limits,
    now: Timestamp,
) -> Vec<Suggestion> {
    let last = done.last().map(|story| latest(standing, story));
    let is_answered = |suggestion: &Suggestion| {
        let answered = standing.iter().rev().find(|told| match told.entry {
            Entry::Decision(decision) => {
                decision.suggestion == suggestion.kind && decision.exercise == suggestion.exercise
            }
            _ => false,
        });
        answered.is_some_and(|told| {
            let at = told.record.time().timestamp();
            if is_about_pain(suggestion.kind) {
                last.is_none_or(|last| at >= last)
            } else {
                now.as_second() - at.as_second() < REST
            }
        })
    };
    let all = [
        pain(recent, limits),
        less_time(done).into_iter().collect(),
        skipped(done),
        own_changes(done).into_iter().collect(),
    ];
    all.concat().into_iter().filter(|suggestion| !is_answered(suggestion)).collect()
}

fn is_about_pain(kind: SuggestionKind) -> bool {
    matches!(kind, SuggestionKind::SmallerRange | SuggestionKind::HalfDose | SuggestionKind::SeeClinician)
}

/// Returns when the last thing was told of a session.
fn latest(standing: &[Standing<'_>], story: &SessionStory<'_>) -> Timestamp {
    let about = standing.iter().filter(|told| match told.entry {
        Entry::Pain(rating) => rating.session == Some(story.session.session),
        Entry::Aftermath(after) => after.session == story.session.session,
        _ => false,
    });
    about.map(|told| told.record.time().timestamp()).fold(story.record.time().timestamp(), Timestamp::max)
}

fn pain(recent: &Recent, limits: Limits) -> Vec<Suggestion> {
    let suggestion = |kind, because| Suggestion { kind, exercise: None, because, amount: None };
    let mut all = Vec::new();
    if let Some(rise) = recent.last_change.filter(|change| *change >= limits.rise) {
        all.push(suggestion(SuggestionKind::SmallerRange, u32::from(rise.unsigned_abs())));
    }
    if recent.worse_next_day > 0 {
        all.push(suggestion(SuggestionKind::HalfDose, recent.worse_next_day));
    }
    if recent.worse_next_day >= limits.worse_sessions {
        all.push(suggestion(SuggestionKind::SeeClinician, recent.worse_next_day));
    }
    all
}

/// A session that is always ended early is too long.
pub(super) fn less_time(done: &[&SessionStory<'_>]) -> Option<Suggestion> {
    let last = done.get(done.len().checked_sub(HABIT)?..)?;
    let early: Vec<u32> = last
        .iter()
        .filter(|story| matches!(story.session.end, SessionEnd::Stopped | SessionEnd::BrokenOff))
        .map(|story| story.session.seconds())
        .collect();
    // One that was finished may be the better day.
    if early.len() + 1 < HABIT {
        return None;
    }
    let minutes = median(early)?.div_ceil(60).max(LEAST_MINUTES);
    let because = u32::try_from(last.len()).ok()?;
    Some(Suggestion { kind: SuggestionKind::LessTime, exercise: None, because, amount: Some(minutes) })
}

/// What was skipped in each of the last sessions that came to it.
fn skipped(done: &[&SessionStory<'_>]) -> Vec<Suggestion> {
    let Some(last) = done.last() else { return Vec::new() };
    let is_habit = |exercise: &&str| {
        let planned = done.iter().rev().flat_map(|story| &story.session.exercises);
        let of_it: Vec<bool> = planned
            .filter(|planned| planned.exercise == **exercise && (planned.seconds > 0 || planned.skipped))
            .take(HABIT)
            .map(|planned| planned.skipped)
            .collect();
        of_it.len() == HABIT && of_it.iter().all(|skipped| *skipped)
    };
    let exercises = last.session.exercises.iter().map(|exercise| exercise.exercise.as_str());
    exercises
        .filter(is_habit)
        .map(|exercise| Suggestion {
            kind: SuggestionKind::LeaveOut,
            exercise: Some(exercise.to_owned()),
            because: u32::try_from(HABIT).unwrap_or(u32::MAX),
            amount: None,
        })
        .collect()
}

/// Who needs longer to change position than is planned may have it planned.
pub(super) fn own_changes(done: &[&SessionStory<'_>]) -> Option<Suggestion> {
    let changes =
        done.iter().rev().flat_map(|story| &story.session.changes).filter(|change| change.planned > 0);
    let percents: Vec<u32> =
        changes.take(40).map(|change| change.seconds.saturating_mul(100) / change.planned).collect();
    if percents.len() < LEAST_CHANGES {
        return None;
    }
    let percent = median(percents)?;
    (f64::from(percent) >= 100.0 * SLOW).then_some(Suggestion {
        kind: SuggestionKind::OwnChanges,
        exercise: None,
        because: percent,
        // More than twice the usual time is no time for a change, but a rest.
        amount: Some(percent.min(200)),
    })
}

fn median(mut numbers: Vec<u32>) -> Option<u32> {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied()
}
