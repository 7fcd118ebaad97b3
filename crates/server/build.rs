//! Finds the files of the pages that are to be built in.
//!
//! `UNKNOT_WEB_BUNDLE` names their folder. `.cargo/config.toml` sets it for this workspace; whoever packages Unknot can
//! hand in a folder that was made elsewhere. Without it, or where the folder is empty, there are no pages.

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-env-changed=UNKNOT_WEB_BUNDLE");
    let given = std::env::var_os("UNKNOT_WEB_BUNDLE").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    if let Some(folder) = &given {
        // Cargo can only notice what comes into a folder that is there.
        let _fails_below = std::fs::create_dir_all(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    let empty = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("no-pages");
    let _fails_below = std::fs::create_dir_all(&empty);
    println!("cargo::rustc-env=UNKNOT_WEB_BUNDLE_FOUND={}", given.unwrap_or(empty).display());
}
