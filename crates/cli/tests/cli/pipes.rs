//! Output that nobody reads to its end.

use std::io::Read as _;
use std::process::Stdio;

use crate::run::Home;

/// Runs the program with an output that is closed before anything is written, as `head` does it.
fn assert_quiet(args: &[&str]) {
    let home = Home::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut child = home.command(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    let status = child.wait().unwrap();
    assert!(!stderr.contains("panicked") && !stderr.contains("error"), "{args:?}: {stderr}");
    assert_eq!(status.code(), Some(0), "{args:?}");
}

#[test]
fn a_closed_output_is_no_mistake() {
    for args in [
        &["plan"][..],
        &["plan", "--json"],
        &["timeline"],
        &["exercises"],
        &["show", "wall-angels"],
        &["completions", "bash"],
        &["play", "--speed", "1000"],
        &["--help"],
    ] {
        assert_quiet(args);
    }
}

#[test]
fn every_shell_is_helped() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        Home::new().run(&["completions", shell]).assert_says(0, &["unknot", "timeline"]);
    }
    Home::new().run(&["completions", "tcsh"]).assert_says(2, &["bash"]);
}

#[test]
fn shells_are_told_the_values_of_fixed_sets() {
    for shell in ["bash", "zsh", "fish"] {
        Home::new().run(&["completions", shell]).assert_says(0, &["roller", "pillow", "left", "article"]);
    }
    Home::new().run(&["plan", "--without", "rollar"]).assert_says(2, &["did you mean `roller`", "known are"]);
    Home::new().run(&["plan", "--sore-side", "lft"]).assert_says(2, &["left"]);
}
