//! The one ring: how long, and how to breathe.

use leptos::prelude::*;

use crate::session::{Frame, Now};

/// The length of a ring whose radius is 46.
const AROUND: f64 = 2.0 * std::f64::consts::PI * 46.0;

/// Shows the ring, the seconds within, and the breath. For who does not see it the words say as much.
#[component]
pub(super) fn Ring(
    /// What is shown.
    now: Signal<Option<Now>>,
    /// What moves.
    frame: Signal<Frame>,
) -> impl IntoView {
    let gone = move || format!("{:.1}", AROUND * (1.0 - frame.get().left));
    let breath = move || format!("{:.2}", 30.0 + 10.0 * frame.get().breath);
    let seconds = Memo::new(move |_| now.with(|now| now.as_ref().and_then(|now| now.seconds)));
    view! {
        <div class="stage-ring" aria-hidden="true">
            <svg viewBox="0 0 100 100">
                <circle class="stage-breath" cx="50" cy="50" r=breath />
                <circle class="stage-track" cx="50" cy="50" r="46" />
                <circle
                    class="stage-left"
                    cx="50"
                    cy="50"
                    r="46"
                    transform="rotate(-90 50 50)"
                    stroke-dasharray=format!("{AROUND:.1}")
                    stroke-dashoffset=gone
                />
            </svg>
            <span class="stage-seconds">{move || seconds.get().map(|seconds| seconds.to_string())}</span>
        </div>
    }
}
