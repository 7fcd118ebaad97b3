//! What is said when, so that no word meets another.

use std::collections::BTreeMap;

use super::compile::is_number;
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

impl Utterance {
    /// Returns whether only a number is said: said late, it would count wrongly.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(&self.sound, Sound::Words(phrase) if is_number(&phrase.key))
    }
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
    fn is_tone(&self) -> bool {
        matches!(self, Self::Tone(_))
    }

    /// Returns how long it takes.
    fn length(&self, spoken: &dyn SpokenLength) -> Millis {
        match self {
            Self::Words(phrase) => Millis::from_seconds(spoken.seconds(phrase)),
            Self::Tone(_) => TONE,
        }
    }
}

/// Something that is to be said.
pub(super) struct Wanted {
    pub(super) utterance: Utterance,
    /// It may come later than it says, if then it is over by this time.
    pub(super) over_by: Millis,
}

impl Wanted {
    /// Returns something that is said at its time or not at all.
    pub(super) fn just_then(utterance: Utterance) -> Self {
        Self { utterance, over_by: Millis::ZERO }
    }
}

/// Lets what matters more go before what matters less, and the earlier before the later; returns what is
/// said and what is not.
pub(super) fn arbitrate(
    mut wanted: Vec<Wanted>,
    spoken: &dyn SpokenLength,
) -> (Vec<Utterance>, Vec<Utterance>) {
    wanted.sort_by(|a, b| {
        let (a, b) = (&a.utterance, &b.utterance);
        b.priority.cmp(&a.priority).then(a.at.cmp(&b.at))
    });
    let mut said: BTreeMap<Millis, (Millis, Utterance)> = BTreeMap::new();
    let mut unsaid = Vec::new();
    for Wanted { utterance, over_by } in wanted {
        let length = utterance.sound.length(spoken) + BREATHING_SPACE;
        match first_room(&said, &utterance, length, over_by) {
            Some(at) => drop(said.insert(at, (at + length, Utterance { at, ..utterance }))),
            None => unsaid.push(utterance),
        }
    }
    let mut said: Vec<(Millis, Utterance)> = said.into_values().collect();
    for index in 0..said.len() {
        let next = said[index + 1..].iter().find(|(_, next)| !next.sound.is_tone()).map(|(_, next)| next.at);
        let (end, utterance) = &mut said[index];
        utterance.until = next.unwrap_or_else(|| utterance.until.max(*end));
    }
    unsaid.sort_by_key(|utterance| utterance.at);
    (said.into_iter().map(|(_, utterance)| utterance).collect(), unsaid)
}

/// Returns the first moment, from when it is to be said, at which something so long meets nothing else; only that
/// time itself will do, unless it is over in time later too. A tone may begin while words still sound, but no
/// words begin while a tone does.
fn first_room(
    said: &BTreeMap<Millis, (Millis, Utterance)>,
    wanted: &Utterance,
    length: Millis,
    over_by: Millis,
) -> Option<Millis> {
    let mut at = wanted.at;
    let is_tone = wanted.sound.is_tone();
    loop {
        let meets = |(begins, (over, other)): &(&Millis, &(Millis, Utterance))| {
            let under_words = match (is_tone, other.sound.is_tone()) {
                (true, false) => **begins < at,
                (false, true) => **begins > at,
                _ => false,
            };
            *over > at && !under_words
        };
        let Some(over) = said.range(..at + length).filter(meets).map(|(_, (over, _))| *over).max() else {
            return Some(at);
        };
        at = over;
        if at + length > over_by {
            return None;
        }
    }
}
