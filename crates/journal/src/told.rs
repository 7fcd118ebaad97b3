//! A session as the journal's entries.

use unknot_routine::{Changed, Done, End, Hurt as Kind, Performed};

use crate::entry::{Entry, Hurt, HurtAnswer};
use crate::id::RecordId;
use crate::session::{Amount, ChangeDone, ExerciseDone, Guide, SessionDone, SessionEnd, SoreSpot};
use crate::time::Time;

/// Returns what there is to tell of a session that has ended, or that nobody goes on with.
#[must_use]
pub fn entries(done: &Done, session: RecordId, programme: &str, started: &Time, ended: Time) -> Vec<Entry> {
    let end = match done.end {
        Some(End::Finished) => SessionEnd::Finished,
        Some(End::Stopped) => SessionEnd::Stopped,
        Some(End::Advised) => SessionEnd::Advised,
        Some(End::Emergency) => SessionEnd::Emergency,
        None => SessionEnd::BrokenOff,
    };
    let exercises = done.exercises.iter().map(exercise).collect();
    let programme = programme.to_owned();
    let is_seen = done.exercises.iter().any(|performed| performed.seen.is_some());
    let told = SessionDone {
        session,
        programme,
        started: started.clone(),
        ended,
        end,
        exercises,
        by: if is_seen { Guide::Camera } else { Guide::Clock },
        changes: done.changes.iter().map(change).collect(),
    };
    let hurts = done.hurts.iter().map(|hurting| {
        Entry::Hurt(Hurt {
            session,
            exercise: hurting.exercise.clone(),
            answer: hurting.kind.map(HurtAnswer::from),
            seconds: whole(hurting.seconds),
        })
    });
    std::iter::once(Entry::Session(told)).chain(hurts).collect()
}

fn exercise(performed: &Performed) -> ExerciseDone {
    let hold_seconds = (performed.hold > 0.0).then(|| whole(performed.hold));
    let sore = performed.sore.iter();
    ExerciseDone {
        exercise: performed.exercise.clone(),
        variant: performed.variant.clone(),
        asked: Amount { repetitions: performed.asked, hold_seconds },
        done: Amount { repetitions: performed.seen.unwrap_or(performed.repetitions), hold_seconds },
        skipped: performed.is_skipped,
        eased: performed.is_eased,
        sore: sore
            .map(|(phase, side, seconds)| SoreSpot {
                phase: phase.clone(),
                side: *side,
                seconds: whole(*seconds),
            })
            .collect(),
        seconds: whole(performed.seconds),
    }
}

fn change(change: &Changed) -> ChangeDone {
    ChangeDone {
        to: change.to.clone(),
        planned: whole(change.planned),
        seconds: whole(change.planned + change.waited),
    }
}

impl From<Kind> for HurtAnswer {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Sharp => Self::Sharp,
            Kind::NewSymptom => Self::NewSymptom,
            Kind::EmergencySign => Self::EmergencySign,
        }
    }
}

fn whole(seconds: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates; nothing is negative"
    )]
    let whole = seconds.round() as u32;
    whole
}
