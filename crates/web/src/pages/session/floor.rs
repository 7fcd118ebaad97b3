//! Before the floor: its list, and what to lay out.

use leptos::prelude::*;
use unknot_routine::Ask;

use super::controls::Always;
use super::keys::listen_to_keys;
use crate::keep::Keep;
use crate::known::Known;
use crate::pages::begin::{List, ListAnswer, tell_list};
use crate::session::{Act, Running, kit_of};

/// Asks the list before the floor; the session goes on with what the answers allow, or ends well here.
#[component]
pub(super) fn Floor() -> impl IntoView {
    let (known, keep, running) = (Known::here(), Keep::here(), Running::here());
    let stage = known.catalogue.screen.stages.iter().find(|stage| stage.ask == Ask::BeforeFloor).cloned();
    let answer = {
        let stage = stage.clone();
        Callback::new(move |answer: ListAnswer| {
            let (Some(stage), Some(mut answers)) =
                (&stage, running.with(|engine| engine.start().answers.clone()))
            else {
                return;
            };
            tell_list(keep, stage, &answer);
            answer.note(stage, &mut answers);
            running.act(Act::Floor(answers));
        })
    };
    let kit = running.with(|engine| {
        let plan = engine.floor_plan()?;
        let kit = kit_of(&known, &plan.items, &engine.start().wishes.without());
        Some(kit.into_iter().map(|kit| known.called(kit)).collect::<Vec<_>>().join(", "))
    });
    let face = running.face();
    listen_to_keys(running, face);
    view! {
        <div class="begin">
            {stage.map(|stage| view! { <List stage answer /> })}
            {kit
                .flatten()
                .map(|kit| view! { <p class="quiet">{format!("{} {kit}", known.ui("web-session", "lay-out"))}</p> })}
            <button class="button-quiet" on:click=move |_| running.act(Act::End)>
                {known.ui("web-session", "stop-here")}
            </button>
            <Always face />
        </div>
    }
}
