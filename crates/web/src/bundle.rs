//! Large files of the bundle, which are fetched when they are needed.

use js_sys::ArrayBuffer;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches the file that the page names under a name that stays, as its own changes with its content; none where it cannot
/// be had.
pub(crate) async fn fetch(meta: &str) -> Option<ArrayBuffer> {
    try_fetch(meta).await.ok().flatten()
}

/// Returns the name of that file.
pub(crate) fn name_of(meta: &str) -> Option<String> {
    let element = document().query_selector(&format!("meta[name={meta}]")).ok().flatten();
    element.and_then(|element| element.get_attribute("content"))
}

async fn try_fetch(meta: &str) -> Result<Option<ArrayBuffer>, JsValue> {
    let Some(name) = name_of(meta) else { return Ok(None) };
    let response: Response = JsFuture::from(window().fetch_with_str(&name)).await?.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    JsFuture::from(response.array_buffer()?).await?.dyn_into().map(Some)
}
