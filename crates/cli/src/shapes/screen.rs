//! What the safety screen came to.

use serde::Serialize;
use unknot_routine::Verdict;

use crate::known::Known;
use crate::screening::{Changed, How, Screened, changes};

/// What the answers mean.
#[derive(Serialize)]
pub(crate) struct ScreenShape {
    verdict: &'static str,
    red_flag: bool,
    message: String,
    because: Vec<String>,
    conditions: Vec<String>,
    upright_only: bool,
    day: Option<String>,
    current: bool,
    changes: Vec<ChangeShape>,
}

#[derive(Serialize)]
struct ChangeShape {
    exercise: String,
    effect: &'static str,
    variant: Option<String>,
    range: Option<f64>,
}

impl ScreenShape {
    /// Returns the shape of answers and their meaning.
    pub(crate) fn of(known: &Known, screened: &Screened) -> Self {
        let judgement = &screened.judgement;
        Self {
            verdict: match judgement.verdict {
                Verdict::Emergency => "emergency",
                Verdict::ClinicianToday => "clinician-today",
                Verdict::CheckFirst => "check-first",
                Verdict::Adapt => "adapt",
            },
            red_flag: judgement.is_red_flag(),
            message: known.word(judgement.verdict.word()),
            because: judgement.because.clone(),
            conditions: judgement.limits.conditions.iter().cloned().collect(),
            upright_only: judgement.limits.upright_only,
            day: screened.answers.day.clone(),
            current: screened.current,
            changes: changes(known, judgement).into_iter().map(ChangeShape::of).collect(),
        }
    }
}

impl ChangeShape {
    fn of(changed: Changed) -> Self {
        let (effect, variant, range) = match changed.how {
            How::LeftOut => ("omit", None, None),
            How::Variant(variant) => ("variant", Some(variant), None),
            How::Range(range) => ("range", None, Some(range)),
        };
        Self { exercise: changed.exercise, effect, variant, range }
    }
}
