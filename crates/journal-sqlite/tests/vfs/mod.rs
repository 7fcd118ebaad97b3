//! Disks that keep in mind what was synced, for SQLite to write to.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sqlite_vfs::wip::{WalIndex, WalIndexLock};
use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs};

/// What a disk writes at once, in bytes: after a power cut each such piece is old or new.
const SECTOR: usize = 512;

/// A file: what is on the disk for good, and what came since.
#[derive(Clone, Debug, Default)]
struct File {
    synced: Vec<u8>,
    now: Vec<u8>,
    since: Vec<Change>,
    is_synced: bool,
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write(at, new) => {
                bytes.resize(bytes.len().max(at + new.len()), 0);
                bytes[*at..at + new.len()].copy_from_slice(new);
            }
            Self::Length(length) => bytes.resize(*length, 0),
        }
    }
}

#[derive(Debug)]
struct State {
    files: BTreeMap<String, File>,
    /// Removed, but not for good.
    removed: BTreeMap<String, File>,
    syncs: bool,
    /// After how many more operations the power goes off; none where it stays.
    left: Option<u64>,
}

/// A disk.
#[derive(Clone, Debug)]
pub(crate) struct Disk(Arc<Mutex<State>>);

impl Disk {
    /// Returns an empty disk, that syncs or only says that it did.
    pub(crate) fn new(syncs: bool) -> Self {
        let state = State { files: BTreeMap::new(), removed: BTreeMap::new(), syncs, left: None };
        Self(Arc::new(Mutex::new(state)))
    }

    /// Lets the power go off after so many operations.
    pub(crate) fn off_after(self, operations: u64) -> Self {
        self.0.lock().unwrap().left = Some(operations);
        self
    }

    /// Returns whether the power is off.
    pub(crate) fn is_off(&self) -> bool {
        self.0.lock().unwrap().left == Some(0)
    }

    /// Returns what is found after the power cut, by the chance that grows from a seed.
    pub(crate) fn after_the_cut(&self, seed: u64) -> Self {
        let state = self.0.lock().unwrap();
        let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut files = BTreeMap::new();
        // What was removed may be back.
        let all =
            state.removed.iter().filter(|(name, _)| !state.files.contains_key(*name)).chain(&state.files);
        for (name, file) in all {
            let is_removed = !state.files.contains_key(name);
            if (is_removed || !file.is_synced) && chance.half() {
                continue;
            }
            let found = file.after_the_cut(&mut chance);
            files.insert(
                name.clone(),
                File { now: found.clone(), synced: found, since: Vec::new(), is_synced: true },
            );
        }
        Self(Arc::new(Mutex::new(State { files, removed: BTreeMap::new(), syncs: true, left: None })))
    }

    /// Counts an operation that changes something.
    fn operate<T>(&self, change: impl FnOnce(&mut State) -> T) -> Result<T, Error> {
        let mut state = self.0.lock().unwrap();
        if let Some(left) = &mut state.left {
            *left = left.saturating_sub(1);
            if *left == 0 {
                return Err(Error::other("the power is off"));
            }
        }
        Ok(change(&mut state))
    }
}

impl File {
    /// Every change since the last sync may be on the disk or not, and of each any sectors.
    fn after_the_cut(&self, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.since {
            match change {
                Change::Write(at, new) => {
                    let mut done = 0;
                    while done < new.len() {
                        let length = (SECTOR - (at + done) % SECTOR).min(new.len() - done);
                        if chance.half() {
                            Change::Write(at + done, new[done..done + length].to_vec()).apply(&mut bytes);
                        }
                        done += length;
                    }
                }
                Change::Length(_) if chance.half() => change.apply(&mut bytes),
                Change::Length(_) => {}
            }
        }
        bytes
    }
}

struct Chance(u64);

impl Chance {
    fn half(&mut self) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 63 == 1
    }
}

/// The disks that SQLite knows, each by the first part of its files' names.
#[derive(Clone)]
pub(crate) struct Disks {
    name: &'static str,
    all: Arc<Mutex<BTreeMap<String, Disk>>>,
}

impl Disks {
    /// Makes them known to SQLite.
    pub(crate) fn register(name: &'static str) -> Self {
        let disks = Self { name, all: Arc::default() };
        sqlite_vfs::register(name, disks.clone(), false).unwrap();
        disks
    }

    /// Returns by which name SQLite knows them.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Adds a disk; returns the name of a journal on it.
    pub(crate) fn insert(&self, disk: Disk) -> String {
        let mut all = self.all.lock().unwrap();
        let number = all.len();
        all.insert(format!("disk{number}"), disk);
        format!("disk{number}:journal.sqlite")
    }

