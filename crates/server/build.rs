//! Finds the files of the pages that are to be built in, and lists them for `src/pages.rs`.
//!
//! `UNKNOT_WEB_BUNDLE` names their folder. `.cargo/config.toml` sets it for this workspace; whoever packages Unknot can
//! hand in a folder that was made elsewhere. Without it, or where the folder is empty, there are no pages.

use std::io::Result;
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    println!("cargo::rerun-if-env-changed=UNKNOT_WEB_BUNDLE");
    let given = std::env::var_os("UNKNOT_WEB_BUNDLE").filter(|folder| !folder.is_empty());
    let files = given.map_or_else(|| Ok(Vec::new()), |folder| files(Path::new(&folder)))?;
    let list: String = files
        .iter()
        .map(|file| format!("({:?}, include_bytes!({file:?})),\n", file.file_name().unwrap_or_default()))
        .collect();
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    std::fs::write(out.join("pages.rs"), format!("&[\n{list}]\n"))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    // Cargo can only notice what comes into a folder that is there.
    std::fs::create_dir_all(folder)?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let folder = folder.canonicalize()?;
    let mut files: Vec<PathBuf> = folder.read_dir()?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}
