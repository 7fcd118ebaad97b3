//! The session that goes on: what to do, how long, how many, what is next, how much is left, and nothing else.

mod camera;
mod controls;
mod floor;
mod keys;
mod panels;
mod ring;
mod stage;

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::Heading;
use crate::route::Route;
use crate::session::{Act, Face, Running, listen};
use crate::settings::Settings;
use crate::sound::Sound;
use floor::Floor;
use stage::Stage;

/// Shows the session, or offers to go back to the one that was left.
#[component]
pub(crate) fn Session() -> impl IntoView {
    let running = Running::here();
    let now = running.now();
    if untrack(|| now.get()).is_none() && !untrack(|| running.is_left()) {
        Route::Today.open();
    }
    Sound::here().prepare();
    Effect::new(move || {
        if now.with(|now| now.as_ref().is_some_and(|now| matches!(now.face, Face::Ended(_)))) {
            Route::After.open();
        }
    });
    let is_waiting =
        move || now.with_untracked(|now| now.as_ref().is_some_and(|now| now.face == Face::Waiting));
    // Who is not waited for need not be listened to.
    let waits = Settings::here().with_untracked(|settings| settings.wait_for_me);
    let with_microphone = running.wishes().with_untracked(|wishes| wishes.microphone);
    let knocking = waits.then(|| {
        listen(with_microphone, move || {
            if is_waiting() {
                running.act(Act::Ready);
            }
        })
    });
    on_cleanup(move || {
        if let Some(knocking) = knocking {
            knocking.stop();
        }
        // Nobody is led by a page that is not there.
        running.act(Act::Pause);
    });
    #[derive(Clone, Copy, PartialEq)]
    enum Shown {
        Stage,
        Floor,
        Left,
        Nothing,
    }
    let shown = Memo::new(move |_| {
        now.with(|now| match now.as_ref().map(|now| &now.face) {
            Some(Face::Floor) => Shown::Floor,
            Some(Face::Ended(_)) => Shown::Nothing,
            Some(_) => Shown::Stage,
            None => Shown::Left,
        })
    });
    move || match shown.get() {
        Shown::Stage => view! { <Stage /> }.into_any(),
        Shown::Floor => view! { <Floor /> }.into_any(),
        Shown::Left => view! { <Left /> }.into_any(),
        Shown::Nothing => ().into_any(),
    }
}

/// Offers to go back to the session that was left, as after a reload.
#[component]
fn Left() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let go_on = move |_| {
        if untrack(|| running.go_back()) {
            running.act(Act::GoOn);
        } else {
            Route::Today.open();
        }
    };
    let drop = move |_| {
        untrack(|| running.give_up_left());
        Route::Today.open();
    };
    view! {
        <Heading text=known.ui("web-session", "left-title") />
        <div class="button-row">
            <button class="button button-large" on:click=go_on>
                {known.ui("web-session", "go-on")}
            </button>
            <button class="button-quiet button-large" on:click=drop>
                {known.ui("web-session", "left-drop")}
            </button>
        </div>
    }
}
