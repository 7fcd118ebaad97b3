//! What is known: the exercises, programmes, rules and words that are built in, and exercises of one's own.

use std::path::Path;

use unknot_body::{Kit, Named, Side};
use unknot_content::File;
use unknot_routine::{
    Argument, Between, Catalogue, Exercise, FileError, Need, Phase, Phrase, PlanItem, Rules, WordError,
    WordKey, Words,
};
use unknot_voice::Index;

use crate::failure::Failure;
use crate::{home, out, own};

/// Everything that commands work with.
pub(crate) struct Known {
    /// The exercises and programmes.
    pub(crate) catalogue: Catalogue,
    /// The rules about pain.
    pub(crate) rules: Rules,
    /// The words.
    pub(crate) words: Words,
    /// The clips of the voice.
    pub(crate) voice: Index,
}

impl Known {
    /// Loads what is built in, and the exercises of one's own: from the data folder and from `folder`. What
    /// is wrong with those is told and does not stop anything.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, Failure> {
        let mut known =
            Self::built_in().map_err(|problem| Failure::Failed(format!("built in: {problem}")))?;
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(Failure::Usage(format!("--exercises: {} is no folder", folder.display())));
        }
        for folder in [home::exercises().as_deref(), folder].into_iter().flatten() {
            for complaint in own::add_folder(&mut known, folder) {
                out::note(&format!("skipped {complaint}"));
            }
        }
        Ok(known)
    }

    /// Loads what is built in.
    pub(crate) fn built_in() -> Result<Self, String> {
        let wrong = |error: FileError| error.to_string();
        let catalogue = Catalogue::read(
            unknot_content::CHANGES.named(),
            unknot_content::SCREEN.named(),
            unknot_content::EXERCISES.iter().map(File::named),
            unknot_content::PROGRAMMES.iter().map(File::named),
        );
        let catalogue = catalogue.map_err(|error| error.to_string())?;
        let rules = Rules::parse(unknot_content::RULES.path, unknot_content::RULES.text);
        let words = words().map_err(|error| error.to_string())?;
        let voice = Index::read(unknot_content::VOICE_INDEX.text).map_err(|error| error.to_string())?;
        Ok(Self { catalogue, rules: rules.map_err(wrong)?, words, voice })
    }

    /// Returns the exercise of that id or alias.
    pub(crate) fn exercise(&self, id: &str) -> Result<&Exercise, Failure> {
        self.catalogue.exercise(id).ok_or_else(|| {
            Failure::Usage(format!("there is no exercise `{id}`; {}", self.catalogue.suggest(id)))
        })
    }

    /// Returns the words of a phrase. A word that is missing is shown as its key: a session must not end
    /// because of it.
    pub(crate) fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase).unwrap_or_else(|_| phrase.key.to_string())
    }

    /// Returns the words of a key.
    pub(crate) fn word(&self, key: WordKey) -> String {
        self.say(&Phrase::plain(key))
    }

    /// Returns the words of an exercise as they are said on the side on which it is written.
    pub(crate) fn said(&self, exercise: &Exercise, key: &WordKey) -> String {
        self.said_on(exercise.authored_side, exercise, key)
    }

    /// Returns the caption of a phase in the first round; between the sides it speaks of the one that comes.
    pub(crate) fn caption(&self, exercise: &Exercise, phase: &Phase) -> String {
        let first = exercise.authored_side;
        let side = if phase.between == Between::Sides { first.other() } else { first };
        self.said_on(side, exercise, &phase.caption)
    }

    fn said_on(&self, side: Side, exercise: &Exercise, key: &WordKey) -> String {
        let (this, other) = match side {
            Side::Left => ("left", "right"),
            Side::Right => ("right", "left"),
        };
        let dose = exercise.form.main_block().and_then(|index| exercise.form.blocks.get(index));
        let repetitions = dose.map_or(1, |block| block.repetitions.default);
        let phrase = Phrase::plain(key.clone())
            .with("side", Argument::Choice(this))
            .with("other", Argument::Choice(other))
            .with("place", Argument::Choice("first"))
            .with("seconds", Argument::Number(0.0))
            .with("repetitions", Argument::Number(repetitions.into()));
        self.say(&phrase)
    }

    /// Returns what has to be at hand for a planned exercise: of things that may stand in, the first there is.
    pub(crate) fn kit(&self, item: &PlanItem, without: &[Kit]) -> Vec<Kit> {
        let exercise = self.catalogue.exercise(&item.exercise);
        let form = exercise.and_then(|exercise| exercise.way(item.variant.as_deref()));
        let needs = form.map_or(&[][..], |form| &form.needs);
        let at_hand = |need: &Need| {
            let mut choices = std::iter::once(need.item).chain(need.or.iter().copied());
            choices.find(|kit| !without.contains(kit))
        };
        needs.iter().filter_map(at_hand).collect()
    }

    /// Returns words of the command line itself.
    pub(crate) fn ui(&self, message: &str, attribute: &str) -> String {
        self.word(WordKey::attribute(message, attribute))
    }

    /// Returns words of the command line that hold a number `n`.
    pub(crate) fn ui_number(&self, message: &str, attribute: &str, n: u64) -> String {
        #[allow(clippy::cast_precision_loss, reason = "minutes and steps are small")]
        let number = Argument::Number(n as f64);
        self.say(&Phrase::plain(WordKey::attribute(message, attribute)).with("n", number))
    }

    /// Returns what people call a position, a view, a muscle or a piece of kit.
    pub(crate) fn called<T: Named>(&self, thing: T) -> String {
        self.ui(T::KIND, thing.name())
    }

    /// Returns the name of an exercise; of one that is not known, its id.
    pub(crate) fn name(&self, id: &str) -> String {
        self.catalogue.exercise(id).map_or_else(|| id.to_owned(), |exercise| self.word(exercise.name()))
    }
}

