//! The seven on one page of paper.

use leptos::prelude::*;
use unknot_routine::{Exercise, Hurt};

use crate::known::Known;
use crate::parts::Heading;

/// Shows all of them with what to do and when to stop, and prints that.
#[component]
pub(crate) fn Print() -> impl IntoView {
    let known = Known::here();
    let rows: Vec<_> = known.by_article().into_iter().map(|exercise| row(&known, exercise)).collect();
    let stops: Vec<_> = Hurt::ALL
        .iter()
        .map(|hurt| {
            let (sign, advice) = (known.word(hurt.question()), known.word(hurt.outcome().advice()));
            view! {
                <dt>{sign}</dt>
                <dd>{advice}</dd>
            }
        })
        .collect();
    let print = |_| {
        // A browser that cannot print says so itself.
        let _printed = window().print();
    };
    view! {
        <div class="print">
            <Heading text=known.ui("web-print", "title") />
            <div class="print-off">
                <p class="lead">{known.ui("web-print", "lead")}</p>
                <p>
                    <button class="button" type="button" on:click=print>
                        {known.ui("web-print", "print")}
                    </button>
                </p>
            </div>
            <ol class="print-seven plain-list">{rows}</ol>
            <section class="print-stop">
                <h2>{known.ui("web-print", "stop")}</h2>
                <dl>{stops}</dl>
                <p>{known.ui("web-print", "foot")}</p>
            </section>
        </div>
    }
}

fn row(known: &Known, exercise: &Exercise) -> impl IntoView + use<> {
    let src = format!("exercise-{}.webp", exercise.id);
    let timeline = known.alone(exercise, None);
    let dose = known.dose(exercise, &exercise.form);
    let (into, steps) = timeline.map_or_else(Default::default, |timeline| {
        (known.getting_in(&exercise.form, &timeline), known.captions(&timeline))
    });
    view! {
        <li class="print-row">
            <img src=src alt="" width="400" height="300" />
            <div>
                <h2>{known.name(exercise)} <span class="print-dose numbers">{dose}</span></h2>
                <p>{into.join(" ")}</p>
                <p>{steps.join(" ")}</p>
            </div>
        </li>
    }
}
