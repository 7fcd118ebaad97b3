//! What is heard of a timeline: which clip says what, and the tones.

use std::collections::BTreeMap;

use unknot_routine::{Millis, Phrase, Sound, SpokenLength as _, Timeline, Utterance, Words};

use crate::index::{Clip, Index};
use crate::speaker::{Priority, Speaker, Wish};
use crate::tone::Tone;

impl Index {
    /// Returns the clip that says a phrase; none where no clip has these very words.
    #[must_use]
    pub fn saying(&self, words: &Words, phrase: &Phrase) -> Option<&Clip> {
        let argument = |name: &str| phrase.args.get(name).map(ToString::to_string);
        let clip = self.clip(phrase.key.as_str(), argument)?;
        words.say(phrase).is_ok_and(|words| words == clip.text).then_some(clip)
    }

    /// Returns how many seconds a phrase takes: as long as its clip, or else what its words are estimated to take.
    #[must_use]
    pub fn seconds(&self, words: &Words, phrase: &Phrase) -> f64 {
        let clip = self.saying(words, phrase);
        clip.map_or_else(|| words.seconds(phrase), |clip| Millis(clip.milliseconds).seconds())
    }
}

/// What is heard of a timeline.
#[derive(Clone, Debug, Default)]
pub struct Score<'a> {
    /// The words that clips say.
    pub speaker: Speaker,
    /// The tones, each with its time in milliseconds.
    pub tones: Vec<(u32, Tone)>,
    /// The words that no clip says, each with its time in milliseconds.
    pub unrecorded: Vec<(u32, Phrase)>,
    clips: BTreeMap<&'a str, &'a Clip>,
}

impl<'a> Score<'a> {
    /// Returns what is heard of a timeline, asking for the clip of each phrase.
    #[must_use]
    pub fn of(timeline: &Timeline, clip: impl Fn(&Phrase) -> Option<&'a Clip>) -> Self {
        let mut score = Self::default();
        for utterance in timeline.utterances() {
            match &utterance.sound {
                Sound::Tone(tone) => score.tones.push((utterance.at.0, (*tone).into())),
                Sound::Words(phrase) => match clip(phrase) {
                    Some(clip) => {
                        score.clips.insert(&clip.address, clip);
                        // All that a timeline says has its time already.
                        score.speaker.say(0, wish(utterance, clip));
                    }
                    None => score.unrecorded.push((utterance.at.0, phrase.clone())),
                },
            }
        }
        score
    }

    /// Returns every clip that is heard, once.
    pub fn clips(&self) -> impl Iterator<Item = &'a Clip> {
        self.clips.values().copied()
    }
}

fn wish(utterance: &Utterance, clip: &Clip) -> Wish {
    let wish = if utterance.is_number() { Wish::number } else { Wish::cue };
    wish(clip, utterance.at.0, utterance.priority.into())
}

impl From<unknot_routine::Priority> for Priority {
    fn from(priority: unknot_routine::Priority) -> Self {
        match priority {
            unknot_routine::Priority::Must => Self::Must,
            unknot_routine::Priority::Should => Self::Should,
            unknot_routine::Priority::May => Self::May,
        }
    }
}

impl From<unknot_routine::Tone> for Tone {
    fn from(tone: unknot_routine::Tone) -> Self {
        match tone {
            unknot_routine::Tone::Hold => Self::Hold,
            unknot_routine::Tone::Release => Self::Release,
        }
    }
}

#[cfg(test)]
mod tests {
    use unknot_content::{CHANGES, EXERCISES, File, SCREEN, VOICE_INDEX, WORDS_EN};
    use unknot_routine::{Catalogue, Plan, SpokenLength};

    use super::*;

    struct Recorded(Index, Words);

    impl SpokenLength for Recorded {
        fn seconds(&self, phrase: &Phrase) -> f64 {
            self.0.seconds(&self.1, phrase)
        }
    }

    #[test]
    fn what_has_a_clip_is_spoken_and_what_has_none_is_left_to_others() {
        let exercises = EXERCISES.iter().map(File::named);
        let catalogue = Catalogue::read(CHANGES.named(), SCREEN.named(), exercises, []).unwrap();
        let index = Index::read(VOICE_INDEX.text).unwrap();
        let recorded = Recorded(index, Words::read("en", WORDS_EN.text).unwrap());
        let plan = Plan::alone(catalogue.exercise("childs-pose").unwrap(), None).unwrap();
        let timeline = Timeline::compile(&catalogue, &plan, &recorded).unwrap();
        let all = Score::of(&timeline, |phrase| recorded.0.saying(&recorded.1, phrase));
        assert!(all.unrecorded.is_empty() && !all.tones.is_empty());
        let none = Score::of(&timeline, |_| None);
        assert!(none.speaker.spoken().is_empty() && none.clips().count() == 0);
        assert_eq!(none.tones, all.tones);
        assert_eq!(none.unrecorded.len(), all.speaker.spoken().len());
        let times = all.speaker.spoken().iter().map(|said| said.at);
        assert!(times.eq(none.unrecorded.iter().map(|(at, _)| *at)));
    }

    #[test]
    fn words_that_are_not_those_of_the_clip_take_as_long_as_estimated() {
        let (words, other) =
            (Words::read("en", "a = Breathe").unwrap(), Words::read("en", "a = In").unwrap());
        let index = Index::read("a\t5000\t100\tBreathe").unwrap();
        let phrase = Phrase::plain(unknot_routine::WordKey::message("a"));
        assert!((index.seconds(&words, &phrase) - 5.0).abs() < 1e-9);
        assert!(index.saying(&other, &phrase).is_none() && index.seconds(&other, &phrase) < 1.0);
    }
}
