//! A session as the journal's entries.

use unknot_journal::{
    Amount, Entry, ExerciseDone, Guide, Hurt, HurtAnswer, RecordId, SessionDone, SessionEnd, SoreSpot, Time,
};
use unknot_routine::{End, Hurt as Kind};

use super::done::{Done, Performed};

/// Returns what there is to tell of a session that has ended.
pub(super) fn entries(
    done: &Done,
    session: RecordId,
    programme: &str,
    started: &Time,
    ended: Time,
) -> Vec<Entry> {
    let end = match done.end {
        Some(End::Finished) => SessionEnd::Finished,
        Some(End::Stopped) => SessionEnd::Stopped,
        Some(End::Advised) => SessionEnd::Advised,
        Some(End::Emergency) => SessionEnd::Emergency,
        None => SessionEnd::BrokenOff,
    };
    let exercises = done.exercises.iter().map(exercise).collect();
    let programme = programme.to_owned();
    let told = SessionDone {
        session,
        programme,
        started: started.clone(),
        ended,
        end,
        exercises,
        by: Guide::Clock,
        changes: Vec::new(),
    };
    let hurts = done.hurts.iter().map(|hurting| {
        Entry::Hurt(Hurt {
            session,
            exercise: hurting.exercise.clone(),
            answer: hurting.kind.map(answer),
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
        done: Amount { repetitions: performed.repetitions, hold_seconds },
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

/// Returns a kind of hurt as the journal has it.
pub(super) fn answer(kind: Kind) -> HurtAnswer {
    match kind {
        Kind::Sharp => HurtAnswer::Sharp,
        Kind::NewSymptom => HurtAnswer::NewSymptom,
        Kind::EmergencySign => HurtAnswer::EmergencySign,
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
