//! A journal as a table, in CSV (RFC 4180) as spreadsheets open it.

use unknot_body::Named as _;

use crate::correction::Standing;
use crate::entry::{Entry, Hurt, Moment, When};
use crate::journal::Journal;
use crate::session::{Guide, SessionDone, SessionEnd};

/// What tells a spreadsheet that this is UTF-8.
const MARK: &str = "\u{feff}";

/// One row. What does not belong to its kind is empty.
#[derive(Default)]
struct Row {
    kind: &'static str,
    pain: String,
    moment: &'static str,
    peg: [String; 4],
    exercise: String,
    repetitions: [String; 2],
    hold_seconds: String,
    seconds: String,
    skipped: String,
    eased: String,
    sore: String,
    counted_by: &'static str,
    text: String,
    session: String,
}

const HEAD: [&str; 25] = [
    "date",
    "time",
    "offset",
    "kind",
    "pain",
    "moment",
    "peg score",
    "peg pain",
    "peg enjoyment",
    "peg activity",
    "exercise",
    "repetitions planned",
    "repetitions done",
    "hold seconds",
    "seconds",
    "skipped",
    "eased",
    "sore",
    "counted by",
    "text",
    "session",
    "zone",
    "record",
    "device",
    "corrected",
];

/// Returns a journal as a table: a row for everything that was told, for a session one more for each of its exercises.
///
/// Nothing in it is taken for a formula: text that a spreadsheet would compute begins with an apostrophe.
#[must_use]
pub fn table(journal: &Journal) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail, nor do rows of one length.
    let _written = writer.write_record(HEAD);
    for standing in journal.standing() {
        for row in rows(standing.entry) {
            let _written = writer.write_record(cells(&standing, row));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8_lossy(&bytes))
}

fn cells(standing: &Standing<'_>, row: Row) -> [String; 25] {
    let record = standing.record;
    let wall = record.time().on_the_wall();
    let corrected = record.entry() != Some(standing.entry);
    let [score, pain, enjoyment, activity] = row.peg;
    let [planned, done] = row.repetitions;
    [
        wall.date().to_string(),
        format!("{:02}:{:02}:{:02}", wall.hour(), wall.minute(), wall.second()),
        // No spreadsheet takes this for a sum.
        format!("UTC{}", record.time().offset()),
        row.kind.to_owned(),
        row.pain,
        row.moment.to_owned(),
        score,
        pain,
        enjoyment,
        activity,
        plain(&row.exercise),
        planned,
        done,
        row.hold_seconds,
        row.seconds,
        row.skipped,
        row.eased,
        plain(&row.sore),
        row.counted_by.to_owned(),
        plain(&row.text),
        row.session,
        plain(record.time().zone().unwrap_or_default()),
        record.id().to_string(),
        record.device().to_string(),
        yes(corrected),
    ]
}

