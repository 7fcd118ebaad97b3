//! A journal as a file: one record a line.

use crate::record::{Record, RecordError};

/// A line that is no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {error}")]
pub struct LineError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: RecordError,
}

/// Reads records, one a line. Empty lines are passed over.
///
/// # Errors
/// A line is no record; the first that is none is told.
pub fn read_lines(text: &str) -> Result<Vec<Record>, LineError> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| Record::parse(line).map_err(|error| LineError { line: index + 1, error }))
        .collect()
}

/// Returns the records as they were read, one a line.
pub fn write_lines<'r>(records: impl IntoIterator<Item = &'r Record>) -> String {
    records.into_iter().flat_map(|record| [record.line(), "\n"]).collect()
}
