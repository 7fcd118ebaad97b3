//! Before you begin.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;

/// Shows it.
#[component]
pub(crate) fn Begin() -> impl IntoView {
    let known = Known::here();
    view! { <Heading text=known.ui("web-begin", "title") /> }
}
