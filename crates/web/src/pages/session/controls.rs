//! The buttons of the stage.

use leptos::prelude::*;

use super::keys::touch;
use crate::known::Known;
use crate::session::{Act, Face, Running};

/// Shows the buttons. The two for when it goes wrong are always there.
#[component]
pub(super) fn Controls(
    /// What is asked of the person.
    face: Memo<Face>,
) -> impl IntoView {
    let known = Known::here();
    let (pause, go_on, ready) = (
        known.ui("web-session", "pause"),
        known.ui("web-session", "go-on"),
        known.ui("web-session", "ready"),
    );
    let words = move || match face.get() {
        Face::Led => pause.clone(),
        Face::Waiting => ready.clone(),
        _ => go_on.clone(),
    };
    let running = Running::here();
    let is_watched = running.is_watched();
    let (offer, stop) = (known.ui("web-camera", "offer"), known.ui("web-camera", "stop"));
    let watching = move || if is_watched.get() { stop.clone() } else { offer.clone() };
    let is_moving = Memo::new(move |_| matches!(face.get(), Face::Led | Face::Paused | Face::Waiting));
    let moving = {
        let known = known.clone();
        move || {
            let (words, watching) = (words.clone(), watching.clone());
            is_moving.get().then(|| {
                view! {
                    <div class="stage-moves">
                        <button class="button-quiet stage-back" aria-keyshortcuts="ArrowLeft" on:click=move |_| running.act(Act::Back)>
                            {known.ui("web-session", "back")}
                        </button>
                        <button
                            class="button stage-pause"
                            aria-keyshortcuts="Space"
                            on:click=move |_| running.act(touch(&face.get_untracked()))
                        >
                            {words}
                        </button>
                        <button class="button-quiet stage-skip" aria-keyshortcuts="ArrowRight" on:click=move |_| running.act(Act::Skip)>
                            {known.ui("web-session", "skip")}
                        </button>
                    </div>
                    <div class="stage-changes">
                        <button class="button-quiet" aria-keyshortcuts="S" on:click=move |_| running.act(Act::Sore)>
                            {known.ui("web-session", "sore")}
                        </button>
                        <button class="button-quiet" aria-keyshortcuts="E" on:click=move |_| running.act(Act::Easier)>
                            {known.ui("web-session", "easier")}
                        </button>
                        <button
                            class="button-quiet"
                            aria-keyshortcuts="C"
                            on:click=move |_| running.set_watch(!is_watched.get_untracked())
                        >
                            {watching}
                        </button>
                        <button class="button-quiet" aria-keyshortcuts="Q" on:click=move |_| running.act(Act::AskEnd)>
                            {known.ui("web-session", "end")}
                        </button>
                    </div>
                }
            })
        }
    };
    view! {
        // A button is no touch of the stage.
        <div class="stage-controls" on:click=|event| event.stop_propagation()>
            {moving}
            <Always face />
        </div>
    }
}

/// The two buttons for when it goes wrong, one of them hidden while it is being answered.
#[component]
pub(super) fn Always(
    /// What is asked of the person.
    face: Memo<Face>,
) -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let hurts = {
        let words = known.ui("web-session", "hurts");
        move || {
            (face.get() != Face::Hurting).then(|| {
                view! {
                    <button class="button-danger" aria-keyshortcuts="H" on:click=move |_| running.act(Act::Hurts)>
                        {words.clone()}
                    </button>
                }
            })
        }
    };
    let up = {
        let words = known.ui("web-session", "up");
        move || {
            (!matches!(face.get(), Face::HelpingUp(_))).then(|| {
                view! {
                    <button class="button-quiet stage-up" aria-keyshortcuts="U" on:click=move |_| running.act(Act::Up)>
                        {words.clone()}
                    </button>
                }
            })
        }
    };
    view! { <div class="stage-always">{hurts} {up}</div> }
}
