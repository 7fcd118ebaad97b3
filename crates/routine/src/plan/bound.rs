//! How much dose the first exercises can still add, at most: so that the search can leave what cannot become
//! best.
//!
//! The bound is that of Lagrange: time may be had without limit, at a price. At any price the best way
//! through the exercises then follows without a knapsack, and what it gains together with the price of the
//! time that there is, is at least what any plan within that time gains. Everything is counted in whole
//! numbers, so that no rounding can make the bound too low.

use unknot_body::{Named, Position};

use super::USUAL_DOSE;
use super::candidates::Candidate;
use super::request::Request;
use crate::changes::Changes;
use crate::time::Millis;

/// Gains are counted in this part of a millionth of a dose.
const FINE: i64 = 1 << 16;
/// How often the range is halved in which the best price lies.
const HALVINGS: u32 = 16;
/// The prices at which a bound is computed, in eighths of the best one: labels with less or more time left
/// than usual have better prices of their own.
const PRICES: [i64; 5] = [6, 7, 8, 10, 12];
/// Less than any gain.
const NOWHERE: i64 = i64::MIN / 4;

/// The most that can come before each candidate.
pub(super) struct Bound {
    at_prices: Vec<AtPrice>,
    /// The most dose that any plan can have, in millionths.
    pub(super) possible: u64,
}

/// What can be gained where a millisecond has this price.
struct AtPrice {
    price: i64,
    /// For every candidate, the most that those before it gain until somebody is in its position.
    before: Vec<i64>,
    /// For every candidate, the most that it gains itself.
    own: Vec<i64>,
    /// The most that a whole plan gains, and the milliseconds that it takes.
    whole: (i64, i64),
}

impl AtPrice {
    fn new(price: i64, candidates: &[Candidate<'_>], changes: &Changes, request: &Request<'_>) -> Self {
        let time = |length: Millis| i64::from(request.pace(length).0);
        // The best that ends in each position, with its time.
        let mut done = vec![(NOWHERE, 0); Position::ALL.len()];
        let (mut before, mut own) = (Vec::new(), Vec::new());
        for candidate in candidates {
            let here = candidate.form.position;
            let begin = time(changes.begin(here));
            let mut enter = (-price * begin, begin);
            for &there in Position::ALL {
                let (gain, spent) = done[there as usize];
                if gain > NOWHERE {
                    let way = time(changes.between(there, here));
                    enter = enter.max((gain - price * way, spent + way));
                }
            }
            let options = candidate.options.iter().map(|option| {
                let length = i64::from(option.length.0);
                (i64::from(option.relative_dose.min(USUAL_DOSE)) * FINE - price * length, length)
            });
            let (gain, length) = options.max().unwrap_or((NOWHERE, 0));
            before.push(enter.0);
            own.push(gain);
            done[here as usize] = done[here as usize].max((enter.0 + gain, enter.1 + length));
        }
        let ends = Position::ALL.iter().map(|&last| {
            let (gain, spent) = done[last as usize];
            let up = time(changes.get_up(last));
            (gain - price * up, spent + up)
        });
        let whole = ends.fold((0, 0), std::cmp::max);
        Self { price, before, own, whole }
    }
}

impl Bound {
    pub(super) fn new(candidates: &[Candidate<'_>], changes: &Changes, request: &Request<'_>) -> Self {
        let at = |price: i64| AtPrice::new(price, candidates, changes, request);
        let budget = i64::from(request.budget.0);
        // At the best price, a plan takes just about the time that there is.
        let (mut low, mut high) = (0, i64::from(USUAL_DOSE) * FINE / 1000);
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2;
            if at(middle).whole.1 > budget {
                low = middle;
            } else {
                high = middle;
            }
        }
        let at_prices: Vec<AtPrice> = PRICES.iter().map(|eighths| at(high * eighths / 8)).collect();
        let possible = at_prices.iter().map(|at| (at.whole.0 + at.price * budget) / FINE).min();
        Self { at_prices, possible: possible.and_then(|most| u64::try_from(most).ok()).unwrap_or(u64::MAX) }
    }

    /// Returns whether what begins with a candidate's work, has that dose and leaves so much time can be part
    /// of a plan with at least the dose `goal`.
    pub(super) fn can_reach(&self, goal: u64, candidate: usize, dose: u64, left: Millis) -> bool {
        let missing = missing(goal, dose);
        self.at_prices.iter().all(|at| at.before[candidate] + at.price * i64::from(left.0) >= missing)
    }

    /// Returns the same of what follows a candidate's work.
    pub(super) fn can_reach_after(&self, goal: u64, candidate: usize, dose: u64, left: Millis) -> bool {
        let missing = missing(goal, dose);
        self.at_prices
            .iter()
            .all(|at| at.before[candidate] + at.own[candidate] + at.price * i64::from(left.0) >= missing)
    }
}

fn missing(goal: u64, dose: u64) -> i64 {
    i64::try_from(goal.saturating_sub(dose)).unwrap_or(i64::MAX / FINE) * FINE
}
