//! Keeps a journal in a file of SQLite.
//!
//! The file has a table `records`: a record's name, its line, and a checksum of the line, because SQLite itself does not
//! see a letter that has changed. The table `journal` says which journal it is, which is another one once everything was
//! erased. A record counts as kept only once the system has written it through to the disk. `docs/durability.md` says how
//! that is put to the test.

mod error;
mod sqlite;

pub use error::SqliteError;
pub use sqlite::Sqlite;
