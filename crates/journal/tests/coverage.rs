//! Whether the interval of a trend holds what it says: how often the true trend is in it, by simulation, and how wide it is
//! beside that of an oracle, who knows how much days scatter and how alike they are.
//!
//! A small one belongs to the tests. The evaluation, of which `docs/trend.md` has the table:
//!
//!     UNKNOT_TRIALS=2000 cargo test --release -p unknot-journal --test coverage -- --nocapture

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail, and says what it saw")]

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use unknot_journal::Trend;

/// How a person's pain goes.
#[derive(Clone, Copy, Debug)]
struct Person {
    /// Over so many days.
    days: i32,
    /// Rated on about this share of them.
    rated: f64,
    /// At first about so much.
    level: f64,
    /// So much more each day.
    slope: f64,
    /// It scatters by so much.
    scatter: f64,
    /// And is so much like the day before.
    alike: f64,
}

struct Chance(u64);

impl Chance {
    /// From 0 to less than 1 (splitmix64).
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap()) / 4_294_967_296.0
    }

    fn normal(&mut self) -> f64 {
        let (one, other) = (1.0 - self.next(), self.next());
        libm::sqrt(-2.0 * libm::log(one)) * libm::cos(std::f64::consts::TAU * other)
    }
}

fn first() -> Date {
    date(2026, 3, 2)
}

impl Person {
    /// Returns what is rated: whole numbers from 0 to 10, days missing.
    fn ratings(&self, chance: &mut Chance) -> Vec<(Date, f64)> {
        let fresh = libm::sqrt(1.0 - self.alike * self.alike);
        let mut off = chance.normal();
        let mut ratings = Vec::new();
        for day in 0..self.days {
            let pain =
                (self.level + self.slope * f64::from(day) + self.scatter * off).round().clamp(0.0, 10.0);
            if chance.next() < self.rated {
                ratings.push((first().checked_add(day.days()).unwrap(), pain));
            }
            off = self.alike * off + fresh * chance.normal();
        }
        ratings
    }

    /// Returns the true trend of each day: that of the ratings to be expected, which end at 0 and at 10.
    fn truth(&self) -> f64 {
        let below = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
        let expected = |day: i32| -> f64 {
            let middle = self.level + self.slope * f64::from(day);
            // The sum of the chances to rate 1 or more, 2 or more, …
            (1..=10).map(|pain| 1.0 - below((f64::from(pain) - 0.5 - middle) / self.scatter)).sum()
        };
        let middle = f64::from(self.days - 1) / 2.0;
        let (mut up, mut down) = (0.0, 0.0);
        for day in 0..self.days {
            up += (f64::from(day) - middle) * expected(day);
            down += (f64::from(day) - middle) * (f64::from(day) - middle);
        }
        up / down
    }

    /// Returns how wide the interval of an oracle is, for the days that were rated.
    fn oracle(&self, ratings: &[(Date, f64)]) -> f64 {
        let (mut ones, mut mixed, mut squares) = (0.0, 0.0, 0.0);
        let mut before: Option<f64> = None;
        for (date, _) in ratings {
            let day = f64::from(first().until(*date).unwrap().get_days());
            let carried = before.map_or(0.0, |before| libm::pow(self.alike, day - before));
            let scale = 1.0 / libm::sqrt(1.0 - carried * carried);
            let (one, place) = ((1.0 - carried) * scale, (day - carried * before.unwrap_or(0.0)) * scale);
            ones += one * one;
            mixed += one * place;
            squares += place * place;
            before = Some(day);
        }
        // Rounding scatters, too.
        let variance = self.scatter * self.scatter + 1.0 / 12.0;
        2.0 * 1.96 * libm::sqrt(variance * ones / (ones * squares - mixed * mixed))
    }
}

/// Returns the share of trials in which the true trend is in the interval, and how wide that is beside the oracle's.
fn evaluate(person: Person, trials: u32) -> (f64, f64) {
    let mut chance = Chance(u64::from(person.days.unsigned_abs()) * 1_000_003);
    let (mut covered, mut wide, mut counted) = (0.0, 0.0, 0.0);
    let truth = 7.0 * person.truth();
    while counted < f64::from(trials) {
        let ratings = person.ratings(&mut chance);
        // The promise is for 28 ratings and more.
        if ratings.len() < 28 {
            continue;
        }
        let trend = Trend::of(&ratings).unwrap().per_week;
        covered += f64::from(u8::from(trend.low <= truth && truth <= trend.high));
        wide += (trend.high - trend.low) / (7.0 * person.oracle(&ratings));
        counted += 1.0;
    }
    (covered / counted, wide / counted)
}

fn people() -> impl Iterator<Item = Person> {
    let spans = [(28, 1.0), (40, 0.75), (56, 0.75), (112, 0.6)];
    let courses = [
        (5.0, 0.0, 1.5),
        (6.0, -0.04, 1.5),
        (2.5, -0.02, 1.2),
        (7.0, 0.02, 2.0),
        (1.2, 0.0, 1.0),
        (4.0, 0.0, 0.6),
    ];
    spans.into_iter().flat_map(move |(days, rated)| {
        courses.into_iter().flat_map(move |(level, slope, scatter)| {
            [0.0, 0.15, 0.3].into_iter().map(move |alike| Person {
                days,
                rated,
                level,
                slope,
                scatter,
                alike,
            })
        })
    })
}

#[test]
fn the_interval_of_a_trend_holds_what_it_says() {
    let named: Option<u32> = std::env::var("UNKNOT_TRIALS").ok().map(|trials| trials.parse().unwrap());
    let trials = named.unwrap_or(150);
    // So much may be the chance of this many trials: four standard errors.
    let chance = 4.0 * libm::sqrt(0.95 * 0.05 / f64::from(trials));
    let (least, most) = if named.is_some() { (0.93, 0.98) } else { (0.95 - chance, 1.0) };
    println!(
        "| days | rated | at first | each week | scatter | alike | in the interval | width / oracle's |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
    let mut wrong = Vec::new();
    // Every case in the evaluation, some of them in the tests.
    for person in people().step_by(if named.is_some() { 1 } else { 11 }) {
        let (covered, wide) = evaluate(person, trials);
        println!(
            "| {} | {:.0} % | {:.1} | {:+.2} | {:.1} | {:.2} | {:.1} % | {wide:.2} |",
            person.days,
            100.0 * person.rated,
            person.level,
            7.0 * person.slope,
            person.scatter,
            person.alike,
            100.0 * covered
        );
        if !(least..=most).contains(&covered) || wide > 1.5 {
            wrong.push((person, covered, wide));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
