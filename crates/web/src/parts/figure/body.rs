//! The body that is shown: made once for all pages, in pieces, as the page has to answer meanwhile.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_stage::Performer;

use crate::pause::pause;

/// Somebody who performs, shared by all who look.
pub(super) type Shared = Rc<RefCell<Performer>>;

thread_local! {
    static MADE: RefCell<Option<(BodyShape, Shared)>> = const { RefCell::new(None) };
    static IS_BEING_MADE: Cell<bool> = const { Cell::new(false) };
}

/// Returns somebody of a shape.
///
/// # Errors
/// The body that is built in cannot be read, in words.
pub(super) async fn of(shape: BodyShape) -> Result<Shared, String> {
    // Whoever else wants one is likely to want the same.
    while IS_BEING_MADE.get() {
        pause().await;
    }
    let made = MADE.with_borrow(|made| made.clone().filter(|(made, _)| *made == shape));
    if let Some((_, performer)) = made {
        return Ok(performer);
    }
    IS_BEING_MADE.set(true);
    let performer = make(shape).await;
    IS_BEING_MADE.set(false);
    let performer = Rc::new(RefCell::new(performer?));
    MADE.set(Some((shape, Rc::clone(&performer))));
    Ok(performer)
}

async fn make(shape: BodyShape) -> Result<Performer, String> {
    pause().await;
    let anatomy = Anatomy::read(unknot_content::BODY).map_err(|error| error.to_string())?;
    pause().await;
    let shape = anatomy.shape(shape.into());
    pause().await;
    let body = Body::new(shape);
    pause().await;
    Ok(Performer::new(body))
}
