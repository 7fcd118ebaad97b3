//! The top of every page.

use leptos::prelude::*;

use crate::known::Known;
use crate::route::Route;

/// Shows the name, which leads to the first page.
#[component]
pub(crate) fn Masthead() -> impl IntoView {
    view! {
        <header class="masthead">
            <a href=Route::Today.href()>{Known::here().ui("web", "name")}</a>
        </header>
    }
}
