//! What goes wrong with a file of SQLite.

use rusqlite::{Error, ErrorCode};

/// What goes wrong with a file of SQLite.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SqliteError {
    /// A newer Unknot has changed its form.
    #[error(
        "a newer Unknot wrote it, in form {found}; this one knows forms up to {known}. Nothing was changed"
    )]
    Newer {
        /// Its form.
        found: i64,
        /// The newest form that is known here.
        known: i64,
    },
    /// It is no journal of Unknot's.
    #[error("it is no journal of Unknot's. Nothing was changed")]
    Foreign,
    /// Something else has written over it, or the disk has lost a part of it.
    #[error(
        "it is damaged ({0}). Nothing was changed: keep a copy of it, then take what is whole with \
         `sqlite3 FILE .recover`, or import your last export into a new journal"
    )]
    Damaged(String),
    /// It may be read but not written, or its folder may not be written to.
    #[error("it, or the folder that it lies in, may not be written to")]
    ReadOnly,
    /// It cannot be opened.
    #[error("it cannot be opened: {0}")]
    Closed(String),
    /// There is no space left.
    #[error("there is no space left on the disk. What was there is still there")]
    Full,
    /// Another program has held it for too long.
    #[error("another program is writing to it and does not come to an end; try again")]
    Busy,
    /// Anything else, in SQLite's words.
    #[error("SQLite says: {0}")]
    Other(String),
}

impl From<Error> for SqliteError {
    fn from(error: Error) -> Self {
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(text),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen) => Self::Closed(text),
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Other(text),
        }
    }
}
