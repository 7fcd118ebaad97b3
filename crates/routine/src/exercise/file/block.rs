//! Blocks, doses, phases and cues, as they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::dose::DoseFile;
use super::vocabulary::{ContactPhrase, Region, Source};

/// A part of an exercise: phases, repeated.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Block")]
pub(crate) struct BlockFile {
    /// Its name within the exercise.
    pub(crate) id: String,
    /// Whether it is done on both sides at once, on each side in turn, or alternating with each repetition.
    /// Default `both`.
    pub(crate) sides: Option<SidesFile>,
    /// How many sets of those repetitions. Default one.
    pub(crate) sets: Option<DoseFile>,
    /// How often in a set. Default once.
    pub(crate) repetitions: Option<DoseFile>,
    /// The seconds of every `hold` phase that gives none itself.
    pub(crate) hold: Option<DoseFile>,
    /// The seconds of a repetition; its phases keep their shares.
    pub(crate) tempo: Option<DoseFile>,
    /// Whether this is where a sore spot is attended to: "sore here" goes straight to it.
    #[serde(default)]
    pub(crate) sore_spot: bool,
    /// Where the numbers come from.
    pub(crate) source: Option<Source>,
    /// What is done in a repetition, and between repetitions and sides.
    pub(crate) phases: Vec<PhaseFile>,
}

/// Other doses for one block.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "BlockDose")]
pub(crate) struct BlockDoseFile {
    /// How many sets.
    pub(crate) sets: Option<DoseFile>,
    /// How often.
    pub(crate) repetitions: Option<DoseFile>,
    /// How long each hold lasts.
    pub(crate) hold: Option<DoseFile>,
    /// The seconds of a repetition.
    pub(crate) tempo: Option<DoseFile>,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "BlockSides")]
pub(crate) enum SidesFile {
    /// Both at once.
    Both,
    /// All repetitions on one side, then all on the other.
    Each,
    /// One repetition on each side in turn.
    Alternate,
}

/// What kind of phase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseKind {
    /// Going into a posture.
    Move,
    /// Staying in one.
    Hold,
    /// Staying in one for a number of breaths.
    Breathe,
    /// Going back.
    Return,
}

impl PhaseKind {
    /// Returns whether the body stays where it is.
    #[must_use]
    pub fn is_still(self) -> bool {
        matches!(self, Self::Hold | Self::Breathe)
    }
}

/// Where a phase is done that is not part of every repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Between")]
pub(crate) enum BetweenFile {
    /// Between two sets: the rest.
    Sets,
    /// Between two repetitions on the same side.
    Repetitions,
    /// Between the two sides.
    Sides,
}

/// How a movement gathers and loses speed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Easing {
    /// Slow, faster, slow: as a person moves.
    #[default]
    Smooth,
    /// At an even speed.
    Even,
}

/// A stretch of time in which one thing is done.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Phase")]
pub(crate) struct PhaseFile {
    /// Its name within the block.
    pub(crate) name: String,
    /// What kind of phase it is.
    pub(crate) kind: PhaseKind,
    /// How long, in seconds.
    pub(crate) seconds: Option<f64>,
    /// How long, in breaths (for `breathe`).
    pub(crate) breaths: Option<u32>,
    /// The posture it ends in. Left out: the posture it begins in.
    pub(crate) posture: Option<String>,
    /// How it moves. Default smooth.
    pub(crate) easing: Option<Easing>,
    /// The contacts that slide along their surface while it moves; all others stay where they are.
    #[serde(default)]
    pub(crate) sliding: Vec<ContactPhrase>,
    /// Done only between repetitions, between sides or between sets.
    pub(crate) between: Option<BetweenFile>,
    /// The word that is said at its beginning every time, and shown.
    pub(crate) say: Option<String>,
    /// The word that is only shown.
    pub(crate) caption: Option<String>,
    /// What else is said, and when.
    #[serde(default)]
    pub(crate) cues: Vec<CueFile>,
    /// What lengthens in this phase, if not what does in the exercise as a whole.
    pub(crate) lengthens: Option<Vec<Region>>,
    /// What works in this phase, if not what does in the exercise as a whole.
    pub(crate) works: Option<Vec<Region>>,
    /// Where the numbers come from, if not where the block's do.
    pub(crate) source: Option<Source>,
}

/// Something said or sounded at a moment of a phase. When: one of `at`, `before_end` and `fraction`.
/// What: one of `say`, `tone`, `count` and `countdown`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Cue")]
pub(crate) struct CueFile {
    /// Seconds after the phase begins.
    pub(crate) at: Option<f64>,
    /// Seconds before the phase ends.
    pub(crate) before_end: Option<f64>,
    /// This share of the phase: 0.5 is halfway.
    pub(crate) fraction: Option<f64>,
    /// A word.
    pub(crate) say: Option<String>,
    /// A soft tone.
    pub(crate) tone: Option<Tone>,
    /// The number of the repetition.
    #[serde(default)]
    pub(crate) count: bool,
    /// The last seconds of the phase, counted down from this number; needs no time of its own.
    pub(crate) countdown: Option<u32>,
    /// Which times it is said. Default every time.
    pub(crate) on: Option<Occasion>,
    /// Said only at these repetitions.
    #[serde(default)]
    pub(crate) repetitions: Vec<u32>,
    /// Said only in phases that last at least so many seconds.
    pub(crate) least: Option<f64>,
    /// What gives way where two would overlap. Default `should`.
    pub(crate) priority: Option<Priority>,
}

/// A sound that is no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Now hold.
    Hold,
    /// Now let go.
    Release,
}

/// Which of the times a phase is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// Every time.
    #[default]
    Every,
    /// The first time in the exercise: the first repetition on the first side.
    First,
    /// Every time but the first.
    Later,
    /// The last time in the exercise.
    Last,
}

/// What gives way where two utterances would overlap: the lesser one is left unsaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// Nice to hear.
    May,
    /// Said if there is room.
    #[default]
    Should,
    /// What somebody with their eyes shut cannot do without.
    Must,
}
