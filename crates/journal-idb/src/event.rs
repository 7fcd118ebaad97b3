//! Waiting for events.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbRequest, IdbTransaction};

use crate::error::IdbError;

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

/// Waits until everything of a transaction is kept for good.
pub(crate) async fn complete(transaction: &IdbTransaction) -> Result<(), IdbError> {
    let completed = either(|complete, abort| {
        transaction.set_oncomplete(Some(complete));
        transaction.set_onabort(Some(abort));
    });
    completed.await.map_err(|_| IdbError::told(transaction.error()))
}

/// Waits for what a request asks for. Its transaction goes on as long as the next request follows at once.
pub(crate) async fn result<Wanted: JsCast>(request: &IdbRequest) -> Result<Wanted, IdbError> {
    let done = either(|success, error| {
        request.set_onsuccess(Some(success));
        request.set_onerror(Some(error));
    });
    done.await.map_err(|_| IdbError::told(request.error().ok().flatten()))?;
    Ok(request.result().map_err(IdbError::thrown)?.unchecked_into())
}
