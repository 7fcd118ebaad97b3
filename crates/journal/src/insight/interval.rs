//! A number with how far it may be off.

use serde::Serialize;

use super::student::Student;

/// A number with its 95 % interval: what it is, and between what it may well be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The number.
    pub estimate: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Returns the mean of whole numbers or of their means, none where there are fewer than two: from one nobody sees how much
    /// they differ. Where each is like the one before, as pain is from day to day, less is known from as many;
    /// `autocorrelation` says how much it is, from 0 to less than 1.
    #[must_use]
    pub fn of_mean(numbers: &[f64], autocorrelation: f64) -> Option<Self> {
        Self::of_mean_with(numbers, autocorrelation, beyond)
    }

    /// The same, with how many standard errors the interval of so many numbers is to either side: to compute that takes
    /// longest.
    pub(super) fn of_mean_with(
        numbers: &[f64],
        autocorrelation: f64,
        beyond: impl FnOnce(usize) -> f64,
    ) -> Option<Self> {
        /// Numbers that were rounded differ at least by so much.
        const ROUNDING: f64 = 1.0 / 12.0;
        if numbers.len() < 2 {
            return None;
        }
        #[allow(clippy::cast_precision_loss, reason = "nobody rates so often")]
        let count = numbers.len() as f64;
        let estimate = numbers.iter().sum::<f64>() / count;
        let squares: f64 = numbers.iter().map(|number| (number - estimate) * (number - estimate)).sum();
        let variance = (squares / (count - 1.0)).max(ROUNDING);
        let alike = (1.0 + autocorrelation) / (1.0 - autocorrelation);
        let off = beyond(numbers.len()) * libm::sqrt(variance * alike / count);
        Some(Self { estimate, low: estimate - off, high: estimate + off })
    }

    /// Returns the share that so many of so many are, by Wilson's way.
    #[must_use]
    pub fn of_share(some: u32, all: u32) -> Option<Self> {
        const Z: f64 = 1.959_963_984_540_054;
        if all == 0 {
            return None;
        }
        let (some, all) = (f64::from(some.min(all)), f64::from(all));
        let share = some / all;
        let middle = share + Z * Z / (2.0 * all);
        let off = Z * libm::sqrt(share * (1.0 - share) / all + Z * Z / (4.0 * all * all));
        let whole = 1.0 + Z * Z / all;
        Some(Self {
            estimate: share,
            low: ((middle - off) / whole).max(0.0),
            high: ((middle + off) / whole).min(1.0),
        })
    }

    /// Returns so many times as much.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { estimate: self.estimate * factor, low: self.low * factor, high: self.high * factor }
    }

    /// Keeps it between two numbers, beyond which nothing can be.
    #[must_use]
    pub fn within(self, least: f64, most: f64) -> Self {
        Self { estimate: self.estimate, low: self.low.max(least), high: self.high.min(most) }
    }
}

/// Returns how many standard errors the interval of the mean of so many numbers is to either side.
pub(super) fn beyond(count: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "nobody rates so often")]
    let degrees = count as f64 - 1.0;
    Student::new(degrees).quantile(0.975)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_and_shares_are_as_tables_have_them() {
        let mean = Interval::of_mean(&[3.0, 5.0, 4.0, 6.0], 0.0).unwrap();
        assert!((mean.estimate - 4.5).abs() < 1e-12 && (mean.high - 6.554_26).abs() < 1e-4, "{mean:?}");
        assert_eq!(Interval::of_mean(&[3.0], 0.0), None);
        let same = Interval::of_mean(&[3.0; 7], 0.0).unwrap();
        assert!(same.high > 3.2, "whole numbers that are the same are not known exactly: {same:?}");
        let share = Interval::of_share(3, 10).unwrap();
        assert!((share.low - 0.107_79).abs() < 1e-4 && (share.high - 0.603_22).abs() < 1e-4, "{share:?}");
        assert_eq!(Interval::of_share(0, 0), None);
    }
}
