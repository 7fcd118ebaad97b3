//! Everything that it takes to follow somebody needs no more than 40 MB, the program and the packed networks included.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test, which says how much it is")]

mod common;

use unknot_sight::{Eye, Picture};

#[test]
fn following_somebody_takes_no_more_than_40_mb() {
    let (width, height, bytes) = common::figure();
    let picture = Picture::rgb(width, height, &bytes).unwrap();
    let mut eye = Eye::new(common::lite());
    assert!((0..5).all(|step| eye.look(&picture, f64::from(step) / 30.0).is_some()));
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes: u32 = most.trim().trim_end_matches(" kB").parse().unwrap();
    println!("{kilobytes} kB at most");
    assert!(kilobytes <= 40_000, "{kilobytes} kB");
}
