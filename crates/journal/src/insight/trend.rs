//! Whether pain goes up or down over the weeks.
//!
//! One day's pain is much like the next one's, and the fewer days there are, the less is known of how much. So there is
//! no one autocorrelation here: every one from -0.2 to 0.9 is tried. What each says of the trend is a t distribution; these
//! are mixed by how well each explains the days (its restricted likelihood) and by how common it is taken to be, half as
//! common with every 0.25 above 0. Days that are missing only make the distance longer. `docs/trend.md` shows by
//! simulation that the interval holds what it says.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use serde::Serialize;

use super::Interval;
use super::student::{Student, bisect};

/// With fewer days than this, or days closer together, nothing is said of a trend.
const LEAST_DAYS: usize = 10;
/// The autocorrelations that are tried: these multiples of this.
const STEP: f64 = 0.05;
const STEPS: RangeInclusive<i32> = -4..=18;
/// How much less common the next one is than the one before, away from 0: days that are like each other, and days that are
/// each other's opposite.
const RARER: f64 = 0.87;
const RARER_OPPOSITE: f64 = 0.6;
/// Ratings are whole numbers: they scatter at least as much as rounding does.
const ROUNDING: f64 = 1.0 / 12.0;

/// How pain goes up or down.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// The first day.
    #[serde(serialize_with = "super::date")]
    pub first: Date,
    /// Where it begins: the pain of the first day, as far as the trend explains it.
    pub start: f64,
    /// How much more or less it is each week.
    pub per_week: Interval,
    /// How much more or less it is at the end than at the beginning.
    pub over_all: Interval,
    /// On how many days it was rated.
    pub days: usize,
    /// How many days lie between the first and the last.
    pub span: i32,
    /// How much one day is like the day before: 0 not at all, 1 wholly.
    pub autocorrelation: f64,
}

/// What one autocorrelation says.
struct Guess {
    correlation: f64,
    weight: f64,
    level: f64,
    slope: f64,
    /// The slope's standard error.
    error: f64,
}

impl Trend {
    /// Returns the trend of the pain of days, in their order; none where they are too few.
    #[must_use]
    pub fn of(days: &[(Date, f64)]) -> Option<Self> {
        let first = days.first()?.0;
        let places: Vec<(f64, f64)> = days
            .iter()
            .filter_map(|(date, pain)| Some((f64::from(first.until(*date).ok()?.get_days()), *pain)))
            .collect();
        let span = first.until(days.last()?.0).ok()?.get_days();
        if places.len() < LEAST_DAYS {
            return None;
        }
        let guesses = guesses(&places)?;
        let whole: f64 = guesses.iter().map(|guess| guess.weight).sum();
        let mean =
            |of: fn(&Guess) -> f64| guesses.iter().map(|guess| guess.weight * of(guess)).sum::<f64>() / whole;
        #[allow(clippy::cast_precision_loss, reason = "nobody lives for so many days")]
        let degrees = places.len() as f64 - 2.0;
        let student = Student::new(degrees);
        let below = |slope: f64| {
            let sum: f64 = guesses.iter().map(|g| g.weight * student.cdf((slope - g.slope) / g.error)).sum();
            sum / whole
        };
        let least =
            guesses.iter().map(|guess| guess.slope - 20.0 * guess.error).fold(f64::INFINITY, f64::min);
        let most =
            guesses.iter().map(|guess| guess.slope + 20.0 * guess.error).fold(f64::NEG_INFINITY, f64::max);
        let bound = |probability: f64| bisect(least, most, |slope| below(slope) < probability);
        let daily = Interval { estimate: mean(|guess| guess.slope), low: bound(0.025), high: bound(0.975) };
        Some(Self {
            first,
            start: mean(|guess| guess.level),
            per_week: daily.times(7.0),
            over_all: daily.times(f64::from(span)),
            days: places.len(),
            span,
            autocorrelation: mean(|guess| guess.correlation),
        })
    }
}

/// Returns what every autocorrelation says of days; none where they all are the same day.
fn guesses(places: &[(f64, f64)]) -> Option<Vec<Guess>> {
    let mut guesses = Vec::new();
    for step in STEPS {
        let (mut guess, likelihood) = guess(places, f64::from(step) * STEP)?;
        let rarer = if step < 0 { RARER_OPPOSITE } else { RARER };
        guess.weight = likelihood + f64::from(step.abs()) * libm::log(rarer);
        guesses.push(guess);
    }
    let most = guesses.iter().map(|guess| guess.weight).fold(f64::NEG_INFINITY, f64::max);
    for guess in &mut guesses {
        guess.weight = libm::exp(guess.weight - most);
    }
    Some(guesses)
}

