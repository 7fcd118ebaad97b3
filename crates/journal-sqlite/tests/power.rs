//! The power goes off: what was not synced to the disk is lost, wholly or in part, in any order.
//!
//! The store runs on a disk of the test's own, a layer between SQLite and files that keeps in mind what was synced.
//! At every single operation in turn the power goes off; then a disk is made of what was synced and a random part of
//! what was not, and the journal is opened from that.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail and says what it saw")]

mod made;
mod vfs;

use std::collections::BTreeSet;

use made::{batch, batches};
use pollster::block_on;
use rusqlite::{Connection, OpenFlags};
use unknot_journal::Store as _;
use unknot_journal_sqlite::{Sqlite, SqliteError};
use vfs::{Disk, Disks};

fn opened(disks: &Disks, disk: &Disk) -> Result<Sqlite, SqliteError> {
    let name = disks.insert(disk.clone());
    let connection = Connection::open_with_flags_and_vfs(name, OpenFlags::default(), disks.name())?;
    // The log is taken over into the file every few records, so that this, too, is interrupted.
    connection.pragma_update(None, "wal_autocheckpoint", 12)?;
    Sqlite::over(connection)
}

/// Writes until the power goes off; returns what was acknowledged, and whether it did go off.
fn written(disks: &Disks, disk: &Disk) -> (Vec<u32>, bool) {
    let Ok(store) = opened(disks, disk) else { return (Vec::new(), true) };
    let mut kept = Vec::new();
    for number in 0..12 {
        if block_on(store.append(&batch(number))).is_err() {
            return (kept, true);
        }
        kept.push(number);
    }
    (kept, disk.is_off())
}

/// Returns how often the power went off, and every time that something acknowledged was lost or was there in part.
fn evaluate(name: &'static str, syncs: bool) -> (u64, Vec<String>) {
    let disks = Disks::register(name);
    let mut wrong = Vec::new();
    for operation in 1.. {
        for seed in 0..3 {
            let disk = Disk::new(syncs).off_after(operation);
            let (kept, is_off) = written(&disks, &disk);
            if !is_off {
                return (operation - 1, wrong);
            }
            let after = disk.after_the_cut(operation * 31 + seed);
            let read = opened(&disks, &after).and_then(|store| {
                let lines = block_on(store.lines())?;
                // It can be written to again, too.
                block_on(store.append(&batch(99)))?;
                Ok(lines)
            });
            let there = read.map_err(|error| error.to_string()).and_then(|lines| batches(&lines));
            match there.map(BTreeSet::from_iter) {
                Ok(there) if kept.iter().all(|number| there.contains(number)) => {}
                Ok(there) => {
                    wrong.push(format!("operation {operation}: {kept:?} were kept, {there:?} are there"));
                }
                Err(error) => wrong.push(format!("operation {operation}: {error}")),
            }
        }
    }
    unreachable!()
}

#[test]
fn a_power_cut_loses_nothing_that_was_kept() {
    let (cuts, wrong) = evaluate("honest", true);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(cuts > 150, "the power went off at {cuts} moments only");
    println!("{cuts} moments, 3 power cuts at each: nothing lost, nothing in part");
}

#[test]
fn on_a_disk_that_only_pretends_to_sync_something_is_lost() {
    // Else the test above would show nothing.
    let (_, wrong) = evaluate("pretends", false);
    assert!(!wrong.is_empty());
}
