//! Whether a figure is about to be seen.

use js_sys::Array;
use leptos::html::Canvas;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far from what is seen a figure is near enough, as a share of the window: by the time somebody has scrolled there, it is
/// there.
const AROUND: &str = "50%";

/// Returns whether a canvas has ever been near what somebody sees.
pub(super) fn near(canvas: NodeRef<Canvas>) -> RwSignal<bool> {
    let is_near = RwSignal::new(false);
    let watched = StoredValue::new_local(None::<(IntersectionObserver, Closure<dyn Fn(Array)>)>);
    let stop = move || {
        if let Some((observer, _)) = watched.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    };
    Effect::new(move || {
        stop();
        let Some(canvas) = canvas.get().filter(|_| !is_near.get()) else { return };
        let looked = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let meets = |entry| IntersectionObserverEntry::from(entry).is_intersecting();
            if entries.iter().any(meets) {
                is_near.set(true);
            }
        });
        let around = IntersectionObserverInit::new();
        around.set_root_margin(AROUND);
        // It fails only where the margin cannot be read, and this one can.
        let Ok(observer) = IntersectionObserver::new_with_options(looked.as_ref().unchecked_ref(), &around)
        else {
            return;
        };
        observer.observe(&canvas);
        watched.set_value(Some((observer, looked)));
    });
    on_cleanup(stop);
    is_near
}
