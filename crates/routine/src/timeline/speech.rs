//! What is said when, so that no word meets another.

use std::collections::BTreeMap;

use crate::exercise::{Priority, Tone};
use crate::time::Millis;
use crate::words::{Phrase, SpokenLength};

/// The silence that is kept after every word.
const BREATHING_SPACE: Millis = Millis(100);
/// How long a tone sounds.
const TONE: Millis = Millis(400);

/// Something that is said or sounded.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// When it begins.
    pub at: Millis,
    /// When it must be over: the next words begin then, or it is all that is said.
    pub until: Millis,
    /// What.
    pub sound: Sound,
    /// How much it matters.
    pub priority: Priority,
    /// The plan's item that it belongs to; none for getting up at the end.
    pub item: Option<usize>,
}

/// A word or a tone.
#[derive(Clone, Debug, PartialEq)]
pub enum Sound {
    /// Words.
    Words(Phrase),
    /// A soft tone.
    Tone(Tone),
}

impl Sound {
    /// Returns how long it takes.
    fn length(&self, spoken: &dyn SpokenLength) -> Millis {
        match self {
            Self::Words(phrase) => Millis::from_seconds(spoken.seconds(phrase)),
            Self::Tone(_) => TONE,
        }
    }
}

/// Lets what matters more go before what matters less, and the earlier before the later; returns what is
/// said and what is not. A tone is soft enough to sound under the end of a word, and is never left out.
pub(super) fn arbitrate(
    wanted: Vec<Utterance>,
    spoken: &dyn SpokenLength,
) -> (Vec<Utterance>, Vec<Utterance>) {
    let (mut words, tones): (Vec<_>, Vec<_>) =
        wanted.into_iter().partition(|utterance| matches!(utterance.sound, Sound::Words(_)));
    words.sort_by(|a, b| b.priority.cmp(&a.priority).then(a.at.cmp(&b.at)));
    let mut said: BTreeMap<Millis, Utterance> = BTreeMap::new();
    let mut unsaid = Vec::new();
    for mut utterance in words {
        utterance.until = utterance.at + utterance.sound.length(spoken) + BREATHING_SPACE;
        let before = said.range(..=utterance.at).next_back();
        let after = said.range(utterance.at..).next();
        let free = before.is_none_or(|(_, other)| other.until <= utterance.at)
            && after.is_none_or(|(at, _)| utterance.until <= *at);
        if free {
            said.insert(utterance.at, utterance);
        } else {
            unsaid.push(utterance);
        }
    }
    let starts: Vec<Millis> = said.keys().copied().skip(1).collect();
    let mut said: Vec<Utterance> = said.into_values().collect();
    for (utterance, next) in said.iter_mut().zip(starts) {
        utterance.until = next;
    }
    said.extend(tones.into_iter().map(|tone| Utterance { until: tone.at + TONE, ..tone }));
    said.sort_by_key(|utterance| utterance.at);
    unsaid.sort_by_key(|utterance| utterance.at);
    (said, unsaid)
}
