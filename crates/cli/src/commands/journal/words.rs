//! What a record tells, in a line for people.

use unknot_journal::{Entry, HurtAnswer, Moment, SessionEnd, StopRule, When};

use crate::known::Known;
use crate::text::clock;

/// Returns what an entry tells, in a line.
pub(super) fn line(known: &Known, entry: &Entry) -> String {
    match entry {
        Entry::Session(done) => {
            let seconds = done.seconds();
            let count =
                done.exercises.iter().filter(|exercise| exercise.seconds > 0 && !exercise.skipped).count();
            let time = clock(f64::from(seconds));
            format!("session {}: {count} exercises, {time}{}", done.programme, end(done.end))
        }
        Entry::Pain(rating) => format!("pain {}{}", rating.pain, moment(rating.moment)),
        Entry::Peg(peg) => format!(
            "PEG {:.1}: pain {}, enjoyment {}, activity {}",
            peg.score(),
            peg.pain,
            peg.enjoyment,
            peg.activity
        ),
        Entry::Screen(answers) => {
            let ticked = answers.ticked.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            let ticked = if answers.unsure { "unsure".to_owned() } else { ticked };
            let ticked = if ticked.is_empty() { "nothing".to_owned() } else { ticked };
            format!("safety questions, {}: {ticked}", answers.stage)
        }
        Entry::Clearance(clearance) => {
            format!("clinician {}", if clearance.agreed { "agrees" } else { "has not agreed" })
        }
        Entry::Hurt(hurt) => {
            let where_ =
                hurt.exercise.as_deref().map(|id| format!(" in {}", known.name(id))).unwrap_or_default();
            format!("it hurt{where_}{}", hurt.answer.map(kind).unwrap_or_default())
        }
        Entry::Aftermath(after) => {
            let when = match after.when {
                When::After => "after the session",
                When::NextDay => "on the next day",
            };
            let what = if after.worse { "something was worse" } else { "nothing was worse" };
            format!("{what} {when}{}", after.hurt.map(kind).unwrap_or_default())
        }
        Entry::Note(note) => format!("note: {}", note.text.replace('\n', " ")),
        Entry::Settings(_) => "settings".to_owned(),
        Entry::Stop(stop) => match stop.rule {
            StopRule::Emergency => "no session: an emergency sign".to_owned(),
            StopRule::ClinicianToday => "no session: see a clinician today".to_owned(),
            StopRule::WorseSessions => "several sessions made it worse: see a clinician".to_owned(),
        },
        Entry::Decision(decision) => {
            let answer = if decision.agreed { "agreed" } else { "declined" };
            let about =
                decision.exercise.as_deref().map(|id| format!(": {}", known.name(id))).unwrap_or_default();
            format!("{answer}: {}{about}", known.say(&decision.suggestion.called()))
        }
        Entry::Correction(_) => "correction".to_owned(),
    }
}

fn end(end: SessionEnd) -> &'static str {
    match end {
        SessionEnd::Finished => "",
        SessionEnd::Stopped => ", ended early",
        SessionEnd::Advised => ", ended: see a clinician",
        SessionEnd::Emergency => ", ended: emergency",
        SessionEnd::BrokenOff => ", broken off",
    }
}

fn moment(moment: Moment) -> &'static str {
    match moment {
        Moment::Before => " before",
        Moment::After => " after",
        Moment::Other => "",
    }
}

fn kind(answer: HurtAnswer) -> &'static str {
    match answer {
        HurtAnswer::Sharp => ": a sharp pain",
        HurtAnswer::NewSymptom => ": a new symptom",
        HurtAnswer::EmergencySign => ": an emergency sign",
    }
}
