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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unknot_journal::{
        Aftermath, Amount, Clearance, DeviceId, ExerciseDone, Guide, Moment, Pain, PainRating, Record,
        ScreenAnswers, SessionDone, SessionEnd, Time,
    };

    use super::*;

    /// The morning of 24 November 2026, in milliseconds.
    const NOW: i64 = 1_795_507_200_000;

    fn time(days_ago: i64) -> Time {
        Time::new(NOW - days_ago * DAY, 0, None).unwrap()
    }

    fn past(entries: Vec<(i64, Entry)>) -> Past {
        let records = entries.into_iter().enumerate().map(|(index, (days_ago, entry))| {
            let name = RecordId::new(NOW - days_ago * DAY, [u8::try_from(index).unwrap(); 10]);
            Record::new(name, DeviceId::new(0, [0; 10]), time(days_ago), entry)
        });
        Past::of(&Known::built_in().unwrap(), &records.collect(), NOW, "2026-11-24")
    }

    fn list(stage: &str, ticked: &[&str]) -> Entry {
        let ticked: BTreeSet<String> = ticked.iter().map(|id| (*id).to_owned()).collect();
        Entry::Screen(ScreenAnswers { stage: stage.to_owned(), ticked, unsure: false })
    }

    fn lists(days_ago: i64, ticked: &[&str]) -> Vec<(i64, Entry)> {
        let known = Known::built_in().unwrap();
        let stages = known.catalogue.screen.stages.iter();
        let answers = stages.map(|stage| {
            let of_stage: Vec<&str> =
                ticked.iter().copied().filter(|id| stage.boxes.iter().any(|tick| tick.id == *id)).collect();
            (days_ago, list(&stage.id, &of_stage))
        });
        answers.collect()
    }

    /// Returns a session that was done so many days ago, with pain before and after, and how its next day was.
    fn session(days_ago: i64, before: u8, after: u8, worse: Option<bool>) -> Vec<(i64, Entry)> {
        let name = RecordId::new(NOW - days_ago * DAY, [9; 10]);
        let exercise = ExerciseDone {
            exercise: "w-and-y".to_owned(),
            variant: None,
            asked: Amount::default(),
            done: Amount::default(),
            skipped: false,
            eased: false,
            sore: Vec::new(),
            seconds: 46,
        };
        let done = SessionDone {
            session: name,
            programme: "seven".to_owned(),
            started: time(days_ago),
            ended: time(days_ago),
            end: SessionEnd::Finished,
            exercises: vec![exercise],
            by: Guide::Clock,
            changes: Vec::new(),
        };
        let pain = |pain: u8, moment| {
            let pain = Pain::try_from(pain).unwrap();
            Entry::Pain(PainRating { pain, moment, session: Some(name) })
        };
        let mut entries = vec![
            (days_ago, pain(before, Moment::Before)),
            (days_ago, Entry::Session(done)),
            (days_ago, pain(after, Moment::After)),
        ];
        entries.extend(worse.map(|worse| {
            let when = When::NextDay;
            (days_ago - 1, Entry::Aftermath(Aftermath { session: name, when, worse, hurt: None }))
        }));
        entries
    }

    #[test]
    fn answers_count_for_six_weeks_and_the_emergency_list_never() {
        let answers = past(lists(42, &["knee"])).answers.unwrap();
        assert!(answers.answered.contains("before-floor") && !answers.answered.contains("emergency"));
        assert!(answers.ticked.contains("knee"));
        assert_eq!(past(lists(43, &["knee"])).answers, None);
        assert_eq!(past(Vec::new()).answers, None);
        assert_eq!(past(vec![(1, list("emergency", &[]))]).answers, None, "the others were never answered");
    }

    #[test]
    fn a_red_flag_may_be_over_and_what_a_clinician_said_is_about_the_answers_before() {
        assert_eq!(past(lists(1, &["fever"])).answers, None);
        let cleared = |mut entries: Vec<(i64, Entry)>| {
            entries.insert(4, (1, Entry::Clearance(Clearance { agreed: true })));
            past(entries).answers.unwrap().cleared
        };
        assert_eq!(cleared(lists(1, &["cancer"])), Some(true));
        let again = [lists(2, &["cancer"]), lists(0, &["age"])].concat();
        assert_eq!(cleared(again), None);
    }

    #[test]
    fn sessions_tell_what_the_next_one_has_to_keep_to() {
        let two = past([session(3, 3, 3, Some(true)), session(2, 3, 5, Some(true))].concat());
        assert_eq!(
            (two.sessions, two.last_change, two.worse_next_day, two.ask_next_day),
            (2, Some(2), 2, None)
        );
        let better = past([session(3, 3, 3, Some(true)), session(2, 3, 2, Some(false))].concat());
        assert_eq!((better.last_change, better.worse_next_day), (Some(-1), 0));
    }

    #[test]
    fn the_next_day_is_asked_about_when_it_has_come() {
        assert!(past(session(1, 3, 3, None)).ask_next_day.is_some());
        assert_eq!(past(session(0, 3, 3, None)).ask_next_day, None);
    }
}
