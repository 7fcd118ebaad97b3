//! What earlier sessions and answers mean for the next one.

use jiff::civil::Date;
use unknot_journal::{Agreed, Entry, Journal, Recent, Standing, peg_is_due};
use unknot_routine::{Answers, Ask};

use crate::known::Known;

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What earlier sessions and answers mean for the next one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Past {
    /// What was answered to the safety screen and still counts; none where everything is to be asked.
    pub(crate) answers: Option<Answers>,
    /// What the last sessions mean.
    pub(crate) recent: Recent,
    /// What was agreed to.
    pub(crate) agreed: Agreed,
    /// Whether it is time to ask how the last week was.
    pub(crate) peg_due: bool,
}

impl Past {
    /// Reads it from a journal at a time, in milliseconds since 1970, on a day.
    pub(crate) fn of(known: &Known, journal: &Journal, now: i64, today: Date) -> Self {
        let (standing, stories) = (journal.standing(), journal.sessions());
        Self {
            answers: answers(known, &standing, now),
            recent: Recent::of(&stories, today).without_declined(&standing),
            agreed: Agreed::of(&standing, &stories),
            peg_due: peg_is_due(&standing, &stories, today),
        }
    }
}

/// Returns the answers that still count, without those that every session needs anew.
fn answers(known: &Known, standing: &[Standing<'_>], now: i64) -> Option<Answers> {
    let screen = &known.catalogue.screen;
    let mut answers = Answers::default();
    let mut oldest = now;
    for standing in standing {
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
        Amount, Clearance, Decision, DeviceId, ExerciseDone, Guide, Moment, Pain, PainRating, Record,
        RecordId, ScreenAnswers, SessionDone, SessionEnd, SuggestionKind, Time,
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
        Past::of(&Known::built_in().unwrap(), &records.collect(), NOW, jiff::civil::date(2026, 11, 24))
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

    /// Returns a session that was done so many days ago, with pain before and after.
    fn session(days_ago: i64, before: u8, after: u8) -> Vec<(i64, Entry)> {
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
        vec![
            (days_ago, pain(before, Moment::Before)),
            (days_ago, Entry::Session(done)),
            (days_ago, pain(after, Moment::After)),
        ]
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
    fn what_was_declined_or_agreed_to_counts_for_the_next_session() {
        let decided = |suggestion, agreed| {
            let exercise = (suggestion == SuggestionKind::LeaveOut).then(|| "foam-rolling".to_owned());
            (0, Entry::Decision(Decision { suggestion, exercise, agreed }))
        };
        let raised = session(1, 3, 5);
        assert_eq!(past(raised.clone()).recent.last_change, Some(2));
        let declined = past([raised, vec![decided(SuggestionKind::SmallerRange, false)]].concat());
        assert_eq!((declined.recent.last_change, declined.recent.sessions), (None, 1));
        let agreed = past(vec![decided(SuggestionKind::LeaveOut, true)]).agreed;
        assert!(agreed.left_out.contains("foam-rolling"));
    }
}
