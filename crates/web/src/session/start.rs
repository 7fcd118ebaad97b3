//! What a session is planned from.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unknot_body::{Ground, Kit, Named, Side};
use unknot_journal::Agreed;
use unknot_routine::{
    Advice, Answers, Ask, Limits, Millis, Need, Order, PainState, Plan, PlanError, PlanItem, Programme,
    Reason, Request, Verdict,
};

use super::past::Past;
use super::saved::storage;
use crate::known::Known;

/// Under which name the wishes are kept.
const WISHES: &str = "unknot-wishes";
/// The programme for an office.
const OFFICE: &str = "office";

/// How somebody would like a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Wishes {
    /// How many minutes it may take, if not what the programme takes.
    pub(crate) minutes: Option<u8>,
    /// Whether in the order of the article.
    pub(crate) article: bool,
    /// Whether in an office.
    pub(crate) office: bool,
    /// The names of what is not at hand.
    pub(crate) without: BTreeSet<String>,
    /// The name of the sore side.
    pub(crate) sore_side: Option<String>,
    /// Whether this device's microphone listens for knocks.
    pub(crate) microphone: bool,
    /// Whether this device's camera counts in sessions.
    pub(crate) camera: bool,
}

/// Everything that a session is planned from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Start {
    /// How it would be liked.
    pub(crate) wishes: Wishes,
    /// What was answered to the safety screen.
    pub(crate) answers: Answers,
    /// Pain before, 0–10.
    pub(crate) pain: Option<u8>,
    /// How much the last session changed the pain.
    pub(crate) last_change: Option<i8>,
    /// How many sessions in a row were worse on the next day.
    pub(crate) worse_next_day: u32,
    /// Whether it is one of the first sessions.
    pub(crate) gentle: bool,
    /// What was agreed to earlier.
    #[serde(default)]
    pub(crate) agreed: Agreed,
}

/// Why there is no session.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// The safety screen says so.
    Screen(Verdict),
    /// Nothing fits; what was considered, and why it is not done.
    Nothing(Vec<(String, Reason)>),
    /// Something built in is wrong.
    Broken(String),
}

impl Wishes {
    /// Returns what is kept of them; where that is nothing, the usual.
    pub(super) fn load() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(WISHES).ok().flatten());
        kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Keeps them.
    pub(super) fn keep(&self) {
        if let Some((storage, text)) = storage().zip(serde_json::to_string(self).ok()) {
            let _kept = storage.set_item(WISHES, &text);
        }
    }

    /// Returns what is not at hand.
    pub(crate) fn without(&self) -> BTreeSet<Kit> {
        self.without.iter().filter_map(|name| Kit::parse(name).ok()).collect()
    }

    fn sore_side(&self) -> Option<Side> {
        self.sore_side.as_deref().and_then(|name| Side::parse(name).ok())
    }

    /// Returns the id of the programme for the place.
    pub(crate) fn programme(&self) -> &'static str {
        if self.office { OFFICE } else { unknot_content::DEFAULT_PROGRAMME }
    }
}

impl Start {
    /// Returns what a session is planned from that would be liked so, after what is known.
    pub(crate) fn of(known: &Known, past: &Past, wishes: Wishes, answers: Answers, pain: Option<u8>) -> Self {
        Self {
            wishes,
            answers,
            pain,
            last_change: past.recent.last_change,
            worse_next_day: past.recent.worse_next_day,
            gentle: past.recent.sessions < known.rules.gentle_sessions,
            agreed: past.agreed.clone(),
        }
    }

    /// Returns how much longer than usual changes of position take, as a fraction.
    pub(crate) fn change_pace(&self, known: &Known) -> (u32, u32) {
        if !self.gentle {
            return self.agreed.pace((1, 1));
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "1 to 5, as the rules say"
        )]
        let percent = (known.rules.gentle_changes * 100.0).round() as u32;
        self.agreed.pace((percent, 100))
    }

    /// Returns what pain asks for, and what to tell about it.
    pub(crate) fn pain_limits(&self, known: &Known) -> (Limits, Vec<Advice>) {
        known.rules.judge(PainState {
            now: self.pain,
            last_change: self.last_change,
            worse_next_day: self.worse_next_day,
        })
    }
}

