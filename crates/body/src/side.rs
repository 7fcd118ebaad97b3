//! Left and right.

use crate::names::named;

named! {
    /// One half of the body, the person's own left or right.
    "side" Side {
        /// The person's left.
        Left = "left",
        /// The person's right.
        Right = "right",
    }
}

impl Side {
    /// Returns the opposite side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

named! {
    /// Which half of the body a stretch of time belongs to.
    "side" Sides {
        /// The person's left.
        Left = "left",
        /// The person's right.
        Right = "right",
        /// Both halves at once, or neither in particular.
        Both = "both",
    }
}

impl From<Side> for Sides {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
        }
    }
}

/// Splits a leading `left ` or `right ` off a phrase.
pub(crate) fn split(text: &str) -> (Option<Side>, &str) {
    for (prefix, side) in [("left ", Side::Left), ("right ", Side::Right)] {
        if let Some(rest) = text.strip_prefix(prefix) {
            return (Some(side), rest);
        }
    }
    (None, text)
}
