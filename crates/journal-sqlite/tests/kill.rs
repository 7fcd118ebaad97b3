//! The program is killed while it writes, at any moment: nothing that was acknowledged is lost, nothing is there in
//! part, and the file opens again.
//!
//! Some kills belong to the tests; the evaluation has more:
//!
//!     UNKNOT_KILLS=1000 cargo test -p unknot-journal-sqlite --test kill -- --nocapture

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and one of these is a program"
)]

mod made;

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use made::{batch, batches};
use pollster::block_on;
use tempfile::TempDir;
use unknot_journal::Store as _;
use unknot_journal_sqlite::Sqlite;

const FILE: &str = "UNKNOT_KILL_FILE";
const FIRST: &str = "UNKNOT_KILL_FIRST";

/// What is killed: it writes one batch after the other and says so of each.
#[test]
#[ignore = "the other test runs it as a program"]
fn writer() {
    let Some(file) = std::env::var_os(FILE) else { return };
    let first: u32 = std::env::var(FIRST).unwrap().parse().unwrap();
    let store = Sqlite::open(Path::new(&file)).unwrap();
    println!("\nopen");
    for number in first.. {
        block_on(store.append(&batch(number))).unwrap();
        println!("kept {number}");
    }
}

/// Runs the writer, kills it after that time, and returns what it acknowledged.
fn killed(file: &Path, first: u32, after: Duration) -> Vec<u32> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["writer", "--exact", "--ignored", "--nocapture"])
        .env(FILE, file)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    // Every other time it is killed while it opens and mends what the last kill has left.
    if first.is_multiple_of(2) {
        let mut line = String::new();
        while line != "open\n" && !line.starts_with("kept") {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "the writer did not begin");
        }
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    // The last line may be cut off; only a whole one acknowledges.
    let whole = rest.rfind('\n').map_or("", |end| &rest[..end]);
    whole.lines().filter_map(|line| line.strip_prefix("kept ")?.parse().ok()).collect()
}

#[test]
fn whoever_is_killed_loses_nothing_that_was_kept() {
    let kills: u64 = std::env::var("UNKNOT_KILLS").map_or(30, |kills| kills.parse().unwrap());
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("journal.sqlite");
    let mut kept: BTreeSet<u32> = BTreeSet::new();
    let (mut next, mut unacknowledged, mut chance) = (0, 0, 7_u64);
    for _ in 0..kills {
        // Any moment within twenty milliseconds, in steps of a microsecond.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        kept.extend(killed(&path, next, Duration::from_micros((chance >> 33) % 20_000)));
        let lines = block_on(Sqlite::open(&path).unwrap().lines()).unwrap();
        let there: BTreeSet<u32> = batches(&lines).unwrap().into_iter().collect();
        let lost: Vec<_> = kept.difference(&there).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        unacknowledged += there.difference(&kept).count();
        kept = there;
        next = kept.last().map_or(next, |last| last + 1);
        // So that there are odd and even ones, whatever was written.
        next += u32::from(chance >> 63 == 0);
    }
    println!(
        "{kills} kills: {} records kept, none lost, none in part; {unacknowledged} batches were kept whose writer was \
         killed before it could say so",
        kept.len() * 3
    );
    assert!(kept.len() > usize::try_from(kills).unwrap() / 4, "it was killed before it wrote anything");
}
