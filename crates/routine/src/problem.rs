//! What is wrong with a file, where, and what would be right.

use std::fmt;
use std::ops::Range;

#[cfg(feature = "toml")]
mod explain;
#[cfg(feature = "toml")]
mod written;

/// A file that could not be taken, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct FileError {
    /// The name of the file, as it was given.
    pub file: String,
    /// The file's text, so that the places can be shown.
    pub text: String,
    /// What is wrong, in the order of the file; never empty.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The way to the key, as in `blocks[0].phases[2].seconds`; empty for the file as a whole.
    pub key: String,
    /// The bytes of the text it is about.
    pub span: Range<usize>,
    /// What was found.
    pub found: String,
    /// What would be accepted.
    pub wanted: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "{}; {}", self.found, self.wanted),
            key => write!(f, "{key}: {}; {}", self.found, self.wanted),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let (line, column) = self.line_and_column(problem);
            let newline = if index == 0 { "" } else { "\n" };
            write!(f, "{newline}{}:{line}:{column}: {problem}", self.file)?;
        }
        Ok(())
    }
}

impl FileError {
    /// Returns where a problem begins, both counted from 1 and columns in characters.
    #[must_use]
    pub fn line_and_column(&self, problem: &Problem) -> (usize, usize) {
        let before = self.text.get(..problem.span.start).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// A step on the way to a value in a TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// After this many problems nobody reads on, and a file made to have millions would fill the memory.
const MOST_PROBLEMS: usize = 100;
/// No file is longer than this, in bytes: the longest of the seven exercises has less than a twentieth of it.
const LONGEST_FILE: usize = 256 * 1024;
/// Of what was found, as many characters are shown.
const LONGEST_FOUND: usize = 200;
/// Of what would be accepted, as many characters are shown: room for every known name.
const LONGEST_WANTED: usize = 1000;

impl Problem {
    /// Returns the problem as it can be shown: on one line, in the text, and not endless.
    fn new(text: &str, key: &str, span: Range<usize>, found: &str, wanted: &str) -> Self {
        // Past the end there is nothing to point at; the last character is.
        let start = text.floor_char_boundary(span.start.min(text.len().saturating_sub(1)));
        let end = text.ceil_char_boundary(span.end.min(text.len())).max(start);
        let key = one_line(key, LONGEST_FOUND);
        Self {
            key,
            span: start..end,
            found: one_line(found, LONGEST_FOUND),
            wanted: one_line(wanted, LONGEST_WANTED),
        }
    }
}

/// Returns a text on one line and without control characters, with which a file could take over the terminal.
fn one_line(text: &str, longest: usize) -> String {
    let mut line = String::new();
    for (index, c) in text.chars().enumerate() {
        if index == longest {
            line.push('…');
            break;
        }
        match c {
            '\n' => line.push(' '),
            c if c.is_control() => line.extend(c.escape_default()),
            c => line.push(c),
        }
    }
    line
}

/// Collects problems while a file is read, and knows where in the file the reading is.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    path: Vec<Step>,
    found: Vec<(Vec<Step>, String, String)>,
}

impl Reading {
    /// Reads what stands under a key.
    pub(crate) fn key<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Key(key.to_owned()), read)
    }

    /// Reads every entry of the list under a key.
    pub(crate) fn each<I, T>(
        &mut self,
        key: &str,
        list: &[I],
        mut read: impl FnMut(&mut Self, &I) -> T,
    ) -> Vec<T> {
        self.key(key, |reading| {
            let entries = list.iter().enumerate();
            entries.map(|(index, entry)| reading.step(Step::Index(index), |r| read(r, entry))).collect()
        })
    }

    fn step<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Notes that what stands here is wrong.
    pub(crate) fn wrong(&mut self, found: impl Into<String>, wanted: impl Into<String>) {
        if self.found.len() < MOST_PROBLEMS {
            self.found.push((self.path.clone(), found.into(), wanted.into()));
        }
    }

    /// Takes a result, noting its error.
    pub(crate) fn take<T>(&mut self, result: Result<T, (String, String)>) -> Option<T> {
        result.map_err(|(found, wanted)| self.wrong(found, wanted)).ok()
    }

    /// Returns whether nothing was wrong so far.
    pub(crate) fn is_clean(&self) -> bool {
        self.found.is_empty()
    }

    /// Ends the reading: nothing was wrong, or an error that places everything in the text.
    pub(crate) fn finish(self, file: &str, text: &str) -> Result<(), FileError> {
        if self.found.is_empty() {
            return Ok(());
        }
        #[cfg(feature = "toml")]
        let places = written::Places::of(text);
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .map(|(path, found, wanted)| {
                #[cfg(feature = "toml")]
                let span = places.place(&path);
                #[cfg(not(feature = "toml"))]
                let span = 0..0;
                Problem::new(text, &spell(&path), span, &found, &wanted)
            })
            .collect();
        problems.sort_by_key(|problem| problem.span.start);
        Err(FileError { file: file.to_owned(), text: text.to_owned(), problems })
    }
}

