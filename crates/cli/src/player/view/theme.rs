//! Colours: few, quiet, and readable on dark and on light.

use ratatui::style::{Color, Modifier, Style};

use crate::out;

/// How things look. The background and the ink are the terminal's own.
#[derive(Clone, Copy, Debug)]
pub(in crate::player) struct Theme {
    /// What leads the eye: the name, the ring.
    pub(super) accent: Style,
    /// What is stretched.
    pub(super) stretched: Style,
    /// What is there but not needed now.
    pub(super) quiet: Style,
    /// What has passed, on the ring.
    pub(super) faint: Color,
    /// What must be read.
    pub(super) strong: Style,
    /// Whether there is more to draw with than ASCII.
    pub(super) unicode: bool,
}

/// How many colours there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::player) enum Colors {
    /// Any.
    All,
    /// The 256 that most terminals have.
    Indexed,
    /// The terminal's own 16.
    Few,
    /// None: weight alone.
    None,
}

impl Colors {
    /// Returns how many this terminal can show and the person wants.
    pub(in crate::player) fn of_terminal() -> Self {
        let has = |name: &str, what: &[&str]| {
            std::env::var(name).is_ok_and(|value| what.iter().any(|word| value.contains(word)))
        };
        match () {
            () if out::no_color() => Self::None,
            () if has("COLORTERM", &["truecolor", "24bit"]) => Self::All,
            () if has("TERM", &["256"]) => Self::Indexed,
            () => Self::Few,
        }
    }
}

impl Theme {
    /// Returns what this terminal can show and the person wants.
    pub(in crate::player) fn of_terminal() -> Self {
        Self { unicode: out::is_unicode(), ..Self::with(Colors::of_terminal()) }
    }

    /// Returns the theme with that many colours. The teal and the coral are lighter than on paper, so that
    /// they keep their contrast on a dark terminal, too.
    pub(super) fn with(colors: Colors) -> Self {
        let (teal, coral) = match colors {
            Colors::All => (Color::Rgb(0x2E, 0x9A, 0xA4), Color::Rgb(0xE5, 0x73, 0x5C)),
            Colors::Indexed => (Color::Indexed(37), Color::Indexed(209)),
            Colors::Few => (Color::Cyan, Color::LightRed),
            Colors::None => (Color::Reset, Color::Reset),
        };
        let plain = Style::new();
        Self {
            accent: plain.fg(teal),
            stretched: plain.fg(coral),
            quiet: plain.add_modifier(Modifier::DIM),
            faint: if colors == Colors::None { Color::Reset } else { Color::DarkGray },
            strong: plain.add_modifier(Modifier::BOLD),
            unicode: true,
        }
    }
}
