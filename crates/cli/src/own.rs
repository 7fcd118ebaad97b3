//! Exercises of one's own: read, checked beyond what the format asks, and added to what is known.

use std::path::{Path, PathBuf};

use unknot_routine::{Exercise, FileError, Problem};

use crate::failure::Failure;
use crate::files;
use crate::known::Known;

/// Adds every exercise of a folder, in the order of the file names, and returns what was wrong with the others.
pub(crate) fn add_folder(known: &mut Known, folder: &Path) -> Vec<String> {
    // A folder that is not there has no exercises.
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| add(known, path).err()).collect()
}

fn add(known: &mut Known, path: &Path) -> Result<(), String> {
    let file = path.display().to_string();
    let text = files::read(path).map_err(|failure| match failure {
        Failure::Usage(text) | Failure::Failed(text) | Failure::RedFlag(text) => text,
        Failure::Closed => file.clone(),
    })?;
    let exercise = Exercise::parse(&file, &text).map_err(|error| error.to_string())?;
    if let Some(id) = taken(known, &exercise) {
        return Err(format!(
            "{file}: there is an exercise `{id}` already; give it an id (and aliases) of its own"
        ));
    }
    let exercise = complete(known, exercise, &file, &text).map_err(|error| error.to_string())?;
    known.catalogue.add(exercise).map_err(|error| format!("{file}: {error}"))
}

/// Returns the id or alias of an exercise by which another one is known already.
pub(crate) fn taken<'a>(known: &Known, exercise: &'a Exercise) -> Option<&'a str> {
    let ids = std::iter::once(&exercise.id).chain(&exercise.aliases);
    ids.map(String::as_str).find(|id| known.catalogue.exercise(id).is_some())
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
        problems.push(problem(text, "words", error.to_string(), "words that Fluent can read"));
    }
    for key in exercise.word_keys().iter().filter(|key| !known.words.has(key)) {
        let word = key.as_str();
        let own = word.strip_prefix(&format!("{}.", exercise.id));
        let wanted = match own {
            Some(own) => format!("write `{own} = \"…\"` under [words.en]"),
            None if word == exercise.id => "write `name = \"…\"` under [words.en]".to_owned(),
            None => "a word of Unknot's, or one of its own (without a dot) under [words.en]".to_owned(),
        };
        problems.push(problem(
            text,
            own.unwrap_or(word),
            format!("there are no words for `{word}`"),
            &wanted,
        ));
    }
    let conditions = known.catalogue.screen.conditions();
    for caution in exercise.cautions.iter().filter(|c| !conditions.contains(&c.condition.as_str())) {
        let found = format!("the safety screen does not ask about `{}`", caution.condition);
        let wanted = match unknot_body::closest(&caution.condition, conditions.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it asks about {}", conditions.join(", ")),
        };
        problems.push(problem(text, &caution.condition, found, &wanted));
    }
    if problems.is_empty() {
        return Ok(exercise);
    }
    problems.sort_by_key(|problem| problem.span.start);
    Err(FileError { file: file.to_owned(), text: text.to_owned(), problems })
}

/// Returns a problem with a word of the file, at the place where the word stands first; if it stands
/// nowhere, because it follows from something else, at the exercise's id.
fn problem(text: &str, word: &str, found: String, wanted: &str) -> Problem {
    let quoted = ['"', '\''].iter().find_map(|quote| {
        let quoted = format!("{quote}{word}{quote}");
        text.find(&quoted).map(|at| at..at + quoted.len())
    });
    let id = || {
        let line = text.split_inclusive('\n').scan(0, |next, line| {
            let start = *next;
            *next += line.len();
            Some((start, line))
        });
        let id = line.into_iter().find(|(_, line)| line.trim_start().starts_with("id"));
        id.map_or(0..0, |(start, line)| start..start + line.trim_end().len())
    };
    Problem { key: String::new(), span: quoted.unwrap_or_else(id), found, wanted: wanted.to_owned() }
}
