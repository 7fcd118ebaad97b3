//! Plans: which exercises, at what dose, in what order, and the seconds of every piece.

mod alone;
mod bound;
mod candidates;
mod request;
mod solve;

pub use request::{PlanError, Request};

use unknot_body::{Ground, Kit, Position, Side};

use crate::catalogue::Catalogue;
use crate::exercise::DoseChoice;
use crate::programme::Order;
use crate::safety::Limits;
use crate::time::Millis;

/// The usual dose, in millionths of itself.
const USUAL_DOSE: u32 = 1_000_000;

/// What is to be done, with the seconds of every piece.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The exercises, in order.
    pub items: Vec<PlanItem>,
    /// The time to stand up at the end; none where the plan ends upright.
    pub get_up: Millis,
    /// In what order they are.
    pub order: Order,
    /// Whether something is done faster or less than usual, to fit.
    pub brisk: bool,
    /// What is not done, and why.
    pub left_out: Vec<LeftOut>,
    /// What it keeps to, and whatever takes the place of one of its items has to.
    pub limits: Limits,
}

/// A planned exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// The exercise.
    pub exercise: String,
    /// Which way of doing it, if not the usual one.
    pub variant: Option<String>,
    /// The position in which it begins and ends.
    pub position: Position,
    /// The time from the position before into this one.
    pub into_position: Millis,
    /// The time it takes.
    pub work: Millis,
    /// The dose of each of its blocks.
    pub dose: DoseChoice,
    /// Of its usual dose, in millionths.
    pub relative_dose: u32,
    /// The repetitions of its main block.
    pub repetitions: u32,
    /// The sides, in order; empty where both are done at once.
    pub sides: Vec<Side>,
    /// How much of the way to each posture is gone, 0–1.
    pub range: f64,
    /// The side on which less of the way is gone, and how much of it.
    pub sore_side: Option<(Side, f64)>,
}

/// An exercise that is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The exercise.
    pub exercise: String,
    /// Why.
    pub reason: Reason,
}

/// Why an exercise is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This is missing, and nothing stands in for it.
    Kit(Kit),
    /// The screen's answers rule it out.
    Screen,
    /// There is not enough time.
    Time,
    /// The person leaves it out.
    Wish,
}

impl Plan {
    /// Plans a session by the objective: most of the usual dose; in flow order fewest changes between floor
    /// and standing; least hurry; then most dose above the usual; then fewest seconds; then ids.
    ///
    /// # Errors
    /// A red flag, an unknown exercise, or nothing that fits.
    pub fn make(catalogue: &Catalogue, request: &Request<'_>) -> Result<Self, PlanError> {
        let (candidates, mut left_out) = candidates::of(catalogue, request)?;
        let solution = solve::best(&candidates, &catalogue.changes, request);
        let chosen: Vec<usize> = solution.iter().map(|(candidate, _)| *candidate).collect();
        for (_, candidate) in candidates.iter().enumerate().filter(|(index, _)| !chosen.contains(index)) {
            left_out.push(LeftOut { exercise: candidate.exercise.id.clone(), reason: Reason::Time });
        }
        if solution.is_empty() {
            return Err(PlanError::NothingFits { budget: request.budget, left_out });
        }
        let mut items: Vec<PlanItem> = Vec::with_capacity(solution.len());
        let mut hurried = false;
        for (candidate, option) in solution {
            let (candidate, option) = (&candidates[candidate], &candidates[candidate].options[option]);
            hurried |= option.relative_dose < USUAL_DOSE || option.hurry > Millis::ZERO;
            let into_position = request.pace(match items.last() {
                None => catalogue.changes.begin(candidate.form.position),
                Some(before) => catalogue.changes.between(before.position, candidate.form.position),
            });
            items.push(candidate.item(option, into_position, request));
        }
        let get_up =
            items.last().map_or(Millis::ZERO, |last| request.pace(catalogue.changes.get_up(last.position)));
        Ok(Self {
            brisk: hurried,
            items,
            get_up,
            order: request.order,
            left_out,
            limits: request.all_limits(),
        })
    }

    /// Returns the sum of all pieces.
    #[must_use]
    pub fn total(&self) -> Millis {
        self.items.iter().map(|item| item.into_position + item.work).sum::<Millis>() + self.get_up
    }

    /// Returns the changes between floor and standing, getting up at the end included.
    #[must_use]
    pub fn floor_changes(&self) -> u32 {
        let grounds = self.items.iter().map(|item| item.position.ground()).chain([Ground::Upright]);
        let mut ground = Ground::Upright;
        let mut changes = 0;
        for next in grounds {
            changes += u32::from(next != ground);
            ground = next;
        }
        changes
    }
}
