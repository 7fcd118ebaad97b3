//! Waiting for events.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

/// Waits for one of two kinds of events, to which `listen` ties the two functions it is given. Returns whether the
/// first kind came, and the event.
///
/// They are tied before this returns, so that no event is missed.
pub(crate) fn either(
    listen: impl FnOnce(&Function, &Function),
) -> impl Future<Output = Result<(), Option<Event>>> {
    let mut listen = Some(listen);
    let promise = Promise::new(&mut |first, second| {
        if let Some(listen) = listen.take() {
            listen(&first, &second);
        }
    });
    async move { JsFuture::from(promise).await.map(|_| ()).map_err(|event| event.dyn_into().ok()) }
}
