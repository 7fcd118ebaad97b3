//! `unknot journal list`.

use serde::Serialize;
use unknot_journal::{Entry, Standing};

use super::find::short;
use super::words;
use crate::args::Form;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::known::Known;
use crate::out;
use crate::text::{Weight, hang};

/// Something that was told, for programs.
#[derive(Serialize)]
struct Told<'j> {
    id: String,
    at: String,
    #[serde(flatten)]
    entry: &'j Entry,
    /// Whether it was told otherwise first.
    corrected: bool,
}

/// Lists what is told once corrections are taken into account.
pub(super) fn run(known: &Known, keep: &Keep, last: Option<usize>, form: Form) -> Result<(), Failure> {
    let journal = keep.journal()?;
    let standing = journal.standing();
    let first = last.map_or(0, |last| standing.len().saturating_sub(last));
    let shown = &standing[first..];
    if form.json {
        return out::json(&shown.iter().map(told).collect::<Vec<_>>());
    }
    let weight = Weight::of_output();
    let lines: String = shown
        .iter()
        .map(|Standing { record, entry }| {
            let when = record.time().on_the_wall().strftime("%Y-%m-%d %H:%M");
            hang(&format!("{when}  {}  ", weight.dim(&short(record))), &words::line(known, entry))
        })
        .collect();
    if lines.is_empty() { out::print("Nothing yet.\n") } else { out::print(&lines) }
}

fn told<'j>(standing: &Standing<'j>) -> Told<'j> {
    Told {
        id: standing.record.id().to_string(),
        at: standing.record.time().to_string(),
        entry: standing.entry,
        corrected: standing.record.entry() != Some(standing.entry),
    }
}
