//! Words: which message stands for a key, in a language, by Fluent.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

mod pattern;
mod pseudo;

pub(crate) use pattern::{Mentions, VARIABLES, mentions};

/// How long a character takes to be said, in seconds, until recorded clips say better.
const SECONDS_PER_CHARACTER: f64 = 0.07;

/// The name of a message, or of one of its attributes: `wall-angels`, `wall-angels.slide`, `cue.halfway`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordKey(String);

impl WordKey {
    /// Returns the key of a message's own value, such as the name of an exercise.
    #[must_use]
    pub fn message(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// Returns the key of a message's attribute.
    #[must_use]
    pub fn attribute(id: &str, attribute: &str) -> Self {
        Self(format!("{id}.{attribute}"))
    }

    /// Returns the key that a file means: with a dot it stands as it is (`cue.halfway`), without one it is
    /// a word of the exercise itself.
    #[must_use]
    pub fn within(exercise: &str, word: &str) -> Self {
        if word.contains('.') { Self(word.to_owned()) } else { Self::attribute(exercise, word) }
    }

    /// Returns the key as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parts(&self) -> (&str, Option<&str>) {
        self.0.split_once('.').map_or((self.0.as_str(), None), |(id, attribute)| (id, Some(attribute)))
    }
}

impl std::fmt::Display for WordKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a message may speak of.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A word for the message to choose by, such as `left`.
    Choice(&'static str),
    /// A number.
    Number(f64),
    /// What another message says: the name of an exercise.
    Word(WordKey),
}

impl std::fmt::Display for Argument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Choice(word) => f.write_str(word),
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(key) => key.fmt(f),
        }
    }
}

/// A message with what it speaks of: everything that is said or captioned is one of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Which message.
    pub key: WordKey,
    /// What it speaks of, by name.
    pub args: BTreeMap<&'static str, Argument>,
}

impl Phrase {
    /// Returns the message that speaks of nothing.
    #[must_use]
    pub fn plain(key: WordKey) -> Self {
        Self { key, args: BTreeMap::new() }
    }

    /// Returns the phrase with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.args.insert(name, argument);
        self
    }
}

/// How long phrases take to say: the estimate from their words, later the measured lengths of clips.
pub trait SpokenLength {
    /// Returns the seconds that saying the phrase takes in the slowest language.
    fn seconds(&self, phrase: &Phrase) -> f64;
}

/// The words of one language.
pub struct Words {
    locale: String,
    bundle: FluentBundle<FluentResource>,
    keys: Vec<WordKey>,
}

/// A message that cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordError {
    /// The language has no such message.
    #[error("{locale}: no word for `{key}`")]
    Missing {
        /// The language.
        locale: String,
        /// The key that was asked for.
        key: String,
    },
    /// The message could not be put together.
    #[error("{locale}: `{key}`: {problem}")]
    Broken {
        /// The language.
        locale: String,
        /// The key that was asked for.
        key: String,
        /// What Fluent says about it.
        problem: String,
    },
    /// The file of words cannot be read.
    #[error("{locale}: line {line}: {problem}")]
    Unreadable {
        /// The language.
        locale: String,
        /// The line, counted from 1.
        line: usize,
        /// What Fluent says about it.
        problem: String,
    },
    /// The language has no valid name.
    #[error("`{0}` is no language tag; one reads like `en` or `pt-BR`")]
    Locale(String),
}

impl Words {
    /// Reads the words of a language from the text of a Fluent file.
    ///
    /// # Errors
    /// The tag is no language, or the text is no Fluent.
    pub fn read(locale: &str, text: &str) -> Result<Self, WordError> {
        let tag: LanguageIdentifier = locale.parse().map_err(|_| WordError::Locale(locale.to_owned()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut words = Self { locale: locale.to_owned(), bundle, keys: Vec::new() };
        words.add(text)?;
        Ok(words)
    }

    /// Adds further messages, as an exercise file of one's own brings them; what exists already stays.
    ///
    /// # Errors
    /// The text is no Fluent.
    pub fn add(&mut self, text: &str) -> Result<(), WordError> {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            let (line, problem) = errors.first().map_or((1, String::new()), |error| {
                let before = text.get(..error.pos.start).unwrap_or(text);
                (before.matches('\n').count() + 1, error.to_string())
            });
            WordError::Unreadable { locale: self.locale.clone(), line, problem }
        })?;
        for entry in resource.entries() {
            if let ast::Entry::Message(message) = entry {
                if message.value.is_some() {
                    self.keys.push(WordKey::message(message.id.name));
                }
                let attributes = message.attributes.iter();
                self.keys.extend(attributes.map(|a| WordKey::attribute(message.id.name, a.id.name)));
            }
        }
        // A message that exists already is refused by the bundle and stays as it is: the product's own
        // words cannot be replaced by a file.
        let _refused = self.bundle.add_resource(resource);
        Ok(())
    }

