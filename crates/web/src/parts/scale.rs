//! Pain as a number.

use leptos::prelude::*;

use crate::known::Known;

/// Asks how bad the pain is, on the numeric rating scale (NPRS) from 0 to 10 with its two ends in words.
#[component]
pub(crate) fn Scale(
    /// The question.
    question: String,
    /// The answer.
    pain: RwSignal<Option<u8>>,
) -> impl IntoView {
    let known = Known::here();
    let numbers = (0..=10_u8).map(|number| {
        view! {
            <label>
                <input
                    type="radio"
                    name="pain"
                    value=number.to_string()
                    prop:checked=move || pain.get() == Some(number)
                    on:change=move |_| pain.set(Some(number))
                />
                <span>{number}</span>
            </label>
        }
    });
    view! {
        <fieldset class="scale">
            <legend>{question}</legend>
            <div class="scale-row">{numbers.collect::<Vec<_>>()}</div>
            <div class="scale-ends">
                <span>{known.ui("web-scale", "least")}</span>
                <span>{known.ui("web-scale", "most")}</span>
            </div>
        </fieldset>
    }
}
