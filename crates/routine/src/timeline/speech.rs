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
    /// When it must be over: the next one begins then, or the session ends.
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
    pub(super) fn length(&self, spoken: &dyn SpokenLength) -> Millis {
        match self {
            Self::Words(phrase) => Millis::from_seconds(spoken.seconds(phrase)),
            Self::Tone(_) => TONE,
        }
    }
}

/// Lets what matters more go before what matters less, and the earlier before the later; returns what is
/// said and what is not.
pub(super) fn arbitrate(
    mut wanted: Vec<Utterance>,
    spoken: &dyn SpokenLength,
) -> (Vec<Utterance>, Vec<Utterance>) {
    wanted.sort_by(|a, b| b.priority.cmp(&a.priority).then(a.at.cmp(&b.at)));
    let mut said: BTreeMap<Millis, (Millis, Utterance)> = BTreeMap::new();
    let mut unsaid = Vec::new();
    for utterance in wanted {
        let end = utterance.at + utterance.sound.length(spoken) + BREATHING_SPACE;
        let before = said.range(..=utterance.at).next_back();
        let after = said.range(utterance.at..).next();
        let free = before.is_none_or(|(_, (over, _))| *over <= utterance.at)
            && after.is_none_or(|(at, _)| end <= *at);
        if free {
            said.insert(utterance.at, (end, utterance));
        } else {
            unsaid.push(utterance);
        }
    }
    let mut said: Vec<(Millis, Utterance)> = said.into_values().collect();
    for index in 0..said.len() {
        let next = said.get(index + 1).map(|(_, next)| next.at);
        let (end, utterance) = &mut said[index];
        utterance.until = next.unwrap_or_else(|| utterance.until.max(*end));
    }
    unsaid.sort_by_key(|utterance| utterance.at);
    (said.into_iter().map(|(_, utterance)| utterance).collect(), unsaid)
}
