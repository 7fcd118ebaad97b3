//! The licences of what the program is made of, which want to be passed on with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

/// The packages that browsers get.
const PROGRAMS: [&str; 3] = ["unknot-web", "unknot-draw", "unknot-watch"];

/// What `cargo metadata` tells, as far as it matters here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    /// None for those of this workspace.
    source: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// None for what is part of the program.
    kind: Option<String>,
}

/// Returns a text with every library in the program and its licence.
pub(crate) fn collect(root: &Path) -> Result<Vec<u8>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"])
        .current_dir(root)
        .output()
        .context("cargo could not be run")?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    let libraries = libraries(&metadata)?;
    let mut text = "The libraries in the pages of Unknot, and their licences.\n\n".to_owned();
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for library in &libraries {
        let licence = library.license.as_deref().unwrap_or("see below");
        text.push_str(&format!("{} {}: {licence}\n", library.name, library.version));
        for file in library.licences()? {
            texts.entry(file).or_default().push(&library.name);
        }
    }
    for (licence, of) in texts {
        text.push_str(&section(&of.join(", "), &licence));
    }
    let networks = root.join("content/assets/pose/LICENSE");
    let licence = std::fs::read_to_string(&networks).with_context(|| networks.display().to_string())?;
    text.push_str(&section("the networks of MediaPipe that see a body", licence.trim()));
    Ok(text.into_bytes())
}

fn section(of: &str, licence: &str) -> String {
    format!("\n{}\n{of}\n\n{licence}\n", "─".repeat(72))
}

/// Returns the packages from elsewhere that are part of the program, by name.
fn libraries(metadata: &Metadata) -> Result<Vec<&Package>> {
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let id = |name: &str| {
        let program = metadata.packages.iter().find(|package| package.name == name);
        program.map(|program| program.id.as_str()).with_context(|| format!("no {name}"))
    };
    let mut open = PROGRAMS.into_iter().map(id).collect::<Result<Vec<_>>>()?;
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        // What only makes code is no part of it.
        let is_part = packages.get(id).is_some_and(|package| !package.is_macro());
        if is_part && seen.insert(id) {
            let deps = nodes.get(id).into_iter().flat_map(|node| &node.deps);
            let parts = deps.filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            open.extend(parts.map(|dep| dep.pkg.as_str()));
        }
    }
    let mut libraries: Vec<&Package> =
        seen.iter().filter_map(|id| packages.get(id).copied()).filter(|p| p.source.is_some()).collect();
    libraries.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(libraries)
}

impl Package {
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }

    /// Returns its licences; of several to choose from, MIT alone, which is the shortest.
    fn licences(&self) -> Result<Vec<String>> {
        let folder = self.manifest_path.parent().context("a manifest without a folder")?;
        let mut files: Vec<(String, PathBuf)> = folder
            .read_dir()
            .with_context(|| folder.display().to_string())?
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let name = path.file_name()?.to_str()?.to_uppercase();
                let says = ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|s| name.starts_with(s));
                (says && path.is_file()).then_some((name, path))
            })
            .collect();
        files.sort();
        if files.iter().any(|(name, _)| name.contains("MIT")) {
            files.retain(|(name, _)| name.contains("MIT") || name.starts_with("NOTICE"));
        }
        let read = |path: &PathBuf| std::fs::read(path).with_context(|| path.display().to_string());
        let texts = files.iter().map(|(_, path)| Ok(String::from_utf8_lossy(&read(path)?).trim().to_owned()));
        texts.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_is_named_with_its_licence() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let text = String::from_utf8(collect(&root).unwrap()).unwrap();
        for library in ["leptos", "wasm-bindgen", "fluent-bundle"] {
            assert!(text.lines().any(|line| line.starts_with(&format!("{library} "))), "{library}");
        }
        // What only makes code is no part of it; `syn` is, because Leptos links what reads its views.
        for absent in ["unknot-body", "leptos_macro", "serde_derive"] {
            assert!(!text.lines().any(|line| line.starts_with(&format!("{absent} "))), "{absent}");
        }
        assert!(!text.contains("unknot-body"));
        assert!(text.contains("Permission is hereby granted"));
    }
}
