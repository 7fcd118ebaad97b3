//! Pure rooms read no clock, open no file and let no random order out.
//!
//! This reads the source as text: clippy's own lists hold for the whole workspace, and the outer rooms do need
//! files and clocks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::rooms::Room;

/// What does not stand in a pure room, and why.
const IMPURE: &[(&str, &str)] = &[
    ("std::fs", "files are opened in the outermost rooms"),
    ("std::net", "the network is for the outermost rooms"),
    ("std::env", "what the environment says comes in as a value"),
    ("std::process", "programs are started in the outermost rooms"),
    ("std::thread", "a pure room is called by threads and starts none"),
    ("Instant", "time comes in as a value"),
    ("SystemTime", "time comes in as a value"),
    ("HashMap", "its order differs from run to run; take a BTreeMap"),
    ("HashSet", "its order differs from run to run; take a BTreeSet"),
    ("std::{", "one `use` for each module of std, so that this check sees them all"),
];

/// Returns every place where a pure room is not pure.
pub(crate) fn problems(
    root: &Path,
    rooms: &[Room],
    folders: &BTreeMap<String, PathBuf>,
) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for room in rooms.iter().filter(|room| room.pure) {
        let folder = folders.get(room.name).with_context(|| format!("no folder of {}", room.name))?;
        for file in sources(&folder.join("src"))? {
            let text = std::fs::read_to_string(&file)?;
            let shown = file.strip_prefix(root).unwrap_or(&file).display();
            problems.extend(impurities(&text).map(|(line, what)| format!("{shown}:{line}: {what}")));
        }
    }
    Ok(problems)
}

/// Returns the Rust files of a folder and the folders in it, in order of their names.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn impurities(text: &str) -> impl Iterator<Item = (usize, String)> {
    text.lines().enumerate().flat_map(|(index, line)| {
        let code = line.split("//").next().unwrap_or_default();
        let found = IMPURE.iter().filter(move |(word, _)| has_word(code, word));
        found.map(move |(word, why)| (index + 1, format!("`{word}`: {why}")))
    })
}

/// Returns whether the word stands there, and not as a part of a longer one.
fn has_word(code: &str, word: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back().is_some_and(in_name);
        let after = code[at + word.len()..].chars().next().is_some_and(in_name);
        !before && (!after || word.ends_with('{'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impurities_are_found_where_they_stand() {
        let text =
            "use std::collections::BTreeMap;\n// no std::fs here\nlet now = std::time::Instant::now();\n";
        let found: Vec<_> = impurities(text).collect();
        assert_eq!(found, [(3, "`Instant`: time comes in as a value".to_owned())]);
        assert_eq!(impurities("fn is_Instantiated() {}").count(), 0);
        assert_eq!(impurities("use std::{fs, net};").count(), 1);
    }
}
