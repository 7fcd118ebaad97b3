//! A session as it was performed.

use serde::{Deserialize, Serialize};
use unknot_body::Sides;

use crate::id::RecordId;
use crate::time::Time;

/// A session as it was performed. Where several records tell of the same session, the latest is right: it may be
/// written while it goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionDone {
    /// Its name, given when it began: ratings and stops refer to it.
    pub session: RecordId,
    /// The programme that was planned from.
    pub programme: String,
    /// When it began.
    pub started: Time,
    /// When it ended.
    pub ended: Time,
    /// How it ended.
    pub end: SessionEnd,
    /// Its exercises, in the order in which they were done or were to be done.
    pub exercises: Vec<ExerciseDone>,
    /// What counted the repetitions. Since version 2.
    #[serde(default)]
    pub by: Guide,
    /// How long changes of position took, where the session waited for the person. Since version 2.
    #[serde(default)]
    pub changes: Vec<ChangeDone>,
}

impl SessionDone {
    /// Returns how long was exercised, in whole seconds.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        self.exercises.iter().fold(0, |sum, exercise| sum.saturating_add(exercise.seconds))
    }
}

/// What counts the repetitions of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Guide {
    /// The clock: the person may have done less.
    #[default]
    Clock,
    /// A camera that watched.
    Camera,
}

/// A change of position that the session waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDone {
    /// The exercise that it led to.
    pub to: String,
    /// How long it was planned to take, in whole seconds.
    pub planned: u32,
    /// How long it took.
    pub seconds: u32,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionEnd {
    /// Everything was done, or skipped on purpose.
    Finished,
    /// The person ended it.
    Stopped,
    /// It hurt: the person was advised to see a clinician.
    Advised,
    /// It hurt: the person was advised to call for help.
    Emergency,
    /// It broke off: the page was closed, or the device was.
    BrokenOff,
}

/// One exercise of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseDone {
    /// The exercise.
    pub exercise: String,
    /// In which variant it was done at last, if not the usual one.
    pub variant: Option<String>,
    /// How much was planned.
    pub asked: Amount,
    /// How much was done.
    pub done: Amount,
    /// Whether it was left before its end.
    pub skipped: bool,
    /// Whether it was made easier.
    pub eased: bool,
    /// Where it was sore.
    pub sore: Vec<SoreSpot>,
    /// How long it went on, in whole seconds.
    pub seconds: u32,
}

/// How much of an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The repetitions of its main part.
    pub repetitions: u32,
    /// How long each is held, in whole seconds, where it is held.
    pub hold_seconds: Option<u32>,
}

/// A moment at which the person said that it is sore here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoreSpot {
    /// The phase of the exercise.
    pub phase: String,
    /// The side that was at work.
    #[serde(with = "crate::named")]
    pub side: Sides,
    /// How far into the exercise, in whole seconds.
    pub seconds: u32,
}
