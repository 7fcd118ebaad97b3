//! How loud something is.

use leptos::prelude::*;
use unknot_journal::Settings as Chosen;

use crate::known::Known;
use crate::settings::Settings as Kept;

/// Shows how loud something is, and lets it be changed.
#[component]
pub(crate) fn Volume(
    /// What it is called.
    name: String,
    /// Returns how loud it is.
    read: fn(&Chosen) -> u8,
    /// Makes it so loud.
    write: fn(&mut Chosen, u8),
) -> impl IntoView {
    let known = Known::here();
    let chosen = Kept::here();
    // What the slider shows while it moves; what is chosen is told to the journal when it is let go.
    let shown = RwSignal::new(0);
    Effect::new(move || shown.set(read(&chosen.read())));
    let value = move |event: &leptos::ev::Event| event_target_value(event).parse::<u8>().ok();
    let percent = move || known.ui_number("web-settings", "percent", shown.get().into());
    let spoken = percent.clone();
    view! {
        <div class="field">
            <label>
                <span class="field-head">
                    <span>{name}</span>
                    <span class="quiet numbers" aria-hidden="true">
                        {percent}
                    </span>
                </span>
                <input
                    type="range"
                    min="0"
                    max="100"
                    step="5"
                    prop:value=move || shown.get().to_string()
                    aria-valuetext=spoken
                    on:input=move |event| {
                        if let Some(n) = value(&event) {
                            shown.set(n);
                        }
                    }
                    on:change=move |event| {
                        if let Some(n) = value(&event) {
                            chosen.update(|chosen| write(chosen, n));
                        }
                    }
                />
            </label>
        </div>
    }
}
