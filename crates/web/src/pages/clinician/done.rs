//! What was done, and what it made worse.

use leptos::prelude::*;
use unknot_journal::{HurtAnswer, HurtOn, Insight};
use unknot_routine::Hurt;

use crate::known::Known;
use crate::parts::date;

/// At most so many times that it hurt are shown, the latest.
const HURTS: usize = 5;

/// Shows how often each exercise was done, skipped, made easier and sore.
pub(super) fn done(known: &Known, insight: &Insight) -> impl IntoView + use<> {
    let rows = insight.exercises.iter().map(|habit| {
        let numbers = [habit.planned - habit.skipped, habit.skipped, habit.eased, habit.sore];
        let cells: Vec<_> = numbers.into_iter().map(|number| view! { <td>{number}</td> }).collect();
        view! {
            <tr>
                <th scope="row">{known.name_of(&habit.exercise)}</th>
                {cells}
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let heads = [
        known.ui("web-clinician", "exercise"),
        known.ui("web-clinician", "times-done"),
        known.ui("web-clinician", "skipped"),
        known.ui("web-clinician", "eased"),
        known.ui("web-clinician", "sore"),
    ];
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect();
    if rows.is_empty() {
        return view! { <p>{known.ui("web-clinician", "no-session")}</p> }.into_any();
    }
    view! {
        <table class="clinician-done numbers">
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Shows after how many sessions something was worse, and when it hurt.
pub(super) fn worse(known: &Known, insight: &Insight) -> impl IntoView + use<> {
    let troubles = &insight.troubles;
    let counts = [
        (known.ui("web-clinician", "right-after"), troubles.worse_after, troubles.asked_after),
        (known.ui("web-clinician", "next-day"), troubles.worse_next_day, troubles.asked_next_day),
    ];
    let of = known.ui("web-clinician", "of");
    let counts = counts.into_iter().filter(|(_, _, asked)| *asked > 0).map(|(when, worse, asked)| {
        view! { <li>{format!("{when} {worse} {of} {asked}")}</li> }
    });
    let hurts = troubles.hurts.iter().rev().take(HURTS).map(|hurt| view! { <li>{line(known, hurt)}</li> });
    let lines: Vec<_> = counts.map(IntoAny::into_any).chain(hurts.map(IntoAny::into_any)).collect();
    if lines.is_empty() {
        return view! { <p>{known.ui("web-clinician", "nothing-worse")}</p> }.into_any();
    }
    view! { <ul>{lines}</ul> }.into_any()
}

/// Returns when it hurt, in what, and how.
fn line(known: &Known, hurt: &HurtOn) -> String {
    let kind = hurt.answer.map(|answer| match answer {
        HurtAnswer::Sharp => Hurt::Sharp,
        HurtAnswer::NewSymptom => Hurt::NewSymptom,
        HurtAnswer::EmergencySign => Hurt::EmergencySign,
    });
    let kind = kind.map(|kind| known.word(kind.question()));
    let exercise = hurt.exercise.as_deref().map(|id| known.name_of(id));
    let parts = [Some(date::short_day(hurt.date)), exercise, kind];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{} {}", known.ui("web-clinician", "hurt"), parts.join(", "))
}
