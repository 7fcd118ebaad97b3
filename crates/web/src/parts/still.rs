//! A still picture of an exercise.

use leptos::prelude::*;

/// Shows the exercise as a small picture on the paper of the page. It says nothing that the name beside it does not.
#[component]
pub(crate) fn Still(
    /// The exercise.
    id: String,
) -> impl IntoView {
    // The one that is not shown is not loaded either.
    let picture = |class: &'static str, suffix: &str| {
        let src = format!("exercise-{id}{suffix}.webp");
        view! { <img class=class src=src alt="" width="400" height="300" loading="lazy" /> }
    };
    view! {
        {picture("still still-day", "")}
        {picture("still still-night", "-night")}
    }
}
