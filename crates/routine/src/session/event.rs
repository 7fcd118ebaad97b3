//! What happens in a session.

use unknot_body::Sides;

use crate::changes::HelpStep;
use crate::safety::HurtOutcome;
use crate::timeline::{Sound, Utterance};
use crate::words::Phrase;

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Everything was done.
    Finished,
    /// The person ended it.
    Stopped,
    /// It hurt: the person is advised to see a clinician.
    Advised,
    /// It hurt: the person is advised to call for help.
    Emergency,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Another segment of the timeline begins, by its index.
    Segment(usize),
    /// This is said or sounded now.
    Say(Utterance),
    /// This step of getting up is said now.
    Help(HelpStep),
    /// An exercise begins.
    ExerciseBegun(String),
    /// An exercise was done to its end.
    ExerciseDone(String),
    /// An exercise was left before its end.
    ExerciseSkipped(String),
    /// An exercise goes on in an easier way: in this variant, or smaller.
    Eased {
        /// The exercise.
        exercise: String,
        /// The variant, or none where it is only smaller.
        variant: Option<String>,
    },
    /// An exercise cannot be made any easier; it can be left.
    AsEasyAsCanBe(String),
    /// The person is sore here.
    SoreHere {
        /// The exercise.
        exercise: String,
        /// The phase.
        phase: String,
        /// The side.
        side: Sides,
    },
    /// It hurts in this exercise.
    Hurts {
        /// The exercise, if one is going on.
        exercise: Option<String>,
    },
    /// What followed from it.
    HurtJudged(HurtOutcome),
    /// The session is over.
    Ended(End),
}

impl Event {
    /// Returns the words that go with the event, if any are said.
    #[must_use]
    pub fn words(&self) -> Option<Phrase> {
        match self {
            Self::Say(Utterance { sound: Sound::Words(phrase), .. }) => Some(phrase.clone()),
            Self::Help(step) => Some(Phrase::plain(step.say.clone())),
            Self::HurtJudged(outcome) => Some(Phrase::plain(outcome.advice())),
            _ => None,
        }
    }
}