fn spell(path: &[Step]) -> String {
    let mut spelled = String::new();
    for step in path {
        match step {
            Step::Key(key) if spelled.is_empty() => spelled.push_str(key),
            Step::Key(key) => spelled.extend([".", key]),
            Step::Index(index) => spelled.push_str(&format!("[{index}]")),
        }
    }
    spelled
}

/// Parses a file into its raw form: JSON where its name says so, TOML otherwise.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    let alone = |problem| FileError { file: file.to_owned(), text: text.to_owned(), problems: vec![problem] };
    if text.len() > LONGEST_FILE {
        let found = format!("the file has {} bytes", text.len());
        return Err(alone(Problem::new(text, "", 0..0, &found, &format!("at most {LONGEST_FILE}"))));
    }
    #[cfg(feature = "toml")]
    if !file.ends_with(".json") {
        return written::parse(text).map_err(alone);
    }
    // Only programs write JSON: what is wrong with it nobody mends by hand.
    serde_json::from_str(text)
        .map_err(|error| alone(Problem::new(text, "", 0..0, &error.to_string(), "what was made from TOML")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only parsed")]
    struct Sample {
        seconds: f64,
    }

    #[test]
    fn a_problem_knows_its_line_and_key() {
        let text = "[[a]]\nb = 1\n[[a]]\nb = 2\nc.d = [1, 77]\n";
        let mut reading = Reading::default();
        reading.key("a", |r| {
            r.step(Step::Index(1), |r| {
                r.key("c", |r| r.key("d", |r| r.step(Step::Index(1), |r| r.wrong("77", "less"))));
            });
        });
        let error = reading.finish("x.toml", text).unwrap_err();
        assert_eq!(error.to_string(), "x.toml:5:11: a[1].c.d[1]: 77; less");
    }

    #[test]
    fn parser_errors_say_what_would_be_right() {
        let says = |text: &str| parse::<Sample>("x.toml", text).unwrap_err().to_string();
        assert_eq!(says("secnds = 3"), "x.toml:1:1: secnds: unknown field `secnds`; did you mean `seconds`?");
        assert_eq!(says(""), "x.toml:1:1: `seconds` is missing; every table of this kind needs it");
        assert_eq!(says("seconds = 'x'"), "x.toml:1:11: seconds: the text \"x\"; a number");
        assert!(says("seconds = ").starts_with("x.toml:1:1"), "{}", says("seconds = "));
    }

    #[test]
    fn a_problem_points_at_whole_characters() {
        for text in ["seconds = é", "é", "seconds = 'é", "🧘", ""] {
            for span in [0..0, 0..1, 1..2, text.len()..text.len(), 0..99, 99..99] {
                let problem = Problem::new(text, "", span.clone(), "a", "b");
                assert!(text.get(problem.span.clone()).is_some(), "{text:?} {span:?} {:?}", problem.span);
            }
        }
    }
}
