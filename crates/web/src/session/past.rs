//! What earlier sessions and answers mean for the next one.

use unknot_journal::{Entry, Journal, RecordId, When};
use unknot_routine::{Answers, Ask};

use crate::known::Known;

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What earlier sessions and answers mean for the next one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Past {
    /// What was answered to the safety screen and still counts; none where everything is to be asked.
    pub(crate) answers: Option<Answers>,
    /// How many sessions there were in which something was done.
    pub(crate) sessions: u32,
    /// How much the last one changed the pain.
    pub(crate) last_change: Option<i8>,
    /// How many in a row were worse on the next day.
    pub(crate) worse_next_day: u32,
    /// The last session, if its next day has come and nobody has asked how that was.
    pub(crate) ask_next_day: Option<RecordId>,
}

impl Past {
    /// Reads it from a journal at a time, in milliseconds since 1970, on the day that begins its name.
    pub(crate) fn of(known: &Known, journal: &Journal, now: i64, today: &str) -> Self {
        let stories = journal.sessions();
        let done: Vec<_> = stories
            .iter()
            .filter(|story| story.session.exercises.iter().any(|done| done.seconds > 0 && !done.skipped))
            .collect();
        let next_day = |story: &&unknot_journal::SessionStory<'_>| {
            story.aftermath.iter().rev().find(|after| after.when == When::NextDay).map(|after| after.worse)
        };
        let last = done.last();
        let change = last.and_then(|story| {
            let (before, after) = story.before.zip(story.after)?;
            Some(i8::try_from(after.number()).ok()? - i8::try_from(before.number()).ok()?)
        });
        // A session after which nobody was asked says neither this nor that.
        let worse = done.iter().rev().filter_map(next_day).take_while(|worse| *worse).count();
        let is_over = |story: &&&unknot_journal::SessionStory<'_>| {
            story.session.started.on_the_wall().date().to_string() != today
        };
        let unasked = last.filter(|story| next_day(story).is_none()).filter(is_over);
        Self {
            answers: answers(known, journal, now),
            sessions: u32::try_from(done.len()).unwrap_or(u32::MAX),
            last_change: change,
            worse_next_day: u32::try_from(worse).unwrap_or(u32::MAX),
            ask_next_day: unasked.map(|story| story.session.session),
        }
    }
}

/// Returns the answers that still count, without those that every session needs anew.
fn answers(known: &Known, journal: &Journal, now: i64) -> Option<Answers> {
    let screen = &known.catalogue.screen;
    let mut answers = Answers::default();
    let mut oldest = now;
    for standing in journal.standing() {
        match standing.entry {
            Entry::Screen(answered) => {
                let Some(stage) = screen.stages.iter().find(|stage| stage.id == answered.stage) else {
                    continue;
                };
                for tick in &stage.boxes {
                    answers.ticked.remove(&tick.id);
                }
                answers.unsure.remove(&stage.id);
                answers.answered.insert(stage.id.clone());
                let known_boxes = stage.boxes.iter().filter(|tick| answered.ticked.contains(&tick.id));
                answers.ticked.extend(known_boxes.map(|tick| tick.id.clone()));
                if answered.unsure {
                    answers.unsure.insert(stage.id.clone());
                }
                if stage.ask == Ask::FirstTime {
                    // What a clinician said was about the answers before.
                    answers.cleared = None;
                    oldest = standing.record.time().milliseconds();
                }
            }
            Entry::Clearance(clearance) => answers.cleared = Some(clearance.agreed),
            _ => {}
        }
    }
    let days = (now - oldest) / DAY;
    // A day ahead may be another time zone's.
    let is_stale = days < -1 || days > i64::from(screen.ask_again_after_days);
    let judgement = screen.judge(&answers).ok()?;
    // A red flag may be over, and after it the rest was not asked.
    if is_stale || judgement.is_red_flag() {
        return None;
    }
    for stage in screen.stages.iter().filter(|stage| stage.ask == Ask::EverySession) {
        answers.answered.remove(&stage.id);
    }
    Some(answers)
}
