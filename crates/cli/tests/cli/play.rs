//! `unknot play` without a terminal: captions, and nothing that waits for anybody.

use std::time::{Duration, Instant};

use crate::run::{Home, WELL};

#[test]
fn captions_come_one_a_line_with_their_times_and_do_not_hang() {
    let begun = Instant::now();
    let ran = Home::new().run(&["play", "--speed", "1000"]);
    assert!(begun.elapsed() < Duration::from_secs(30));
    ran.assert_says(
        0,
        &["Not screened yet", "unknot screen", "W & Y", "Halfway.", "Getting up", "That was all of it."],
    );
    let mut before = 0;
    for line in ran.stdout.lines() {
        let (time, caption) = line.trim_start().split_once("  ").unwrap();
        let (minutes, seconds) = time.split_once(':').unwrap();
        let now = minutes.parse::<u32>().unwrap() * 60 + seconds.parse::<u32>().unwrap();
        assert!(now >= before && !caption.is_empty(), "{line}");
        before = now;
    }
    assert!(before > 380, "{before}");
}

#[test]
fn without_a_command_it_plays() {
    // Real time: the first captions are all that is waited for.
    let home = Home::new();
    let mut child = home
        .command(&[])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line)
        .unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(line.trim(), "0:00  W & Y");
}

#[test]
fn answers_count_for_captions_too() {
    let home = Home::new();
    let file = home.write("me.json", WELL);
    let ran = home.run(&["play", "--speed", "1000", "--programme", "standing", "--screen", &file]);
    ran.assert_says(0, &["Wall angels"]);
    assert!(!ran.stderr.contains("Not screened"), "{}", ran.stderr);
    let file = home.write("me.json", WELL.replace('}', r#", "ticked": ["faint"]}"#));
    let ran = home.run(&["play", "--speed", "1000", "--screen", &file]);
    ran.assert_says(3, &["emergency"]);
    assert_eq!(ran.stdout, "");
}

#[test]
fn wrong_speeds_are_refused() {
    for speed in ["0", "-1", "nan", "fast"] {
        Home::new().run(&["play", "--speed", speed]).assert_says(2, &["a speed is a number"]);
    }
}