    /// Adds the words that came in an exercise's own file: those of this language, or else of the first that
    /// the file has. What exists already stays.
    ///
    /// # Errors
    /// The words are no Fluent; reading the file has made sure that they are.
    pub fn add_exercise(&mut self, exercise: &crate::Exercise) -> Result<(), WordError> {
        let own = exercise.words.get(&self.locale).or_else(|| exercise.words.values().next());
        let Some(table) = own else { return Ok(()) };
        let text = fluent_from_table(&exercise.id, table).map_err(|word| WordError::Broken {
            locale: self.locale.clone(),
            key: format!("{}.{word}", exercise.id),
            problem: "it cannot be a word".to_owned(),
        })?;
        self.add(&text)
    }

    /// Returns the same words in a made-up language in which nothing can be mistaken for English: to find
    /// words that were never taken out of the code.
    ///
    /// # Errors
    /// The text is no Fluent.
    pub fn pseudo(text: &str) -> Result<Self, WordError> {
        Self::read("en-XA", &pseudo::accented(text))
    }

    /// Returns the tag of the language.
    #[must_use]
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Returns whether the language has the word.
    #[must_use]
    pub fn has(&self, key: &WordKey) -> bool {
        self.pattern(key).is_some()
    }

    /// Returns every key that the language has, in the order of its files.
    #[must_use]
    pub fn keys(&self) -> &[WordKey] {
        &self.keys
    }

    /// Returns the names of what the message speaks of, such as `side`; nothing for one that is missing.
    #[must_use]
    pub fn speaks_of(&self, key: &WordKey) -> BTreeSet<String> {
        self.pattern(key).map(pattern::variables).unwrap_or_default()
    }

    /// Returns the words of a phrase.
    ///
    /// # Errors
    /// The language lacks the message, or the message speaks of what the phrase does not bring.
    pub fn say(&self, phrase: &Phrase) -> Result<String, WordError> {
        let fail = |problem: Option<String>| {
            let (locale, key) = (self.locale.clone(), phrase.key.to_string());
            match problem {
                Some(problem) => WordError::Broken { locale, key, problem },
                None => WordError::Missing { locale, key },
            }
        };
        let pattern = self.pattern(&phrase.key).ok_or_else(|| fail(None))?;
        let mut args = FluentArgs::new();
        for (name, argument) in &phrase.args {
            match argument {
                Argument::Choice(word) => args.set(*name, *word),
                Argument::Number(number) => args.set(*name, FluentValue::from(*number)),
                // Of what is not known any more, its id.
                Argument::Word(key) => {
                    args.set(
                        *name,
                        self.say(&Phrase::plain(key.clone())).unwrap_or_else(|_| key.to_string()),
                    );
                }
            }
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        match errors.first() {
            Some(error) => Err(fail(Some(error.to_string()))),
            None => Ok(said.into_owned()),
        }
    }

    fn pattern(&self, key: &WordKey) -> Option<&ast::Pattern<&str>> {
        let (id, attribute) = key.parts();
        let message = self.bundle.get_message(id)?;
        match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        }
    }
}

impl SpokenLength for Words {
    /// Estimates by the number of characters; a word that is missing takes no time.
    fn seconds(&self, phrase: &Phrase) -> f64 {
        self.say(phrase).map_or(0.0, |said| {
            let characters = u32::try_from(said.chars().count()).unwrap_or(u32::MAX);
            f64::from(characters) * SECONDS_PER_CHARACTER
        })
    }
}

impl SpokenLength for [Words] {
    fn seconds(&self, phrase: &Phrase) -> f64 {
        self.iter().map(|words| words.seconds(phrase)).fold(0.0, f64::max)
    }
}

impl SpokenLength for Vec<Words> {
    fn seconds(&self, phrase: &Phrase) -> f64 {
        self.as_slice().seconds(phrase)
    }
}

