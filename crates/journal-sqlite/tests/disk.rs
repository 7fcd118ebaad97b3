//! A real disk that is full, and one that may only be read: small ones in memory, which a program of its own mounts where
//! nobody else sees them. Where the system does not allow that, the tests say so and are passed over.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and some of these are programs"
)]

mod made;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use made::{batch, batches, note};
use pollster::block_on;
use tempfile::TempDir;
use unknot_journal::Store as _;
use unknot_journal_sqlite::{Sqlite, SqliteError};

const FOLDER: &str = "UNKNOT_DISK";

/// Runs an ignored test of this file as a program that has a disk of its own of that size, and may mount it anew.
fn on_a_disk(test: &str, size: &str) {
    let folder = TempDir::new().unwrap();
    let mount = format!("mount -t tmpfs -o size={size} unknot {}", folder.path().display());
    let namespace = || {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c"]);
        command
    };
    let tried = namespace().arg(&mount).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !tried.is_ok_and(|status| status.success()) {
        println!("passed over: this system does not let a test mount a disk of its own (unshare, mount)");
        return;
    }
    let program = std::env::current_exe().unwrap();
    let run = format!("{mount} && exec {} {test} --exact --ignored --nocapture", program.display());
    let output = namespace().arg(run).env(FOLDER, folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn disk() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

#[test]
fn a_full_disk_loses_nothing() {
    on_a_disk("fills_the_disk", "400k");
}

#[test]
fn a_disk_that_may_only_be_read_is_told() {
    on_a_disk("only_reads_the_disk", "2m");
}

#[test]
#[ignore = "another test runs it as a program, on a disk of its own"]
fn fills_the_disk() {
    let Some(folder) = disk() else { return };
    let path = folder.join("journal.sqlite");
    let store = Sqlite::open(&path).unwrap();
    let mut kept = 0;
    let full = loop {
        match block_on(store.append(&batch(kept))) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!(kept > 5 && full == SqliteError::Full, "{kept}: {full}");
    let all: Vec<u32> = (0..kept).collect();
    assert_eq!(batches(&block_on(store.lines()).unwrap()).unwrap(), all);
    drop(store);
    // Everything is there for the next program, though the disk is still full.
    match Sqlite::open(&path) {
        Ok(store) => assert_eq!(batches(&block_on(store.lines()).unwrap()).unwrap(), all),
        Err(error) => assert_eq!(error, SqliteError::Full),
    }
    // A new journal is told of as clearly, once not one byte is left.
    let rest = vec![0; 1 << 20];
    let _full = std::fs::write(folder.join("rest"), rest);
    let error = Sqlite::open(&folder.join("new.sqlite")).map(|_| ()).unwrap_err();
    assert_eq!(error, SqliteError::Full);
    // With some space it goes on.
    std::fs::remove_file(folder.join("rest")).unwrap();
    let _gone = std::fs::remove_file(folder.join("new.sqlite"));
    assert!(Command::new("mount").args(["-o", "remount,size=2m"]).arg(&folder).status().unwrap().success());
    let store = Sqlite::open(&path).unwrap();
    block_on(store.append(&batch(kept))).unwrap();
    assert_eq!(block_on(store.lines()).unwrap().len(), usize::try_from(kept + 1).unwrap() * 3);
}

#[test]
#[ignore = "another test runs it as a program, on a disk of its own"]
fn only_reads_the_disk() {
    let Some(folder) = disk() else { return };
    let path = folder.join("journal.sqlite");
    block_on(Sqlite::open(&path).unwrap().append(&[note(1, "kept")])).unwrap();
    let before = std::fs::read(&path).unwrap();
    let mount = |how: &str| {
        assert!(Command::new("mount").args(["-o", how]).arg(&folder).status().unwrap().success());
    };
    mount("remount,ro");
    let refused = |path: &Path| Sqlite::open(path).map(|_| ()).unwrap_err();
    assert_eq!(refused(&path), SqliteError::ReadOnly);
    assert_eq!(refused(&folder.join("new.sqlite")), SqliteError::ReadOnly);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    mount("remount,rw");
    assert_eq!(block_on(Sqlite::open(&path).unwrap().lines()).unwrap().len(), 1);
}
