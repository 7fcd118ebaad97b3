//! What a change of pain amounts to.
//!
//! On the scale from 0 to 10 the smallest change that matters to people is about 1 point or 15 %, and those who feel much better
//! changed by 2 or 33 % (Salaffi 2004). From one rating to one other, though, up to 4 points may be nothing but chance
//! (Kovacs 2008, neck pain). So only means are compared here, each with its interval, and nothing is called better
//! unless its whole interval is.

use serde::Serialize;

use super::Interval;

/// The smallest change of a mean pain that matters.
pub const SMALLEST: f64 = 1.0;
/// The change of those who feel much better.
pub const MUCH: f64 = 2.0;
/// From one rating to one other this much may be chance.
pub const BY_CHANCE: f64 = 4.0;

/// What a change of pain amounts to, less being better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// There is too little to go by.
    TooLittle,
    /// It may be more or less: both are in the interval.
    Unclear,
    /// It is less, but too little to matter.
    LessButSmall,
    /// It is less, and may be enough to matter, or not.
    LessMayMatter,
    /// It is less, by enough to matter.
    Less,
    /// It is less, by as much as those have who feel much better.
    MuchLess,
    /// It is more, but too little to matter.
    MoreButSmall,
    /// It is more, and may be enough to matter, or not.
    MoreMayMatter,
    /// It is more, by enough to matter.
    More,
}

impl Meaning {
    /// Returns what a change amounts to.
    #[must_use]
    pub fn of(change: Option<Interval>) -> Self {
        let Some(change) = change else { return Self::TooLittle };
        match (change.low, change.high) {
            (_, high) if high <= -MUCH => Self::MuchLess,
            (_, high) if high <= -SMALLEST => Self::Less,
            (low, high) if high < 0.0 && low <= -SMALLEST => Self::LessMayMatter,
            (_, high) if high < 0.0 => Self::LessButSmall,
            (low, _) if low >= SMALLEST => Self::More,
            (low, high) if low > 0.0 && high >= SMALLEST => Self::MoreMayMatter,
            (low, _) if low > 0.0 => Self::MoreButSmall,
            _ => Self::Unclear,
        }
    }

    /// Returns whether there is a change at all: its whole interval is less, or more.
    #[must_use]
    pub fn is_change(self) -> bool {
        !matches!(self, Self::TooLittle | Self::Unclear)
    }

    /// Returns whether it may be called an improvement.
    #[must_use]
    pub fn is_better(self) -> bool {
        matches!(self, Self::Less | Self::MuchLess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(low: f64, high: f64) -> Meaning {
        Meaning::of(Some(Interval { estimate: 0.5 * (low + high), low, high }))
    }

    #[test]
    fn nothing_below_the_smallest_change_is_called_better() {
        assert_eq!(Meaning::of(None), Meaning::TooLittle);
        assert_eq!(meaning(-1.0, 0.2), Meaning::Unclear);
        assert_eq!(meaning(-0.9, -0.1), Meaning::LessButSmall);
        assert_eq!(meaning(-3.0, -0.1), Meaning::LessMayMatter);
        assert_eq!(meaning(-3.0, -1.0), Meaning::Less);
        assert_eq!(meaning(-3.0, -2.0), Meaning::MuchLess);
        assert_eq!(
            (meaning(0.1, 0.9), meaning(0.1, 2.0), meaning(1.0, 2.0)),
            (Meaning::MoreButSmall, Meaning::MoreMayMatter, Meaning::More)
        );
        assert!(!meaning(-1.0, 0.2).is_change() && meaning(-0.9, -0.1).is_change());
        for tenths in -40..40 {
            let high = f64::from(tenths) / 10.0;
            assert_eq!(meaning(high - 1.0, high).is_better(), high <= -SMALLEST);
        }
    }
}
