//! What is known: the exercises, programmes and words that are built in.

use std::sync::Arc;

use leptos::prelude::expect_context;
use unknot_body::Named;
use unknot_routine::{
    Argument, Catalogue, Changes, Exercise, FileError, Phrase, Rules, Screen, Sources, SpokenLength, WordKey,
    Words,
};
use unknot_voice::{Clip, Index};

/// Everything that pages work with.
pub(crate) struct Known {
    /// The exercises and programmes.
    pub(crate) catalogue: Catalogue,
    /// The rules about pain.
    pub(crate) rules: Rules,
    /// The sources that files name.
    pub(crate) sources: Sources,
    /// The clips of the voice.
    pub(crate) voice: Index,
    /// The words.
    words: Words,
}

impl Known {
    /// Loads what is built in, with words of which none can be mistaken for English if so told: in pieces, between which it
    /// waits for what `pause` returns, as the page has to answer meanwhile.
    pub(crate) async fn load<P: Future<Output = ()>>(
        pseudo: bool,
        pause: impl Fn() -> P,
    ) -> Result<Self, String> {
        use unknot_content::json::{CHANGES, EXERCISES, PROGRAMMES, RULES, SCREEN, SOURCES};
        let wrong = |error: FileError| error.to_string();
        let words = if pseudo { Words::pseudo(&texts()) } else { Words::read("en", &texts()) };
        let words = words.map_err(|error| error.to_string())?;
        pause().await;
        let changes = Changes::parse(CHANGES.path, CHANGES.text).map_err(wrong)?;
        pause().await;
        let screen = Screen::parse(SCREEN.path, SCREEN.text).map_err(wrong)?;
        pause().await;
        let rules = Rules::parse(RULES.path, RULES.text).map_err(wrong)?;
        let sources = Sources::parse(SOURCES.path, SOURCES.text).map_err(wrong)?;
        let mut catalogue = Catalogue::new(changes, screen);
        for file in EXERCISES {
            pause().await;
            catalogue.read_exercise(file.path, file.text).map_err(|error| error.to_string())?;
        }
        pause().await;
        let voice = Index::read(unknot_content::VOICE_INDEX.text).map_err(|error| error.to_string())?;
        for file in PROGRAMMES {
            pause().await;
            catalogue.read_programme(file.path, file.text).map_err(|error| error.to_string())?;
        }
        Ok(Self { catalogue, rules, sources, voice, words })
    }

    /// Loads what is built in, at once.
    #[cfg(test)]
    pub(crate) fn built_in() -> Result<Self, String> {
        pollster::block_on(Self::load(false, || std::future::ready(())))
    }

    /// Returns what is known, in a part of a page.
    pub(crate) fn here() -> Arc<Self> {
        expect_context()
    }

    /// Returns the words.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// Returns the clip that says a phrase; none where no clip has these very words.
    pub(crate) fn clip(&self, phrase: &Phrase) -> Option<&Clip> {
        self.voice.saying(&self.words, phrase)
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

    /// Returns words of the pages themselves.
    pub(crate) fn ui(&self, message: &str, attribute: &str) -> String {
        self.say(&Phrase::plain(WordKey::attribute(message, attribute)))
    }

    /// Returns words of the pages that hold a number `n`.
    pub(crate) fn ui_number(&self, message: &str, attribute: &str, n: u32) -> String {
        let number = Argument::Number(n.into());
        self.say(&Phrase::plain(WordKey::attribute(message, attribute)).with("n", number))
    }

    /// Returns what people call a position, a muscle or a piece of kit.
    pub(crate) fn called<T: Named>(&self, thing: T) -> String {
        self.ui(T::KIND, thing.name())
    }

    /// Returns the name of an exercise by its id; of one that is not known, its id.
    pub(crate) fn name_of(&self, id: &str) -> String {
        self.catalogue.exercise(id).map_or_else(|| id.to_owned(), |exercise| self.name(exercise))
    }

    /// Returns the name of an exercise.
    pub(crate) fn name(&self, exercise: &Exercise) -> String {
        self.say(&Phrase::plain(exercise.name().clone()))
    }
}

impl SpokenLength for Known {
    fn seconds(&self, phrase: &Phrase) -> f64 {
        self.voice.seconds(&self.words, phrase)
    }
}

/// Returns the English words.
fn texts() -> String {
    use unknot_content::{INSIGHT_WORDS_EN, NAMES_EN, WEB_WORDS_EN, WORDS_EN};
    [WORDS_EN, NAMES_EN, INSIGHT_WORDS_EN, WEB_WORDS_EN].map(|file| file.text).join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn what_is_built_in_can_be_read_and_named() {
        let known = Known::built_in().unwrap();
        let names: Vec<String> = known.catalogue.exercises().map(|exercise| known.name(exercise)).collect();
        assert!(names.len() == 7 && names.contains(&"Wall angels".to_owned()), "{names:?}");
    }

    /// Returns the keys of the pages that `ui` and its like are called with anywhere in the sources.
    fn used() -> BTreeSet<String> {
        fn read(folder: &Path, text: &mut String) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    read(&path, text);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    text.push_str(&std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let mut text = String::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
        text.split(".ui(\"")
            .skip(1)
            .chain(text.split(".ui_number(\"").skip(1))
            .chain(text.split(".ui_value(\"").skip(1))
            .chain(text.split(".ui_range(\"").skip(1))
            .filter_map(|rest| {
                let (message, rest) = rest.split_once("\", \"")?;
                let (attribute, _) = rest.split_once('"')?;
                let plain = |s: &str| s.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                (plain(message) && plain(attribute) && message.starts_with("web"))
                    .then(|| format!("{message}.{attribute}"))
            })
            .chain(crate::session::CAMERA_WORDS.map(|name| format!("web-camera.{name}")))
            .collect()
    }

    #[test]
    fn the_words_are_those_that_are_used() {
        let words = Words::read("en", unknot_content::WEB_WORDS_EN.text).unwrap();
        let has: BTreeSet<String> = words.keys().iter().map(ToString::to_string).collect();
        assert_eq!(used(), has);
    }
}
