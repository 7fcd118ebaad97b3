//! What is said where nothing can be kept.

use leptos::prelude::*;
use unknot_journal_idb::IdbError;

use crate::keep::Keep;
use crate::known::Known;

/// Shows that nothing is being kept, and why, where that is so. Everything else goes on.
#[component]
pub(crate) fn Trouble() -> impl IntoView {
    let known = Known::here();
    let keep = Keep::here();
    let words = move || {
        let why = match keep.trouble().get()? {
            IdbError::Refused => known.ui("web-trouble", "refused"),
            IdbError::Full => known.ui("web-trouble", "full"),
            IdbError::Newer | IdbError::Closed => known.ui("web-trouble", "load-again"),
            IdbError::Blocked => known.ui("web-trouble", "blocked"),
            IdbError::Other(words) => words,
        };
        Some(view! { <p>{known.ui("web-trouble", "nothing-kept")} " " {why}</p> })
    };
    view! {
        <div role="status" class="trouble">
            {words}
        </div>
    }
}
