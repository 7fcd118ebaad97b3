//! What is chosen for this device alone, as each has its own: none of the journal's.

use leptos::prelude::*;

use crate::known::Known;
use crate::session::{Running, Wishes};

/// Shows whether something of this device is used in sessions, and lets it be chosen.
#[component]
fn OfDevice(
    /// What it is called.
    name: String,
    /// What it means.
    hint: String,
    /// Returns whether it is so.
    read: fn(&Wishes) -> bool,
    /// Makes it so or not.
    write: fn(&mut Wishes, bool),
) -> impl IntoView {
    let wishes = Running::here().wishes();
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || read(&wishes.read())
                on:change=move |event| write(&mut wishes.write(), event_target_checked(&event))
            />
            <span>{name} " " <small>{hint}</small></span>
        </label>
    }
}

/// Shows whether the microphone listens for knocks.
pub(crate) fn microphone(known: &Known) -> impl IntoView + use<> {
    let (name, hint) = (known.ui("web-settings", "microphone"), known.ui("web-settings", "microphone-hint"));
    view! { <OfDevice name hint read=|wishes| wishes.microphone write=|wishes, on| wishes.microphone = on /> }
}

/// Shows whether the camera counts.
pub(crate) fn camera(known: &Known) -> impl IntoView + use<> {
    let (name, hint) = (known.ui("web-camera", "offer"), known.ui("web-camera", "hint"));
    view! { <OfDevice name hint read=|wishes| wishes.camera write=|wishes, on| wishes.camera = on /> }
}
