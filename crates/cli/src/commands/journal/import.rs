//! `unknot journal import`.

use std::collections::BTreeMap;
use std::path::Path;

use unknot_journal::{File, Record, RecordId, read_file};

use crate::failure::Failure;
use crate::keep::{Keep, now};
use crate::{files, out};

/// No journal is longer, in bytes: ten years of daily use are about a tenth.
const LONGEST: u64 = 256 << 20;

/// Adds the records of a file, all of them or none.
pub(super) fn run(keep: &Keep, file: &Path) -> Result<(), Failure> {
    let text = files::read_up_to(file, LONGEST)?;
    let wrong = |why: String| Failure::Usage(format!("{}: {why}\nNothing was imported.", file.display()));
    let File { records, has_end } = read(&text).map_err(wrong)?;
    let journal = keep.journal()?;
    let known: BTreeMap<RecordId, &Record> =
        journal.records().iter().map(|record| (record.id(), record)).collect();
    let other = records.iter().find(|record| known.get(&record.id()).is_some_and(|known| known != record));
    if let Some(other) = other {
        return Err(wrong(format!(
            "record {} is in your journal already and tells something else there; what was told is changed only by \
             `unknot journal add correction`",
            other.id()
        )));
    }
    keep.add(&records)?;
    let before = journal.records().len();
    let after = keep.journal()?;
    let ahead = now()?.timestamp();
    let to_come = records.iter().filter(|record| record.time().timestamp() > ahead).count();
    if to_come > 0 {
        out::note(&format!(
            "note: {to_come} of them are dated later than now; the clock of the device that wrote them may be ahead"
        ));
    }
    if !has_end {
        out::note(
            "note: the file does not say where it ends, as those do that `unknot journal export` writes now; \
             if it was cut off, what is missing is not in your journal",
        );
    }
    let new = after.records().len() - before;
    out::print(&format!("{new} new records of {}; there are {} now.\n", records.len(), after.records().len()))
}

/// Reads the records of a file; says what is wrong where it is none of Unknot's.
fn read(text: &str) -> Result<File, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().find(|line| !line.trim().is_empty());
    match first {
        None => return Err("there is nothing in it".to_owned()),
        Some(first) if !first.trim_start().starts_with('{') => {
            return Err("it is no journal of Unknot's, which has a JSON object in each line, as `unknot journal export` \
                 writes it"
                .to_owned());
        }
        Some(_) => {}
    }
    read_file(text).map_err(|error| {
        let is_last = error.line == text.lines().count() && !text.ends_with('\n');
        if is_last { format!("{error}; the file ends there: it was cut off") } else { error.to_string() }
    })
}
