//! Keeps a journal in a browser's IndexedDB.
//!
//! A database has two stores. In `records` a record's name leads to its line; `packs` has many lines at once, so that a
//! long journal opens quickly, and can be forgotten at any time. It is written on what browsers offer, because the wrappers
//! there are lose why a transaction was aborted, and a person is told when there is no space left.

mod error;
mod event;
mod idb;
mod packs;

pub use error::IdbError;
pub use idb::Idb;
