//! The journal, as commands use it: where it is, what it tells, and telling it more.

mod moment;
mod stamp;

use std::path::{Path, PathBuf};

use pollster::block_on;
use unknot_journal::{Agreed, Entry, Journal, Record, RecordId, Store as _, Time};
use unknot_journal_sqlite::{Sqlite, SqliteError};

use crate::failure::Failure;
use crate::{home, out};

pub(crate) use moment::{earlier, now};
pub(crate) use stamp::fresh;

/// The variable that says where the journal is.
const VARIABLE: &str = "UNKNOT_JOURNAL";

/// The journal.
pub(crate) struct Keep {
    store: Sqlite,
    path: PathBuf,
}

impl Keep {
    /// Opens the journal: the file that is named, that the environment names, or the usual one.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self, Failure> {
        let path = match named(file) {
            Some(path) => path,
            None => usual()?,
        };
        let store = Sqlite::open(&path).map_err(|error| trouble(&path, &error))?;
        Ok(Self { store, path })
    }

    /// Opens the journal for somebody who wants something else of the program: where that fails and nobody has named the
    /// file, it is only told, with what follows from it.
    pub(crate) fn open_if_it_can_be(file: Option<&Path>, otherwise: &str) -> Result<Option<Self>, Failure> {
        let is_named = file.is_some() || std::env::var_os(VARIABLE).is_some();
        match Self::open(file) {
            Ok(keep) => Ok(Some(keep)),
            Err(failure) if is_named => Err(failure),
            Err(Failure::Failed(why) | Failure::Usage(why)) => {
                out::note(&format!("note: {otherwise}: {why}"));
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Returns what was told so far. Lines that cannot be read are told of, and left out.
    pub(crate) fn journal(&self) -> Result<Journal, Failure> {
        let (mut records, mut unreadable) = (Vec::new(), 0_usize);
        for line in self.lines()? {
            match Record::of_line(line) {
                Ok(record) => records.push(record),
                Err(_) => unreadable += 1,
            }
        }
        if unreadable > 0 {
            out::note(&format!("note: {unreadable} records of {} cannot be read", self.path.display()));
        }
        Ok(records.into_iter().collect())
    }

    fn lines(&self) -> Result<Vec<String>, Failure> {
        block_on(self.store.lines()).map_err(|error| trouble(&self.path, &error))
    }

    /// Tells something, now, and returns its records. When this returns they are kept.
    pub(crate) fn tell(&self, entries: Vec<Entry>) -> Result<Vec<Record>, Failure> {
        self.tell_at(&now()?, entries)
    }

    /// Tells something as it was at that time.
    pub(crate) fn tell_at(&self, time: &Time, entries: Vec<Entry>) -> Result<Vec<Record>, Failure> {
        let device = stamp::device()?;
        // The clock may have been set back since, and other devices' clocks are none of this one's business.
        let own = |line: &String| Record::parse(line).ok().filter(|record| record.device() == device);
        let mut last: Option<RecordId> = self.lines()?.iter().filter_map(own).map(|record| record.id()).max();
        let mut records = Vec::new();
        for entry in entries {
            let id = stamp::after(last, now()?.milliseconds())?;
            last = Some(id);
            records.push(Record::new(id, device, time.clone(), entry));
        }
        self.add(&records)?;
        Ok(records)
    }

    /// Adds records, all of them or none.
    pub(crate) fn add(&self, records: &[Record]) -> Result<(), Failure> {
        block_on(self.store.append(records)).map_err(|error| trouble(&self.path, &error))
    }

    /// Removes everything.
    pub(crate) fn erase(&self) -> Result<(), Failure> {
        block_on(self.store.erase()).map_err(|error| trouble(&self.path, &error))
    }

    /// Returns where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// Returns what somebody agreed to, where there is a journal; none is made for that.
pub(crate) fn agreed(file: Option<&Path>) -> Result<Agreed, Failure> {
    if !named(file).or_else(home::journal).is_some_and(|path| path.exists()) {
        return Ok(Agreed::default());
    }
    let otherwise = "what you agreed to is not heeded";
    let Some(keep) = Keep::open_if_it_can_be(file, otherwise)? else { return Ok(Agreed::default()) };
    let journal = keep.journal()?;
    Ok(Agreed::of(&journal.standing(), &journal.sessions()))
}

/// Returns the file that is named, or that the environment names.
fn named(file: Option<&Path>) -> Option<PathBuf> {
    file.map(Path::to_owned)
        .or_else(|| std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from))
}

/// Returns the usual file, in a folder that is there.
fn usual() -> Result<PathBuf, Failure> {
    let path = home::journal().ok_or_else(|| {
        Failure::Usage("nothing says where you keep your data: name a file with --journal".to_owned())
    })?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| {
            Failure::Failed(format!("cannot make {}, where the journal is kept: {error}", folder.display()))
        })?;
    }
    Ok(path)
}

fn trouble(path: &Path, error: &SqliteError) -> Failure {
    Failure::Failed(format!("the journal {}: {error}", path.display()))
}