    /// Returns the disk of a file, and what the file is called on it.
    fn of<'f>(&self, file: &'f str) -> (Disk, &'f str) {
        let (disk, file) = file.split_once(':').unwrap();
        (self.all.lock().unwrap()[disk].clone(), file)
    }
}

impl Vfs for Disks {
    type Handle = Open;

    fn open(&self, file: &str, options: OpenOptions) -> Result<Open, Error> {
        let (disk, file) = self.of(file);
        let is_there = disk.0.lock().unwrap().files.contains_key(file);
        match options.access {
            OpenAccess::Read | OpenAccess::Write if !is_there => return Err(ErrorKind::NotFound.into()),
            OpenAccess::CreateNew if is_there => return Err(ErrorKind::AlreadyExists.into()),
            _ if !is_there => {
                drop(disk.operate(|state| state.files.insert(file.to_owned(), File::default()))?);
            }
            _ => {}
        }
        Ok(Open { disk, file: file.to_owned(), lock: LockKind::None })
    }

    fn delete(&self, file: &str) -> Result<(), Error> {
        let (disk, file) = self.of(file);
        disk.operate(|state| {
            if let Some(gone) = state.files.remove(file) {
                state.removed.insert(file.to_owned(), gone);
            }
        })
    }

    fn exists(&self, file: &str) -> Result<bool, Error> {
        let (disk, file) = self.of(file);
        Ok(disk.0.lock().unwrap().files.contains_key(file))
    }

    fn temporary_name(&self) -> String {
        unreachable!("the journal needs no temporary file")
    }

    fn random(&self, buffer: &mut [i8]) {
        buffer.fill(7);
    }

    fn sleep(&self, duration: Duration) -> Duration {
        duration
    }
}

/// A file that is open.
pub(crate) struct Open {
    disk: Disk,
    file: String,
    lock: LockKind,
}

impl Open {
    fn change(&self, change: Change) -> Result<(), Error> {
        self.disk.operate(|state| {
            let file = state.files.entry(self.file.clone()).or_default();
            change.apply(&mut file.now);
            file.since.push(change);
        })
    }

    fn look<T>(&self, look: impl FnOnce(&[u8]) -> T) -> T {
        let state = self.disk.0.lock().unwrap();
        look(state.files.get(&self.file).map_or(&[], |file| &file.now))
    }
}

impl DatabaseHandle for Open {
    type WalIndex = Index;

    fn size(&self) -> Result<u64, Error> {
        Ok(self.look(|bytes| bytes.len() as u64))
    }

    fn read_exact_at(&mut self, buffer: &mut [u8], offset: u64) -> Result<(), Error> {
        let from = usize::try_from(offset).unwrap();
        self.look(|bytes| match bytes.get(from..from + buffer.len()) {
            Some(found) => {
                buffer.copy_from_slice(found);
                Ok(())
            }
            None => {
                let rest = bytes.get(from..).unwrap_or_default();
                buffer[..rest.len()].copy_from_slice(rest);
                Err(ErrorKind::UnexpectedEof.into())
            }
        })
    }

    fn write_all_at(&mut self, buffer: &[u8], offset: u64) -> Result<(), Error> {
        self.change(Change::Write(usize::try_from(offset).unwrap(), buffer.to_vec()))
    }

    fn sync(&mut self, _data_only: bool) -> Result<(), Error> {
        self.disk.operate(|state| {
            let syncs = state.syncs;
            let file = state.files.entry(self.file.clone()).or_default();
            if syncs {
                // SQLite syncs the folder when it syncs a new log for the first time.
                if !file.is_synced && self.file.contains("sqlite-") {
                    state.removed.clear();
                }
                file.synced = file.now.clone();
                file.since.clear();
                file.is_synced = true;
            }
        })
    }

    fn set_len(&mut self, size: u64) -> Result<(), Error> {
        self.change(Change::Length(usize::try_from(size).unwrap()))
    }

    fn lock(&mut self, lock: LockKind) -> Result<bool, Error> {
        self.lock = lock;
        Ok(true)
    }

    fn reserved(&mut self) -> Result<bool, Error> {
        Ok(false)
    }

    fn current_lock(&self) -> Result<LockKind, Error> {
        Ok(self.lock)
    }

    fn wal_index(&self, _readonly: bool) -> Result<Index, Error> {
        Ok(Index)
    }
}

/// The index of the log. Only one connection is open at a time, so that it need not be shared.
pub(crate) struct Index;

impl WalIndex for Index {
    fn map(&mut self, _region: u32) -> Result<[u8; 32768], Error> {
        Ok([0; 32768])
    }

    fn lock(&mut self, _locks: Range<u8>, _lock: WalIndexLock) -> Result<bool, Error> {
        Ok(true)
    }

    fn delete(self) -> Result<(), Error> {
        Ok(())
    }
}
