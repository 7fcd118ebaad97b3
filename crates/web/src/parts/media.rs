//! What the device asks for.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Returns whether a media query holds, as that changes.
pub(super) fn holds(query: &str) -> Signal<bool> {
    let Ok(Some(list)) = window().match_media(query) else { return Signal::stored(false) };
    let (holds, set_holds) = signal(list.matches());
    let changed = {
        let list = list.clone();
        Closure::<dyn Fn()>::new(move || set_holds.set(list.matches()))
    };
    list.set_onchange(Some(changed.as_ref().unchecked_ref()));
    let kept = StoredValue::new_local((list, changed));
    on_cleanup(move || kept.with_value(|(list, _)| list.set_onchange(None)));
    holds.into()
}
