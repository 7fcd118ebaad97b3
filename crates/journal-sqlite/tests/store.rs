//! The store keeps every promise, and where it cannot, says why and changes nothing.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod made;

use std::path::Path;

use made::{batch, note};
use pollster::block_on;
use rusqlite::Connection;
use tempfile::TempDir;
use unknot_journal::{Store, conformance};
use unknot_journal_sqlite::{Sqlite, SqliteError};

/// Returns a folder with a journal of 200 records in it.
fn filled() -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("journal.sqlite");
    let records: Vec<_> =
        (0..200).map(|number| note(number, "a note of some length, like many others")).collect();
    block_on(Sqlite::open(&path).unwrap().append(&records)).unwrap();
    (folder, path)
}

/// Runs something that must not change the file, and returns its error.
fn refused(path: &Path, attempt: impl FnOnce() -> Result<(), SqliteError>) -> SqliteError {
    let before = std::fs::read(path).unwrap();
    let error = attempt().unwrap_err();
    assert_eq!(std::fs::read(path).unwrap(), before, "{error}");
    error
}

fn opened(path: &Path) -> Result<(), SqliteError> {
    Sqlite::open(path).map(|_| ())
}

fn appended(path: &Path) -> Result<(), SqliteError> {
    block_on(Sqlite::open(path)?.append(&batch(7)))
}

#[test]
fn every_promise_is_kept() {
    let folder = TempDir::new().unwrap();
    block_on(conformance::check(&Sqlite::open(&folder.path().join("new.sqlite")).unwrap())).unwrap();
}

#[test]
fn what_is_kept_is_there_for_the_next_program_and_for_another_at_the_same_time() {
    let (_folder, path) = filled();
    let (one, other) = (Sqlite::open(&path).unwrap(), Sqlite::open(&path).unwrap());
    block_on(one.append(&batch(1))).unwrap();
    assert_eq!(block_on(other.lines()).unwrap().len(), 203);
    block_on(other.append(&batch(1))).unwrap();
    assert_eq!(block_on(one.lines()).unwrap().len(), 203);
}

#[test]
fn two_programs_may_make_it_at_the_same_time() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("journal.sqlite");
    std::thread::scope(|scope| {
        for number in 0..8 {
            let path = &path;
            scope.spawn(move || block_on(Sqlite::open(path).unwrap().append(&batch(number))).unwrap());
        }
    });
    assert_eq!(block_on(Sqlite::open(&path).unwrap().lines()).unwrap().len(), 24);
}

#[test]
#[cfg(unix)]
fn only_the_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, path) = filled();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn nothing_is_left_of_what_was_erased() {
    let (folder, path) = filled();
    let store = Sqlite::open(&path).unwrap();
    block_on(store.append(&[note(9_000, "a secret")])).unwrap();
    block_on(store.erase()).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"a secret"));
    }
}

#[test]
fn a_file_of_a_newer_version_stays_as_it_is() {
    let (_folder, path) = filled();
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 3).unwrap();
    let error = refused(&path, || opened(&path));
    assert_eq!(error, SqliteError::Newer { found: 3, known: 2 });
}

#[test]
fn a_file_of_the_first_form_goes_on_with_every_record() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("journal.sqlite");
    // As the first version made it.
    let first = Connection::open(&path).unwrap();
    first
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA application_id = 0x556e4b74; PRAGMA user_version = 1;
             CREATE TABLE records (name TEXT PRIMARY KEY, line TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID",
        )
        .unwrap();
    let kept = note(7, "kept");
    let row = (kept.id().to_string(), kept.line(), crc32fast::hash(kept.line().as_bytes()));
    first.execute("INSERT INTO records VALUES (?1, ?2, ?3)", row).unwrap();
    drop(first);
    let store = Sqlite::open(&path).unwrap();
    assert_eq!(block_on(store.lines()).unwrap(), [kept.line()]);
    let tag = store.tag().unwrap();
    assert_eq!((tag.records, Sqlite::open(&path).unwrap().tag().unwrap()), (1, tag));
}

