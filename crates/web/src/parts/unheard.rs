//! What is said where something cannot be heard.

use leptos::prelude::*;

use crate::known::Known;
use crate::sound::{Hindrance, Sound};

/// Shows why something is not heard that should be, where that is so. Everything else goes on.
#[component]
pub(crate) fn Unheard() -> impl IntoView {
    let known = Known::here();
    let sound = Sound::here();
    let words = move || {
        sound.hindrance().map(|hindrance| match hindrance {
            Hindrance::Refused => known.ui("web-sound", "refused"),
            Hindrance::Missing => known.ui("web-sound", "missing"),
        })
    };
    view! {
        <p class="unheard" role="status">
            {words}
        </p>
    }
}