fn words() -> Result<Words, WordError> {
    let mut words = Words::read("en", unknot_content::WORDS_EN.text)?;
    words.add(unknot_content::NAMES_EN.text)?;
    words.add(unknot_content::INSIGHT_WORDS_EN.text)?;
    words.add(unknot_content::CLI_WORDS_EN.text)?;
    Ok(words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unknot_body::{BodyShape, Muscle, Position, View};

    use super::*;

    /// Returns the keys that `ui` and `ui_number` are called with anywhere in the sources.
    fn used() -> BTreeSet<String> {
        fn read(folder: &Path, text: &mut String) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    read(&path, text);
                } else {
                    text.push_str(&std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let mut text = String::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
        text.split("\"cli-")
            .skip(1)
            .filter_map(|rest| {
                let (message, rest) = rest.split_once("\", \"")?;
                let (attribute, _) = rest.split_once('"')?;
                let plain = |s: &str| s.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                (plain(message) && plain(attribute)).then(|| format!("cli-{message}.{attribute}"))
            })
            .collect()
    }

    fn named<T: Named>() -> impl Iterator<Item = String> {
        T::ALL.iter().map(|member| format!("{}.{}", T::KIND, member.name()))
    }

    #[test]
    fn the_words_are_those_that_are_used() {
        let mut words = Words::read("en", unknot_content::CLI_WORDS_EN.text).unwrap();
        words.add(unknot_content::NAMES_EN.text).unwrap();
        let has: BTreeSet<String> = words.keys().iter().map(ToString::to_string).collect();
        let vocabulary = named::<Position>()
            .chain(named::<View>())
            .chain(named::<Kit>())
            .chain(named::<Muscle>())
            .chain(named::<BodyShape>());
        let needed: BTreeSet<String> = used().into_iter().chain(vocabulary).collect();
        assert_eq!(needed.difference(&has).collect::<Vec<_>>(), Vec::<&String>::new(), "missing");
        assert_eq!(has.difference(&needed).collect::<Vec<_>>(), Vec::<&String>::new(), "not used");
    }
}
