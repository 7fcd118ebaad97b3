//! What is said when.

use super::file::{Occasion, Priority, Tone};
use crate::time::Millis;
use crate::words::WordKey;

/// Something said or sounded at a moment of a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// When.
    pub anchor: Anchor,
    /// What.
    pub content: Content,
    /// Which times.
    pub on: Occasion,
    /// Only at these repetitions; empty for all.
    pub repetitions: Vec<u32>,
    /// Only in phases at least this long.
    pub least: Millis,
    /// What gives way where two would overlap.
    pub priority: Priority,
}

/// A moment of a phase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchor {
    /// This long after it begins.
    At(Millis),
    /// This long before it ends.
    BeforeEnd(Millis),
    /// At this share of it.
    Fraction(f64),
}

impl Anchor {
    /// Returns how long after the beginning of a phase of that length the moment is; none if the phase is
    /// too short to have it.
    #[must_use]
    pub fn within(self, length: Millis) -> Option<Millis> {
        match self {
            Self::At(after) => (after < length || after == Millis::ZERO).then_some(after),
            Self::BeforeEnd(before) => (before <= length).then(|| length - before),
            Self::Fraction(fraction) => Some(Millis::from_seconds(length.seconds() * fraction)),
        }
    }
}

/// What a cue says or sounds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A word.
    Say(WordKey),
    /// A soft tone.
    Tone(Tone),
    /// The number of the repetition.
    Count,
    /// A number of the countdown.
    Countdown(u32),
}

/// Something said on the way into the starting position.
#[derive(Clone, Debug, PartialEq)]
pub struct IntoCue {
    /// How long before the exercise begins.
    pub before: Millis,
    /// The word.
    pub say: WordKey,
    /// What gives way where two would overlap.
    pub priority: Priority,
}
