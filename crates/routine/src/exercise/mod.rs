//! Exercises: the checked form of an exercise file.

mod cue;
mod dose;
mod fault;
mod file;
mod form;
mod measure;
mod postures;
mod read;

pub use cue::{Anchor, Content, Cue, IntoCue};
pub use dose::{BlockDose, Dose, DoseChoice, relative_dose};
pub use fault::{Bound, FormFault, Gate};
pub use file::{Easing, Occasion, PhaseKind, Priority, Reference, Share, Tone, VariantKind};
pub(crate) use file::{ExerciseFile, Source, Word};
pub(crate) use form::Turn;
pub use form::{Between, Block, BlockSides, Form, Length, Need, Phase};
pub use measure::{Measure, NamedMeasure, Unit};
pub(crate) use read::{check_id, read_word};

use std::collections::{BTreeMap, BTreeSet};

use unknot_body::Side;

use crate::time::Millis;
use crate::words::WordKey;

/// An exercise: everything the figure, the voice, the clock, the coach and the handout need to know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// Its name for programs.
    pub id: String,
    /// Other ids under which it is known.
    pub aliases: Vec<String>,
    /// Its number in the article, if it is one of the seven.
    pub article: Option<u32>,
    /// How long one breath takes.
    pub breath: Millis,
    /// The side on which its postures are written.
    pub authored_side: Side,
    /// The usual way of doing it.
    pub form: Form,
    /// What can go wrong with the form.
    pub faults: Vec<FormFault>,
    /// What changes for people with a condition.
    pub cautions: Vec<Caution>,
    /// Other ways of doing it.
    pub variants: Vec<Variant>,
    /// Where it differs from the article.
    pub lessons: Vec<Lesson>,
    /// Every source that its file names; `judgement` where no source confirms a number.
    pub sources: BTreeSet<String>,
    /// The words that came in the same file: language tag, then key, then words.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// Another way of doing an exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name within the exercise.
    pub id: String,
    /// What it is for.
    pub kind: VariantKind,
    /// How it is done.
    pub form: Form,
}

/// What changes in an exercise for somebody with a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Caution {
    /// The condition, as the safety screen names it.
    pub condition: String,
    /// What changes.
    pub effect: Effect,
}

/// What a caution does.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The exercise is left out.
    Omit,
    /// It is done in this variant.
    Variant(String),
    /// It is done with this share of its range.
    Range(f64),
}

/// A place where an exercise differs from what the article says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its name within the exercise.
    pub id: String,
    /// The variant that does it as written, if that may be chosen.
    pub variant: Option<String>,
    /// Where the reason comes from.
    pub sources: Vec<String>,
}

impl Exercise {
    /// Reads and checks an exercise file.
    ///
    /// # Errors
    /// Something in the file is not as the format has it; the error places every problem in the text.
    pub fn parse(file: &str, text: &str) -> Result<Self, crate::FileError> {
        read::exercise(file, text)
    }

    /// Returns a way of doing it: the usual one, or the variant of that name.
    #[must_use]
    pub fn way(&self, variant: Option<&str>) -> Option<&Form> {
        match variant {
            None => Some(&self.form),
            Some(id) => self.variants.iter().find(|v| v.id == id).map(|v| &v.form),
        }
    }

    /// Returns the key of its name.
    #[must_use]
    pub fn name(&self) -> WordKey {
        WordKey::message(&self.id)
    }

    /// Returns the key of one of its own words.
    #[must_use]
    pub fn word(&self, word: &str) -> WordKey {
        WordKey::within(&self.id, word)
    }

    /// Returns every word that the exercise needs in a language.
    #[must_use]
    pub fn word_keys(&self) -> Vec<WordKey> {
        let mut keys = vec![self.name(), self.word("why")];
        let forms = std::iter::once(&self.form).chain(self.variants.iter().map(|v| &v.form));
        keys.extend(forms.flat_map(Form::word_keys));
        keys.extend(self.faults.iter().map(|fault| fault.say.clone()));
        keys.extend(self.variants.iter().map(|v| self.word(&format!("variant-{}", v.id))));
        for lesson in &self.lessons {
            keys.extend(
                ["written", "taught", "why"].map(|part| self.word(&format!("lesson-{}-{part}", lesson.id))),
            );
        }
        keys.sort();
        keys.dedup();
        keys
    }
}