/// Returns whether a word of an exercise file can be called so.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Writes the words of an exercise file as a Fluent message with its attributes.
///
/// # Errors
/// A word's name cannot be a Fluent name, or there is no `name`; the error holds that word's name.
pub(crate) fn fluent_from_table(id: &str, table: &BTreeMap<String, String>) -> Result<String, String> {
    let block = |pattern: &str, indent: &str| -> String {
        pattern.trim().lines().map(|line| format!("\n{indent}{line}")).collect()
    };
    let name = table.get("name").filter(|name| !name.trim().is_empty()).ok_or("name")?;
    let mut text = format!("{id} ={}\n", block(name, "    "));
    for (word, pattern) in table.iter().filter(|(word, _)| *word != "name") {
        if !is_name(word) || pattern.trim().is_empty() {
            return Err(word.clone());
        }
        text.push_str(&format!("    .{word} ={}\n", block(pattern, "        ")));
    }
    Ok(text)
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("locale", &self.locale).field("keys", &self.keys.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
neck = Neck stretch
    .turn = Nose to the { $side ->
        [left] left
       *[right] right
    }.
    .count = { $n }
";

    fn phrase(key: &str) -> Phrase {
        Phrase::plain(WordKey::within("neck", key))
    }

    #[test]
    fn a_phrase_is_said_with_its_arguments() {
        let words = Words::read("en", TEXT).unwrap();
        let turn = phrase("turn").with("side", Argument::Choice("left"));
        assert_eq!(words.say(&turn).unwrap(), "Nose to the left.");
        assert_eq!(words.say(&phrase("count").with("n", Argument::Number(3.0))).unwrap(), "3");
        assert_eq!(words.say(&Phrase::plain(WordKey::message("neck"))).unwrap(), "Neck stretch");
        assert!((words.seconds(&turn) - 17.0 * 0.07).abs() < 1e-9);
    }

    #[test]
    fn what_is_missing_says_so() {
        let words = Words::read("en", TEXT).unwrap();
        assert!(matches!(words.say(&phrase("gone")), Err(WordError::Missing { .. })));
        assert!(matches!(words.say(&phrase("count")), Err(WordError::Broken { .. })));
        assert!(matches!(Words::read("en", "a = b\n= c"), Err(WordError::Unreadable { line: 2, .. })));
        assert!(matches!(Words::read("???", ""), Err(WordError::Locale(_))));
    }

    #[test]
    fn the_pseudo_language_has_every_word_and_no_english() {
        let pseudo = Words::pseudo(TEXT).unwrap();
        let turn = phrase("turn").with("side", Argument::Choice("left"));
        assert_eq!(pseudo.say(&turn).unwrap(), "Ñöšé ţö ţĥé ļéƒţ.");
        assert_eq!(pseudo.keys(), Words::read("en", TEXT).unwrap().keys());
    }

    #[test]
    fn a_file_of_ones_own_cannot_replace_the_products_words() {
        let mut words = Words::read("en", TEXT).unwrap();
        let table =
            BTreeMap::from([("name".to_owned(), "Mine".to_owned()), ("go".to_owned(), "Go\nnow".to_owned())]);
        words.add(&fluent_from_table("neck", &table).unwrap()).unwrap();
        words.add(&fluent_from_table("mine", &table).unwrap()).unwrap();
        assert_eq!(words.say(&Phrase::plain(WordKey::message("neck"))).unwrap(), "Neck stretch");
        assert_eq!(words.say(&Phrase::plain(WordKey::attribute("mine", "go"))).unwrap(), "Go\nnow");
        assert_eq!(fluent_from_table("x", &BTreeMap::new()), Err("name".to_owned()));
    }

    #[test]
    fn an_exercise_brings_its_words_in_this_language_or_its_first() {
        let exercise = |languages: &str| {
            let text = format!(
                "id = 'mine'\nposition = 'standing'\nview = 'front'\nstart = 'tall'\n\
                 postures.tall = {{ contacts = ['feet on floor'], source = 'judgement' }}\n\
                 blocks = [{{ id = 'b', source = 'judgement', phases = [\
                 {{ name = 'p', kind = 'hold', seconds = 3, say = 'go' }}] }}]\n{languages}"
            );
            crate::Exercise::parse("mine.toml", &text).unwrap()
        };
        let name = |languages: &str| {
            let mut words = Words::read("en", TEXT).unwrap();
            words.add_exercise(&exercise(languages)).unwrap();
            words.say(&Phrase::plain(WordKey::message("mine"))).ok()
        };
        let (de, en) = ("[words.de]\nname = 'Meine'\n", "[words.en]\nname = 'Mine'\n");
        assert_eq!(name(&format!("{de}{en}")).as_deref(), Some("Mine"));
        assert_eq!(name(de).as_deref(), Some("Meine"));
        assert_eq!(name(""), None);
    }
}
