//! What hurt, and what sessions made worse.

use jiff::civil::Date;
use serde::Serialize;

use crate::entry::{HurtAnswer, When};
use crate::journal::SessionStory;

/// What hurt, and what sessions made worse.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Troubles {
    /// When it hurt in a session, in order.
    pub hurts: Vec<HurtOn>,
    /// After how many sessions it was asked whether something is worse.
    pub asked_after: u32,
    /// After how many of them something was.
    pub worse_after: u32,
    /// For how many sessions the next day was asked about.
    pub asked_next_day: u32,
    /// For how many of them it was worse.
    pub worse_next_day: u32,
}

/// That it hurt, on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HurtOn {
    /// The day.
    #[serde(serialize_with = "super::date")]
    pub date: Date,
    /// The exercise that was going on, if any.
    pub exercise: Option<String>,
    /// What kind of hurt it was, if that was answered.
    pub answer: Option<HurtAnswer>,
}

impl Troubles {
    /// Reads them from sessions.
    pub(super) fn of(stories: &[SessionStory<'_>]) -> Self {
        let mut troubles = Self::default();
        for story in stories {
            let date = story.session.started.on_the_wall().date();
            troubles.hurts.extend(story.hurts.iter().map(|hurt| HurtOn {
                date,
                exercise: hurt.exercise.clone(),
                answer: hurt.answer,
            }));
            let last =
                |when| story.aftermath.iter().rev().find(|told| told.when == when).map(|told| told.worse);
            if let Some(worse) = last(When::After) {
                troubles.asked_after += 1;
                troubles.worse_after += u32::from(worse);
            }
            if let Some(worse) = last(When::NextDay) {
                troubles.asked_next_day += 1;
                troubles.worse_next_day += u32::from(worse);
            }
        }
        troubles
    }
}
