//! A journal as a file: one record a line, and a last line that says how many there are.

use serde::Deserialize;

use crate::record::{Record, RecordError};

/// How the last line of a file begins.
const END: &str = r#"{"end":"#;

/// A line that is no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {error}")]
pub struct LineError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: RecordError,
}

/// What a file has in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its records.
    pub records: Vec<Record>,
    /// Whether it says that these are all. Otherwise it may have been cut off at the end of a line.
    pub has_end: bool,
}

/// The last line of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Last {
    end: End,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    /// How many lines come before it, those that are empty aside.
    lines: usize,
}

/// Reads records, one a line. Empty lines are passed over.
///
/// # Errors
/// A line is no record; the first that is none is told.
pub fn read_lines(text: &str) -> Result<Vec<Record>, LineError> {
    lines(text).map(|(line, text)| record(line, text)).collect()
}

/// Returns the records as they were read, one a line.
pub fn write_lines<'r>(records: impl IntoIterator<Item = &'r Record>) -> String {
    records.into_iter().flat_map(|record| [record.line(), "\n"]).collect()
}

/// Reads a file that [`write_file`] wrote, or several, one after the other.
///
/// # Errors
/// A line is no record, or there are not as many as the file says.
pub fn read_file(text: &str) -> Result<File, LineError> {
    let mut file = File { records: Vec::new(), has_end: false };
    let mut counted = 0;
    for (line, text) in lines(text) {
        file.has_end = text.starts_with(END);
        if !file.has_end {
            file.records.push(record(line, text)?);
            counted += 1;
            continue;
        }
        let wrong = |error| LineError { line, error };
        let Last { end } = serde_json::from_str(text).map_err(|error| wrong(error.into()))?;
        if end.lines != counted {
            let what = format!(
                "found {counted} lines before it, expected {}: this is not the whole file",
                end.lines
            );
            return Err(wrong(RecordError { column: 1, what }));
        }
        counted = 0;
    }
    Ok(file)
}

/// Returns lines as a file: as they are, and then one that says how many there are, so that it is noticed where some are
/// missing. Of no lines it is empty.
#[must_use]
pub fn write_file(lines: &[&str]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let end = format!("{END}{{\"lines\":{}}}}}", lines.len());
    lines.iter().copied().chain([end.as_str()]).flat_map(|line| [line, "\n"]).collect()
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| (index + 1, line))
}

fn record(line: usize, text: &str) -> Result<Record, LineError> {
    Record::parse(text).map_err(|error| LineError { line, error })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = include_str!("../tests/version-2.jsonl");

    #[test]
    fn what_is_missing_is_noticed_at_the_end_of_whichever_line() {
        let lines: Vec<&str> = LINES.lines().collect();
        let text = write_file(&lines);
        let file = read_file(&text).unwrap();
        assert!(file.has_end && write_lines(&file.records) == LINES);
        assert!(text.starts_with(LINES) && text.ends_with("{\"end\":{\"lines\":13}}\n"), "{text}");
        // Two files, one after the other, are one.
        assert_eq!(read_file(&text.repeat(2)).unwrap().records.len(), 26);
        let cut: Vec<&str> = text.split_inclusive('\n').collect();
        assert!(!read_file(&cut[..13].concat()).unwrap().has_end);
        assert!(!read_file(&[&cut[..], &cut[..1]].concat().concat()).unwrap().has_end);
        for missing in 0..13 {
            let mut fewer = cut.clone();
            fewer.remove(missing);
            let error = read_file(&fewer.concat()).unwrap_err().to_string();
            assert!(
                error.contains("line 13") && error.contains("found 12 lines before it, expected 13"),
                "{error}"
            );
        }
        assert!(read_file("{\"end\":{\"lines\":0,\"more\":1}}").is_err());
        assert_eq!(write_file(&[]), "");
    }
}
