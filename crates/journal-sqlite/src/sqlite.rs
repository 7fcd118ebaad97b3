//! The store.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use unknot_journal::{JournalId, Record, Store, Tag};

use crate::error::SqliteError;

/// The form of the file. What changes it goes into [`Sqlite::make`].
const FORM: i64 = 2;
/// What tells a journal from other files of SQLite: `UnKt`.
const APPLICATION: i64 = 0x556e_4b74;
/// How long another program may hold the file.
const PATIENCE: Duration = Duration::from_secs(5);

const MAKE: &str =
    "CREATE TABLE records (name TEXT PRIMARY KEY, line TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID";
/// Since form 2: which journal it is.
const NAME: &str =
    "CREATE TABLE journal (id TEXT NOT NULL); INSERT INTO journal VALUES (lower(hex(randomblob(16))))";
const RENAME: &str = "UPDATE journal SET id = lower(hex(randomblob(16)))";

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
        let form = number(&connection, "user_version")?;
        match (number(&connection, "application_id")?, form) {
            (0, 0) if is_empty => {}
            (APPLICATION, 1..=FORM) => {}
            (APPLICATION, found) => return Err(SqliteError::Newer { found, known: FORM }),
            _ => return Err(SqliteError::Foreign),
        }
        // A commit is over once the log is on the disk; what is removed is overwritten.
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "secure_delete", true)?;
        let store = Self { connection };
        if form < FORM {
            store.make()?;
        }
        Ok(store)
    }

    /// Brings the file from the form it has to the present one, step by step, unless another program was quicker.
    fn make(&self) -> Result<(), SqliteError> {
        let making = self.begin()?;
        let form = number(&making, "user_version")?;
        if form < 1 {
            making.execute_batch(MAKE)?;
            making.pragma_update(None, "application_id", APPLICATION)?;
        }
        if form < 2 {
            making.execute_batch(NAME)?;
        }
        if form < FORM {
            making.pragma_update(None, "user_version", FORM)?;
        }
        Ok(making.commit()?)
    }

    /// Returns which journal it is, and how many records it has.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn tag(&self) -> Result<Tag, SqliteError> {
        tag(&self.connection)
    }

    /// Returns the lines of all records, in the order of their names, and the state that they are.
    ///
    /// # Errors
    /// They could not be read.
    pub fn read(&self) -> Result<(Tag, Vec<String>), SqliteError> {
        // So that nobody writes in between.
        let reading = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        Ok((tag(&reading)?, lines(&reading)?))
    }

    /// Keeps records as [`Store::append`] does, but only in this journal: where another has taken its place, nothing is done
    /// and nothing returned.
    ///
    /// # Errors
    /// They could not be kept.
    pub fn append_to(&self, journal: JournalId, records: &[Record]) -> Result<Option<Tag>, SqliteError> {
        let adding = self.begin()?;
        if tag(&adding)?.journal != journal {
            return Ok(None);
        }
        add(&adding, records)?;
        let now = tag(&adding)?;
        adding.commit()?;
        Ok(Some(now))
    }

    /// Removes every record as [`Store::erase`] does, but only of this journal: where another has taken its place, nothing is
    /// done and nothing returned.
    ///
    /// # Errors
    /// They could not be removed.
    pub fn erase_that(&self, journal: JournalId) -> Result<Option<Tag>, SqliteError> {
        let removing = self.begin()?;
        if tag(&removing)?.journal != journal {
            return Ok(None);
        }
        remove(&removing)?;
        let now = tag(&removing)?;
        removing.commit()?;
        self.overwrite();
        Ok(Some(now))
    }

    /// Takes what was removed out of the log and the free pages, too. Where another program reads at this moment, the next
    /// one that closes the file does it.
    fn overwrite(&self) {
        let _later = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); VACUUM;");
        let _later = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    fn begin(&self) -> Result<Transaction<'_>, SqliteError> {
        Ok(Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?)
    }
}

impl Store for Sqlite {
    type Error = SqliteError;

    async fn append(&self, records: &[Record]) -> Result<(), SqliteError> {
        let adding = self.begin()?;
        add(&adding, records)?;
        Ok(adding.commit()?)
    }

    async fn lines(&self) -> Result<Vec<String>, SqliteError> {
        lines(&self.connection)
    }

    async fn erase(&self) -> Result<(), SqliteError> {
        let removing = self.begin()?;
        remove(&removing)?;
        removing.commit()?;
        self.overwrite();
        Ok(())
    }
}

fn add(connection: &Connection, records: &[Record]) -> Result<(), SqliteError> {
    let mut add = connection.prepare("INSERT OR IGNORE INTO records VALUES (?1, ?2, ?3)")?;
    for record in records {
        add.execute(params![record.id().to_string(), record.line(), checksum(record.line())])?;
    }
    Ok(())
}

fn remove(connection: &Connection) -> Result<(), SqliteError> {
    connection.execute("DELETE FROM records", [])?;
    connection.execute(RENAME, [])?;
    Ok(())
}

fn tag(connection: &Connection) -> Result<Tag, SqliteError> {
    let sql = "SELECT id, (SELECT count(*) FROM records) FROM journal";
    let (id, records): (String, i64) = connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let damaged = |_| SqliteError::Damaged("its own name is none".to_owned());
    Ok(Tag { journal: id.parse().map_err(damaged)?, records: records.unsigned_abs() })
}

fn lines(connection: &Connection) -> Result<Vec<String>, SqliteError> {
    let mut all = connection.prepare("SELECT name, line, crc FROM records ORDER BY name")?;
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

fn number(connection: &Connection, pragma: &str) -> Result<i64, SqliteError> {
    Ok(connection.pragma_query_value(None, pragma, |row| row.get(0))?)
}

fn checksum(line: &str) -> u32 {
    crc32fast::hash(line.as_bytes())
}
