//! Timelines: a plan compiled to the second, and what is so at any moment of it.

mod breath;
mod compile;
mod moment;
mod shown;
mod speech;
mod telling;

pub use compile::CompileError;
pub(crate) use compile::{COUNT, COUNTDOWN, Whereabouts, number_phrase, phrase_of};
pub use moment::{Moment, Pose};
pub use shown::NotShown;
pub use speech::{Sound, Utterance};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unknot_body::{Contact, Kit, MuscleRegion, Position, Posture, Sides, View};

use crate::catalogue::Catalogue;
use crate::exercise::{Easing, PhaseKind};
use crate::plan::Plan;
use crate::time::Millis;
use crate::words::{Phrase, SpokenLength, WordKey};

/// A plan compiled: what is done, shown and said at every moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    segments: Vec<Segment>,
    utterances: Vec<Utterance>,
    unsaid: Vec<Utterance>,
    /// When words speak of the breath, in seconds, and how full the lungs are then.
    breaths: Vec<(f64, f64)>,
}

/// A stretch of time in which one thing is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// When it begins.
    pub start: Millis,
    /// When it ends, and the next one begins.
    pub end: Millis,
    /// The plan's item that it belongs to; none for getting up at the end.
    pub item: Option<usize>,
    /// The exercise that it belongs to, or leads to; none for getting up at the end.
    pub exercise: Option<String>,
    /// What is done.
    pub activity: Activity,
    /// Whose turn it is.
    pub side: Sides,
    /// The number of the repetition on that side, from 1; 0 on the way into position.
    pub repetition: u32,
    /// How many repetitions there are on a side, in a set.
    pub repetitions: u32,
    /// The number of the set, from 1; 0 on the way into position.
    pub set: u32,
    /// How many sets there are.
    pub sets: u32,
    /// The words that are shown.
    #[serde(skip, default = "shown::no_words")]
    pub caption: Phrase,
    /// The posture at the beginning.
    pub from: Posture,
    /// The posture at the end.
    pub to: Posture,
    /// How it moves from the one to the other.
    pub easing: Easing,
    /// The contacts that slide.
    pub sliding: Vec<Contact>,
    /// What lengthens.
    pub lengthens: Vec<MuscleRegion>,
    /// What works.
    pub works: Vec<MuscleRegion>,
    /// The position of the exercise.
    pub position: Position,
    /// What is in the room.
    pub kit: Vec<Kit>,
    /// From where it is best seen.
    pub view: View,
}

/// What is done in a segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Activity {
    /// Getting from one position into another; the figure dissolves from one to the other.
    Change {
        /// The position before.
        from: Position,
        /// The position after.
        to: Position,
    },
    /// A phase of an exercise.
    Phase {
        /// The block.
        block: String,
        /// The phase's name within the block.
        name: String,
        /// What kind of phase it is.
        kind: PhaseKind,
        /// Whether a sore spot is attended to.
        sore_spot: bool,
    },
}

impl Activity {
    /// Returns the name that lists and programs show: of a phase its own, `change` or `get-up` else.
    #[must_use]
    pub fn name(&self, segment: &Segment) -> String {
        match self {
            Self::Phase { name, .. } => name.clone(),
            Self::Change { .. } if segment.item.is_none() => "get-up".to_owned(),
            Self::Change { .. } => "change".to_owned(),
        }
    }
}

impl Segment {
    /// Returns how long it takes.
    #[must_use]
    pub fn length(&self) -> Millis {
        self.end - self.start
    }

    /// Returns the name that lists and programs show.
    #[must_use]
    pub fn phase(&self) -> String {
        self.activity.name(self)
    }

    /// Returns whether it is a change of position.
    #[must_use]
    pub fn is_change(&self) -> bool {
        matches!(self.activity, Activity::Change { .. })
    }
}

impl Timeline {
    /// Compiles a plan. How long words take to say decides only which of them are left out, never when
    /// anything is done.
    ///
    /// # Errors
    /// The plan does not belong to the catalogue.
    pub fn compile(
        catalogue: &Catalogue,
        plan: &Plan,
        spoken: &dyn SpokenLength,
    ) -> Result<Self, CompileError> {
        compile::compile(catalogue, plan, spoken, &BTreeMap::new())
    }

    /// Compiles a plan whose items are entered from elsewhere than where the one before ends: before which of
    /// them, and from where. The number of items stands for getting up at the end.
    pub(crate) fn compile_interrupted(
        catalogue: &Catalogue,
        plan: &Plan,
        spoken: &dyn SpokenLength,
        interruptions: &BTreeMap<usize, Whereabouts>,
    ) -> Result<Self, CompileError> {
        compile::compile(catalogue, plan, spoken, interruptions)
    }

    /// Returns what is done, one after the other without a gap.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Returns what is said and sounded, in order; no words meet other words.
    #[must_use]
    pub fn utterances(&self) -> &[Utterance] {
        &self.utterances
    }

    /// Returns what gave way because two would have overlapped.
    #[must_use]
    pub fn unsaid(&self) -> &[Utterance] {
        &self.unsaid
    }

    /// Returns how long it takes.
    #[must_use]
    pub fn total(&self) -> Millis {
        self.segments.last().map_or(Millis::ZERO, |last| last.end)
    }

    /// Returns what is so after that many seconds; before the beginning as at the beginning, after the end as
    /// at the end.
    #[must_use]
    pub fn at(&self, seconds: f64) -> Moment<'_> {
        moment::at(self, seconds)
    }

    /// Returns the moment, in seconds, at which a picture says best what is done: the middle of the longest stay on the
    /// side that comes first, of the last of several; where nobody stays, the end of the first movement.
    #[must_use]
    pub fn telling_moment(&self) -> f64 {
        telling::moment(self)
    }

    /// Returns when an item of the plan begins, its change of position left aside.
    #[must_use]
    pub fn work_start(&self, item: usize) -> Option<Millis> {
        self.segments.iter().find(|s| s.item == Some(item) && !s.is_change()).map(|s| s.start)
    }

    /// Returns when the change of position into an item begins.
    #[must_use]
    pub fn item_start(&self, item: usize) -> Option<Millis> {
        self.segments.iter().find(|s| s.item == Some(item)).map(|s| s.start)
    }

    /// Returns when an item of the plan is over.
    #[must_use]
    pub fn item_end(&self, item: usize) -> Option<Millis> {
        self.segments.iter().rfind(|s| s.item == Some(item)).map(|s| s.end)
    }
}

/// Returns every word that timelines say of their own.
pub(crate) fn word_keys() -> impl Iterator<Item = WordKey> {
    [COUNT, COUNTDOWN].into_iter().map(WordKey::message)
}
