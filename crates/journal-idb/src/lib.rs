//! Keeps a journal in a browser's IndexedDB.
//!
//! A database has one store, `records`: a record's name leads to its line. It is written on what browsers offer,
//! because the wrappers there are lose why a transaction was aborted, and a person is told when there is no space left.

mod error;
mod event;
mod idb;

pub use error::IdbError;
pub use idb::Idb;
