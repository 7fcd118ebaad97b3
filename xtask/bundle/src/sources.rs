//! What stands in the bundle as it was written.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::files::Files;
use crate::words;

/// The page around the program.
const INDEX: &str = "index.html";

/// Reads the page, its icons, its fonts, the body, the voice, the networks, and its styles as one file.
pub(crate) fn read(root: &Path) -> Result<Files> {
    let mut files = Files::default();
    let web = root.join("crates/web/src");
    for path in folder(&web.join("page"))?.iter().chain(&folder(&web.join("icons"))?) {
        // The recipe beside the icons.
        if path.extension().is_none_or(|extension| extension != "sh") {
            add(&mut files, path)?;
        }
    }
    for name in ["regular.woff2", "bold.woff2"] {
        add(&mut files, &root.join("content/assets/fonts").join(name))?;
    }
    let index = files.remove(INDEX).context("no index.html")?;
    files.insert(INDEX, words::fill(std::str::from_utf8(&index)?)?.into_bytes());
    add(&mut files, &root.join("content/assets/body").join(crate::BODY))?;
    add(&mut files, &root.join("content/assets/voice").join(crate::VOICE))?;
    for name in crate::NETWORKS {
        add(&mut files, &root.join("content/assets/pose").join(name))?;
    }
    files.insert("app.css", styles(&web.join("style"))?);
    Ok(files)
}

/// Returns all styles: `base.css` is the first, as what others say of an element counts more.
fn styles(path: &Path) -> Result<Vec<u8>> {
    let mut paths = folder(path)?;
    paths.sort_by_key(|path| !path.ends_with("base.css"));
    let texts: Vec<Vec<u8>> = paths.iter().map(|path| read_file(path)).collect::<Result<_>>()?;
    Ok(texts.concat())
}

fn add(files: &mut Files, path: &Path) -> Result<()> {
    let name = path.file_name().and_then(|name| name.to_str()).context("a file without a name")?;
    files.insert(name, read_file(path)?);
    Ok(())
}

fn read_file(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| path.display().to_string())
}

/// Returns the files of a folder, in order of their names.
fn folder(path: &Path) -> Result<Vec<PathBuf>> {
    let entries = path.read_dir().with_context(|| path.display().to_string())?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    Ok(paths)
}
