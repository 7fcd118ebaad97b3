//! The pain of each day, and of each week.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;

use super::interval::{Interval, beyond};
use crate::correction::Standing;
use crate::entry::{Entry, Moment};

/// A week's mean pain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Week {
    /// Its Monday.
    #[serde(serialize_with = "super::date")]
    pub monday: Date,
    /// On how many days pain was rated.
    pub days: usize,
    /// The mean of these days; the interval is missing where there are too few.
    pub mean: f64,
    /// The same, with its interval.
    pub interval: Option<Interval>,
}

/// Returns the pain of each day, in order: the mean of its ratings. What is told right after a session is left out: that is
/// about the session, and days with a session would look better than they were.
pub(super) fn days(standing: &[Standing<'_>]) -> Vec<(Date, f64)> {
    let mut days: BTreeMap<Date, (f64, f64)> = BTreeMap::new();
    for standing in standing {
        if let Entry::Pain(rating) = standing.entry
            && rating.moment != Moment::After
        {
            let day = days.entry(standing.record.time().on_the_wall().date()).or_default();
            *day = (day.0 + f64::from(rating.pain.number()), day.1 + 1.0);
        }
    }
    days.into_iter().map(|(date, (sum, count))| (date, sum / count)).collect()
}

/// Returns the mean of each week that has any rating, in order.
pub(super) fn weeks(days: &[(Date, f64)], autocorrelation: f64) -> Vec<Week> {
    let mut weeks: BTreeMap<Date, Vec<f64>> = BTreeMap::new();
    for (date, pain) in days {
        let since = i64::from(date.weekday().to_monday_zero_offset());
        // The first days that a calendar has may have no Monday.
        let monday = date.checked_sub(since.days()).unwrap_or(*date);
        weeks.entry(monday).or_default().push(*pain);
    }
    let mut known: BTreeMap<usize, f64> = BTreeMap::new();
    let week = |(monday, pains): (Date, Vec<f64>)| {
        #[allow(clippy::cast_precision_loss, reason = "a week has seven days")]
        let mean = pains.iter().sum::<f64>() / pains.len() as f64;
        // From two days hardly anything is known of a week.
        let interval = Interval::of_mean_with(&pains, autocorrelation, |count| {
            *known.entry(count).or_insert_with(|| beyond(count))
        });
        let interval = interval.filter(|_| pains.len() > 2);
        Week {
            monday,
            days: pains.len(),
            mean,
            interval: interval.map(|interval| interval.within(0.0, 10.0)),
        }
    };
    weeks.into_iter().map(week).collect()
}
