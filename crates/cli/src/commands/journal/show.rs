//! `unknot journal show`.

use unknot_journal::{Correction, Entry};

use super::find::find;
use super::words;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::known::Known;
use crate::out;

/// Shows a record as it is kept, and what is told from it now.
pub(super) fn run(known: &Known, keep: &Keep, id: &str) -> Result<(), Failure> {
    let journal = keep.journal()?;
    let record = find(&journal, id)?;
    let standing = journal.standing();
    let now = standing.iter().find(|standing| standing.record.id() == record.id());
    let now = match (record.entry(), now) {
        (None, _) => "a newer Unknot wrote it; this one cannot read what it tells".to_owned(),
        (Some(Entry::Correction(_)), _) => "a correction".to_owned(),
        (Some(_), None) => "taken back".to_owned(),
        (Some(entry), Some(now)) if entry == now.entry => words::line(known, entry),
        (Some(_), Some(now)) => format!("{} (corrected)", words::line(known, now.entry)),
    };
    let of = record.id();
    let corrects = |entry: Option<&Entry>| matches!(entry, Some(Entry::Correction(Correction { of: other, .. })) if *other == of);
    let corrections: String = journal
        .records()
        .iter()
        .filter(|other| corrects(other.entry()))
        .map(|other| format!("{}\n", other.line()))
        .collect();
    out::print(&format!("{now}\n\n{}\n{corrections}", record.line()))
}
