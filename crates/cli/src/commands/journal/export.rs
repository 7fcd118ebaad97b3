//! `unknot journal export`.

use std::io::Write as _;
use std::path::Path;

use unknot_journal::write_lines;

use crate::args::ExportFormat;
use crate::commands::render::file;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::out;

/// Writes the journal to a file, whole or not at all.
pub(super) fn run(keep: &Keep, format: ExportFormat, output: Option<&Path>) -> Result<(), Failure> {
    let journal = keep.journal()?;
    let text = match format {
        ExportFormat::Json => write_lines(journal.records()),
    };
    let Some(path) = output else { return out::print(&text) };
    file::check_folder(path)?;
    file::write(path, |out| out.write_all(text.as_bytes()).map_err(|why| file::failed(path, &why)))?;
    out::note(&format!("{} records are in {}.", journal.records().len(), path.display()));
    Ok(())
}
