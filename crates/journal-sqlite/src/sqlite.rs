//! The store.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use unknot_journal::{Record, Store};

use crate::error::SqliteError;

/// The form of the file. What changes it goes into [`Sqlite::over`].
const FORM: i64 = 1;
/// What tells a journal from other files of SQLite: `UnKt`.
const APPLICATION: i64 = 0x556e_4b74;
/// How long another program may hold the file.
const PATIENCE: Duration = Duration::from_secs(5);

const MAKE: &str =
    "CREATE TABLE records (name TEXT PRIMARY KEY, line TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID";

/// A journal in a file of SQLite. Several programs may have the same one open.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    /// Opens the file, which is made where there is none. Only its owner may read a new one.
    ///
    /// # Errors
    /// It cannot be opened or made, or is not a journal that is known here; then nothing of it was changed.
    pub fn open(path: &Path) -> Result<Self, SqliteError> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        // SQLite would make it readable for everybody, and would say less of why it cannot.
        options.open(path).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SqliteError::ReadOnly,
            ErrorKind::StorageFull => SqliteError::Full,
            _ => SqliteError::Closed(error.to_string()),
        })?;
        Self::over(Connection::open(path)?)
    }

    /// Takes over a connection.
    ///
    /// # Errors
    /// It does not lead to a journal that is known here; then nothing of it was changed.
    pub fn over(connection: Connection) -> Result<Self, SqliteError> {
        connection.busy_timeout(PATIENCE)?;
        // This much is read before anything is written.
        let is_empty: bool =
            connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
        match (number(&connection, "application_id")?, number(&connection, "user_version")?) {
            (0, 0) if is_empty => {}
            (APPLICATION, FORM) => {}
            (APPLICATION, found) => return Err(SqliteError::Newer { found, known: FORM }),
            _ => return Err(SqliteError::Foreign),
        }
        // A commit is over once the log is on the disk; what is removed is overwritten.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "secure_delete", true)?;
        let store = Self { connection };
        if is_empty {
            store.make()?;
        }
        Ok(store)
    }

    /// Makes the table, unless another program was quicker.
    fn make(&self) -> Result<(), SqliteError> {
        let making = self.begin()?;
        if number(&making, "user_version")? == 0 {
            making.execute_batch(MAKE)?;
            making.pragma_update(None, "application_id", APPLICATION)?;
            making.pragma_update(None, "user_version", FORM)?;
        }
        Ok(making.commit()?)
    }

    fn begin(&self) -> Result<Transaction<'_>, SqliteError> {
        Ok(Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?)
    }
}

impl Store for Sqlite {
    type Error = SqliteError;

    async fn append(&self, records: &[Record]) -> Result<(), SqliteError> {
        let adding = self.begin()?;
        {
            let mut add = adding.prepare("INSERT OR IGNORE INTO records VALUES (?1, ?2, ?3)")?;
            for record in records {
                add.execute(params![record.id().to_string(), record.line(), checksum(record.line())])?;
            }
        }
        Ok(adding.commit()?)
    }

    async fn lines(&self) -> Result<Vec<String>, SqliteError> {
        let mut all = self.connection.prepare("SELECT name, line, crc FROM records ORDER BY name")?;
        let mut rows = all.query([])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let damaged = |_| SqliteError::Damaged("a record is no text".to_owned());
            let line: String = row.get(1).map_err(damaged)?;
            let written: u32 = row.get(2).map_err(damaged)?;
            if checksum(&line) != written {
                let name: String = row.get(0).map_err(damaged)?;
                return Err(SqliteError::Damaged(format!("record {name} has changed")));
            }
            lines.push(line);
        }
        Ok(lines)
    }

    async fn erase(&self) -> Result<(), SqliteError> {
        let removing = self.begin()?;
        removing.execute("DELETE FROM records", [])?;
        removing.commit()?;
        // They are gone; this takes them out of the log and the free pages, too. Where another program reads
        // at this moment, the next one that closes the file does it.
        let _later = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); VACUUM;");
        let _later = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        Ok(())
    }
}

fn number(connection: &Connection, pragma: &str) -> Result<i64, SqliteError> {
    Ok(connection.pragma_query_value(None, pragma, |row| row.get(0))?)
}

fn checksum(line: &str) -> u32 {
    crc32fast::hash(line.as_bytes())
}
