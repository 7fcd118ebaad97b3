//! `unknot journal add`.

use unknot_journal::{
    Aftermath, Clearance, Correction, Decision, Entry, Journal, Note, PainRating, Peg, Standing, When,
};

use super::find::{find, short};
use super::words;
use crate::args::AddCommand;
use crate::failure::Failure;
use crate::keep::{Keep, earlier, now};
use crate::known::Known;
use crate::out;

/// Adds a record.
pub(super) fn run(known: &Known, keep: &Keep, what: &AddCommand) -> Result<(), Failure> {
    let at = if let AddCommand::Note { at: Some(at), .. } = what { earlier(at)? } else { now()? };
    let entry = entry(known, keep, what)?;
    let said = words::line(known, &entry);
    let records = keep.tell_at(&at, vec![entry])?;
    let names: Vec<String> = records.iter().map(short).collect();
    out::print(&format!("Kept as {}: {said}.\n", names.join(", ")))
}

fn entry(known: &Known, keep: &Keep, what: &AddCommand) -> Result<Entry, Failure> {
    Ok(match what {
        AddCommand::Note { text, .. } => Entry::Note(Note { text: text.clone(), session: None }),
        AddCommand::Peg { pain, enjoyment, activity } => {
            Entry::Peg(Peg { pain: *pain, enjoyment: *enjoyment, activity: *activity })
        }
        AddCommand::NextDay { worse } => next_day(&keep.journal()?, *worse)?,
        AddCommand::Clearance { agreed } => Entry::Clearance(Clearance { agreed: *agreed }),
        AddCommand::Correction { id, pain, text, .. } => {
            let journal = keep.journal()?;
            let of = find(&journal, id)?;
            let standing = journal.standing();
            let told = standing.iter().find(|standing| standing.record.id() == of.id());
            let instead = match (pain, text) {
                (None, None) => None,
                _ => Some(Box::new(corrected(told, *pain, text.as_deref())?)),
            };
            Entry::Correction(Correction { of: of.id(), instead })
        }
        AddCommand::Answer { suggestion, agreed, exercise } => {
            let exercise = exercise.as_deref().map(|id| known.exercise(id).map(|known| known.id.clone()));
            let exercise = exercise.transpose()?;
            Entry::Decision(Decision { suggestion: *suggestion, exercise, agreed: *agreed })
        }
    })
}

fn next_day(journal: &Journal, worse: bool) -> Result<Entry, Failure> {
    let sessions = journal.sessions();
    let last = sessions.last().ok_or_else(|| Failure::Usage("there was no session yet".to_owned()))?;
    let session = last.session.session;
    Ok(Entry::Aftermath(Aftermath { session, when: When::NextDay, worse, hurt: None }))
}

/// Returns what a record should have told.
fn corrected(
    told: Option<&Standing<'_>>,
    pain: Option<unknot_journal::Pain>,
    text: Option<&str>,
) -> Result<Entry, Failure> {
    match (told.map(|told| told.entry), pain, text) {
        (Some(Entry::Pain(rating)), Some(pain), None) => Ok(Entry::Pain(PainRating { pain, ..*rating })),
        (Some(Entry::Note(note)), None, Some(text)) => {
            Ok(Entry::Note(Note { text: text.to_owned(), session: note.session }))
        }
        (None, ..) => Err(Failure::Usage("it was taken back; tell it anew instead".to_owned())),
        (Some(_), Some(_), _) => Err(Failure::Usage("it is no rating of pain".to_owned())),
        (Some(_), ..) => Err(Failure::Usage("it is no note".to_owned())),
    }
}
