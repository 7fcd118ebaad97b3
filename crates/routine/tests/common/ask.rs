//! What a made-up person asks of the planner.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use unknot_body::{Kit, Named, Side};
use unknot_routine::{Catalogue, Judgement, Limits, Millis, Order, Programme, Request, Verdict};

use super::choose::{CONDITIONS, recipes};
use super::recipe::{self, Recipe};

/// A prescribed item: which exercise, and what is prescribed of it.
#[derive(Clone, Debug)]
pub struct Prescribed {
    pub exercise: usize,
    pub variant: Option<usize>,
    pub side: Option<Side>,
    pub repetitions: Option<u32>,
}

/// Made-up exercises and what is asked of them.
#[derive(Clone, Debug)]
pub struct Ask {
    pub recipes: Vec<Recipe>,
    pub table: usize,
    /// What is prescribed, in this order.
    pub items: Vec<Prescribed>,
    /// Which exercises the programme `allowed` has.
    pub allowed: BTreeSet<usize>,
    pub budget: Millis,
    pub order: Order,
    pub without: BTreeSet<Kit>,
    pub only: Option<Vec<usize>>,
    pub gentle: bool,
    pub half_dose: bool,
    pub upright_only: bool,
    pub limited: bool,
    pub conditions: BTreeSet<String>,
    pub pace: (u32, u32),
    pub sore_side: Option<(Side, f64)>,
    pub verdict: Option<Verdict>,
}

/// Everything that a [`Request`] borrows from.
pub struct Asked {
    pub catalogue: Catalogue,
    pub programme: Programme,
    pub judgement: Option<Judgement>,
}

impl Ask {
    pub fn asked(&self) -> Asked {
        let mut catalogue = recipe::catalogue(&self.recipes, recipe::some_changes(self.table));
        let name = |index: &usize| self.recipes[*index].id.as_str();
        if !self.allowed.is_empty() {
            catalogue.add_programme(recipe::programme("allowed", self.allowed.iter().map(name)));
        }
        let items: Vec<String> = self
            .items
            .iter()
            .map(|item| {
                let recipe = &self.recipes[item.exercise];
                let variant = item.variant.and_then(|v| recipe.variants.get(v));
                let variant = variant.map_or(String::new(), |v| format!(", variant = '{}'", v.id));
                let side = item.side.map_or(String::new(), |side| format!(", side = '{side}'"));
                let repetitions = item.repetitions.map_or(String::new(), |n| format!(", repetitions = {n}"));
                format!("{{ exercise = '{}'{variant}{side}{repetitions} }}", recipe.id)
            })
            .collect();
        let text = format!("id = 'asked'\nitems = [{}]", items.join(", "));
        let programme = Programme::parse("p.toml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        // Half of what limits a plan comes from the screen, half from the rules about pain.
        let limits = Limits {
            upright_only: self.upright_only,
            conditions: self.conditions.clone(),
            ..Limits::default()
        };
        let judgement =
            self.verdict.map(|verdict| Judgement { verdict, limits, because: vec!["a-box".to_owned()] });
        Asked { catalogue, programme, judgement }
    }

    pub fn request<'a>(&self, asked: &'a Asked) -> Request<'a> {
        let mut limits = Limits { half_dose: self.half_dose, ..Limits::default() };
        if self.limited && !self.allowed.is_empty() {
            limits.programmes.insert("allowed".to_owned());
        }
        Request {
            budget: self.budget,
            order: self.order,
            without: self.without.clone(),
            only: self.only.as_ref().map(|only| only.iter().map(|i| self.recipes[*i].id.clone()).collect()),
            gentle: self.gentle,
            change_pace: self.pace,
            sore_side: self.sore_side,
            limits,
            judgement: asked.judgement.as_ref(),
            ..Request::of(&asked.programme)
        }
    }

    pub fn is_limited_to_upright(&self) -> bool {
        self.verdict.is_some() && self.upright_only
    }

    pub fn conditions(&self) -> BTreeSet<String> {
        if self.verdict.is_some() { self.conditions.clone() } else { BTreeSet::new() }
    }
}

fn subset(count: usize) -> impl Strategy<Value = BTreeSet<usize>> {
    proptest::collection::btree_set(0..count, 0..=count)
}

/// Returns a strategy for what is asked of up to that many exercises.
pub fn asks(most: usize) -> impl Strategy<Value = Ask> {
    recipes(1..=most).prop_flat_map(|recipes| {
        let count = recipes.len();
        let each: Vec<usize> = (0..count).collect();
        let prescribed = (
            proptest::option::weighted(0.2, 0..3_usize),
            proptest::option::weighted(0.2, select(Side::ALL.to_vec())),
            proptest::option::weighted(0.2, 1..12_u32),
        );
        let items = (Just(each).prop_shuffle(), proptest::collection::vec(prescribed, count), 0..2_usize)
            .prop_map(|(order, prescribed, fewer)| -> Vec<Prescribed> {
                let kept = order.len().saturating_sub(fewer).max(1);
                let items = order.into_iter().zip(prescribed).take(kept);
                items
                    .map(|(exercise, (variant, side, repetitions))| Prescribed {
                        exercise,
                        variant,
                        side,
                        repetitions,
                    })
                    .collect()
            });
        let limits = (
            proptest::bool::weighted(0.2),
            proptest::bool::weighted(0.2),
            proptest::bool::weighted(0.2),
            proptest::bool::weighted(0.2),
            proptest::collection::btree_set(select(CONDITIONS.to_vec()).prop_map(str::to_owned), 0..3),
            proptest::option::weighted(
                0.5,
                select(vec![Verdict::Adapt, Verdict::Adapt, Verdict::Adapt, Verdict::CheckFirst]),
            ),
        );
        let kit = select(vec![Kit::Mat, Kit::Roller, Kit::Chair, Kit::Towel]);
        let asked = (
            10_000..160_000_u32,
            select(vec![Order::Flow, Order::Flow, Order::Article, Order::Listed]),
            proptest::collection::btree_set(kit, 0..3),
            proptest::option::weighted(0.2, proptest::collection::vec(0..count, 1..4)),
            select(vec![(1, 1), (1, 1), (3, 2), (7, 5)]),
            proptest::option::weighted(0.2, (select(Side::ALL.to_vec()), Just(0.7))),
        );
        (Just(recipes), 0..super::recipe::TABLES, items, subset(count), limits, asked).prop_map(
            |(recipes, table, items, allowed, limits, asked)| {
                let (gentle, half_dose, upright_only, limited, conditions, verdict) = limits;
                let (budget, order, without, only, pace, sore_side) = asked;
                let budget = Millis(budget);
                Ask {
                    recipes,
                    table,
                    items,
                    allowed,
                    budget,
                    order,
                    without,
                    only,
                    gentle,
                    half_dose,
                    upright_only,
                    limited,
                    conditions,
                    pace,
                    sore_side,
                    verdict,
                }
            },
        )
    })
}
