//! What happens in a session.

use unknot_body::Sides;

use super::{CameraWord, State};
use crate::changes::HelpStep;
use crate::safety::HurtOutcome;
use crate::timeline::{Sound, Utterance};
use crate::words::{Phrase, WordKey};

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
            Self::SoreHere { .. } => Some(session_word("sore-here")),
            Self::Eased { variant: Some(_), .. } => Some(session_word("easier-way")),
            Self::Eased { variant: None, .. } => Some(session_word("smaller")),
            Self::AsEasyAsCanBe(_) => Some(session_word("easiest")),
            Self::Hurts { .. } => Some(session_word("hurts")),
            Self::Ended(End::Finished) => Some(session_word("finished")),
            _ => None,
        }
    }
}

impl State {
    /// Returns the words that tell of it as it begins, if any are said.
    #[must_use]
    pub fn words(&self) -> Option<Phrase> {
        match self {
            Self::Paused => Some(session_word("paused")),
            Self::Waiting => Some(session_word("waiting")),
            Self::Running | Self::Hurting | Self::HelpingUp { .. } | Self::Ended(_) => None,
        }
    }
}

fn session_word(word: &str) -> Phrase {
    Phrase::plain(WordKey::attribute("session", word))
}

/// Returns every word that sessions say of their own, and cameras that watch them.
pub(crate) fn spoken_words() -> impl Iterator<Item = WordKey> {
    let words = ["paused", "waiting", "hurts", "sore-here", "easier-way", "smaller", "easiest", "finished"];
    let of_camera = CameraWord::ALL.map(CameraWord::words);
    words.into_iter().map(session_word).chain(of_camera).map(|phrase| phrase.key)
}
