//! The words that come with an exercise.

use std::collections::BTreeMap;

use unknot_body::closest;

use super::Reader;
use crate::exercise::file::ExerciseFile;
use crate::problem::Reading;
use crate::words::{Mentions, VARIABLES, is_name, mentions};

/// Returns what each word speaks of, in all its languages together.
pub(super) fn spoken_of(raw: &ExerciseFile) -> BTreeMap<&str, Mentions> {
    let mut all: BTreeMap<&str, Mentions> = BTreeMap::new();
    for (word, pattern) in raw.words.values().flatten() {
        let Ok(mut mentions) = mentions(pattern) else { continue };
        let known = all.entry(word).or_default();
        known.variables.append(&mut mentions.variables);
        known.one_side |= mentions.one_side;
    }
    all
}

impl Reader<'_> {
    pub(super) fn words(&self, r: &mut Reading) {
        for (locale, table) in &self.raw.words {
            r.key("words", |r| {
                r.key(locale, |r| {
                    if !is_language(locale) {
                        r.wrong(
                            format!("`{locale}` is no language tag"),
                            "one like `en` or `pt-BR`: two or three letters for the language, \
                             two for the country if it matters",
                        );
                    }
                    check_table(r, table);
                });
            });
        }
    }

    /// Notes a word that speaks of one side, where both are done at once.
    pub(super) fn check_for_both(&self, r: &mut Reading, word: Option<&str>) {
        if let Some(word) = word.filter(|word| self.mentions.get(word).is_some_and(|word| word.one_side)) {
            r.wrong(
                format!("`{word}` speaks of one side, and here both are done at once"),
                "a word without `$side` and `$other`, or one whose choice has a `[both]`; \
                 or a block with `sides = \"each\"` or `\"alternate\"`",
            );
        }
    }

    /// Notes a word that speaks of seconds where it is not known how many: only cues know.
    pub(super) fn check_for_seconds(&self, r: &mut Reading, word: Option<&str>) {
        let speaks = |word: &&str| self.mentions.get(word).is_some_and(|w| w.variables.contains("seconds"));
        if let Some(word) = word.filter(speaks) {
            r.wrong(
                format!("`{word}` speaks of `$seconds`, which only the `say` of a cue knows"),
                "a word without `$seconds` here, and this one among the phase's `cues`",
            );
        }
    }
}

/// Returns whether the tag is one of a language that exists as far as its form tells: longer names than three
/// letters are kept for a future that has not come.
fn is_language(tag: &str) -> bool {
    tag.parse::<unic_langid::LanguageIdentifier>()
        .is_ok_and(|parsed| (2..=3).contains(&parsed.language.as_str().len()))
}

fn check_table(r: &mut Reading, table: &BTreeMap<String, String>) {
    if table.get("name").is_none_or(|name| name.trim().is_empty()) {
        r.wrong("the name is missing", "a word `name`");
    }
    for (word, pattern) in
        table.iter().filter(|(word, pattern)| *word != "name" || !pattern.trim().is_empty())
    {
        r.key(word, |r| {
            if !is_name(word) || pattern.trim().is_empty() {
                r.wrong(
                    format!("`{word}` cannot be used"),
                    "a key of letters, digits and hyphens with words behind it",
                );
                return;
            }
            match mentions(pattern) {
                Err(why) => r.wrong(
                    format!("these words cannot be read: {why}"),
                    "a Fluent pattern; `{` and `}` only around what is to be filled in",
                ),
                Ok(word) => {
                    for name in word.variables.iter().filter(|name| !VARIABLES.contains(&name.as_str())) {
                        r.wrong(format!("there is no `${name}`"), variables_instead_of(name));
                    }
                }
            }
        });
    }
}

fn variables_instead_of(name: &str) -> String {
    let all: Vec<String> = VARIABLES.iter().map(|name| format!("`${name}`")).collect();
    let all = format!("there are {}", all.join(", "));
    match closest(name, VARIABLES.iter().copied()) {
        Some(near) => format!("did you mean `${near}`? {all}"),
        None if name == "n" => format!("{all}; only the numbers of `count` and `countdown` know `$n`"),
        None => all,
    }
}
