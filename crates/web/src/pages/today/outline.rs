//! The plan that the choices come to.

use leptos::prelude::*;
use unknot_routine::{Plan, PlanItem, Reason};

use crate::known::Known;
use crate::session::{Refusal, Start, kit_of, plan_of};

/// Shows what will be done, how long it takes, what it needs, and what is left out and why.
#[component]
pub(super) fn Outline(
    /// What it is planned from.
    start: Signal<Start>,
) -> impl IntoView {
    let known = Known::here();
    let plan = Memo::new({
        let known = known.clone();
        move |_| start.with(|start| plan_of(&known, start))
    });
    move || {
        let known = &known;
        match plan.get() {
            Ok(plan) => outline(known, &plan, &start.get_untracked()).into_any(),
            Err(Refusal::Nothing(left_out)) => {
                let reasons: Vec<(String, Reason)> = left_out;
                view! {
                    <p class="notice">{known.ui("web-today", "nothing")}</p>
                    {left(known, &reasons)}
                }
                .into_any()
            }
            Err(Refusal::Screen(verdict)) => {
                view! { <p class="notice">{known.word(verdict.word())}</p> }.into_any()
            }
            Err(Refusal::Broken(what)) => view! { <p class="notice">{what}</p> }.into_any(),
        }
    }
}

/// Shows only what the exercises are called, to somebody who is here for the first time.
#[component]
pub(super) fn Names(
    /// What it is planned from.
    start: Signal<Start>,
) -> impl IntoView {
    let known = Known::here();
    let plan = start.with_untracked(|start| plan_of(&known, start)).ok();
    let items = plan.map(|plan| plan.items).unwrap_or_default();
    let names = items.into_iter().map(|item| {
        view! {
            <li>
                <span class="today-name">{known.name_of(&item.exercise)}</span>
            </li>
        }
    });
    view! { <ol class="today-items">{names.collect::<Vec<_>>()}</ol> }
}

fn outline(known: &Known, plan: &Plan, start: &Start) -> impl IntoView + use<> {
    let items = plan.items.iter().map(|item| {
        view! {
            <li>
                <span class="today-name">{known.name_of(&item.exercise)}</span>
                {variant(known, item).map(|variant| view! { <span class="today-variant quiet">{variant}</span> })}
                <span class="today-seconds numbers quiet">
                    {known.ui_number("web-today", "seconds", whole(item.work.seconds()))}
                </span>
            </li>
        }
    });
    let items = items.collect::<Vec<_>>();
    let kit = kit_of(known, &plan.items, &start.wishes.without());
    let kit: Vec<String> = kit.into_iter().map(|kit| known.called(kit)).collect();
    let kit = (!kit.is_empty()).then(|| format!("{} {}", known.ui("web-today", "kit"), kit.join(", ")));
    let total = plan.total().seconds();
    let clock = format!("{}:{:02}", whole(total / 60.0 - 0.5), whole(total.rem_euclid(60.0) - 0.5));
    let reasons: Vec<(String, Reason)> =
        plan.left_out.iter().map(|left| (left.exercise.clone(), left.reason)).collect();
    view! {
        <section class="today-plan" aria-live="off">
            <h2>
                {known.ui("web-today", "plan")} " " <span class="numbers today-total">{clock}</span>
            </h2>
            <ol class="today-items">{items}</ol>
            {plan.brisk.then(|| view! { <p class="quiet small">{known.ui("web-today", "brisk")}</p> })}
            {start.gentle.then(|| view! { <p class="quiet small">{known.ui("web-today", "gentle")}</p> })}
            {kit.map(|kit| view! { <p class="quiet small">{kit}</p> })}
            {left(known, &reasons)}
        </section>
    }
}

/// Returns what the way of doing an exercise is called, where it is not the usual one.
fn variant(known: &Known, item: &PlanItem) -> Option<String> {
    let (variant, exercise) = item.variant.as_deref().zip(known.catalogue.exercise(&item.exercise))?;
    Some(known.word(exercise.word(&format!("variant-{variant}"))))
}

fn left(known: &Known, reasons: &[(String, Reason)]) -> impl IntoView + use<> {
    let lines = reasons.iter().map(|(exercise, reason)| {
        let why = match reason {
            Reason::Kit(kit) => format!("{} {}", known.ui("web-today", "without"), known.called(*kit)),
            Reason::Screen => known.ui("web-today", "because-answers"),
            Reason::Time => known.ui("web-today", "because-time"),
            Reason::Wish => known.ui("web-today", "because-agreed"),
        };
        let left_out = known.ui("web-today", "left-out");
        view! { <p class="quiet small today-left">{format!("{left_out} {}: {why}.", known.name_of(exercise))}</p> }
    });
    lines.collect::<Vec<_>>()
}

fn whole(number: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let whole = number.round() as u32;
    whole
}
