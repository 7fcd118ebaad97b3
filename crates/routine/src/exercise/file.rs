//! An exercise file as it is written: the raw form, before anything in it is believed.
//!
//! These types are also the JSON Schema of the format, so their comments are what an editor shows while
//! somebody writes a file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use unknot_body::{JointName, Kit, Muscle, Named, Part, Position, Surface, View, angles, shorthands};

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

/// A posture: joint angles in degrees. What is left out is as in the posture it is `from`, or zero.
/// `elbow.flexion = 90` sets both elbows, `right.elbow.flexion = 90` one.
#[derive(Debug, Default, JsonSchema)]
#[schemars(rename = "Posture", deny_unknown_fields)]
pub(crate) struct PostureFile {
    /// The posture that this one starts from.
    pub(crate) from: Option<String>,
    /// What it touches: `"feet on floor"`, `"right hand grips chair"`. Left out, as in the posture it is from.
    pub(crate) contacts: Option<Vec<ContactPhrase>>,
    /// Where the angles come from.
    pub(crate) source: Option<Source>,
    /// Angles of the left side alone.
    #[schemars(default)]
    pub(crate) left: Joints,
    /// Angles of the right side alone.
    #[schemars(default)]
    pub(crate) right: Joints,
    #[schemars(flatten)]
    pub(crate) both: Joints,
}

// By hand, because with serde's `flatten` errors would lose their place in the file.
impl<'de> Deserialize<'de> for PostureFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = PostureFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a posture: a table of joints and their angles")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PostureFile, A::Error> {
                let mut posture = PostureFile::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "from" => posture.from = Some(map.next_value()?),
                        "contacts" => posture.contacts = Some(map.next_value()?),
                        "source" => posture.source = Some(map.next_value()?),
                        "left" => posture.left = map.next_value()?,
                        "right" => posture.right = map.next_value()?,
                        _ => {
                            posture.both.0.insert(key, map.next_value()?);
                        }
                    }
                }
                Ok(posture)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}

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

/// How much: of repetitions a count, of holds and tempo seconds.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dose")]
pub(crate) struct DoseFile {
    /// The usual dose.
    pub(crate) default: f64,
    /// The least and the most that a plan may use. Default: only the usual dose.
    pub(crate) range: Option<[f64; 2]>,
    /// Between them, in steps of this much from the usual dose. Default 1.
    pub(crate) step: Option<f64>,
    /// The dose of the first three sessions, where it is less.
    pub(crate) gentle: Option<f64>,
    /// What the article asks for, least and most.
    pub(crate) asks: Option<[f64; 2]>,
    /// Where the numbers come from, if not where the block's do.
    pub(crate) source: Option<Source>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
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

/// A fault of form: something measurable that goes beyond a limit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fault")]
pub(crate) struct FaultFile {
    /// Its name within the exercise.
    pub(crate) id: String,
    /// What is measured: an angle (`neck.flexion`, `right.elbow.flexion`; without a side the worse one
    /// counts), or one of the named measures of the format's description.
    pub(crate) measure: String,
    /// Whether the measure is the difference between left and right.
    #[serde(default)]
    pub(crate) between_sides: bool,
    /// What it is measured against: the starting posture, the posture written here, or nothing.
    pub(crate) relative_to: Option<Reference>,
    /// For distances: measured in shares of this, instead of metres.
    pub(crate) share_of: Option<Share>,
    /// It is a fault above this.
    pub(crate) above: Option<f64>,
    /// It is a fault below this.
    pub(crate) below: Option<f64>,
    /// How far beyond the limit it must be before anything is said.
    pub(crate) margin: f64,
    /// Judged only in these phases. Default all.
    #[serde(default)]
    pub(crate) phases: Vec<String>,
    /// Judged only while this holds too.
    #[serde(rename = "while")]
    pub(crate) while_: Option<WhileFile>,
    /// The views from which a camera can judge it; empty if none can, and it is only a spoken reminder.
    pub(crate) views: Vec<Word<View>>,
    /// The word that helps.
    pub(crate) say: String,
    /// Where the numbers come from.
    pub(crate) source: Option<Source>,
}

/// A condition on a measure.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "While")]
pub(crate) struct WhileFile {
    /// What is measured.
    pub(crate) measure: String,
    /// Holds above this.
    pub(crate) above: Option<f64>,
    /// Holds below this.
    pub(crate) below: Option<f64>,
}

/// What a measure is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// The person's own starting posture.
    Start,
    /// The posture that the file has at that moment.
    Authored,
}

/// What a distance is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Share {
    /// The same distance in the person's own starting posture.
    Start,
    /// The distance between the shoulders.
    ShoulderWidth,
    /// The distance from shoulder to hip.
    Trunk,
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

/// Where numbers come from: one source or several; `judgement` where no source confirms them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected the name of a source, or a list of names")]
pub(crate) enum Source {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// A word from a fixed vocabulary.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Word<T> {
    pub(crate) written: String,
    #[serde(skip)]
    kind: PhantomData<T>,
}

impl<T: Named> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::KIND.split(' ').collect::<Vec<_>>().join("-").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::ALL.iter().map(|member| member.name()).collect();
        json_schema!({ "type": "string", "enum": names })
    }
}

/// `PART on SURFACE`, with a side before it or without.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct ContactPhrase(pub(crate) String);

impl JsonSchema for ContactPhrase {
    fn schema_name() -> Cow<'static, str> {
        "Contact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let list = |names: Vec<&str>| names.join("|");
        let one = list(Part::ALL.iter().filter(|part| part.paired()).map(|part| part.name()).collect());
        let all = list(Part::ALL.iter().map(|part| part.plural()).collect());
        let surfaces = list(Surface::ALL.iter().map(|surface| surface.name()).collect());
        json_schema!({
            "type": "string",
            "description": "What touches what: `feet on floor`, `right hand grips chair`.",
            "pattern": format!("^(((left|right) ({one}))|({all})) (on|grips) ({surfaces})$"),
        })
    }
}

/// A muscle, with a side before it or without.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Region(pub(crate) String);

impl JsonSchema for Region {
    fn schema_name() -> Cow<'static, str> {
        "Muscle".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let muscles: Vec<&str> = Muscle::ALL.iter().map(|muscle| muscle.name()).collect();
        json_schema!({ "type": "string", "pattern": format!("^((left|right) )?({})$", muscles.join("|")) })
    }
}

/// Angles in degrees, by joint and then by name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Joints(pub(crate) BTreeMap<String, BTreeMap<String, f64>>);

impl JsonSchema for Joints {
    fn schema_name() -> Cow<'static, str> {
        "Joints".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let joints = JointName::ALL.iter().map(|joint| {
            let own = angles().iter().filter(|info| info.joint == *joint).map(|info| {
                let range = json_schema!({
                    "type": "number", "minimum": info.min_degrees, "maximum": info.max_degrees,
                    "description": format!("Degrees; 0 is {}; positive is {}.", info.zero, info.positive),
                });
                (info.key.to_owned(), range.to_value())
            });
            let short = shorthands().iter().filter(|s| s.joint == *joint).map(|s| {
                let description = format!("Degrees; another way of setting {}.", s.angle.info().key);
                (s.key.to_owned(), json_schema!({ "type": "number", "description": description }).to_value())
            });
            let properties: BTreeMap<_, _> = own.chain(short).collect();
            let joint_schema =
                json_schema!({ "type": "object", "properties": properties, "additionalProperties": false });
            (joint.name().to_owned(), joint_schema.to_value())
        });
        let properties: BTreeMap<_, _> = joints.collect();
        json_schema!({ "type": "object", "properties": properties })
    }
}
