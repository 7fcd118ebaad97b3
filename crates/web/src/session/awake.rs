//! Keeps the screen on while a session goes on, where the browser can.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};

/// The screen is kept on as long as this is there and the page can be seen.
pub(super) struct Awake(JsValue);

impl Awake {
    /// Asks for the screen to stay on. Browsers without it, and batteries that are low, say no.
    pub(super) fn hold() -> Option<Self> {
        let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
        let request: Function = Reflect::get(&lock, &"request".into()).ok()?.dyn_into().ok()?;
        let promise = request.call1(&lock, &"screen".into()).ok()?;
        then(&promise, |_| {});
        Some(Self(promise))
    }

    /// Lets the screen go off again.
    pub(super) fn release(self) {
        then(&self.0, |held| {
            if let Ok(release) = Reflect::get(&held, &"release".into())
                && let Ok(release) = release.dyn_into::<Function>()
                && let Ok(promise) = release.call0(&held)
            {
                then(&promise, |_| {});
            }
        });
    }
}

/// Does something when a promise is kept, and nothing when it is not.
fn then(promise: &JsValue, kept: impl FnOnce(JsValue) + 'static) {
    let Ok(then) = Reflect::get(promise, &"then".into()) else { return };
    let Ok(then) = then.dyn_into::<Function>() else { return };
    let kept = Closure::once_into_js(kept);
    let not_kept = Closure::once_into_js(|_: JsValue| {});
    // A promise that cannot be waited for is one that nothing depends on.
    let _promise = then.call2(promise, &kept, &not_kept);
}
