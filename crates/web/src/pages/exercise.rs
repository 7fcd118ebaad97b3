//! Exercise.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;

/// Shows it.
#[component]
pub(crate) fn Exercise(
    /// Its id.
    id: String,
) -> impl IntoView {
    let _ = id;
    let known = Known::here();
    view! { <Heading text=known.ui("web-exercise", "title") /> }
}
