//! Keeps a journal at the local server, from a page of that server in the browser.
//!
//! `crates/server/src/journal/mod.rs` says what the server answers. What is kept is bound to one journal: once that was
//! erased there, or another has taken its place, everything is refused, until somebody has decided what is to be done.

mod error;
mod http;

pub use error::HttpError;
pub use http::Http;
