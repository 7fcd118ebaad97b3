//! The first page: what there is to do today.

mod options;
mod outline;

use leptos::prelude::*;

use super::begin::presumed;
use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{AskPeg, Heading, Scale};
use crate::route::Route;
use crate::session::{Act, Past, Running, Start};
use options::Options;
use outline::{Names, Outline};

/// Shows the promise to somebody who is here for the first time, and today's session to everybody else.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let (keep, running) = (Keep::here(), Running::here());
    let past = Memo::new(move |_| running.past());
    let is_first = Memo::new(move |_| past.with(|past| past.answers.is_none()));
    view! {
        <div class="today">
            <Show when=move || keep.loaded().get()>
                <Show when=move || running.is_left()>
                    <Left />
                </Show>
                {move || if is_first.get() { promise(past).into_any() } else { today(past).into_any() }}
            </Show>
        </div>
    }
}

fn promise(past: Memo<Past>) -> impl IntoView {
    let known = Known::here();
    view! {
        <Heading text=known.ui("web-today", "sore") />
        <p class="lead">{known.ui("web-today", "promise")}</p>
        <p>
            <a class="button button-large" href=Route::Begin.href()>{known.ui("web-today", "start")}</a>
        </p>
        <Names start=start(past) />
    }
}

fn today(past: Memo<Past>) -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    view! {
        <Heading text=known.ui("web-today", "title") />
        <Scale question=known.ui("web-today", "pain") pain=running.pain() />
        <p>
            <a class="button button-large today-start" href=Route::Begin.href()>{known.ui("web-today", "start")}</a>
        </p>
        <Outline start=start(past) />
        <Options past />
        {move || past.with(|past| past.peg_due).then(|| view! { <AskPeg /> })}
    }
}

/// Returns what a session would be planned from, as it is chosen now.
fn start(past: Memo<Past>) -> Signal<Start> {
    let (known, running) = (Known::here(), Running::here());
    Signal::derive(move || {
        past.with(|past| {
            let answers = presumed(&known, &past.answers.clone().unwrap_or_default());
            Start::of(&known, past, running.wishes().get(), answers, running.pain().get())
        })
    })
}

/// Offers to go back to the session that was left in the middle.
#[component]
fn Left() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let go_on = move |_| {
        if untrack(|| running.go_back()) {
            running.act(Act::GoOn);
            Route::Session.open();
        }
    };
    let drop = move |_| {
        untrack(|| running.give_up_left());
    };
    view! {
        <section class="notice">
            <p>{known.ui("web-session", "left-title")}</p>
            <div class="button-row">
                <button class="button" on:click=go_on>
                    {known.ui("web-session", "go-on")}
                </button>
                <button class="button-quiet" on:click=drop>
                    {known.ui("web-session", "left-drop")}
                </button>
            </div>
        </section>
    }
}
