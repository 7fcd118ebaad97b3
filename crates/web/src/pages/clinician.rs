//! What a clinician wants to know of it, on one page of paper.

mod answers;
mod done;

use leptos::prelude::*;
use unknot_plot::Course;

use crate::insight::{Meant, say};
use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{Heading, PainOverTime, date};
use crate::route::Route;

use answers::answers;
use done::{done, worse};

/// At most so many scores of PEG are shown, the latest.
const PEG: usize = 4;

/// Shows the page, and prints it.
#[component]
pub(crate) fn Clinician() -> impl IntoView {
    let (known, keep) = (Known::here(), Keep::here());
    let title = known.ui("web-clinician", "title");
    let page = move || {
        let known = Known::here();
        let journal = keep.journal().get();
        let now = keep.time().filter(|_| !journal.records().is_empty());
        match now {
            Some(now) => page(&known, &Meant::of(&known, journal, now)).into_any(),
            None => view! { <p>{known.ui("web-clinician", "nothing")}</p> }.into_any(),
        }
    };
    let print = |_| {
        // A browser that cannot print says so itself.
        let _printed = window().print();
    };
    view! {
        <Show when=move || keep.loaded().get()>
            <div class="print clinician">
                <Heading text=title.clone() />
                <div class="print-off">
                    <p class="lead">{known.ui("web-clinician", "lead")}</p>
                    <div class="button-row">
                        <button class="button" type="button" on:click=print>
                            {known.ui("web-print", "print")}
                        </button>
                        <a class="button-quiet" href=Route::Journal.href()>{known.ui("web-clinician", "back")}</a>
                    </div>
                </div>
                {page}
            </div>
        </Show>
    }
}

fn page(known: &Known, meant: &Meant) -> impl IntoView + use<> {
    let insight = &meant.insight;
    let today = meant.now.on_the_wall().date();
    let as_of = format!("{} {}.", known.ui("web-clinician", "as-of"), date::short_day(today));
    let course = Course::of(&meant.journal, insight, today);
    let picture = course.map(|course| {
        view! {
            <div class="print-off">
                <PainOverTime course=course.clone() meant=meant.clone() />
            </div>
            <div class="print-only">
                <PainOverTime course meant=meant.clone() paper=true />
            </div>
        }
    });
    // The scores of PEG have a line of their own.
    let paragraphs = insight.answer().into_iter().take(2);
    let paragraphs = paragraphs.map(|part| {
        let sentences = [part.headline, vec![part.text]].concat();
        view! { <p>{say(known, &sentences)}</p> }
    });
    let peg = insight.peg.iter().rev().take(PEG).rev();
    let peg: Vec<String> =
        peg.map(|told| format!("{:.1} ({})", told.score, date::short_day(told.date))).collect();
    let peg = (!peg.is_empty())
        .then(|| view! { <p>{format!("{} {}", known.ui("web-clinician", "peg"), peg.join(", "))}</p> });
    let often = insight.adherence.as_ref().map(|adherence| view! { <p>{say(known, &adherence.tell())}</p> });
    view! {
        <p>{as_of}</p>
        <section>
            <h2>{known.ui("web-clinician", "pain")}</h2>
            {picture}
            {paragraphs.collect::<Vec<_>>()}
            {peg}
        </section>
        <div class="clinician-pair">
            <section>
                <h2>{known.ui("web-clinician", "done")}</h2>
                {often}
                {done(known, insight)}
            </section>
            <section>
                <h2>{known.ui("web-clinician", "worse")}</h2>
                {worse(known, insight)}
            </section>
        </div>
        <section>
            <h2>{known.ui("web-clinician", "answers")}</h2>
            {answers(known, &meant.journal)}
        </section>
        <p class="quiet small">{known.ui("web-clinician", "foot")}</p>
    }
}
