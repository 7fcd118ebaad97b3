//! The keys and screens for players: headphones, keyboards, the locked screen of a phone. Only where the browser has
//! them.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};

use super::act::Act;

/// Which key means what.
const KEYS: [(&str, Act); 4] =
    [("play", Act::GoOn), ("pause", Act::Pause), ("previoustrack", Act::Back), ("nexttrack", Act::Skip)];

/// Listens to the keys of players.
pub(super) fn listen(act: impl Fn(Act) + Copy + 'static) {
    let Some(session) = session() else { return };
    let Some(set) = function(&session, "setActionHandler") else { return };
    for (key, meaning) in KEYS {
        let handler = Closure::<dyn Fn()>::new(move || act(meaning.clone())).into_js_value();
        // A browser that lacks one of the keys says so; the others work.
        let _set = set.call2(&session, &key.into(), &handler);
    }
}

/// Shows what is done, and whether it goes on.
pub(super) fn show(title: &str, artist: &str, is_running: bool) {
    let Some(session) = session() else { return };
    let Some(metadata) = function(&window(), "MediaMetadata") else { return };
    let words = Object::new();
    let _set = Reflect::set(&words, &"title".into(), &title.into());
    let _set = Reflect::set(&words, &"artist".into(), &artist.into());
    if let Ok(metadata) = Reflect::construct(&metadata, &js_sys::Array::of1(&words)) {
        let _set = Reflect::set(&session, &"metadata".into(), &metadata);
    }
    let state = if is_running { "playing" } else { "paused" };
    let _set = Reflect::set(&session, &"playbackState".into(), &state.into());
}

/// Shows nothing any more.
pub(super) fn clear() {
    let Some(session) = session() else { return };
    let _set = Reflect::set(&session, &"metadata".into(), &JsValue::NULL);
    let _set = Reflect::set(&session, &"playbackState".into(), &"none".into());
}

fn session() -> Option<JsValue> {
    let session = Reflect::get(&window().navigator(), &"mediaSession".into()).ok()?;
    session.is_object().then_some(session)
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
