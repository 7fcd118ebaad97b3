//! The figure's clock: it runs, stands, and is set by hand.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_routine::Timeline;

use crate::known::Known;

/// Lets somebody play the exercise and go to any moment of it.
#[component]
pub(super) fn Player(
    /// What is performed.
    timeline: Memo<Arc<Timeline>>,
    /// The moment, in seconds.
    seconds: RwSignal<f64>,
    /// Whether it runs.
    playing: RwSignal<bool>,
    /// What is done at the moment.
    caption: Memo<String>,
) -> impl IntoView {
    let known = Known::here();
    let total = move || timeline.read().total().seconds();
    let (play, pause) = (known.ui("web-exercise", "play"), known.ui("web-exercise", "pause"));
    let toggle = move |_| {
        playing.update(|playing| *playing = !*playing);
        if playing.get_untracked() {
            run(timeline, seconds, playing);
        }
    };
    let second = Memo::new(move |_| clock(seconds.get()));
    view! {
        <div class="exercise-player">
            <button class="button" type="button" on:click=toggle>
                {move || if playing.get() { pause.clone() } else { play.clone() }}
            </button>
            <input
                type="range"
                min="0"
                step="any"
                max=total
                aria-label=known.ui("web-exercise", "moment")
                aria-valuetext=move || format!("{} {}", second.get(), caption.get())
                prop:value=move || seconds.get().to_string()
                on:input=move |event| {
                    playing.set(false);
                    if let Ok(chosen) = event_target_value(&event).parse() {
                        seconds.set(chosen);
                    }
                }
            />
            <span class="exercise-time numbers quiet" aria-hidden="true">
                {second}
                " / "
                {move || clock(total())}
            </span>
        </div>
    }
}

/// Lets the time pass until it is stopped or the page is left; after the end it begins anew.
fn run(timeline: Memo<Arc<Timeline>>, seconds: RwSignal<f64>, playing: RwSignal<bool>) {
    fn frame(before: f64, timeline: Memo<Arc<Timeline>>, seconds: RwSignal<f64>, playing: RwSignal<bool>) {
        request_animation_frame(move || {
            if playing.try_get_untracked() != Some(true) {
                return;
            }
            let now = js_sys::Date::now();
            let total = timeline.with_untracked(|timeline| timeline.total().seconds());
            let next = seconds.get_untracked() + (now - before) / 1000.0;
            seconds.set(if next >= total { 0.0 } else { next });
            frame(now, timeline, seconds, playing);
        });
    }
    frame(js_sys::Date::now(), timeline, seconds, playing);
}

/// Returns a moment as minutes and seconds.
fn clock(seconds: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an exercise takes minutes")]
    let whole = seconds.max(0.0) as u32;
    format!("{}:{:02}", whole / 60, whole % 60)
}
