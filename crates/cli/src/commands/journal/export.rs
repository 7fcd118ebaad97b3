//! `unknot journal export`.

use std::io::Write as _;

use jiff::{ToSpan as _, Zoned};
use unknot_journal::{Calendar, Fhir, Journal, Record, fhir, table, write_file};

use crate::args::{ExportArgs, ExportFormat};
use crate::commands::render::file;
use crate::failure::Failure;
use crate::keep::{Keep, now};
use crate::known::Known;
use crate::out;
use crate::request::programme_named;

/// For how many weeks a programme goes on that does not say.
const WEEKS: u32 = 10;

/// Writes the journal to a file, whole or not at all.
pub(super) fn run(known: &Known, keep: &Keep, args: &ExportArgs) -> Result<(), Failure> {
    if let Some(path) = &args.output {
        file::check_folder(path)?;
    }
    let journal = keep.journal()?;
    let text = match args.format {
        ExportFormat::Json => lines(&journal),
        ExportFormat::Csv => table(&journal),
        ExportFormat::Fhir => bundle(&journal, args.snomed)?,
        ExportFormat::Ics => calendar(known, args)?,
    };
    let Some(path) = &args.output else { return out::print(&text) };
    file::write(path, |out| out.write_all(text.as_bytes()).map_err(|why| file::failed(path, &why)))?;
    match args.format {
        ExportFormat::Ics => out::note(&format!("The calendar is in {}.", path.display())),
        _ => out::note(&format!("{} records are in {}.", journal.records().len(), path.display())),
    }
    Ok(())
}

fn lines(journal: &Journal) -> String {
    write_file(&journal.records().iter().map(Record::line).collect::<Vec<_>>())
}

fn bundle(journal: &Journal, snomed: bool) -> Result<String, Failure> {
    let bundle = fhir(journal, &Fhir { now: now()?, snomed })
        .ok_or_else(|| Failure::Usage("nothing was told yet, so there is nothing to export".to_owned()))?;
    let text = serde_json::to_string_pretty(&bundle).map_err(|error| Failure::Failed(error.to_string()))?;
    Ok(format!("{text}\n"))
}

/// Returns when the sessions of a programme are due.
fn calendar(known: &Known, args: &ExportArgs) -> Result<String, Failure> {
    let programme = programme_named(known, args.programme.as_deref())?;
    let schedule = programme.schedule.as_ref().ok_or_else(|| {
        Failure::Usage(format!("the programme `{}` does not say how often: it has no schedule", programme.id))
    })?;
    let now = Zoned::now();
    let failed = |error: jiff::Error| Failure::Failed(error.to_string());
    let from = args.from.map_or_else(|| now.date().checked_add(1.day()), Ok).map_err(failed)?;
    let until = schedule.until.as_deref().and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let weeks = match (schedule.weeks, until.and_then(|until| from.until(until).ok())) {
        (Some(weeks), _) => weeks,
        (None, Some(left)) => u32::try_from(left.get_days() / 7 + 1)
            .map_err(|_| Failure::Usage(format!("the programme `{}` ends before {from}", programme.id)))?,
        (None, None) => WEEKS,
    };
    let calendar = Calendar {
        programme: programme.id.clone(),
        title: programme.name.clone().unwrap_or_else(|| programme.id.clone()),
        times_a_week: schedule.times_a_week,
        weeks,
        from,
        at: args.at,
        minutes: u32::try_from(crate::text::whole(programme.budget.seconds() / 60.0))
            .unwrap_or(u32::MAX)
            .max(1),
        zone: now.time_zone().clone(),
        now: now.timestamp(),
    };
    calendar.text().map_err(|error| Failure::Usage(error.to_string()))
}
