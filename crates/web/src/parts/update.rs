//! A newer version that waits until nobody needs the old one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use crate::known::Known;
use crate::route::Route;

/// Says that a newer version is there, and takes it when that is wanted; never while somebody is led through a session.
#[component]
pub(crate) fn Update(
    /// The page that is shown.
    route: ReadSignal<Route>,
) -> impl IntoView {
    let known = Known::here();
    let waits = RwSignal::new(false);
    let container = container();
    if let Some(container) = container.clone() {
        spawn_local(async move {
            // Where nothing is kept, as in a private window, nothing newer waits either.
            if let Some(registration) = registered(&container).await {
                watch(registration, waits);
            }
        });
    }
    let take = StoredValue::new_local(container);
    let take = move |_| take.with_value(|container| take_over(container.as_ref()));
    view! {
        <Show when=move || waits.get() && route.get() != Route::Session>
            <p class="update" role="status">
                {known.ui("web-update", "ready")}
                <button class="button-quiet" type="button" on:click=take>
                    {known.ui("web-update", "use-it")}
                </button>
            </p>
        </Show>
    }
}

/// Returns what the browser has for programs that work without a network; a page that is not secure has none.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let has = js_sys::Reflect::has(&navigator, &JsValue::from_str("serviceWorker"));
    has.is_ok_and(|has| has).then(|| navigator.service_worker())
}

async fn registered(container: &ServiceWorkerContainer) -> Option<ServiceWorkerRegistration> {
    JsFuture::from(container.ready().ok()?).await.ok()?.dyn_into().ok()
}

/// Tells when a version waits, now or later.
fn watch(registration: ServiceWorkerRegistration, waits: RwSignal<bool>) {
    let look = move |registration: &ServiceWorkerRegistration| waits.set(registration.waiting().is_some());
    let follow = {
        let registration = registration.clone();
        move || {
            let Some(worker) = registration.installing() else { return };
            let registration = registration.clone();
            let changed = Closure::<dyn Fn()>::new(move || look(&registration));
            worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
            // It is needed for as long as the page is.
            changed.forget();
        }
    };
    look(&registration);
    // One may be on its way already.
    follow();
    let found = Closure::<dyn Fn()>::new(follow);
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
}

/// Lets the version that waits take over, and loads the page again when it has.
fn take_over(container: Option<&ServiceWorkerContainer>) {
    let Some(container) = container.cloned() else { return };
    let taken = Closure::once_into_js(|| {
        // Where that fails, the old version goes on, which is no worse than before.
        let _reloaded = window().location().reload();
    });
    container.set_oncontrollerchange(Some(taken.unchecked_ref()));
    spawn_local(async move {
        let waiting = registered(&container).await.and_then(|registration| registration.waiting());
        if let Some(worker) = waiting {
            let _sent = worker.post_message(&JsValue::from_str("take over"));
        }
    });
}
