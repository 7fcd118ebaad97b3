//! What is around every page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::known::Known;
use crate::pages::{Today, Unknown};
use crate::parts::Masthead;
use crate::route::{Route, follow};

/// Everything that is shown.
#[component]
pub(crate) fn App() -> impl IntoView {
    let known = match Known::built_in() {
        Ok(known) => Arc::new(known),
        Err(problem) => return view! { <main>{problem}</main> }.into_any(),
    };
    provide_context(known);
    let route = follow();
    let page = move || match route.get() {
        Route::Today => view! { <Today /> }.into_any(),
        Route::Unknown => view! { <Unknown /> }.into_any(),
    };
    view! {
        <Masthead />
        <main>{page}</main>
    }
    .into_any()
}
