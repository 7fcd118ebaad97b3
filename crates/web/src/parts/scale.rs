//! Pain as a number.

use leptos::prelude::*;

use crate::known::Known;

/// Asks for a number from 0 to 10 with its two ends in words: how bad the pain is, on the numeric rating scale (NPRS), unless other
/// ends are named.
#[component]
pub(crate) fn Scale(
    /// The question.
    question: String,
    /// The answer.
    pain: RwSignal<Option<u8>>,
    /// What it is called among the scales of a page.
    #[prop(default = "pain")]
    name: &'static str,
    /// What 0 and 10 mean.
    #[prop(optional)]
    ends: Option<[String; 2]>,
) -> impl IntoView {
    let known = Known::here();
    let [least, most] =
        ends.unwrap_or_else(|| [known.ui("web-scale", "least"), known.ui("web-scale", "most")]);
    let numbers = (0..=10_u8).map(|number| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
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
                <span>{least}</span>
                <span>{most}</span>
            </div>
        </fieldset>
    }
}
