//! A pause in what takes long.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Lets the browser do what else there is to do: a message to ourselves comes after that, but sooner than any timer, which
/// takes seconds in the background.
pub(crate) async fn pause() {
    let Ok(channel) = MessageChannel::new() else { return };
    let promise = Promise::new(&mut |done, _| {
        channel.port1().set_onmessage(Some(&done));
        // It fails only for what cannot be copied.
        let _sent = channel.port2().post_message(&JsValue::NULL);
    });
    // It is never rejected.
    let _done = JsFuture::from(promise).await;
}
