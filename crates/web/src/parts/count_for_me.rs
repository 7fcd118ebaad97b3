//! Whether a camera counts in sessions. Each device has its own, so this is none of the journal's.

use leptos::prelude::*;

use crate::known::Known;
use crate::session::Running;

/// Shows whether the camera counts, and lets it be chosen.
#[component]
pub(crate) fn CountForMe() -> impl IntoView {
    let known = Known::here();
    let wishes = Running::here().wishes();
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || wishes.read().camera
                on:change=move |event| wishes.write().camera = event_target_checked(&event)
            />
            <span>
                {known.ui("web-camera", "count-for-me")} <small>{known.ui("web-camera", "hint")}</small>
            </span>
        </label>
    }
}
