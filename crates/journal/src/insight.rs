//! What a journal means: pure functions of what it tells.
//!
//! Every number comes with its 95 % interval, and where there is too little to go by, that is said instead.

mod agreed;
mod days;
mod habits;
mod interval;
mod meaning;
mod peg;
mod recent;
mod student;
mod suggest;
mod tell;
mod trend;
mod troubles;

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use unknot_routine::{Programme, Rules};

use crate::journal::{Journal, SessionStory, sessions};
use crate::time::Time;

pub use agreed::Agreed;
pub use days::Week;
pub use habits::{Adherence, Habit};
pub use interval::Interval;
pub use meaning::{BY_CHANCE, MUCH, Meaning, SMALLEST};
pub use peg::{PegScore, peg_is_due};
pub use recent::Recent;
pub use suggest::{Limits as SuggestionLimits, Suggestion};
pub use tell::Paragraph;
pub use trend::Trend;
pub use troubles::{HurtOn, Troubles};

/// With fewer sessions than this their immediate effect is no more than an impression.
const LEAST_SESSIONS: usize = 5;

/// The trend is that of so many days: twelve weeks.
const TREND_DAYS: i32 = 84;

/// What a journal means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Insight {
    /// How many sessions there were in which something was done.
    pub sessions: usize,
    /// What one session does to the pain: after less before, in the mean.
    pub effect: Effect,
    /// The mean pain of each week.
    pub weeks: Vec<Week>,
    /// Whether pain goes up or down, in the last twelve weeks; none where there are too few days.
    pub trend: Option<Trend>,
    /// What the trend amounts to, from the first day to the last.
    pub meaning: Meaning,
    /// The scores of PEG, in order.
    pub peg: Vec<PegScore>,
    /// Whether it is time to ask for it: sessions are done, and there is none of the last two weeks.
    pub peg_due: bool,
    /// How often sessions are done; none where there was none.
    pub adherence: Option<Adherence>,
    /// What becomes of each exercise.
    pub exercises: Vec<Habit>,
    /// What hurt, and what was worse.
    pub troubles: Troubles,
    /// What could be done otherwise.
    pub suggestions: Vec<Suggestion>,
    /// What was agreed to.
    pub agreed: Agreed,
}

/// What one session does to the pain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// In how many sessions pain was told before and after.
    pub sessions: usize,
    /// The mean pain before these sessions; none where there are too few.
    pub before: Option<f64>,
    /// The mean pain after them.
    pub after: Option<f64>,
    /// How much it changed in the mean; none where there are too few.
    pub change: Option<Interval>,
    /// What that amounts to.
    pub meaning: Meaning,
}

/// What an insight depends on beside the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// When it is asked for.
    pub now: Time,
    /// How often a week the programme has a session.
    pub times_a_week: u32,
    /// What suggestions go by.
    pub limits: SuggestionLimits,
}

impl Asked {
    /// Returns what it is at a time, by the rules and a programme; without one no session is due.
    #[must_use]
    pub fn by(now: Time, rules: &Rules, programme: Option<&Programme>) -> Self {
        let schedule = programme.and_then(|programme| programme.schedule.as_ref());
        Self {
            now,
            times_a_week: schedule.map_or(0, |schedule| schedule.times_a_week),
            limits: SuggestionLimits { rise: rules.rise, worse_sessions: rules.worse_sessions },
        }
    }
}

impl Insight {
    /// Returns what a journal means.
    #[must_use]
    pub fn of(journal: &Journal, asked: &Asked) -> Self {
        let standing = journal.standing();
        let stories = sessions(&standing);
        let done: Vec<&SessionStory<'_>> = stories.iter().filter(|story| story.is_done()).collect();
        let today = asked.now.on_the_wall().date();
        let recent = Recent::of(&stories, today);
        let days = days::days(&standing);
        // What was long ago does not say whether it helps now.
        // Another device may be a time zone ahead; what is further ahead has a wrong clock.
        let is_lately = |day: &(Date, f64)| {
            day.0.until(today).is_ok_and(|ago| (-1..=TREND_DAYS).contains(&ago.get_days()))
        };
        let lately: Vec<(Date, f64)> = days.iter().copied().filter(is_lately).collect();
        let trend = Trend::of(&lately);
        Self {
            sessions: done.len(),
            effect: Effect::of(&done),
            weeks: days::weeks(&days, trend.map_or(0.0, |trend| trend.autocorrelation.max(0.0))),
            trend,
            meaning: Meaning::of(trend.map(|trend| trend.over_all)),
            peg_due: peg::peg_is_due(&standing, &stories, today),
            peg: peg::scores(&standing),
            adherence: habits::adherence(&done, today, asked.times_a_week),
            exercises: habits::habits(&done),
            troubles: Troubles::of(&stories),
            suggestions: suggest::suggestions(&standing, &done, &recent, asked.limits, asked.now.timestamp()),
            agreed: Agreed::of(&standing, &stories),
        }
    }
}

impl Effect {
    fn of(done: &[&SessionStory<'_>]) -> Self {
        let told: Vec<(f64, f64)> = done
            .iter()
            .filter_map(|story| story.before.zip(story.after))
            .map(|(before, after)| (f64::from(before.number()), f64::from(after.number())))
            .collect();
        let changes: Vec<f64> = told.iter().map(|(before, after)| after - before).collect();
        let change = Interval::of_mean(&changes, 0.0).filter(|_| changes.len() >= LEAST_SESSIONS);
        #[allow(clippy::cast_precision_loss, reason = "nobody rates so often")]
        let mean = |of: fn(&(f64, f64)) -> f64| told.iter().map(of).sum::<f64>() / told.len() as f64;
        Self {
            sessions: changes.len(),
            before: change.map(|_| mean(|told| told.0)),
            after: change.map(|_| mean(|told| told.1)),
            change,
            meaning: Meaning::of(change),
        }
    }
}

/// Writes a day, as 2026-11-24.
fn date<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}
