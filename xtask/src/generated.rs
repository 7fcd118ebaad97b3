//! Files that are made from the code and checked in, so that editors and readers have them.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::to_string_pretty;

use crate::angles;

/// Returns every generated file: its path in the workspace, and what stands in it.
fn files() -> Result<Vec<(&'static str, String)>> {
    let exercise = to_string_pretty(&unknot_routine::exercise_schema())?;
    let programme = to_string_pretty(&unknot_routine::programme_schema())?;
    Ok(vec![
        ("content/schema/exercise.schema.json", exercise + "\n"),
        ("content/schema/programme.schema.json", programme + "\n"),
        ("docs/angles.md", angles::document()),
    ])
}

/// Writes every file that is not up to date.
pub(crate) fn write(root: &Path) -> Result<()> {
    for (path, text) in stale(root)? {
        let written = root.join(path);
        let folder = written.parent().unwrap_or(root);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&written, text))
            .with_context(|| format!("{path} could not be written"))?;
        println!("wrote {path}");
    }
    Ok(())
}

/// Returns the files that are not up to date.
pub(crate) fn problems(root: &Path) -> Result<Vec<String>> {
    let stale = stale(root)?.into_iter();
    Ok(stale.map(|(path, _)| format!("{path} is out of date; run ./x fix")).collect())
}

fn stale(root: &Path) -> Result<Vec<(&'static str, String)>> {
    let is_stale = |(path, text): &(&str, String)| {
        std::fs::read_to_string(root.join(path)).map_or(true, |there| there != *text)
    };
    Ok(files()?.into_iter().filter(is_stale).collect())
}
