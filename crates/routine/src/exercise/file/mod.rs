//! An exercise file as it is written: the raw form, before anything in it is believed.
//!
//! These types are also the JSON Schema of the format, so their comments are what an editor shows while
//! somebody writes a file.

mod block;
mod dose;
mod fault;
mod posture;
mod vocabulary;

pub(crate) use block::{BetweenFile, BlockDoseFile, BlockFile, CueFile, PhaseFile, SidesFile};
pub use block::{Easing, Occasion, PhaseKind, Priority, Tone};
pub(crate) use dose::DoseFile;
pub(crate) use fault::FaultFile;
pub use fault::{Reference, Share};
pub(crate) use posture::{Joints, PostureFile};
pub(crate) use vocabulary::{ContactPhrase, Region, Source, Word};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use unknot_body::{Kit, Position, View};

/// Declares a table that has everything a way of doing an exercise consists of, besides fields of its own.
/// (Serde's `flatten` would do it too, but errors inside it lose their place in the file.)
macro_rules! with_form {
    ($(#[$meta:meta])* struct $name:ident { $($own:tt)* }) => {
        #[derive(Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub(crate) struct $name {
            $($own)*
            /// The position in which it begins and ends.
            pub(crate) position: Option<Word<Position>>,
            /// What has to be at hand.
            pub(crate) needs: Option<Vec<NeedFile>>,
            /// From where it is best seen.
            pub(crate) view: Option<Word<View>>,
            /// The name of the posture in which it begins.
            pub(crate) start: Option<String>,
            /// The postures it passes through, by name.
            #[serde(default)]
            pub(crate) postures: BTreeMap<String, PostureFile>,
            /// Its parts, one after the other, each repeated as often as its dose says.
            pub(crate) blocks: Option<Vec<BlockFile>>,
            /// What is said on the way into the starting position.
            pub(crate) into: Option<Vec<IntoFile>>,
            /// The word said when it is over.
            pub(crate) closing: Option<String>,
            /// What lengthens: muscles, each with `left ` or `right ` before it where only one side does.
            pub(crate) lengthens: Option<Vec<Region>>,
            /// What works.
            pub(crate) works: Option<Vec<Region>>,
            /// How much of the way to each posture is gone: 1 all of it, 0.5 half. Default 1.
            pub(crate) range: Option<f64>,
        }

        impl $name {
            /// Returns the parts that a way of doing the exercise consists of.
            pub(crate) fn form(&self) -> FormFile<'_> {
                FormFile {
                    position: self.position.as_ref(),
                    needs: self.needs.as_deref(),
                    view: self.view.as_ref(),
                    start: self.start.as_deref(),
                    postures: &self.postures,
                    blocks: self.blocks.as_deref(),
                    into: self.into.as_deref(),
                    closing: self.closing.as_deref(),
                    lengthens: self.lengthens.as_deref(),
                    works: self.works.as_deref(),
                    range: self.range,
                }
            }
        }
    };
}

/// What a way of doing an exercise consists of; of a variant, only what differs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FormFile<'a> {
    pub(crate) position: Option<&'a Word<Position>>,
    pub(crate) needs: Option<&'a [NeedFile]>,
    pub(crate) view: Option<&'a Word<View>>,
    pub(crate) start: Option<&'a str>,
    pub(crate) postures: &'a BTreeMap<String, PostureFile>,
    pub(crate) blocks: Option<&'a [BlockFile]>,
    pub(crate) into: Option<&'a [IntoFile]>,
    pub(crate) closing: Option<&'a str>,
    pub(crate) lengthens: Option<&'a [Region]>,
    pub(crate) works: Option<&'a [Region]>,
    pub(crate) range: Option<f64>,
}

with_form! {
    /// An exercise for Unknot: what the figure does, what is said, how long everything takes, and how to tell
    /// whether it is done well.
    #[schemars(title = "Unknot exercise", rename = "Exercise")]
    struct ExerciseFile {
        /// The exercise's name for programs: lower-case words with hyphens, like `wall-angels`.
        pub(crate) id: String,
        /// Other ids under which it is known.
        #[serde(default)]
        pub(crate) aliases: Vec<String>,
        /// Its number in the article that the seven come from, if it is one of them.
        pub(crate) article: Option<u32>,
        /// Seconds that one breath takes. Default 4.
        pub(crate) breath: Option<f64>,
        /// The side on which a one-sided exercise is written here; the other one is its mirror image. Default right.
        pub(crate) authored_side: Option<Word<unknot_body::Side>>,
        /// What can go wrong with the form.
        #[serde(default)]
        pub(crate) faults: Vec<FaultFile>,
        /// What changes for people with a condition that the safety screen asks about.
        #[serde(default)]
        pub(crate) cautions: Vec<CautionFile>,
        /// Easier, harder and substitute ways of doing it.
        #[serde(default)]
        pub(crate) variants: Vec<VariantFile>,
        /// Where this differs from what somebody may have read: as written, as taught, why.
        #[serde(default)]
        pub(crate) lessons: Vec<LessonFile>,
        /// The words, by language tag and then by key, for an exercise that is not part of Unknot itself:
        /// `name` is required; the others are what `say`, `caption` and their like refer to.
        #[serde(default)]
        pub(crate) words: BTreeMap<String, BTreeMap<String, String>>,
    }
}

/// A thing that has to be at hand.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Need")]
pub(crate) struct NeedFile {
    /// The thing.
    pub(crate) item: Word<Kit>,
    /// What may stand in for it, the best first.
    #[serde(default)]
    pub(crate) or: Vec<Word<Kit>>,
}

/// Something said on the way into the starting position.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Into")]
pub(crate) struct IntoFile {
    /// Seconds before the exercise begins.
    pub(crate) before: f64,
    /// The word.
    pub(crate) say: String,
    /// What gives way where two would overlap. Default `must`.
    pub(crate) priority: Option<Priority>,
}

/// What changes for somebody with a condition. Exactly one of `omit`, `variant` and `range`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Caution")]
pub(crate) struct CautionFile {
    /// The condition, as the safety screen names it: `pregnant`, `glaucoma`.
    pub(crate) condition: String,
    /// It is left out.
    #[serde(default)]
    pub(crate) omit: bool,
    /// It is done in this variant.
    pub(crate) variant: Option<String>,
    /// It is done with this share of its range.
    pub(crate) range: Option<f64>,
    /// Where this comes from.
    pub(crate) source: Option<Source>,
}

with_form! {
    /// Another way of doing it. Its name is the word `variant-ID`.
    #[schemars(rename = "Variant")]
    struct VariantFile {
        /// Its name within the exercise.
        pub(crate) id: String,
        /// What it is for.
        pub(crate) kind: VariantKind,
        /// Where the numbers come from.
        pub(crate) source: Option<Source>,
        /// Other doses for blocks of the exercise, where the blocks themselves stay.
        #[serde(default)]
        pub(crate) doses: BTreeMap<String, BlockDoseFile>,
    }
}

/// What a variant is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VariantKind {
    /// Less demanding.
    Easier,
    /// More demanding.
    Harder,
    /// Done instead where something is missing.
    Substitute,
    /// As the article has it, where that can be chosen safely.
    AsWritten,
}

/// A place where this differs from what the article says. Its words are `lesson-ID-written`,
/// `lesson-ID-taught` and `lesson-ID-why`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Lesson")]
pub(crate) struct LessonFile {
    /// Its name within the exercise.
    pub(crate) id: String,
    /// The variant that does it as written, if it may be chosen.
    pub(crate) variant: Option<String>,
    /// Where the reason comes from.
    pub(crate) source: Option<Source>,
}
