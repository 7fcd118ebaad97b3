//! From the raw file to a checked exercise.

mod amount;
mod block;
mod cue;
mod fault;
mod form;
mod sources;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use unknot_body::{Named, Side, closest};

use super::file::{CautionFile, ExerciseFile, LessonFile, VariantFile, Word};
use super::form::Form;
use super::{Caution, Effect, Exercise, Lesson, Variant};
use crate::problem::{FileError, Reading, parse};
use crate::words::{Mentions, WordKey};

/// A breath, unless the file says otherwise, in seconds.
const BREATH: f64 = 4.0;
/// Each variant passes through all postures again, so that without a limit a file could take minutes to read.
const MOST_VARIANTS: usize = 40;

pub(super) fn exercise(file: &str, text: &str) -> Result<Exercise, FileError> {
    let raw: ExerciseFile = parse(file, text)?;
    let mut reading = Reading::default();
    let exercise = if raw.variants.len() > MOST_VARIANTS {
        let found = format!("there are {} variants", raw.variants.len());
        reading.key("variants", |r| r.wrong(found, format!("at most {MOST_VARIANTS}")));
        None
    } else {
        Reader { raw: &raw, mentions: words::spoken_of(&raw) }.exercise(&mut reading)
    };
    reading.finish(file, text)?;
    // Whatever is missing has been noted, so that this is reached only with an exercise.
    exercise.ok_or_else(|| FileError { file: file.to_owned(), text: text.to_owned(), problems: Vec::new() })
}

/// Reads a word of a fixed vocabulary.
pub(crate) fn read_word<T: Named>(reading: &mut Reading, key: &str, word: &Word<T>) -> Option<T> {
    let parsed =
        T::parse(&word.written).map_err(|e| (format!("`{}` is no {}", e.found, e.kind), e.accepted()));
    reading.key(key, |r| r.take(parsed))
}

struct Reader<'a> {
    raw: &'a ExerciseFile,
    /// What its own words speak of.
    mentions: BTreeMap<&'a str, Mentions>,
}

impl Reader<'_> {
    fn exercise(&self, r: &mut Reading) -> Option<Exercise> {
        let raw = self.raw;
        r.key("id", |r| check_id(r, &raw.id));
        r.each("aliases", &raw.aliases, |r, alias| check_id(r, alias));
        let breath = self.seconds(r, "breath", raw.breath.unwrap_or(BREATH));
        let authored_side =
            raw.authored_side.as_ref().map_or(Some(Side::Right), |side| read_word(r, "authored_side", side));
        let form = self.form(r, raw.form(), None, &BTreeMap::new());
        let variants =
            r.each("variants", &raw.variants, |r, variant| self.variant(r, variant, form.as_ref()));
        let variants: Vec<Variant> = variants.into_iter().flatten().collect();
        unique(r, "variants", raw.variants.iter().map(|v| &v.id));
        unique(r, "faults", raw.faults.iter().map(|f| &f.id));
        unique(r, "lessons", raw.lessons.iter().map(|l| &l.id));
        let faults = r.each("faults", &raw.faults, |r, fault| self.fault(r, fault));
        let cautions = r.each("cautions", &raw.cautions, |r, caution| self.caution(r, caution));
        let lessons = r.each("lessons", &raw.lessons, |r, lesson| self.lesson(r, lesson));
        self.words(r);
        Some(Exercise {
            id: raw.id.clone(),
            aliases: raw.aliases.clone(),
            article: raw.article,
            breath: breath?,
            authored_side: authored_side?,
            form: form?,
            faults: faults.into_iter().flatten().collect(),
            cautions: cautions.into_iter().flatten().collect(),
            variants,
            lessons,
            sources: sources::of(raw),
            words: raw.words.clone(),
        })
    }

    fn variant(&self, r: &mut Reading, file: &VariantFile, base: Option<&Form>) -> Option<Variant> {
        r.key("id", |r| check_id(r, &file.id));
        let form = self.form(r, file.form(), Some(base?), &file.doses)?;
        Some(Variant { id: file.id.clone(), kind: file.kind, form })
    }

    fn caution(&self, r: &mut Reading, file: &CautionFile) -> Option<Caution> {
        let effect = match (file.omit, &file.variant, file.range) {
            (true, None, None) => Effect::Omit,
            (false, Some(variant), None) => {
                r.key("variant", |r| self.check_variant(r, variant));
                Effect::Variant(variant.clone())
            }
            (false, None, Some(range)) => {
                r.key("range", |r| check_range(r, range));
                Effect::Range(range)
            }
            _ => {
                r.wrong("what it does is not clear", "exactly one of `omit = true`, `variant` and `range`");
                return None;
            }
        };
        Some(Caution { condition: file.condition.clone(), effect })
    }

    fn check_variant(&self, r: &mut Reading, variant: &str) {
        let names: Vec<&str> = self.raw.variants.iter().map(|v| v.id.as_str()).collect();
        if !names.contains(&variant) {
            let wanted = match closest(variant, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are {}", names.join(", ")),
            };
            r.wrong(format!("there is no variant `{variant}`"), wanted);
        }
    }

    fn lesson(&self, r: &mut Reading, file: &LessonFile) -> Lesson {
        r.key("id", |r| check_id(r, &file.id));
        if let Some(variant) = &file.variant {
            r.key("variant", |r| self.check_variant(r, variant));
        }
        Lesson {
            id: file.id.clone(),
            variant: file.variant.clone(),
            sources: file.source.as_ref().map(sources::names).unwrap_or_default(),
        }
    }

    fn word(&self, word: &str) -> WordKey {
        WordKey::within(&self.raw.id, word)
    }

    fn phase_names(&self) -> Vec<&str> {
        let own = self.raw.blocks.iter().flatten();
        let variants = self.raw.variants.iter().flat_map(|variant| variant.blocks.iter().flatten());
        let mut names: Vec<&str> =
            own.chain(variants).flat_map(|block| &block.phases).map(|phase| phase.name.as_str()).collect();
        names.dedup();
        names
    }
}

fn check_range(r: &mut Reading, range: f64) {
    if !(range > 0.0 && range <= 1.0) {
        r.wrong(range.to_string(), "more than 0, at most 1");
    }
}

/// Checks that a name can stand in files, commands and message keys.
pub(crate) fn check_id(r: &mut Reading, id: &str) {
    let words_and_hyphens = id
        .split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
    if !(id.starts_with(|c: char| c.is_ascii_lowercase()) && words_and_hyphens && id.len() <= 60) {
        r.wrong(
            format!("`{}`", id.chars().take(80).collect::<String>()),
            "lower-case words with hyphens between them, like `wall-angels`",
        );
    }
}

fn unique<'a>(r: &mut Reading, key: &str, ids: impl Iterator<Item = &'a String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            r.key(key, |r| r.wrong(format!("two are called `{id}`"), "a name of its own for each"));
        }
    }
}
