//! The seven on one page.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;

/// Shows it.
#[component]
pub(crate) fn Print() -> impl IntoView {
    let known = Known::here();
    view! { <Heading text=known.ui("web-print", "title") /> }
}