/// Plans a session.
pub(crate) fn plan_of(known: &Known, start: &Start) -> Result<Plan, Refusal> {
    let broken = |what: String| Refusal::Broken(what);
    let name = start.wishes.programme();
    let programme: &Programme = known.catalogue.programme(name).ok_or_else(|| broken(name.to_owned()))?;
    let judgement =
        known.catalogue.screen.judge(&start.answers).map_err(|error| broken(error.to_string()))?;
    let mut usual = Request::of(programme);
    start.agreed.apply(&mut usual);
    let minutes = start.wishes.minutes.map(|minutes| Millis::from_seconds(f64::from(minutes) * 60.0));
    let request = Request {
        budget: minutes.unwrap_or(usual.budget),
        order: if start.wishes.article { Order::Article } else { programme.order },
        without: start.wishes.without(),
        gentle: start.gentle,
        change_pace: start.change_pace(known),
        sore_side: start.wishes.sore_side().map(|side| (side, known.rules.sore_side_range)),
        limits: start.pain_limits(known).0,
        judgement: Some(&judgement),
        ..usual
    };
    Plan::make(&known.catalogue, &request).map_err(|error| match error {
        PlanError::RedFlag { verdict, .. } => Refusal::Screen(verdict),
        PlanError::NothingFits { left_out, .. } => {
            Refusal::Nothing(left_out.into_iter().map(|left| (left.exercise, left.reason)).collect())
        }
        other => broken(other.to_string()),
    })
}

/// Returns whether a planned exercise is done on the floor.
pub(crate) fn is_on_floor(item: &PlanItem) -> bool {
    item.position.ground() == Ground::Floor
}

/// Returns whether a list before the floor has not been answered.
pub(crate) fn must_ask_floor(known: &Known, answers: &Answers) -> bool {
    let stages = &known.catalogue.screen.stages;
    stages.iter().any(|stage| stage.ask == Ask::BeforeFloor && !answers.answered.contains(&stage.id))
}

/// Returns what has to be at hand for planned exercises: of things that may stand in, the first there is.
pub(crate) fn kit_of(known: &Known, items: &[PlanItem], without: &BTreeSet<Kit>) -> Vec<Kit> {
    let at_hand = |need: &Need| {
        let mut choices = std::iter::once(need.item).chain(need.or.iter().copied());
        choices.find(|kit| !without.contains(kit))
    };
    let needs = items.iter().flat_map(|item| {
        let exercise = known.catalogue.exercise(&item.exercise);
        let form = exercise.and_then(|exercise| exercise.way(item.variant.as_deref()));
        form.map_or(&[][..], |form| &form.needs)
    });
    let kit: BTreeSet<Kit> = needs.filter_map(at_hand).collect();
    kit.into_iter().collect()
}

/// Returns whether a plan begins on the floor.
pub(crate) fn starts_on_floor(plan: &Plan) -> bool {
    plan.items.first().is_some_and(is_on_floor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_keeps_to_what_was_agreed_to_unless_today_something_else_is_wished_for() {
        let known = Known::built_in().unwrap();
        let mut start = Start::default();
        start.answers.answered = known.catalogue.screen.stages.iter().map(|stage| stage.id.clone()).collect();
        let usual = plan_of(&known, &start).unwrap();
        start.agreed =
            Agreed { minutes: Some(5), left_out: ["wall-angels".to_owned()].into(), changes: None };
        let agreed = plan_of(&known, &start).unwrap();
        assert!(usual.total() > Millis::from_seconds(300.0) && agreed.total() <= Millis::from_seconds(300.0));
        assert!(!agreed.items.iter().any(|item| item.exercise == "wall-angels"));
        start.wishes.minutes = Some(7);
        assert!(plan_of(&known, &start).unwrap().total() > Millis::from_seconds(300.0));
    }
}
