//! A plan.

use serde::Serialize;
use unknot_body::{Kit, Named};
use unknot_routine::{Order, Plan, PlanItem, Reason};

use super::names;
use crate::known::Known;

/// A plan, with the seconds of every piece.
#[derive(Serialize)]
pub(crate) struct PlanShape {
    total_seconds: f64,
    order: &'static str,
    brisk: bool,
    screened: bool,
    items: Vec<ItemShape>,
    get_up_seconds: f64,
    left_out: Vec<LeftOutShape>,
}

#[derive(Serialize)]
struct ItemShape {
    exercise: String,
    variant: Option<String>,
    position: &'static str,
    into_position_seconds: f64,
    work_seconds: f64,
    reps: u32,
    sides: Vec<&'static str>,
    dose: f64,
    kit: Vec<&'static str>,
}

#[derive(Serialize)]
struct LeftOutShape {
    exercise: String,
    reason: &'static str,
    missing: Option<&'static str>,
}

impl PlanShape {
    /// Returns the shape of a plan.
    pub(crate) fn of(known: &Known, plan: &Plan, without: &[Kit], screened: bool) -> Self {
        Self {
            total_seconds: plan.total().seconds(),
            order: order(plan.order),
            brisk: plan.brisk,
            screened,
            items: plan.items.iter().map(|item| ItemShape::of(known, item, without)).collect(),
            get_up_seconds: plan.get_up.seconds(),
            left_out: plan
                .left_out
                .iter()
                .map(|left| LeftOutShape {
                    exercise: left.exercise.clone(),
                    reason: match left.reason {
                        Reason::Kit(_) => "kit",
                        Reason::Screen => "screen",
                        Reason::Time => "time",
                        Reason::Wish => "wish",
                    },
                    missing: match left.reason {
                        Reason::Kit(kit) => Some(kit.name()),
                        Reason::Screen | Reason::Time | Reason::Wish => None,
                    },
                })
                .collect(),
        }
    }
}

impl ItemShape {
    fn of(known: &Known, item: &PlanItem, without: &[Kit]) -> Self {
        Self {
            exercise: item.exercise.clone(),
            variant: item.variant.clone(),
            position: item.position.name(),
            into_position_seconds: item.into_position.seconds(),
            work_seconds: item.work.seconds(),
            reps: item.repetitions,
            sides: if item.sides.is_empty() { vec!["both"] } else { names(item.sides.iter().copied()) },
            dose: f64::from(item.relative_dose) / 1_000_000.0,
            kit: names(known.kit(item, without)),
        }
    }
}

/// Returns the written name of an order.
pub(crate) fn order(order: Order) -> &'static str {
    match order {
        Order::Flow => "flow",
        Order::Article => "article",
        Order::Listed => "listed",
    }
}
