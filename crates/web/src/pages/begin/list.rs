//! A list of the safety screen.

use std::collections::BTreeSet;

use leptos::prelude::*;
use unknot_routine::{Answers, Stage, Verdict};

use crate::known::Known;
use crate::parts::Heading;

/// What is answered to a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListAnswer {
    /// The boxes that were ticked.
    pub(crate) ticked: BTreeSet<String>,
    /// Whether the person is unsure, or does not say which.
    pub(crate) unsure: bool,
}

impl ListAnswer {
    /// Notes it among all answers, in the place of an earlier one to the same list.
    pub(crate) fn note(&self, stage: &Stage, answers: &mut Answers) {
        for tick in &stage.boxes {
            answers.ticked.remove(&tick.id);
        }
        answers.unsure.remove(&stage.id);
        answers.ticked.extend(self.ticked.iter().cloned());
        if self.unsure {
            answers.unsure.insert(stage.id.clone());
        }
        answers.answered.insert(stage.id.clone());
    }
}

/// Asks a list. Where any tick ends it, it is not asked which one it is.
#[component]
pub(crate) fn List(
    /// The list.
    stage: Stage,
    /// Is given the answer.
    answer: Callback<ListAnswer>,
) -> impl IntoView {
    let known = Known::here();
    let title = known.word(stage.word());
    if stage.verdict <= Verdict::ClinicianToday {
        let boxes = stage.boxes.iter().map(|tick| view! { <li>{known.word(tick.word())}</li> });
        let any = move |_| answer.run(ListAnswer { unsure: true, ..ListAnswer::default() });
        return view! {
            <Heading text=title />
            <ul class="begin-list">{boxes.collect::<Vec<_>>()}</ul>
            <div class="button-row">
                <button class="button button-large" on:click=move |_| answer.run(ListAnswer::default())>
                    {known.ui("web-begin", "none")}
                </button>
                <button class="button-quiet button-large" on:click=any>
                    {known.ui("web-begin", "any")}
                </button>
            </div>
        }
        .into_any();
    }
    let ticked = RwSignal::new(ListAnswer::default());
    let boxes = stage.boxes.iter().map(|tick| {
        let id = tick.id.clone();
        let change = move |event| {
            let is_on = event_target_checked(&event);
            ticked.update(|answer| {
                if is_on {
                    answer.ticked.insert(id.clone());
                } else {
                    answer.ticked.remove(&id);
                }
            });
        };
        view! {
            <label>
                <input type="checkbox" on:change=change />
                <span>{known.word(tick.word())}</span>
            </label>
        }
    });
    let boxes = boxes.collect::<Vec<_>>();
    let unsure = stage.unsure_counts.then(|| {
        let change = move |event| {
            let is_on = event_target_checked(&event);
            ticked.update(|answer| answer.unsure = is_on);
        };
        view! {
            <label>
                <input type="checkbox" on:change=change />
                <span>{known.ui("web-begin", "unsure")}</span>
            </label>
        }
    });
    let (none, go_on) = (known.ui("web-begin", "none"), known.ui("web-begin", "go-on"));
    let words = move || {
        if ticked.with(|answer| *answer == ListAnswer::default()) { none.clone() } else { go_on.clone() }
    };
    view! {
        <Heading text=title.clone() />
        <fieldset class="choices">
            <legend class="visually-hidden">{title}</legend>
            {boxes}
            {unsure}
        </fieldset>
        <div class="button-row">
            <button class="button button-large" on:click=move |_| answer.run(ticked.get_untracked())>
                {words}
            </button>
        </div>
    }
    .into_any()
}
