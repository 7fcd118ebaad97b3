//! Holds ARCHITECTURE.md against the rooms.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::rooms::Room;

/// The header of the table that is compared.
const HEADER: &str = "| crate | knows | never | may use |";

/// Returns where the table of ARCHITECTURE.md differs from the rooms, and the paths in it that lead nowhere.
pub(crate) fn problems(root: &Path, rooms: &[Room]) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(root.join("ARCHITECTURE.md")).context("ARCHITECTURE.md")?;
    let lost = paths(&text).filter(|path| !root.join(path).exists());
    Ok(differences(&text, rooms)
        .into_iter()
        .chain(lost.map(|path| format!("there is no `{path}`")))
        .collect())
}

/// Returns the paths it names: what has a slash between backticks, except where `ID` stands for any name.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    code.filter(|code| code.contains('/') && !code.contains("ID."))
}

fn differences(text: &str, rooms: &[Room]) -> Vec<String> {
    let Some(rows) = rows(text) else {
        return vec![format!("there is no table with the header `{HEADER}`")];
    };
    let mut problems = Vec::new();
    for room in rooms {
        match rows.get(room.name) {
            None => problems.push(format!("the table lacks a row for `{}`", room.name)),
            Some(used) if *used != room.may_use => problems.push(format!(
                "`{}` may use {} there, but {} in xtask/src/rooms.rs",
                room.name,
                spell(used),
                spell(room.may_use)
            )),
            Some(_) => {}
        }
    }
    for name in rows.keys().filter(|name| !rooms.iter().any(|room| room.name == **name)) {
        problems.push(format!("the table has a row for `{name}`, which is no crate"));
    }
    problems
}

/// Returns the crates of the table with what each may use.
fn rows<'t>(text: &'t str) -> Option<BTreeMap<&'t str, Vec<&'t str>>> {
    let mut lines = text.lines().skip_while(|line| line.trim() != HEADER);
    lines.next()?;
    // The line under the header only draws the table.
    let table = lines.skip(1).take_while(|line| line.starts_with('|'));
    let row = |line: &'t str| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').collect();
        let names_in = |cell: Option<&&'t str>| cell.map(|cell| names(cell)).unwrap_or_default();
        (names_in(cells.first()).first().copied().unwrap_or_default(), names_in(cells.last()))
    };
    Some(table.map(row).collect())
}

/// Returns what stands between backticks.
fn names(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn spell(names: &[&str]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOMS: &[Room] = &[
        Room { name: "low", may_use: &[], pure: true },
        Room { name: "high", may_use: &["low"], pure: false },
    ];

    fn document(rows: &[&str]) -> String {
        format!("# Plan\n\n{HEADER}\n|---|---|---|---|\n{}\n\nMore `words`.\n", rows.join("\n"))
    }

    #[test]
    fn paths_are_found() {
        let text = "Open `a/b.rs`, `x` or `c/`\nbut `d/ID.toml` is any.";
        assert_eq!(paths(text).collect::<Vec<_>>(), ["a/b.rs", "c/"]);
    }

    #[test]
    fn the_same_table_is_fine() {
        let text = document(&["| `low` | a | b | – |", "| `high` | a | b | `low` |"]);
        assert_eq!(differences(&text, ROOMS), Vec::<String>::new());
    }

    #[test]
    fn every_difference_is_told() {
        let says = |rows: &[&str], needle: &str| {
            let problems = differences(&document(rows), ROOMS);
            assert!(problems.len() == 1 && problems[0].contains(needle), "{problems:?}");
        };
        let (low, high) = ("| `low` | a | b | – |", "| `high` | a | b | `low` |");
        says(&[low], "lacks a row for `high`");
        says(&[low, "| `high` | a | b | – |"], "`high` may use nothing there, but low");
        says(&[low, high, "| `old` | a | b | – |"], "`old`, which is no crate");
        assert_eq!(differences("# Plan\n", ROOMS).len(), 1);
    }
}
