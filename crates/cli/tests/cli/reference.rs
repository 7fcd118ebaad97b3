//! `docs/cli.md` is what the program says of itself. To make it anew after a change of the help:
//!
//!     UNKNOT_REGENERATE=1 cargo test -p unknot --test cli reference

use std::path::Path;

use crate::run::Home;

const COMMANDS: [&str; 17] = [
    "serve",
    "play",
    "rate",
    "journal",
    "plan",
    "timeline",
    "exercises",
    "show",
    "screen",
    "check",
    "render",
    "coach",
    "landmarks",
    "virtual",
    "see",
    "web",
    "completions",
];
/// What commands have below them.
const PARTS: [(&str, &str); 14] = [
    ("journal", "list"),
    ("journal", "add"),
    ("journal", "show"),
    ("journal", "insight"),
    ("journal", "plot"),
    ("journal", "import"),
    ("journal", "export"),
    ("journal", "erase"),
    ("render", "frame"),
    ("render", "sheet"),
    ("render", "clip"),
    ("render", "audio"),
    ("landmarks", "convert"),
    ("web", "export"),
];

fn reference() -> String {
    let home = Home::new();
    let help = |args: &[&str]| {
        let ran = home.run(args);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let lines: Vec<&str> = ran.stdout.trim_end().lines().map(str::trim_end).collect();
        format!("```text\n{}\n```\n", lines.join("\n"))
    };
    let mut text = "# The command line\n\n\
        What `unknot --help` and the help of each command say. A test holds this file against the program;\n\
        its head says how to make it anew: `crates/cli/tests/cli/reference.rs`.\n\n"
        .to_owned();
    text.push_str(&help(&["--help"]));
    for command in COMMANDS {
        text.push_str(&format!("\n## unknot {command}\n\n{}", help(&[command, "--help"])));
        for (_, part) in PARTS.iter().filter(|(whole, _)| *whole == command) {
            text.push_str(&format!("\n### unknot {command} {part}\n\n{}", help(&[command, part, "--help"])));
        }
    }
    text
}

#[test]
fn the_reference_is_what_the_help_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let now = reference();
    if std::env::var_os("UNKNOT_REGENERATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == now, "docs/cli.md is out of date; see the head of crates/cli/tests/cli/reference.rs");
}

#[test]
fn every_command_is_in_the_reference() {
    let help = Home::new().run(&["--help"]).stdout;
    let listed = help.split("Commands:").nth(1).unwrap().split("\n\n").next().unwrap();
    let listed: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed[..COMMANDS.len()], COMMANDS);
    assert_eq!(listed[COMMANDS.len()..], ["help"]);
}

#[test]
fn help_shows_how_and_fits_the_screen() {
    let home = Home::new();
    let commands = COMMANDS.iter().map(|command| vec![*command]);
    for command in commands.chain(PARTS.iter().map(|(whole, part)| vec![*whole, part])) {
        let help = |option| home.run(&[&command[..], &[option]].concat());
        let (long, short) = (help("--help"), help("-h"));
        long.assert_says(0, &["Examples:", "unknot "]);
        for line in long.stdout.lines().chain(short.stdout.lines()) {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}
