//! Whether somebody hears it.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::{Heading, Unheard, Volume};
use crate::settings::Settings;
use crate::sound::Sound;

/// Says a sentence, as loud as is chosen here, until somebody goes on.
#[component]
pub(super) fn Hear(
    /// Is told that they go on.
    go_on: Callback<()>,
) -> impl IntoView {
    let (known, sound, settings) = (Known::here(), Sound::here(), Settings::here());
    // It is said as soon as it is there, and again with every change of the volume.
    Effect::new(move || sound.say_sample());
    on_cleanup(move || sound.stop());
    let captions_only = move |_| {
        settings.write().captions_only = true;
        go_on.run(());
    };
    view! {
        <Heading text=known.ui("web-begin", "hear") />
        <p class="lead">{sound.sample_words()}</p>
        <Volume name=known.ui("web-settings", "voice") read=|s| s.voice write=|s, n| s.voice = n />
        <Unheard />
        <div class="button-row">
            <button class="button button-large" on:click=move |_| go_on.run(())>
                {known.ui("web-begin", "hear-yes")}
            </button>
            <button class="button-quiet button-large" on:click=move |_| untrack(|| sound.say_sample())>
                {known.ui("web-begin", "hear-again")}
            </button>
            <button class="button-quiet button-large" on:click=captions_only>
                {known.ui("web-settings", "captions-only")}
            </button>
        </div>
    }
}
