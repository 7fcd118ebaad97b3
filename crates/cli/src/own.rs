//! Exercises of one's own: read, checked beyond what the format asks, and added to what is known.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use unknot_routine::{Exercise, FileError, Problem};

use crate::commands::check::is_programme;
use crate::failure::Failure;
use crate::files;
use crate::known::Known;

/// Adds every exercise of a folder, in the order of the file names, and returns what was wrong with the others,
/// each beginning with its file. Hidden files, as editors leave them, and programmes are not looked at.
pub(crate) fn add_folder(known: &mut Known, folder: &Path) -> Vec<String> {
    // A folder that is not there has no exercises.
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml") && !is_hidden(path))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| add(known, path).err()).collect()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn add(known: &mut Known, path: &Path) -> Result<(), String> {
    let file = path.display().to_string();
    let text = files::read(path).map_err(|failure| unreadable(&file, failure))?;
    if is_programme(&text) {
        return Ok(());
    }
    // What is wrong has its place; each line begins with the file, as editors and other programs expect it.
    let placed = |error: FileError| format!("{file}:\n{error}");
    let exercise = Exercise::parse(&file, &text).map_err(placed)?;
    if let Some(id) = taken(known, &exercise) {
        return Err(format!(
            "{file}: there is an exercise `{id}` already; give it an id (and aliases) of its own"
        ));
    }
    let exercise = complete(known, exercise, &file, &text).map_err(placed)?;
    known.catalogue.add(exercise).map_err(|error| format!("{file}: {error}"))
}

fn unreadable(file: &str, failure: Failure) -> String {
    let why = match failure {
        Failure::Usage(text) | Failure::Failed(text) | Failure::RedFlag(text) => text,
        Failure::Closed | Failure::Interrupted(_) => String::new(),
    };
    let why = why.strip_prefix(&format!("cannot read {file}: ")).unwrap_or(&why);
    format!("{file}: it cannot be read: {why}")
}

/// Returns the id or alias of an exercise by which another one is known already.
pub(crate) fn taken<'a>(known: &Known, exercise: &'a Exercise) -> Option<&'a str> {
    let ids = std::iter::once(&exercise.id).chain(&exercise.aliases);
    // Who checks a file that lies in the folder of exercises meets the exercise that came from it.
    let is_itself = |other: &Exercise| other == exercise && is_of_ones_own(other);
    ids.map(String::as_str).find(|id| known.catalogue.exercise(id).is_some_and(|other| !is_itself(other)))
}

fn is_of_ones_own(exercise: &Exercise) -> bool {
    // The words of what is built in stand apart, and a file of one's own cannot do without.
    !exercise.words.is_empty()
}

/// Checks what the file alone cannot tell: that every word it uses exists, its own or built in, and every
/// condition is one that the screen asks about. The exercise's words are added to those that are known.
pub(crate) fn complete(
    known: &mut Known,
    exercise: Exercise,
    file: &str,
    text: &str,
) -> Result<Exercise, FileError> {
    let mut problems = Vec::new();
    if let Err(error) = known.words.add_exercise(&exercise) {
        let span = place(text, &["words"]);
        problems.push(problem(span, error.to_string(), "words that Fluent can read".to_owned()));
    }
    problems.extend(missing_words(known, &exercise, text));
    let conditions = known.catalogue.screen.conditions();
    for caution in exercise.cautions.iter().filter(|c| !conditions.contains(&c.condition.as_str())) {
        let found = format!("the safety screen does not ask about `{}`", caution.condition);
        let wanted = match unknot_body::closest(&caution.condition, conditions.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it asks about {}", conditions.join(", ")),
        };
        problems.push(problem(place(text, &[&caution.condition]), found, wanted));
    }
    if problems.is_empty() {
        return Ok(exercise);
    }
    problems.sort_by_key(|problem| problem.span.start);
    Err(FileError { file: file.to_owned(), text: text.to_owned(), problems })
}

/// Returns which words are missing: one problem for each place that needs some.
fn missing_words(known: &Known, exercise: &Exercise, text: &str) -> Vec<Problem> {
    let mut missing: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for key in exercise.word_keys().iter().filter(|key| !known.words.has(key)) {
        let word = key.as_str();
        let own = match word.strip_prefix(&format!("{}.", exercise.id)) {
            Some(own) => own,
            None if word == exercise.id => "name",
            None => word,
        };
        let span = place(text, &[own, part_named_by(own)]);
        missing.entry((span.start, span.end)).or_default().push(own.to_owned());
    }
    let problem = |((start, end), words): ((usize, usize), Vec<String>)| {
        let names = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let wanted = if words.iter().any(|word| word.contains('.')) {
            "a word of Unknot's, or one without a dot that stands under [words.en]".to_owned()
        } else {
            let lines: Vec<String> = words.iter().map(|word| format!("{word} = \"…\"")).collect();
            format!("under [words.en] write\n{}", lines.join("\n"))
        };
        problem(start..end, format!("there are no words for {names}"), wanted)
    };
    missing.into_iter().map(problem).collect()
}

/// Returns the id of the lesson or variant that a word is about; of other words, the word.
fn part_named_by(word: &str) -> &str {
    let lesson = word.strip_prefix("lesson-").and_then(|rest| rest.rsplit_once('-')).map(|(id, _)| id);
    lesson.or_else(|| word.strip_prefix("variant-")).unwrap_or(word)
}

/// Returns where the first of these words stands in quotation marks; if none does, because it follows from
/// something else, the line of the exercise's id.
fn place(text: &str, words: &[&str]) -> Range<usize> {
    let quoted = words.iter().find_map(|word| {
        let quoted = [format!("\"{word}\""), format!("'{word}'")];
        quoted.iter().find_map(|quoted| text.find(quoted).map(|at| at..at + quoted.len()))
    });
    quoted.unwrap_or_else(|| {
        let lines = text.split_inclusive('\n').scan(0, |next, line| {
            let start = *next;
            *next += line.len();
            Some((start, line))
        });
        let id = lines.into_iter().find(|(_, line)| line.trim_start().starts_with("id"));
        id.map_or(0..0, |(start, line)| start..start + line.trim_end().len())
    })
}

fn problem(span: Range<usize>, found: String, wanted: String) -> Problem {
    Problem { key: String::new(), span, found, wanted }
}
