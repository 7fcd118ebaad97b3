//! The body that is shown: fetched and made once for all pages, in pieces, as the page has to answer meanwhile.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Uint8Array;
use unknot_body::{Anatomy, Body, BodyShape};
use unknot_stage::Performer;
use wasm_bindgen::JsValue;

use crate::bundle;
use crate::pause::pause;

/// Somebody who performs, shared by all who look.
pub(super) type Shared = Rc<RefCell<Performer>>;

thread_local! {
    static MADE: RefCell<Option<(BodyShape, Shared)>> = const { RefCell::new(None) };
    static IS_BEING_MADE: Cell<bool> = const { Cell::new(false) };
}

/// Returns somebody of a shape; none where the body cannot be had.
pub(super) async fn of(shape: BodyShape) -> Option<Shared> {
    if let Some(performer) = made(shape) {
        return Some(performer);
    }
    let packed: JsValue = bundle::fetch("unknot-body").await?.into();
    let packed = Uint8Array::new(&packed).to_vec();
    // Whoever else wants one is likely to want the same.
    while IS_BEING_MADE.get() {
        pause().await;
    }
    if let Some(performer) = made(shape) {
        return Some(performer);
    }
    IS_BEING_MADE.set(true);
    let performer = make(shape, &packed).await;
    IS_BEING_MADE.set(false);
    let performer = Rc::new(RefCell::new(performer?));
    MADE.set(Some((shape, Rc::clone(&performer))));
    Some(performer)
}

fn made(shape: BodyShape) -> Option<Shared> {
    let made = MADE.with_borrow(Clone::clone);
    made.filter(|(made, _)| *made == shape).map(|(_, performer)| performer)
}

async fn make(shape: BodyShape, packed: &[u8]) -> Option<Performer> {
    pause().await;
    // What cannot be read is as good as not there.
    let anatomy = Anatomy::read(packed).ok()?;
    pause().await;
    let shape = anatomy.shape(shape.into());
    pause().await;
    let body = Body::new(shape);
    pause().await;
    Some(Performer::new(body))
}
