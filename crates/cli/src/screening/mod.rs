//! The safety screen at the command line: asking, remembering, and what follows for plans.

mod ask;
mod memory;
mod report;
mod told;

#[cfg(test)]
mod tests;

use std::path::Path;

use unknot_routine::{Answers, Ask, Judgement, Verdict};

use crate::failure::Failure;
use crate::known::Known;
use crate::out;

pub(crate) use ask::{Asker, next_day, pain};
pub(crate) use memory::{forget_by, load, read, remember, today};
pub(crate) use report::{Changed, How, changes, report};
pub(crate) use told::entries;

/// Answers, and what they mean.
#[derive(Clone, Debug)]
pub(crate) struct Screened {
    /// What was answered.
    pub(crate) answers: Answers,
    /// What it means.
    pub(crate) judgement: Judgement,
    /// Whether it was answered lately enough.
    pub(crate) current: bool,
}

impl Screened {
    /// Judges answers.
    pub(crate) fn judge(known: &Known, answers: Answers) -> Result<Self, String> {
        let screen = &known.catalogue.screen;
        let judgement = screen.judge(&answers).map_err(|error| error.to_string())?;
        let current = !memory::is_stale(&answers, screen.ask_again_after_days)?;
        Ok(Self { answers, judgement, current })
    }

    /// Returns the failure that a red flag is, if there is one.
    pub(crate) fn refusal(&self, known: &Known) -> Option<Failure> {
        let verdict = self.judgement.verdict;
        self.judgement.is_red_flag().then(|| Failure::RedFlag(known.word(verdict.word())))
    }
}

/// Returns what is known of the person without asking: from a file, or else from memory.
pub(crate) fn without_asking(known: &Known, file: Option<&Path>) -> Result<Option<Screened>, Failure> {
    if let Some(file) = file {
        return read(known, file).map(Some);
    }
    Ok(load(known))
}

/// Says on the standard error if a plan is made for somebody who has not been screened, or not lately.
pub(crate) fn note_missing(screened: Option<&Screened>) {
    match screened {
        None => out::note("note: not screened yet; `unknot screen` asks whether these stretches are for you"),
        Some(screened) if !screened.current => {
            out::note(
                "note: the answers to the safety questions are out of date; `unknot screen` asks again",
            );
        }
        Some(_) => {}
    }
}

/// Asks every list, and whether a clinician has agreed where that matters.
pub(crate) fn ask_all(known: &Known, asker: &mut Asker<'_>) -> Result<Screened, Failure> {
    asker.tell(&known.ui("screen", "intro"))?;
    let mut answers = Answers::default();
    let screened = ask_first(known, asker, &mut answers)?;
    if screened.judgement.is_red_flag() {
        return Ok(screened);
    }
    let screened = ask_floor(known, asker, screened.answers)?;
    asker.tell(&known.ui("screen", "between-the-blades"))?;
    Ok(screened)
}

/// Asks what has to be asked before this session: the emergency list always, the others if they were never
/// answered, too long ago, or if there was a red flag.
pub(crate) fn ask_for_session(
    known: &Known,
    asker: &mut Asker<'_>,
    remembered: Option<Screened>,
) -> Result<Screened, Failure> {
    let first_time = remembered.is_none();
    let mut answers = match remembered {
        // A red flag may be over, and after it the rest was not asked.
        Some(screened) if screened.current && !screened.judgement.is_red_flag() => screened.answers,
        _ => Answers::default(),
    };
    if first_time {
        asker.tell(&known.ui("screen", "intro"))?;
    }
    forget_by(known, &mut answers, Ask::EverySession);
    let screened = ask_first(known, asker, &mut answers)?;
    if first_time && !screened.judgement.is_red_flag() {
        asker.tell(&known.ui("screen", "between-the-blades"))?;
    }
    Ok(screened)
}

/// Asks the lists that come before the floor.
pub(crate) fn ask_floor(
    known: &Known,
    asker: &mut Asker<'_>,
    mut answers: Answers,
) -> Result<Screened, Failure> {
    for stage in known.catalogue.screen.stages.iter().filter(|stage| stage.ask == Ask::BeforeFloor) {
        asker.stage(stage, &mut answers)?;
    }
    finish(known, answers)
}

/// Returns whether a list before the floor has not been answered.
pub(crate) fn must_ask_floor(known: &Known, answers: &Answers) -> bool {
    let stages = &known.catalogue.screen.stages;
    stages.iter().any(|stage| stage.ask == Ask::BeforeFloor && !answers.answered.contains(&stage.id))
}

/// Asks the lists that are not answered yet, the floor's aside, until one of them ends it.
fn ask_first(known: &Known, asker: &mut Asker<'_>, answers: &mut Answers) -> Result<Screened, Failure> {
    let stages = &known.catalogue.screen.stages;
    for stage in stages.iter().filter(|stage| stage.ask != Ask::BeforeFloor) {
        let is_new = !answers.answered.contains(&stage.id);
        if is_new {
            asker.stage(stage, answers)?;
            if stage.ask == Ask::FirstTime {
                answers.day = Some(today());
            }
        }
        if stage.verdict <= Verdict::ClinicianToday && stage.applies(answers) {
            // What comes after a red flag cannot change what it means.
            return finish(known, answers.clone());
        }
    }
    if known.catalogue.screen.must_be_checked(answers) {
        answers.cleared = Some(asker.cleared()?);
    }
    finish(known, answers.clone())
}

fn finish(known: &Known, answers: Answers) -> Result<Screened, Failure> {
    Screened::judge(known, answers).map_err(Failure::Failed)
}
