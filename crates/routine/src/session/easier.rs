//! "Easier": the same exercise in a way that asks less.

use unknot_body::{Ground, Side, Sides};

use super::{Event, Session};
use crate::exercise::{Effect, Exercise, Variant, VariantKind};
use crate::plan::PlanItem;
use crate::time::Millis;
use crate::timeline::Timeline;

impl Session<'_> {
    /// Goes on in an easier way: in the exercise's next easier variant that the person may do, or else with a
    /// smaller range, down to the least that is worth doing.
    pub fn easier(&mut self) -> Vec<Event> {
        let Some(index) = self.interruptible() else { return Vec::new() };
        let mut item = self.plan.items[index].clone();
        let Some(exercise) = self.catalogue.exercise(&item.exercise) else { return Vec::new() };
        let current = exercise.variants.iter().position(|v| Some(&v.id) == item.variant.as_ref());
        let mut variants = exercise.variants.iter().enumerate();
        let variant =
            variants.find(|(at, v)| current.is_none_or(|now| *at > now) && self.may_do(exercise, v));
        let variant = variant.map(|(_, variant)| variant);
        if let Some(variant) = variant {
            let only = match item.sides[..] {
                [only] => Some(only),
                _ => None,
            };
            if variant.form.blocks.len() != item.dose.len() {
                item.dose = variant.form.default_choice();
            }
            item.variant = Some(variant.id.clone());
            item.position = variant.form.position;
            item.work = variant.form.length(&item.dose, exercise.breath, only);
            item.range = item.range.min(variant.form.range);
            if !variant.form.has_sides() {
                item.sides.clear();
            } else if item.sides.is_empty() {
                item.sides = vec![Side::Right, Side::Left];
            }
        } else if item.range * self.rules.easier_range >= self.rules.least_range {
            item.range *= self.rules.easier_range;
        } else {
            return vec![Event::AsEasyAsCanBe(exercise.id.clone())];
        }
        let event = Event::Eased {
            exercise: exercise.id.clone(),
            variant: item.variant.clone().filter(|_| variant.is_some()),
        };
        let old = &self.plan.items[index];
        if item.work == old.work && item.position == old.position && self.same_shape(index, &item) {
            self.plan.items[index] = item;
            self.recompile();
        } else {
            self.go_to(index, vec![item], 1);
        }
        vec![event]
    }

    /// Returns whether a variant is easier and may take the exercise's place: with what is at hand, within what
    /// the plan keeps to, and without sending anybody down to the floor who is not there.
    fn may_do(&self, exercise: &Exercise, variant: &Variant) -> bool {
        let limits = &self.plan.limits;
        let has_kit = variant.form.missing_kit(|kit| self.without.contains(kit)).is_none();
        let is_prescribed = exercise.cautions.iter().any(|caution| {
            limits.conditions.contains(&caution.condition) && matches!(caution.effect, Effect::Variant(_))
        });
        let goes_down = variant.form.position.ground() > self.moment().segment.position.ground();
        variant.kind == VariantKind::Easier
            && has_kit
            && !is_prescribed
            && !goes_down
            && limits.programmes.is_empty()
            && !(limits.upright_only && variant.form.position.ground() == Ground::Floor)
    }

    /// Returns whether an item would have the same segments, so that the clock can simply go on in it.
    fn same_shape(&self, index: usize, item: &PlanItem) -> bool {
        let mut plan = self.plan.clone();
        plan.items[index] = item.clone();
        let Ok(timeline) = self.compiled(&plan) else { return false };
        let shape = |timeline: &Timeline| -> Vec<(Millis, Sides)> {
            timeline.segments().iter().map(|segment| (segment.end, segment.side)).collect()
        };
        shape(&timeline) == shape(&self.timeline)
    }
}
