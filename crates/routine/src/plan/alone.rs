//! One exercise by itself, as it is usually done: to be looked at, not to be prescribed.

use super::{Plan, PlanItem, USUAL_DOSE};
use crate::exercise::{Exercise, Form};
use crate::programme::Order;
use crate::safety::Limits;
use crate::time::Millis;

impl Plan {
    /// Returns the plan of one exercise at its usual dose, entered and left at once. Nobody is asked whether it is
    /// right for them: for pictures of the exercise, and for nothing that somebody is led through.
    #[must_use]
    pub fn alone(exercise: &Exercise, variant: Option<&str>) -> Option<Self> {
        let form: &Form = exercise.way(variant)?;
        let dose: Vec<_> = form.blocks.iter().map(|block| block.default_dose()).collect();
        let first = exercise.authored_side;
        let item = PlanItem {
            exercise: exercise.id.clone(),
            variant: variant.map(str::to_owned),
            position: form.position,
            into_position: Millis::ZERO,
            work: form.length(&dose, exercise.breath, None),
            relative_dose: USUAL_DOSE,
            repetitions: form
                .main_block()
                .and_then(|index| dose.get(index))
                .map_or(1, |dose| dose.repetitions),
            sides: if form.has_sides() { vec![first, first.other()] } else { Vec::new() },
            range: 1.0,
            sore_side: None,
            dose,
        };
        Some(Self {
            items: vec![item],
            get_up: Millis::ZERO,
            order: Order::Listed,
            brisk: false,
            left_out: Vec::new(),
            limits: Limits::default(),
        })
    }
}
