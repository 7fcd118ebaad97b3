//! The seven.

use leptos::prelude::*;
use unknot_routine::Exercise;

use crate::known::Known;
use crate::parts::{Heading, Still};
use crate::route::Route;

/// Shows the exercises, in the order of the article, each with the way to its page.
#[component]
pub(crate) fn Seven() -> impl IntoView {
    let known = Known::here();
    let rows: Vec<_> = known.by_article().into_iter().map(|exercise| row(&known, exercise)).collect();
    view! {
        <Heading text=known.ui("web-seven", "title") />
        <p class="lead">{known.ui("web-seven", "lead")}</p>
        <ol class="seven plain-list">{rows}</ol>
        <p>
            <a class="button-quiet" href=Route::Print.href()>
                {known.ui("web-seven", "print")}
            </a>
        </p>
    }
}

fn row(known: &Known, exercise: &Exercise) -> impl IntoView + use<> {
    let href = Route::Exercise(exercise.id.clone()).href();
    view! {
        <li>
            <a class="seven-row" href=href>
                <Still id=exercise.id.clone() />
                <span class="seven-text">
                    <span class="seven-name">{known.name(exercise)}</span>
                    <span class="quiet">{known.word(exercise.word("why"))}</span>
                    <span class="seven-facts quiet small numbers">
                        <span>{known.called(exercise.form.position)}</span>
                        <span>{known.usual_length(exercise, &exercise.form)}</span>
                    </span>
                </span>
            </a>
        </li>
    }
}
