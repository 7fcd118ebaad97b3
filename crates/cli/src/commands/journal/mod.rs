//! `unknot journal`: one file for each of its commands.

mod add;
mod erase;
mod export;
mod find;
mod import;
mod insight;
mod list;
mod plot;
mod show;
mod words;

use crate::args::JournalCommand;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::known::Known;

/// Does what is asked of the journal.
pub(crate) fn run(known: &Known, keep: &Keep, command: &JournalCommand) -> Result<(), Failure> {
    match command {
        JournalCommand::List { last, form } => list::run(known, keep, *last, *form),
        JournalCommand::Add { what } => add::run(known, keep, what),
        JournalCommand::Show { id } => show::run(known, keep, id),
        JournalCommand::Insight { programme, form } => insight::run(known, keep, programme.as_deref(), *form),
        JournalCommand::Plot(args) => plot::run(known, keep, args),
        JournalCommand::Import { file } => import::run(keep, file),
        JournalCommand::Export(args) => export::run(known, keep, args),
        JournalCommand::Erase { yes } => erase::run(keep, *yes),
    }
}
