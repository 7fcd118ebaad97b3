//! The planner against trying everything, on thousands of made-up catalogues.

#![allow(clippy::expect_used, reason = "a test may fail")]

mod common;

use std::collections::BTreeSet;

use common::ask::{Ask, asks};
use common::brute;
use common::recipe::{Amounts, Recipe};
use proptest::prelude::*;
use unknot_body::Ground;
use unknot_routine::{Catalogue, Millis, Order, Plan, PlanError, Verdict};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 1500, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn no_plan_is_better(ask in asks(5)) {
        let asked = ask.asked();
        let best = brute::best(&ask, &asked.catalogue);
        match Plan::make(&asked.catalogue, &ask.request(&asked)) {
            Ok(plan) => {
                prop_assert_eq!(Some(brute::worth(&ask, &asked.catalogue, &plan)), best);
                keeps_to_what_was_asked(&ask, &asked.catalogue, &plan)?;
            }
            Err(PlanError::NothingFits { budget, .. }) => {
                prop_assert_eq!(budget, ask.budget);
                prop_assert_eq!(best, None);
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}

/// Returns an exercise of which neither more nor less can be done.
fn without_choices(mut recipe: Recipe) -> Recipe {
    for block in &mut recipe.blocks {
        block.sets = Amounts::fixed(block.sets.default);
        block.repetitions = Amounts::fixed(block.repetitions.default);
        block.hold = block.hold.map(|hold| Amounts::fixed(hold.default));
        block.tempo = None;
    }
    recipe
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn no_plan_is_better_where_there_are_many_exercises(ask in asks(10), more in 0..200_000_u32) {
        let recipes = ask.recipes.iter().cloned().map(without_choices).collect();
        let ask = Ask { recipes, budget: Millis(ask.budget.0 + more), ..ask };
        let asked = ask.asked();
        let plan = Plan::make(&asked.catalogue, &ask.request(&asked)).ok();
        let worth = plan.map(|plan| brute::worth(&ask, &asked.catalogue, &plan));
        prop_assert_eq!(worth, brute::best(&ask, &asked.catalogue));
    }
}

fn keeps_to_what_was_asked(ask: &Ask, catalogue: &Catalogue, plan: &Plan) -> Result<(), TestCaseError> {
    prop_assert!(plan.total() <= ask.budget);
    let pieces: Millis = plan.items.iter().map(|item| item.into_position + item.work).sum();
    prop_assert_eq!(plan.total(), pieces + plan.get_up);
    let ids: BTreeSet<&str> = plan.items.iter().map(|item| item.exercise.as_str()).collect();
    prop_assert_eq!(ids.len(), plan.items.len(), "an exercise is there twice");
    for (index, item) in plan.items.iter().enumerate() {
        let change = match index.checked_sub(1).map(|before| plan.items[before].position) {
            None => catalogue.changes.begin(item.position),
            Some(before) => catalogue.changes.between(before, item.position),
        };
        prop_assert_eq!(
            item.into_position,
            change.scaled(ask.pace.0, ask.pace.1),
            "a change is not the table's"
        );
        let recipe = ask.recipes.iter().find(|recipe| recipe.id == item.exercise).expect("an exercise");
        let (position, needs) = recipe.way(item.variant.as_deref());
        prop_assert_eq!(position, item.position);
        for (need, or) in needs {
            prop_assert!(
                std::iter::once(need).chain(or).any(|kit| !ask.without.contains(kit)),
                "without {}",
                need
            );
        }
        prop_assert!(!(ask.is_limited_to_upright() && position.ground() == Ground::Floor));
        prop_assert!(item.range > 0.0 && item.range <= 1.0);
        prop_assert_eq!(item.sore_side, ask.sore_side);
        if let (Some((sore, _)), [first, _]) = (ask.sore_side, &item.sides[..]) {
            prop_assert_eq!(*first, sore.other(), "the easier side comes first");
        }
    }
    let last = plan.items.last().expect("a plan has items").position;
    let up = if last.ground() == Ground::Floor { catalogue.changes.get_up(last) } else { Millis::ZERO };
    prop_assert_eq!(plan.get_up, up.scaled(ask.pace.0, ask.pace.1));
    match ask.order {
        Order::Flow => {
            prop_assert!(plan.items.is_sorted_by_key(|item| catalogue.changes.flow_rank(item.position)));
            prop_assert!(plan.floor_changes() <= 2, "flow goes down to the floor once");
        }
        Order::Article => {
            let number = |id: &str| catalogue.exercise(id).and_then(|e| e.article).unwrap_or(u32::MAX);
            prop_assert!(plan.items.is_sorted_by_key(|item| number(&item.exercise)));
        }
        Order::Listed => {}
    }
    let every = plan.items.len() + plan.left_out.len();
    let considered = match &ask.only {
        None => ask.items.len(),
        Some(only) => only.iter().collect::<BTreeSet<_>>().len(),
    };
    prop_assert_eq!(every, considered, "everything is done, or left out for a reason");
    let less = plan.items.iter().any(|item| item.relative_dose < 1_000_000);
    prop_assert!(plan.brisk || !less, "not called brisk");
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_same_is_planned_every_time(ask in asks(8)) {
        let (once, again) = (ask.asked(), ask.asked());
        prop_assert_eq!(
            Plan::make(&once.catalogue, &ask.request(&once)),
            Plan::make(&again.catalogue, &ask.request(&again))
        );
    }

    #[test]
    fn in_flow_the_order_of_the_programme_does_not_matter(
        (ask, shuffled) in asks(6).prop_flat_map(|ask| {
            let items = Just(ask.items.clone()).prop_shuffle();
            (Just(Ask { order: Order::Flow, ..ask }), items)
        }),
    ) {
        let other = Ask { items: shuffled, ..ask.clone() };
        let score = |ask: &Ask| {
            let asked = ask.asked();
            let plan = Plan::make(&asked.catalogue, &ask.request(&asked)).ok()?;
            let worth = brute::worth(ask, &asked.catalogue, &plan);
            Some((worth.dose, worth.floor_changes, worth.hurry, worth.extra, worth.seconds))
        };
        prop_assert_eq!(score(&ask), score(&other));
    }

    #[test]
    fn more_time_is_never_worse(ask in asks(6), more in 1..60_000_u32) {
        let longer = Ask { budget: Millis(ask.budget.0 + more), ..ask.clone() };
        let score = |ask: &Ask| {
            let asked = ask.asked();
            let plan = Plan::make(&asked.catalogue, &ask.request(&asked)).ok()?;
            let worth = brute::worth(ask, &asked.catalogue, &plan);
            Some((worth.dose, worth.floor_changes, worth.hurry, worth.extra))
        };
        prop_assert!(score(&longer) >= score(&ask));
    }

    #[test]
    fn a_red_flag_rules_a_session_out(ask in asks(3), today in any::<bool>()) {
        let verdict = if today { Verdict::ClinicianToday } else { Verdict::Emergency };
        let ask = Ask { verdict: Some(verdict), ..ask };
        let asked = ask.asked();
        let refused = Plan::make(&asked.catalogue, &ask.request(&asked));
        prop_assert_eq!(refused, Err(PlanError::RedFlag { verdict, because: vec!["a-box".to_owned()] }));
    }
}
