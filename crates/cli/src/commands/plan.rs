//! `unknot plan`.

use unknot_journal::Agreed;
use unknot_routine::{Limits, Plan, PlanItem, Programme};

use crate::args::{Form, SessionArgs};
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::request::{plan, programme, reason};
use crate::screening::{note_missing, without_asking};
use crate::shapes::{PlanShape, order};
use crate::text::{Weight, clock, hang, pad, seconds, times};

/// Shows a plan.
pub(crate) fn run(known: &Known, args: &SessionArgs, agreed: &Agreed, form: Form) -> Result<(), Failure> {
    let programme = programme(known, args)?;
    let screened = without_asking(known, args.screen.as_deref())?;
    let judgement = screened.as_ref().map(|screened| &screened.judgement);
    let plan = plan(known, args, &programme, judgement, Limits::default(), agreed)?;
    if form.json {
        let is_current = screened.as_ref().is_some_and(|screened| screened.current);
        return out::json(&PlanShape::of(known, &plan, &args.without, is_current));
    }
    note_missing(screened.as_ref());
    out::print(&describe(known, &programme, &plan, args))
}

/// Describes a plan for people.
pub(crate) fn describe(known: &Known, programme: &Programme, plan: &Plan, args: &SessionArgs) -> String {
    let weight = Weight::of_output();
    let title = programme.name.as_deref().unwrap_or(&programme.id);
    let mut text = format!("{}\n\n", weight.bold(title));
    text.push_str(&table(known, plan, weight));
    let total = plan.total().seconds();
    let order = format!("minutes, in {} order", order(plan.order));
    text.push_str(&format!("\n{} {}", weight.bold(&clock(total)), weight.dim(&order)));
    if plan.brisk {
        text.push_str(&weight.dim("; brisk: shorter or faster than usual, to fit"));
    }
    text.push('\n');
    let kit = kit(known, plan, args);
    if !kit.is_empty() {
        text.push_str(&hang(&format!("{} ", weight.dim(&known.ui("cli-intro", "kit"))), &kit));
    }
    for left in &plan.left_out {
        let why = reason(known, left.reason);
        text.push_str(&weight.dim(&format!("Left out: {} ({why})", known.name(&left.exercise))));
        text.push('\n');
    }
    text
}

fn table(known: &Known, plan: &Plan, weight: Weight) -> String {
    let rows: Vec<(String, String)> =
        plan.items.iter().map(|item| (known.name(&item.exercise), known.called(item.position))).collect();
    let width = |column: fn(&(String, String)) -> &String| {
        rows.iter().map(|row| column(row).chars().count()).max().unwrap_or(0)
    };
    let (names, positions) = (width(|row| &row.0), width(|row| &row.1));
    let mut text =
        weight.dim(&format!("    {}  {}  move    do  how much\n", pad("", names), pad("", positions)));
    for (number, (item, (name, position))) in (1..).zip(plan.items.iter().zip(&rows)) {
        let lead = format!(
            "{number:>2}  {}  {}  {:>4}  {:>4}  ",
            pad(name, names),
            weight.dim(&pad(position, positions)),
            clock(item.into_position.seconds()),
            clock(item.work.seconds()),
        );
        text.push_str(&hang(&lead, &how_much(item)));
        if let Some(variant) = variant(known, item) {
            text.push_str(&format!("    {}\n", weight.dim(&variant)));
        }
    }
    if plan.get_up.seconds() > 0.0 {
        let up = pad(&known.ui("cli-intro", "get-up"), names);
        let get_up = clock(plan.get_up.seconds());
        text.push_str(&format!("    {up}  {}  {get_up:>4}\n", pad("", positions)));
    }
    text
}

/// Returns what the way of doing an exercise is called, where it is not the usual one.
fn variant(known: &Known, item: &PlanItem) -> Option<String> {
    let (variant, exercise) = item.variant.as_deref().zip(known.catalogue.exercise(&item.exercise))?;
    Some(known.word(exercise.word(&format!("variant-{variant}"))))
}

/// Returns how often, on which sides, how long each hold is, and how small, in a few words.
fn how_much(item: &PlanItem) -> String {
    let mut parts = Vec::new();
    let sets = item.dose.iter().map(|dose| dose.sets).max().unwrap_or(1);
    match (sets, item.repetitions) {
        // That each side has its turn says so already.
        (1, 1) if !item.sides.is_empty() => {}
        (1, repetitions) => parts.push(times(repetitions)),
        (sets, repetitions) => parts.push(format!("{sets} sets of {repetitions}")),
    }
    match item.sides[..] {
        [] => {}
        [side] => parts.push(format!("{side} only")),
        // Which side is first matters where one of them is sore.
        [first, ..] if item.sore_side.is_some() => parts.push(format!("each side, {first} first")),
        [..] => parts.push("each side".to_owned()),
    }
    let holds = item.dose.iter().map(|dose| dose.hold.seconds()).filter(|hold| *hold > 0.0);
    if let Some(hold) = holds.reduce(f64::max) {
        parts.push(format!("hold {}", seconds(hold)));
    }
    if item.range < 1.0 {
        parts.push("small movements".to_owned());
    }
    parts.join(", ")
}

/// Returns what has to be laid out before.
pub(crate) fn kit(known: &Known, plan: &Plan, args: &SessionArgs) -> String {
    let mut kit: Vec<_> = plan.items.iter().flat_map(|item| known.kit(item, &args.without)).collect();
    kit.sort();
    kit.dedup();
    kit.into_iter().map(|kit| known.called(kit)).collect::<Vec<_>>().join(", ")
}
