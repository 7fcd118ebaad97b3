//! Makes the files that browsers get.
//!
//! What is heavy to compile is a program of its own, `xtask/bundle`, so that the checks need not wait for it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

use crate::metadata::cargo;
use crate::wasm;

/// Makes them in a folder, unless what is there is newer than what it is made of.
pub(crate) fn make(root: &Path, out: &Path) -> Result<()> {
    let built = wasm::build(root, ["unknot-web", "unknot-draw", "unknot-watch"])?;
    let programs = ["unknot_web.wasm", "unknot_draw.wasm", "unknot_watch.wasm"].map(|name| built.join(name));
    let sources = [
        "crates/web/src/page",
        "crates/web/src/icons",
        "crates/web/src/style",
        "content/assets/body/body.bin",
        "content/assets/fonts",
        "content/assets/voice",
        "content/assets/pose",
        "xtask/bundle",
    ];
    let made = newest([out.join("service-worker.js")])?;
    let changed = newest(sources.iter().map(|source| root.join(source)).chain(programs.clone()))?;
    if made.is_some() && made >= changed {
        println!("{} is up to date", out.display());
        return Ok(());
    }
    let status = Command::new(cargo())
        .args(["run", "--quiet", "--package", "unknot-bundle", "--"])
        .arg(root)
        .args(&programs)
        .arg(out)
        .current_dir(root)
        .status()
        .context("cargo could not be run")?;
    ensure!(status.success(), "the files for browsers could not be made");
    Ok(())
}

/// Makes the program that holds the stores of browsers against what every store has to do, for the browser's tests.
pub(crate) fn proof(root: &Path, out: &Path) -> Result<()> {
    let program = wasm::build(root, ["unknot-store-proof"])?.join("unknot_store_proof.wasm");
    let status = Command::new(cargo())
        .args(["run", "--quiet", "--package", "unknot-bundle", "--", "--bind"])
        .args([&program, out])
        .current_dir(root)
        .status()
        .context("cargo could not be run")?;
    ensure!(status.success(), "the proof for browsers could not be made");
    Ok(())
}

/// Returns when the newest of these was changed, with all that folders have in them; none where there is none.
fn newest(paths: impl IntoIterator<Item = PathBuf>) -> Result<Option<SystemTime>> {
    let mut latest = None;
    for path in paths {
        let Ok(about) = path.metadata() else { continue };
        latest = latest.max(Some(about.modified()?));
        if about.is_dir() {
            let entries = path.read_dir()?.map(|entry| Ok(entry?.path()));
            latest = latest.max(newest(entries.collect::<Result<Vec<_>>>()?)?);
        }
    }
    Ok(latest)
}
