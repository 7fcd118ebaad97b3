//! What is asked in the middle of a session: how it hurts, whether to end; and the way up.

use leptos::html::H2;
use leptos::prelude::*;
use unknot_routine::Hurt;

use crate::known::Known;
use crate::session::{Act, Face, Running};

/// Shows what is asked, if anything.
#[component]
pub(super) fn Panel(
    /// What is asked of the person.
    face: Memo<Face>,
) -> impl IntoView {
    #[derive(Clone, Copy, PartialEq)]
    enum Shown {
        Hurting,
        HelpingUp,
        Ending,
        Nothing,
    }
    let shown = Memo::new(move |_| match face.get() {
        Face::Hurting => Shown::Hurting,
        Face::HelpingUp(_) => Shown::HelpingUp,
        Face::Ending => Shown::Ending,
        _ => Shown::Nothing,
    });
    move || match shown.get() {
        Shown::Hurting => view! { <Hurting /> }.into_any(),
        Shown::HelpingUp => view! { <HelpingUp face /> }.into_any(),
        Shown::Ending => view! { <Ending /> }.into_any(),
        Shown::Nothing => ().into_any(),
    }
}

/// Shows a panel, and leads the keyboard and the screen reader there.
fn panel(title: String, inside: impl IntoView) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    heading.on_load(|heading| {
        let _stays = heading.focus();
    });
    view! {
        <section class="stage-panel">
            <h2 node_ref=heading tabindex="-1">
                {title}
            </h2>
            {inside}
        </section>
    }
}

#[component]
fn Hurting() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let kinds = Hurt::ALL.iter().enumerate().map(|(index, hurt)| {
        view! {
            <button class="button-quiet" on:click=move |_| running.act(Act::HurtIs(index))>
                {known.word(hurt.question())}
            </button>
        }
    });
    let kinds = kinds.collect::<Vec<_>>();
    panel(
        known.ui("web-session", "hurt-question"),
        view! {
            <div class="stage-answers">
                {kinds}
                <button class="button-quiet" on:click=move |_| running.act(Act::GoOn)>
                    {known.ui("web-session", "hurt-none")}
                </button>
            </div>
        },
    )
}

#[component]
fn HelpingUp(
    /// With the step that is due.
    face: Memo<Face>,
) -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let upright = known.ui("web-session", "up-already");
    let step = move || match face.get() {
        Face::HelpingUp(step) if !step.is_empty() => step,
        _ => upright.clone(),
    };
    panel(
        known.ui("web-session", "up-title"),
        view! {
            <p class="stage-step" aria-live="polite">
                {step}
            </p>
            <div class="stage-answers">
                <button class="button" on:click=move |_| running.act(Act::GoOn)>
                    {known.ui("web-session", "go-on")}
                </button>
                <button class="button-quiet" on:click=move |_| running.act(Act::End)>
                    {known.ui("web-session", "enough")}
                </button>
            </div>
        },
    )
}

#[component]
fn Ending() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    panel(
        known.ui("web-session", "end-question"),
        view! {
            <div class="stage-answers">
                <button class="button-quiet" on:click=move |_| running.act(Act::End)>
                    {known.ui("web-session", "end-yes")}
                </button>
                <button class="button" on:click=move |_| running.act(Act::GoOn)>
                    {known.ui("web-session", "go-on")}
                </button>
            </div>
        },
    )
}
