//! A record and its line.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::entry::Entry;
use crate::id::{DeviceId, RecordId};
use crate::time::Time;
use crate::whole::Whole;

/// The version of the form in which records are written here.
///
/// A new key or kind of entry makes it one more. What is written in a form never changes its meaning.
pub const VERSION: u32 = 2;

/// Something that was told once. It never changes.
///
/// It keeps its line byte for byte, so that what a newer Unknot wrote is passed on whole by an older one.
#[derive(Clone, Debug)]
pub struct Record(Arc<Read>);

/// A line with what it says.
#[derive(Debug)]
struct Read {
    line: String,
    id: RecordId,
    device: DeviceId,
    time: Time,
    entry: Option<Entry>,
}

/// Text that is no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {what}")]
pub struct RecordError {
    /// The column, from 1; 0 where it is about the whole line.
    pub column: usize,
    /// What was found, and what was expected.
    pub what: String,
}

/// What every record of every version has.
#[derive(Deserialize)]
struct Outside {
    v: u32,
    id: RecordId,
    device: DeviceId,
    at: Time,
}

/// A record as it is written.
#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    id: RecordId,
    device: DeviceId,
    at: &'a Time,
    #[serde(flatten)]
    entry: &'a Entry,
}

impl Record {
    /// Returns a new record.
    #[must_use]
    pub fn new(id: RecordId, device: DeviceId, time: Time, entry: Entry) -> Self {
        let written = Written { v: VERSION, id, device, at: &time, entry: &entry };
        #[allow(
            clippy::expect_used,
            reason = "an entry has neither keys that are no text nor numbers that are none"
        )]
        let line = serde_json::to_string(&written).expect("every entry can be written");
        Self(Arc::new(Read { line, id, device, time, entry: Some(entry) }))
    }

    /// Reads a record from its line.
    ///
    /// # Errors
    /// It is no record, or one of this version that is not as this version has it.
    pub fn parse(line: &str) -> Result<Self, RecordError> {
        Self::of_line(line.to_owned()).map_err(|(_, error)| error)
    }

    /// Reads a record from its line, which it keeps.
    ///
    /// # Errors
    /// It is no record, or one of this version that is not as this version has it. The line comes back.
    pub fn of_line(line: String) -> Result<Self, (String, RecordError)> {
        match read_at_one_go(&line).map_or_else(|| read_slowly(&line), Ok) {
            Ok((id, device, time, entry)) => Ok(Self(Arc::new(Read { line, id, device, time, entry }))),
            Err(error) => Err((line, error)),
        }
    }

    /// Returns its line, without a line break.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.0.line
    }

    /// Returns its name.
    #[must_use]
    pub fn id(&self) -> RecordId {
        self.0.id
    }

    /// Returns which device wrote it.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.0.device
    }

    /// Returns when it was written.
    #[must_use]
    pub fn time(&self) -> &Time {
        &self.0.time
    }

    /// Returns what it tells, or nothing where a newer Unknot told something that this one does not know.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        self.0.entry.as_ref()
    }

    /// Returns the order in which records are told: by time, and at the same time by name.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        (self.time().timestamp(), self.id()).cmp(&(other.time().timestamp(), other.id()))
    }
}

/// What a line says.
type Said = (RecordId, DeviceId, Time, Option<Entry>);

/// Reads a line of a form that is known here; nothing where it is anything else.
fn read_at_one_go(line: &str) -> Option<Said> {
    match serde_json::from_str(line) {
        Ok(Whole { v: 1.., id, device, at, entry }) => Some((id, device, at, Some(entry))),
        _ => None,
    }
}

/// Reads a line of whatever form, and says what is wrong with it.
fn read_slowly(line: &str) -> Result<Said, RecordError> {
    let Outside { v, id, device, at } = serde_json::from_str(line).map_err(RecordError::from)?;
    if v == 0 {
        return Err(RecordError { column: 0, what: format!("found version 0, expected 1 to {VERSION}") });
    }
    match serde_json::from_str::<Entry>(line) {
        Ok(entry) => Ok((id, device, at, Some(entry))),
        Err(_) if v > VERSION => Ok((id, device, at, None)),
        Err(error) => Err(error.into()),
    }
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.line() == other.line()
    }
}

impl Eq for Record {}

impl From<serde_json::Error> for RecordError {
    fn from(error: serde_json::Error) -> Self {
        let text = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        Self { column: error.column(), what: text.strip_suffix(&place).unwrap_or(&text).to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [&str; 2] =
        [include_str!("../tests/version-1.jsonl"), include_str!("../tests/version-2.jsonl")];

    #[test]
    fn every_kind_is_read_at_one_go_and_as_the_slow_way_reads_it() {
        for line in LINES.iter().flat_map(|text| text.lines()) {
            let quick = read_at_one_go(line).unwrap();
            assert!(quick.3.is_some() && quick == read_slowly(line).unwrap(), "{line}");
        }
    }

    #[test]
    fn what_is_written_otherwise_is_read_all_the_same() {
        let line = LINES[0].lines().find(|line| line.contains("\"pain\"")).unwrap();
        let (head, entry) = line.split_once(",\"entry\":").unwrap();
        let entry_first = format!("{{\"entry\":{},{}}}", entry.strip_suffix('}').unwrap(), &head[1..]);
        let (read, usual) = (Record::parse(&entry_first).unwrap(), Record::parse(line).unwrap());
        assert!(read.entry().is_some() && read.entry() == usual.entry() && read.id() == usual.id());
        let twice = line.replace("\"kind\"", "\"kind\":\"note\",\"kind\"");
        assert_eq!(Record::parse(&twice).unwrap_err(), read_slowly(&twice).unwrap_err());
        assert!(Record::parse(&format!("{line} x")).is_err());
    }
}
