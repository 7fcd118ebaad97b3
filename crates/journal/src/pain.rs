//! How much it hurts.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Pain on the numeric rating scale (NPRS): from 0, no pain, to 10, the worst pain imaginable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Pain(u8);

/// A number that is no pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("found {found}, expected a pain from 0 to 10")]
pub struct PainError {
    /// The number.
    pub found: u8,
}

impl Pain {
    /// Every pain, the least first.
    pub const ALL: [Self; 11] =
        [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8), Self(9), Self(10)];

    /// Returns it as a number, 0 to 10.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Pain {
    type Error = PainError;

    fn try_from(found: u8) -> Result<Self, PainError> {
        if found <= 10 { Ok(Self(found)) } else { Err(PainError { found }) }
    }
}

impl From<Pain> for u8 {
    fn from(pain: Pain) -> Self {
        pain.0
    }
}

impl fmt::Display for Pain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
