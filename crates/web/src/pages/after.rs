//! How was it?.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;

/// Shows it.
#[component]
pub(crate) fn After() -> impl IntoView {
    let known = Known::here();
    view! { <Heading text=known.ui("web-after", "title") /> }
}
