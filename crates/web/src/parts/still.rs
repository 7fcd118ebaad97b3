//! A still picture of an exercise.

use leptos::prelude::*;
use unknot_figure::Palette;

use super::palette::palette;

/// Shows the exercise as a small picture on the paper of the page. It says nothing that the name beside it does not.
#[component]
pub(crate) fn Still(
    /// The exercise.
    id: String,
) -> impl IntoView {
    let palette = palette();
    let src = move || match palette.get() {
        Palette::Paper => format!("exercise-{id}.webp"),
        Palette::Night => format!("exercise-{id}-night.webp"),
    };
    view! { <img class="still" src=src alt="" width="400" height="300" /> }
}
