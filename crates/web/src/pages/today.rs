//! The first page.

use leptos::prelude::*;
use unknot_routine::Exercise;

use crate::known::Known;
use crate::parts::Heading;

/// Shows the seven, in the order of the article.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let known = Known::here();
    let mut exercises: Vec<&Exercise> = known.catalogue.exercises().collect();
    exercises.sort_by_key(|exercise| exercise.article);
    let names: Vec<_> =
        exercises.into_iter().map(|exercise| view! { <li>{known.name(exercise)}</li> }).collect();
    view! {
        <Heading text=known.ui("web-today", "title") />
        <p>{known.ui("web-today", "promise")}</p>
        <ol class="today-seven">{names}</ol>
    }
}