/// Returns text that no spreadsheet computes.
fn plain(text: &str) -> String {
    let is_formula = text
        .trim_start_matches([' ', '\u{a0}', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%']);
    // Full-width signs count in some languages.
    let is_wide = text.trim_start().starts_with(['\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    if is_formula || is_wide { format!("'{text}") } else { text.to_owned() }
}

fn yes(is_so: bool) -> String {
    if is_so { "yes".to_owned() } else { String::new() }
}

fn rows(entry: &Entry) -> Vec<Row> {
    let one = |row| vec![row];
    match entry {
        Entry::Session(done) => session(done),
        Entry::Pain(rating) => one(Row {
            kind: "pain",
            pain: rating.pain.to_string(),
            moment: match rating.moment {
                Moment::Before => "before",
                Moment::After => "after",
                Moment::Other => "other",
            },
            session: rating.session.map(|id| id.to_string()).unwrap_or_default(),
            ..Row::default()
        }),
        Entry::Peg(peg) => {
            let score = format!("{:.2}", peg.score());
            let peg = [score, peg.pain.to_string(), peg.enjoyment.to_string(), peg.activity.to_string()];
            one(Row { kind: "peg", peg, ..Row::default() })
        }
        Entry::Screen(answers) => {
            let mut ticked: Vec<&str> = answers.ticked.iter().map(String::as_str).collect();
            if answers.unsure {
                ticked.push("unsure");
            }
            let text = if ticked.is_empty() { "nothing".to_owned() } else { ticked.join("; ") };
            one(Row {
                kind: "safety questions",
                text: format!("{}: {text}", answers.stage),
                ..Row::default()
            })
        }
        Entry::Clearance(clearance) => {
            let text = if clearance.agreed { "a clinician agrees" } else { "no clinician agrees" };
            one(Row { kind: "clearance", text: text.to_owned(), ..Row::default() })
        }
        Entry::Hurt(hurt) => one(hurt_row(hurt)),
        Entry::Aftermath(after) => one(Row {
            kind: "afterwards",
            moment: match after.when {
                When::After => "after",
                When::NextDay => "next day",
            },
            text: if after.worse { "worse".to_owned() } else { "not worse".to_owned() },
            session: after.session.to_string(),
            ..Row::default()
        }),
        Entry::Note(note) => one(Row {
            kind: "note",
            text: note.text.clone(),
            session: note.session.map(|id| id.to_string()).unwrap_or_default(),
            ..Row::default()
        }),
        Entry::Stop(stop) => one(Row { kind: "stop", text: name(&stop.rule), ..Row::default() }),
        Entry::Decision(decision) => {
            let answer = if decision.agreed { "agreed" } else { "declined" };
            one(Row {
                kind: "answer",
                exercise: decision.exercise.clone().unwrap_or_default(),
                text: format!("{}: {answer}", decision.suggestion.name()),
                ..Row::default()
            })
        }
        // How the program looks is nobody's health.
        Entry::Settings(_) | Entry::Correction(_) => Vec::new(),
    }
}

fn session(done: &SessionDone) -> Vec<Row> {
    let end = match done.end {
        SessionEnd::Finished => "finished",
        SessionEnd::Stopped => "ended early",
        SessionEnd::Advised => "ended: see a clinician",
        SessionEnd::Emergency => "ended: emergency",
        SessionEnd::BrokenOff => "broken off",
    };
    let counted_by = match done.by {
        Guide::Clock => "clock",
        Guide::Camera => "camera",
    };
    let whole = Row {
        kind: "session",
        seconds: done.seconds().to_string(),
        counted_by,
        text: format!("{}: {end}", done.programme),
        session: done.session.to_string(),
        ..Row::default()
    };
    let exercises = done.exercises.iter().map(|exercise| Row {
        kind: "exercise",
        exercise: exercise.exercise.clone(),
        repetitions: [exercise.asked.repetitions.to_string(), exercise.done.repetitions.to_string()],
        hold_seconds: exercise.done.hold_seconds.map(|hold| hold.to_string()).unwrap_or_default(),
        seconds: exercise.seconds.to_string(),
        skipped: yes(exercise.skipped),
        eased: yes(exercise.eased),
        sore: exercise.sore.iter().map(|spot| spot.phase.as_str()).collect::<Vec<_>>().join("; "),
        counted_by,
        text: exercise.variant.clone().unwrap_or_default(),
        session: done.session.to_string(),
        ..Row::default()
    });
    std::iter::once(whole).chain(exercises).collect()
}

fn hurt_row(hurt: &Hurt) -> Row {
    Row {
        kind: "it hurt",
        exercise: hurt.exercise.clone().unwrap_or_default(),
        seconds: hurt.seconds.to_string(),
        text: hurt.answer.map(|answer| name(&answer)).unwrap_or_default(),
        session: hurt.session.to_string(),
        ..Row::default()
    }
}

/// Returns the name under which a word is written in records.
pub(super) fn name(word: &impl serde::Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u{ff1d}1", "|cmd"] {
            assert_eq!(plain(text), format!("'{text}"));
        }
        for text in ["", "A new chair.", "5 = five", "1-2"] {
            assert_eq!(plain(text), text);
        }
    }
}
