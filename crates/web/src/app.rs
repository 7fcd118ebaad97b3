//! What is around every page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::keep::Keep;
use crate::known::Known;
use crate::language;
use crate::pages::{
    About, After, Begin, Clinician, Exercise, Journal, Peg, Print, Safety, Session, Settings, Seven, Today,
    Unknown,
};
use crate::parts::{Decide, Masthead, Trouble, Update, provide_palette};
use crate::pause::pause;
use crate::route::{Route, follow};
use crate::session::Running;
use crate::sound::Sound;

/// Everything that is shown.
#[component]
pub(crate) fn App(
    /// The exercises and the words.
    known: Arc<Known>,
) -> impl IntoView {
    language::declare(&known);
    provide_context(Arc::clone(&known));
    let keep = Keep::open();
    provide_context(keep);
    let settings = crate::settings::Settings::open(keep);
    provide_context(settings);
    provide_palette();
    let running = Running::open(known, keep, settings);
    provide_context(running);
    provide_context(Sound::open(running, settings));
    let route = follow();
    // What is around pages is made first, then the page: the browser can do something else in between.
    let is_around = RwSignal::new(false);
    spawn_local(async move {
        pause().await;
        is_around.set(true);
    });
    Effect::new(move || {
        // These show something only when they know what was told.
        let knows =
            !matches!(route.get(), Route::Today | Route::Journal | Route::Clinician) || keep.loaded().get();
        if is_around.get() && knows {
            remove_first();
        }
    });
    let page = move || match route.get() {
        Route::Today => view! { <Today /> }.into_any(),
        Route::Begin => view! { <Begin /> }.into_any(),
        Route::Session => view! { <Session /> }.into_any(),
        Route::After => view! { <After /> }.into_any(),
        Route::Seven => view! { <Seven /> }.into_any(),
        Route::Print => view! { <Print /> }.into_any(),
        Route::Journal => view! { <Journal /> }.into_any(),
        Route::Clinician => view! { <Clinician /> }.into_any(),
        Route::Peg => view! { <Peg /> }.into_any(),
        Route::Safety => view! { <Safety /> }.into_any(),
        Route::About => view! { <About /> }.into_any(),
        Route::Settings => view! { <Settings /> }.into_any(),
        Route::Exercise(id) => view! { <Exercise id /> }.into_any(),
        Route::Unknown => view! { <Unknown /> }.into_any(),
    };
    view! {
        <Masthead route />
        <Update route />
        <Trouble />
        <Decide route />
        <main>
            <Show when=move || is_around.get()>{page}</Show>
        </main>
    }
}

/// Removes what the page itself shows until there is something else to see.
pub(crate) fn remove_first() {
    if let Some(first) = document().get_element_by_id("first") {
        first.remove();
    }
}
