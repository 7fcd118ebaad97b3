//! How often it is done, and what is skipped or made easier.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::Interval;
use crate::journal::SessionStory;

/// How often sessions are done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Adherence {
    /// On how many days there was one.
    pub days_done: u32,
    /// Of how many, from the first one until today.
    pub days: u32,
    /// On how many days of a week.
    pub a_week: Interval,
    /// How often a week the programme has it.
    pub wanted_a_week: u32,
}

/// What becomes of an exercise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Habit {
    /// The exercise.
    pub exercise: String,
    /// In how many sessions it was planned and reached.
    pub planned: u32,
    /// In how many of these it was skipped.
    pub skipped: u32,
    /// In how many it was made easier.
    pub eased: u32,
    /// In how many it was sore.
    pub sore: u32,
    /// The share that was skipped.
    pub share_skipped: Interval,
    /// The share that was made easier.
    pub share_eased: Interval,
}

/// Returns how often sessions are done until that day; none where there was none.
pub(super) fn adherence(done: &[&SessionStory<'_>], today: Date, wanted: u32) -> Option<Adherence> {
    let dates: BTreeSet<Date> = done.iter().map(|story| story.session.started.on_the_wall().date()).collect();
    let first = *dates.first()?;
    // A clock may have been ahead.
    let last = today.max(*dates.last()?);
    let days = u32::try_from(first.until(last).ok()?.get_days()).ok()? + 1;
    let days_done = u32::try_from(dates.len()).ok()?;
    let a_week = Interval::of_share(days_done, days)?.times(7.0);
    Some(Adherence { days_done, days, a_week, wanted_a_week: wanted })
}

/// Returns what becomes of each exercise, by name.
pub(super) fn habits(done: &[&SessionStory<'_>]) -> Vec<Habit> {
    let mut counts: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for exercise in done.iter().flat_map(|story| &story.session.exercises) {
        // What a session that ended early did not come to was neither done nor skipped.
        if exercise.seconds == 0 && !exercise.skipped {
            continue;
        }
        let count = counts.entry(&exercise.exercise).or_default();
        count[0] += 1;
        count[1] += u32::from(exercise.skipped);
        count[2] += u32::from(exercise.eased);
        count[3] += u32::from(!exercise.sore.is_empty());
    }
    let habit = |(exercise, [planned, skipped, eased, sore]): (&str, [u32; 4])| {
        Some(Habit {
            exercise: exercise.to_owned(),
            planned,
            skipped,
            eased,
            sore,
            share_skipped: Interval::of_share(skipped, planned)?,
            share_eased: Interval::of_share(eased, planned)?,
        })
    };
    counts.into_iter().filter_map(habit).collect()
}
