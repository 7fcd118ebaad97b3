//! What goes wrong in a browser's database.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// What goes wrong in a browser's database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdbError {
    /// The browser has none for this page: in a private window, or because it was told so.
    #[error("the browser keeps nothing for this page")]
    Refused,
    /// There is no space left.
    #[error("the browser has no space left for this page")]
    Full,
    /// A newer version of the program has changed the database.
    #[error("a newer version of this page has been here; load the page again")]
    Newer,
    /// The database was closed: a newer version of the program changes it, or the browser has cleared it.
    #[error("the browser's database was closed; load the page again")]
    Closed,
    /// An older version of the program holds on to the database.
    #[error("an older version of this page is open in another tab; close it, and load the page again")]
    Blocked,
    /// Anything else, in the browser's words.
    #[error("the browser's database says: {0}")]
    Other(String),
}

impl IdbError {
    /// Returns what a value means that a browser has thrown.
    pub(crate) fn thrown(value: JsValue) -> Self {
        match value.dyn_into::<DomException>() {
            Ok(exception) => Self::exception(&exception),
            Err(value) => Self::Other(format!("{value:?}")),
        }
    }

    /// Returns what an exception means that a browser may or may not tell.
    pub(crate) fn told(exception: Option<DomException>) -> Self {
        exception.map_or_else(|| Self::Other("no reason".to_owned()), |exception| Self::exception(&exception))
    }

    fn exception(exception: &DomException) -> Self {
        match exception.name().as_str() {
            "SecurityError" | "NotAllowedError" => Self::Refused,
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            name => Self::Other(format!("{name}: {}", exception.message())),
        }
    }
}
