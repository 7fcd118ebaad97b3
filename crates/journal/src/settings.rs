//! How somebody likes it.

use serde::{Deserialize, Serialize};
use unknot_body::BodyShape;

/// How somebody likes it. The latest record of it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How loud the voice is, 0 to 100.
    pub voice: u8,
    /// How loud the other sounds are, 0 to 100.
    pub sounds: u8,
    /// Whether nothing is heard, and everything that is said only written.
    pub captions_only: bool,
    /// The colours.
    pub palette: Palette,
    /// The figure's shape.
    #[serde(with = "crate::named")]
    pub shape: BodyShape,
    /// Whether text is larger.
    pub larger_text: bool,
    /// Whether changes of position wait until the person is ready.
    pub wait_for_me: bool,
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Palette {
    /// Those that the device asks for.
    #[default]
    Auto,
    /// The light ones.
    Paper,
    /// The dark ones.
    Night,
}

impl Palette {
    /// Every one of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Paper, Self::Night];

    /// Returns its written name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Paper => "paper",
            Self::Night => "night",
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            voice: 100,
            sounds: 60,
            captions_only: false,
            palette: Palette::Auto,
            shape: BodyShape::Neutral,
            larger_text: false,
            wait_for_me: false,
        }
    }
}