#[test]
fn it_is_another_journal_once_everything_was_erased() {
    let (_folder, path) = filled();
    let (one, other) = (Sqlite::open(&path).unwrap(), Sqlite::open(&path).unwrap());
    let before = one.tag().unwrap();
    assert_eq!((before.records, other.read().unwrap().0), (200, before));
    let tag = one.append_to(before.journal, &batch(1)).unwrap().unwrap();
    assert_eq!((tag.journal, tag.records), (before.journal, 203));
    block_on(other.erase()).unwrap();
    let erased = one.tag().unwrap();
    assert!(erased.journal != before.journal && erased.records == 0, "{erased}");
    assert_eq!(one.append_to(before.journal, &batch(2)).unwrap(), None);
    assert_eq!(one.erase_that(before.journal).unwrap(), None);
    assert_eq!(one.read().unwrap(), (erased, Vec::new()));
    one.append_to(erased.journal, &batch(2)).unwrap().unwrap();
    let again = one.erase_that(erased.journal).unwrap().unwrap();
    assert!(again.journal != erased.journal && again.records == 0);
    assert_eq!(other.tag().unwrap(), again);
}

#[test]
fn what_is_no_journal_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    let text = folder.path().join("text.csv");
    std::fs::write(&text, "date,pain\n2026-11-24,5\n".repeat(99)).unwrap();
    assert_eq!(refused(&text, || opened(&text)), SqliteError::Foreign);
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE records (id)").unwrap();
    assert_eq!(refused(&other, || opened(&other)), SqliteError::Foreign);
}

#[test]
fn a_damaged_page_is_told_and_nothing_is_overwritten() {
    let (_folder, path) = filled();
    let mut bytes = std::fs::read(&path).unwrap();
    let pages = bytes.len() / 4096;
    assert!(pages > 4, "{pages}");
    bytes[4096..].iter_mut().for_each(|byte| *byte = 0x5a);
    std::fs::write(&path, &bytes).unwrap();
    let read = || block_on(Sqlite::open(&path)?.lines()).map(|_| ());
    assert!(matches!(refused(&path, read), SqliteError::Damaged(_)));
    assert!(matches!(refused(&path, || appended(&path)), SqliteError::Damaged(_)));
}

#[test]
fn one_letter_that_has_changed_is_told() {
    let (_folder, path) = filled();
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.windows(6).rposition(|window| window == b"others").unwrap();
    bytes[at] = b'0';
    std::fs::write(&path, &bytes).unwrap();
    let read = || block_on(Sqlite::open(&path)?.lines()).map(|_| ());
    let error = refused(&path, read);
    assert!(error.to_string().contains("has changed"), "{error}");
}

#[test]
fn a_full_disk_is_told_and_what_was_there_is_still_there() {
    let (_folder, path) = filled();
    let connection = Connection::open(&path).unwrap();
    // SQLite says the same where the disk itself is full.
    connection.pragma_update(None, "max_page_count", 1).unwrap();
    let store = Sqlite::over(connection).unwrap();
    let many: Vec<_> = (1_000..3_000).map(|number| note(number, &"long ".repeat(99))).collect();
    assert_eq!(block_on(store.append(&many)).unwrap_err(), SqliteError::Full);
    assert_eq!(block_on(store.lines()).unwrap().len(), 200);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = TempDir::new().unwrap();
    let error = opened(&folder.path().join("no/such/journal.sqlite")).unwrap_err();
    assert!(error.to_string().contains("cannot be opened: No such file"), "{error}");
    assert!(matches!(opened(folder.path()), Err(SqliteError::Closed(_))), "a folder");
}

#[test]
#[cfg(target_os = "linux")]
fn what_may_not_be_written_to_is_told() {
    // Nobody may make files there, root neither.
    let error = opened(Path::new("/sys/kernel/journal.sqlite")).unwrap_err();
    assert_eq!(error, SqliteError::ReadOnly);
}
