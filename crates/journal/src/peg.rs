//! How the last week was.

use serde::{Deserialize, Serialize};

use crate::pain::Pain;

/// The three questions of the PEG scale, each answered from 0 to 10, about the last week. It is asked every two weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peg {
    /// Pain on average.
    pub pain: Pain,
    /// How much pain got in the way of enjoying life.
    pub enjoyment: Pain,
    /// How much pain got in the way of what one usually does.
    pub activity: Pain,
}

impl Peg {
    /// Returns the score: the mean of the three.
    #[must_use]
    pub fn score(self) -> f64 {
        f64::from(self.pain.number() + self.enjoyment.number() + self.activity.number()) / 3.0
    }
}