/// Returns the trend by generalised least squares where the autocorrelation is known, and the logarithm of the restricted
/// likelihood.
fn guess(places: &[(f64, f64)], correlation: f64) -> Option<(Guess, f64)> {
    let mut sums = Sums::default();
    let mut determinant = 0.0;
    let mut before: Option<(f64, f64)> = None;
    for &(day, pain) in places {
        let carried = before.map_or(0.0, |(earlier, _)| libm::pow(correlation, day - earlier));
        let (earlier, last) = before.unwrap_or_default();
        let fresh = 1.0 - carried * carried;
        let scale = 1.0 / libm::sqrt(fresh);
        sums.add((1.0 - carried) * scale, (day - carried * earlier) * scale, (pain - carried * last) * scale);
        determinant += libm::log(fresh);
        before = Some((day, pain));
    }
    let information = sums.one_one * sums.day_day - sums.one_day * sums.one_day;
    if information <= 1e-9 * sums.one_one * sums.day_day {
        return None;
    }
    let slope = (sums.one_one * sums.day_pain - sums.one_day * sums.one_pain) / information;
    let level = (sums.day_day * sums.one_pain - sums.one_day * sums.day_pain) / information;
    #[allow(clippy::cast_precision_loss, reason = "nobody lives for so many days")]
    let degrees = places.len() as f64 - 2.0;
    let left = sums.pain_pain - slope * sums.day_pain - level * sums.one_pain;
    let variance = (left / degrees).max(ROUNDING);
    let error = libm::sqrt(variance * sums.one_one / information);
    let likelihood = -0.5 * (determinant + libm::log(information) + degrees * libm::log(variance));
    Some((Guess { correlation, weight: 0.0, level, slope, error }, likelihood))
}

/// The sums of products of what is fitted: a level, the day, the pain.
#[derive(Default)]
struct Sums {
    one_one: f64,
    one_day: f64,
    day_day: f64,
    one_pain: f64,
    day_pain: f64,
    pain_pain: f64,
}

impl Sums {
    fn add(&mut self, one: f64, day: f64, pain: f64) {
        self.one_one += one * one;
        self.one_day += one * day;
        self.day_day += day * day;
        self.one_pain += one * pain;
        self.day_pain += day * pain;
        self.pain_pain += pain * pain;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(pains: impl IntoIterator<Item = f64>) -> Vec<(Date, f64)> {
        let first = jiff::civil::date(2026, 11, 1);
        first.series(jiff::ToSpan::days(1)).zip(pains).collect()
    }

    #[test]
    fn a_line_is_found_and_a_level_has_none() {
        let falling = Trend::of(&days((0..28).map(|day| (8.0 - 0.1 * f64::from(day)).round()))).unwrap();
        assert!((falling.per_week.estimate + 0.7).abs() < 0.05, "{falling:?}");
        assert!(falling.per_week.high < -0.5 && falling.over_all.low < -2.7);
        let level = Trend::of(&days((0..28).map(|day| 5.0 + f64::from(day % 2)))).unwrap();
        assert!(level.per_week.low < 0.0 && level.per_week.high > 0.0);
        // Whole numbers never say that there is no doubt at all.
        let same = Trend::of(&days([5.0; 28])).unwrap();
        assert!(same.per_week.high > 0.01 && same.per_week.estimate.abs() < 1e-9);
    }

    #[test]
    fn few_days_say_nothing() {
        assert_eq!(Trend::of(&[]), None);
        assert_eq!(Trend::of(&days([5.0; 9])), None);
    }

    #[test]
    fn days_that_are_alike_say_less() {
        let alike = [
            5., 5., 6., 6., 6., 5., 4., 4., 4., 5., 5., 6., 6., 5., 5., 4., 4., 3., 3., 4., 4., 5., 5., 5.,
            4., 4., 3., 3.,
        ];
        let mut shuffled = alike;
        for (index, place) in (0..28).map(|index| (index, (index * 11 + 3) % 28)) {
            shuffled[place] = alike[index];
        }
        let width = |pains: [f64; 28]| {
            let trend = Trend::of(&days(pains)).unwrap();
            (trend.per_week.high - trend.per_week.low, trend.autocorrelation)
        };
        let (alike, shuffled) = (width(alike), width(shuffled));
        assert!(
            alike.1 > 0.5 && alike.1 > shuffled.1 && alike.0 > 1.3 * shuffled.0,
            "{alike:?} {shuffled:?}"
        );
    }
}
