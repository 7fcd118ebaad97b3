//! Finding a record by the end of its name.

use unknot_journal::{Journal, Record};

use crate::failure::Failure;

/// How many letters of a name lists show: the end of it, which is by chance.
const SHOWN: usize = 8;
/// With fewer letters than this nobody can mean one record.
const LEAST: usize = 4;

/// Returns the end of a name, as lists show it.
pub(super) fn short(record: &Record) -> String {
    let name = record.id().to_string();
    name[name.len() - SHOWN..].to_owned()
}

/// Returns the record of that name, or with that end of its name.
pub(super) fn find<'j>(journal: &'j Journal, end: &str) -> Result<&'j Record, Failure> {
    let end = end.to_lowercase();
    let found: Vec<&Record> =
        journal.records().iter().filter(|record| record.id().to_string().ends_with(&end)).collect();
    match found[..] {
        [record] if end.len() >= LEAST => Ok(record),
        [] => Err(Failure::Usage(format!(
            "there is no record `{end}`; `unknot journal list` shows their names"
        ))),
        _ => Err(Failure::Usage(format!("`{end}` may be {} records; write more of the name", found.len()))),
    }
}
