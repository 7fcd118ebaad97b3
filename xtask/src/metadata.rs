//! What cargo knows about the crates of the workspace.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::rooms::Arrows;

/// Returns which crates of the workspace use which, as built: what only tests use does not count.
pub(crate) fn arrows(root: &Path) -> Result<Arrows> {
    arrows_of(&read(root)?)
}

/// Returns the folder of every crate of the workspace.
pub(crate) fn folders(root: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut folders = BTreeMap::new();
    for package in list(&read(root)?, "packages")? {
        let manifest = PathBuf::from(text(package, "manifest_path")?);
        folders.insert(text(package, "name")?.to_owned(), manifest.parent().unwrap_or(root).to_owned());
    }
    Ok(folders)
}

/// `--no-deps` leaves the packages of the workspace alone in the list.
fn read(root: &Path) -> Result<Value> {
    let output = Command::new(cargo())
        .args(["metadata", "--no-deps", "--format-version=1"])
        .current_dir(root)
        .output()
        .context("cargo metadata could not be run")?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).context("cargo metadata gave no JSON")
}

/// Returns the cargo that runs this.
pub(crate) fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

fn arrows_of(metadata: &Value) -> Result<Arrows> {
    let packages = list(metadata, "packages")?;
    let names: Vec<&str> = packages.iter().map(|package| text(package, "name")).collect::<Result<_>>()?;
    let mut arrows = Arrows::new();
    for package in packages {
        let used = arrows.entry(text(package, "name")?.to_owned()).or_default();
        for dependency in list(package, "dependencies")? {
            let name = text(dependency, "name")?;
            if names.contains(&name) && dependency["kind"] != "dev" {
                used.insert(name.to_owned());
            }
        }
    }
    Ok(arrows)
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a Vec<Value>> {
    value[key].as_array().with_context(|| format!("cargo metadata has no list `{key}`"))
}

fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    value[key].as_str().with_context(|| format!("cargo metadata has no `{key}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_what_is_built_within_the_workspace() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "low", "dependencies": [{ "name": "libm", "kind": null }, { "name": "high", "kind": "dev" }] },
            { "name": "high", "dependencies": [{ "name": "low", "kind": null }] },
            { "name": "made", "dependencies": [{ "name": "low", "kind": "build" }] },
        ]});
        let arrows = arrows_of(&metadata).unwrap();
        assert!(arrows["low"].is_empty());
        assert!(arrows["high"].contains("low") && arrows["made"].contains("low"));
    }
}
