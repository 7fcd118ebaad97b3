//! What is shown where the address leads nowhere.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;
use crate::route::Route;

/// Says so, and leads back.
#[component]
pub(crate) fn Unknown() -> impl IntoView {
    let known = Known::here();
    view! {
        <Heading text=known.ui("web-unknown", "title") />
        <p>{known.ui("web-unknown", "text")}</p>
        <p>
            <a href=Route::Today.href()>{known.ui("web-unknown", "back")}</a>
        </p>
    }
}
