//! How a picture looks and what it is written in.

use jiff::civil::Date;
use unknot_figure::Palette;
use unknot_routine::{Phrase, WordKey};

/// How a picture looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// On which paper.
    pub palette: Palette,
    /// Whether everything quiet is as strong as text.
    pub contrast: bool,
    /// How wide it is, in points. A point is a pixel of a screen that is seen at its own size.
    pub width: u32,
    /// How large text is, in points.
    pub text: u32,
}

/// What a picture is written in.
#[derive(Clone, Copy)]
pub struct Language<'a> {
    /// Returns the words of a phrase.
    pub say: &'a dyn Fn(&Phrase) -> String,
    /// Returns a day in few letters.
    pub date: &'a dyn Fn(Date) -> String,
}

impl Language<'_> {
    pub(crate) fn word(&self, attribute: &str) -> String {
        (self.say)(&Phrase::plain(WordKey::attribute("plot", attribute)))
    }
}
