//! What a plan is asked for.

use std::collections::BTreeSet;

use unknot_body::{Kit, Side};

use super::{LeftOut, Reason};
use crate::programme::{Order, Programme};
use crate::safety::{Judgement, Limits, Verdict};
use crate::time::Millis;

/// What a plan is asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// Which exercises, at what dose.
    pub programme: &'a Programme,
    /// How long it may take at most.
    pub budget: Millis,
    /// In what order.
    pub order: Order,
    /// What is not at hand.
    pub without: BTreeSet<Kit>,
    /// Only these exercises; those that the programme lacks are added to it.
    pub only: Option<Vec<String>>,
    /// Exercises that the person leaves out, unless they are named in `only`.
    pub left_out: BTreeSet<String>,
    /// Whether it is one of the first sessions, with gentler doses.
    pub gentle: bool,
    /// How much longer than usual changes of position take, as a fraction.
    pub change_pace: (u32, u32),
    /// The side that is sore, and the share of the range that it gets.
    pub sore_side: Option<(Side, f64)>,
    /// What pain asks for.
    pub limits: Limits,
    /// What the safety screen came to; none while the person has not been screened.
    pub judgement: Option<&'a Judgement>,
}

impl<'a> Request<'a> {
    /// Returns the request for a programme as it stands.
    #[must_use]
    pub fn of(programme: &'a Programme) -> Self {
        Self {
            programme,
            budget: programme.budget,
            order: programme.order,
            without: BTreeSet::new(),
            only: None,
            left_out: BTreeSet::new(),
            gentle: false,
            change_pace: (1, 1),
            sore_side: None,
            limits: Limits::default(),
            judgement: None,
        }
    }

    pub(super) fn pace(&self, change: Millis) -> Millis {
        change.scaled(self.change_pace.0, self.change_pace.1)
    }

    pub(super) fn all_limits(&self) -> Limits {
        let screened = self.judgement.map(|judgement| judgement.limits.clone()).unwrap_or_default();
        self.limits.clone().and(screened)
    }
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// The screen found something that rules a session out.
    #[error("no session: the safety screen found a red flag ({})", .because.join(", "))]
    RedFlag {
        /// How grave it is.
        verdict: Verdict,
        /// The boxes that were ticked.
        because: Vec<String>,
    },
    /// There is no such exercise.
    #[error("there is no exercise `{id}`; {hint}")]
    UnknownExercise {
        /// What was asked for.
        id: String,
        /// What may have been meant.
        hint: String,
    },
    /// The exercise has no such variant.
    #[error("`{exercise}` has no variant `{variant}`")]
    UnknownVariant {
        /// The exercise.
        exercise: String,
        /// What was asked for.
        variant: String,
    },
    /// There is no such programme.
    #[error("there is no programme `{0}`")]
    UnknownProgramme(String),
    /// Not one exercise fits.
    #[error("{}", nothing(*.budget, .left_out))]
    NothingFits {
        /// The time there was.
        budget: Millis,
        /// What was considered, and why it is not done.
        left_out: Vec<LeftOut>,
    },
}

fn nothing(budget: Millis, left_out: &[LeftOut]) -> String {
    if left_out.iter().any(|left| left.reason == Reason::Time) {
        format!("nothing fits into {}", minutes(budget))
    } else {
        "nothing is left to do".to_owned()
    }
}

fn minutes(budget: Millis) -> String {
    let minutes = budget.seconds() / 60.0;
    format!("{minutes} {}", if (minutes - 1.0).abs() < 1e-9 { "minute" } else { "minutes" })
}
