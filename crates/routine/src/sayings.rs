//! Everything that can be said: what somebody who records a voice has to say.

use crate::catalogue::Catalogue;
use crate::exercise::{BlockSides, Content, Exercise, Form};
use crate::safety::HurtOutcome;
use crate::session::spoken_words;
use crate::timeline::{COUNT, COUNTDOWN, number_phrase, phrase_of};
use crate::words::{Phrase, WordKey};

use unknot_body::Sides;

/// As many repetitions are counted in words.
const COUNTED: u32 = 20;
/// The highest number from which a file may count down.
pub(crate) const COUNTED_DOWN: u32 = 10;

impl Catalogue {
    /// Returns every phrase that a timeline, a session or somebody who corrects can say: with each side and each
    /// place that it can be said of, and every number that files may count to. They bring neither a number of
    /// repetitions nor of seconds; a message that speaks of those cannot be put into words from here.
    #[must_use]
    pub fn sayings(&self) -> Vec<Phrase> {
        let numbers = |message, most| (1..=most).map(move |n| number_phrase(message, n));
        let outcomes = HurtOutcome::ALL.iter().map(|outcome| outcome.advice());
        let plain = self.changes.word_keys().chain(spoken_words()).chain(outcomes).map(Phrase::plain);
        let mut sayings: Vec<Phrase> =
            numbers(COUNT, COUNTED).chain(numbers(COUNTDOWN, COUNTED_DOWN)).collect();
        sayings.extend(plain);
        sayings.extend(self.exercises().flat_map(of_exercise));
        sayings
    }
}

fn of_exercise(exercise: &Exercise) -> Vec<Phrase> {
    let forms = std::iter::once(&exercise.form).chain(exercise.variants.iter().map(|variant| &variant.form));
    let faults = exercise.faults.iter().flat_map(|fault| {
        let sides = [Sides::Both, Sides::Left, Sides::Right];
        in_places(&fault.say, sides)
    });
    forms.flat_map(of_form).chain(faults).collect()
}

fn of_form(form: &Form) -> Vec<Phrase> {
    let around = form.into.iter().map(|cue| &cue.say).chain(&form.closing);
    let mut sayings: Vec<Phrase> =
        around.flat_map(|key| in_places(key, sides(form.has_sides()).iter().copied())).collect();
    for block in &form.blocks {
        let keys = block.phases.iter().flat_map(|phase| &phase.cues).filter_map(|cue| match &cue.content {
            Content::Say(key) => Some(key),
            Content::Tone(_) | Content::Count | Content::Countdown(_) => None,
        });
        let sides = sides(block.sides != BlockSides::Both);
        sayings.extend(keys.flat_map(|key| in_places(key, sides.iter().copied())));
    }
    sayings
}

fn sides(has_sides: bool) -> &'static [Sides] {
    if has_sides { &[Sides::Left, Sides::Right] } else { &[Sides::Both] }
}

fn in_places(key: &WordKey, sides: impl IntoIterator<Item = Sides>) -> impl Iterator<Item = Phrase> {
    sides.into_iter().flat_map(move |side| [true, false].map(|first| phrase_of(key, side, first)))
}
