//! The colours of a picture: those of the figure's paper.

use plotters::style::RGBColor;
use unknot_figure::srgb;

use crate::look::Look;

/// The colours of a picture.
pub(crate) struct Colours {
    /// What it is drawn on.
    pub(crate) paper: RGBColor,
    /// Text.
    pub(crate) ink: RGBColor,
    /// Text beside.
    pub(crate) quiet: RGBColor,
    /// Lines to read along.
    pub(crate) line: RGBColor,
    /// What sessions and weeks are drawn with.
    pub(crate) teal: RGBColor,
    /// What the trend is drawn with.
    pub(crate) coral: RGBColor,
}

impl Colours {
    pub(crate) fn of(look: Look) -> Self {
        let colours = look.palette.colours();
        let [paper, ink, teal, coral] =
            [colours.paper, colours.ink, colours.suit, colours.lengthens].map(srgb);
        let share = |quiet: u16| if look.contrast { 0 } else { quiet };
        Self {
            paper: colour(paper),
            ink: colour(ink),
            quiet: mix(ink, paper, share(28)),
            line: mix(ink, paper, share(84)),
            teal: colour(teal),
            coral: colour(coral),
        }
    }
}

fn colour([red, green, blue]: [u8; 3]) -> RGBColor {
    RGBColor(red, green, blue)
}

/// Returns the colour that is so many percent of the way from one to another.
fn mix(from: [u8; 3], to: [u8; 3], percent: u16) -> RGBColor {
    let channel = |at: usize| {
        let mixed = (u16::from(from[at]) * (100 - percent) + u16::from(to[at]) * percent) / 100;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    RGBColor(channel(0), channel(1), channel(2))
}
