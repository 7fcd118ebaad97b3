//! How the last week was: the three questions of PEG.

use leptos::prelude::*;
use unknot_journal::{Entry, Pain, Peg as Answers};

use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{Heading, Scale, skip_peg};
use crate::route::Route;

/// Asks the three questions. Nobody has to answer.
#[component]
pub(crate) fn Peg() -> impl IntoView {
    let (known, keep) = (Known::here(), Keep::here());
    let [pain, enjoyment, activity] = [RwSignal::new(None), RwSignal::new(None), RwSignal::new(None)];
    let answers = move || {
        let number = |answer: RwSignal<Option<u8>>| Pain::try_from(answer.get()?).ok();
        Some(Answers { pain: number(pain)?, enjoyment: number(enjoyment)?, activity: number(activity)? })
    };
    let tell = move |_| {
        if let Some(peg) = untrack(answers) {
            keep.add(Entry::Peg(peg));
            Route::Journal.open();
        }
    };
    let skip = move |_| {
        skip_peg();
        Route::Journal.open();
    };
    let ends = || [known.ui("web-peg", "not-at-all"), known.ui("web-peg", "completely")];
    view! {
        <Heading text=known.ui("web-peg", "title") />
        <p class="lead">{known.ui("web-peg", "lead")}</p>
        <Scale question=known.ui("web-peg", "pain") pain name="peg-pain" />
        <Scale question=known.ui("web-peg", "enjoyment") pain=enjoyment name="peg-enjoyment" ends=ends() />
        <Scale question=known.ui("web-peg", "activity") pain=activity name="peg-activity" ends=ends() />
        <div class="button-row">
            <button class="button button-large" disabled=move || answers().is_none() on:click=tell>
                {known.ui("web-peg", "keep")}
            </button>
            <button class="button-quiet button-large" on:click=skip>
                {known.ui("web-peg", "not-now")}
            </button>
        </div>
        <p class="quiet small">{known.ui("web-peg", "source")}</p>
    }
}
