//! Lengths of time that add up exactly.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};

use serde::{Deserialize, Serialize};

/// A length of time in whole milliseconds, so that sums are exact in any order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Millis(pub u32);

impl Millis {
    /// No time.
    pub const ZERO: Self = Self(0);

    /// Returns the length nearest to that many seconds; what is negative or no number is no time.
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Self {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates, NaN is 0"
        )]
        Self((seconds * 1000.0).round() as u32)
    }

    /// Returns the length in seconds.
    #[must_use]
    pub fn seconds(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Returns this much less the other, or nothing where the other is longer.
    #[must_use]
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Returns `numerator / denominator` of this length, rounded down to a millisecond.
    #[must_use]
    pub fn scaled(self, numerator: u32, denominator: u32) -> Self {
        let scaled = u64::from(self.0) * u64::from(numerator) / u64::from(denominator.max(1));
        Self(u32::try_from(scaled).unwrap_or(u32::MAX))
    }
}

impl Add for Millis {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Millis {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Millis {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.saturating_sub(other)
    }
}

impl Mul<u32> for Millis {
    type Output = Self;
    fn mul(self, times: u32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Millis {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

impl std::fmt::Display for Millis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} s", self.seconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_read_back() {
        for seconds in [0.0, 0.001, 2.25, 4.5, 420.0] {
            assert!((Millis::from_seconds(seconds).seconds() - seconds).abs() < 1e-12);
        }
        assert_eq!(Millis::from_seconds(f64::NAN), Millis::ZERO);
        assert_eq!(Millis::from_seconds(-3.0), Millis::ZERO);
        assert_eq!(Millis(5000).scaled(3, 2), Millis(7500));
    }
}
