//! About.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;

/// Shows it.
#[component]
pub(crate) fn About() -> impl IntoView {
    let known = Known::here();
    view! { <Heading text=known.ui("web-about", "title") /> }
}
