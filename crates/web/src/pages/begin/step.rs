//! What is asked before a session, and in which order.

use unknot_routine::{Verdict, WordKey};

use crate::known::Known;
use crate::session::{Past, Refusal, Start, must_ask_floor, plan_of, starts_on_floor};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// A list of the safety screen, by its id.
    List(String),
    /// Whether a clinician has checked the pain and agreed.
    Cleared,
    /// Nothing any more: no session, and this is why.
    Stop(Verdict),
    /// How the day after the last session was.
    NextDay,
    /// The pain now.
    Pain,
    /// Nothing; this is told.
    Told(Vec<WordKey>),
    /// Nothing: nothing is left to do.
    Nothing,
    /// Whether somebody who is here for the first time hears it.
    Hear,
    /// Whether somebody who is here for the first time is ready.
    Ready,
    /// Nothing any more: the session begins.
    Go,
}

/// What was answered so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Asked {
    /// What the session will be planned from.
    pub(super) start: Start,
    /// Whether it was asked if a clinician agrees.
    pub(super) cleared: bool,
    /// Whether the next day was worse, where that was asked.
    pub(super) next_day: Option<bool>,
    /// Whether the pain was asked.
    pub(super) pain: bool,
    /// Whether what there is to tell was told.
    pub(super) told: bool,
    /// Whether it was asked if they hear it.
    pub(super) heard: bool,
    /// Whether the person is ready.
    pub(super) ready: bool,
}

/// Returns what is asked next.
pub(super) fn step(known: &Known, past: &Past, asked: &Asked) -> Step {
    let start = &asked.start;
    let stages = &known.catalogue.screen.stages;
    for stage in stages.iter().filter(|stage| stage.ask != unknot_routine::Ask::BeforeFloor) {
        if !start.answers.answered.contains(&stage.id) {
            return Step::List(stage.id.clone());
        }
        if stage.verdict <= Verdict::ClinicianToday && stage.applies(&start.answers) {
            return Step::Stop(stage.verdict);
        }
    }
    // Once, about all that was ticked.
    if !asked.cleared && known.catalogue.screen.must_be_checked(&start.answers) {
        return Step::Cleared;
    }
    if past.recent.ask_next_day.is_some() && asked.next_day.is_none() {
        return Step::NextDay;
    }
    if !asked.pain {
        return Step::Pain;
    }
    let plan = match plan_of(known, start) {
        Ok(plan) => plan,
        Err(Refusal::Screen(verdict)) => return Step::Stop(verdict),
        Err(Refusal::Nothing(_) | Refusal::Broken(_)) => return Step::Nothing,
    };
    if starts_on_floor(&plan)
        && must_ask_floor(known, &start.answers)
        && let Some(stage) = stages.iter().find(|stage| stage.ask == unknot_routine::Ask::BeforeFloor)
    {
        return Step::List(stage.id.clone());
    }
    let told = told(known, start);
    if !told.is_empty() && !asked.told {
        return Step::Told(told);
    }
    if past.answers.is_none() && !asked.heard {
        return Step::Hear;
    }
    if past.answers.is_none() && !asked.ready {
        return Step::Ready;
    }
    Step::Go
}

/// Returns what there is to tell about the answers and the pain.
fn told(known: &Known, start: &Start) -> Vec<WordKey> {
    let verdict = known.catalogue.screen.judge(&start.answers).map(|judgement| judgement.verdict);
    let verdict = verdict.ok().filter(|verdict| *verdict != Verdict::Adapt).map(Verdict::word);
    let (_, advice) = start.pain_limits(known);
    verdict.into_iter().chain(advice.into_iter().map(|advice| advice.word())).collect()
}

#[cfg(test)]
mod tests {
    use unknot_routine::Answers;

    use super::*;

    /// Answers whatever is asked, ticking these boxes and saying no to what a clinician has agreed to, and returns
    /// everything that was asked.
    fn asked(past: &Past, pain: u8, ticks: &[&str]) -> Vec<Step> {
        let known = Known::built_in().unwrap();
        let mut asked = Asked::default();
        asked.start.answers = past.answers.clone().unwrap_or_default();
        let mut steps = Vec::new();
        loop {
            let step = step(&known, past, &asked);
            steps.push(step.clone());
            match step {
                Step::List(id) => {
                    let stage = known.catalogue.screen.stages.iter().find(|stage| stage.id == id).unwrap();
                    let ticked = stage.boxes.iter().filter(|tick| ticks.contains(&tick.id.as_str()));
                    asked.start.answers.ticked.extend(ticked.map(|tick| tick.id.clone()));
                    asked.start.answers.answered.insert(id);
                }
                Step::Cleared => {
                    asked.cleared = true;
                    asked.start.answers.cleared = Some(false);
                }
                Step::NextDay => asked.next_day = Some(true),
                Step::Pain => {
                    asked.pain = true;
                    asked.start.pain = Some(pain);
                }
                Step::Told(_) => asked.told = true,
                Step::Hear => asked.heard = true,
                Step::Ready => asked.ready = true,
                Step::Stop(_) | Step::Nothing | Step::Go => return steps,
            }
        }
    }

    fn list(id: &str) -> Step {
        Step::List(id.to_owned())
    }

    #[test]
    fn the_first_time_everything_but_the_floor_is_asked_and_later_little() {
        let first = asked(&Past::default(), 3, &[]);
        let lists = [list("emergency"), list("same-day"), list("about-the-pain"), list("about-you")];
        assert_eq!(first, [&lists[..], &[Step::Pain, Step::Hear, Step::Ready, Step::Go]].concat());
        let answered = ["same-day", "about-the-pain", "about-you", "before-floor"].map(str::to_owned);
        let answers = Some(Answers { answered: answered.into(), ..Answers::default() });
        let past = Past { answers, ..Past::default() };
        assert_eq!(asked(&past, 3, &[]), [list("emergency"), Step::Pain, Step::Go]);
    }

    #[test]
    fn a_red_flag_ends_it_at_once() {
        assert_eq!(
            asked(&Past::default(), 3, &["chest"]),
            [list("emergency"), Step::Stop(Verdict::Emergency)]
        );
        assert_eq!(
            asked(&Past::default(), 3, &["fever"]),
            [list("emergency"), list("same-day"), Step::Stop(Verdict::ClinicianToday)]
        );
    }

    #[test]
    fn what_has_to_be_checked_first_is_asked_and_told() {
        let steps = asked(&Past::default(), 3, &["worsening", "cancer"]);
        let cleared = steps.iter().filter(|step| **step == Step::Cleared).count();
        assert_eq!(cleared, 1, "{steps:?}");
        assert!(
            steps.iter().position(|step| *step == Step::Cleared)
                > steps.iter().position(|step| *step == list("about-you"))
        );
        assert!(steps.contains(&Step::Told(vec![Verdict::CheckFirst.word()])), "{steps:?}");
        assert_eq!(steps.last(), Some(&Step::Go));
    }

    #[test]
    fn strong_pain_is_told() {
        let steps = asked(&Past::default(), 8, &[]);
        assert!(steps.iter().any(|step| matches!(step, Step::Told(words) if words.len() == 1)), "{steps:?}");
    }
}
