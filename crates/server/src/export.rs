//! Writing the pages to a folder, for any other server.

use std::path::{Path, PathBuf};

use crate::pages::Pages;

/// Names the files of an export, one a line, so that a later one may replace them.
const LIST: &str = "unknot-files.txt";

/// Why the pages were not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Something else is there.
    #[error("{} has something else in it", .0.display())]
    NotEmpty(PathBuf),
    /// The system says no.
    #[error("{}: {source}", path.display())]
    Io {
        /// To which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Writes the pages to a folder, in place of an earlier export. They work from any folder of any server; what is
/// compressed is left out, as servers compress themselves.
///
/// # Errors
///
/// [`ExportError`], if the folder has anything else in it, or cannot be written.
pub fn export(pages: &Pages, folder: &Path) -> Result<(), ExportError> {
    make_room(folder)?;
    std::fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
    let list: String = pages.iter().map(|(name, _)| format!("{name}\n")).collect();
    // The list comes first: what is interrupted can be replaced, too.
    let list = (LIST, list.as_bytes());
    for (name, bytes) in std::iter::once(list).chain(pages.iter().map(|(name, file)| (name, &*file.plain))) {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|source| io(&path, source))?;
    }
    Ok(())
}

/// Removes an earlier export. Nothing is removed where anything else is.
fn make_room(folder: &Path) -> Result<(), ExportError> {
    if !folder.exists() {
        return Ok(());
    }
    let earlier = std::fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    let is_earlier = |name: &str| name == LIST || earlier.lines().any(|line| line == name);
    let mut paths = Vec::new();
    for entry in folder.read_dir().map_err(|source| io(folder, source))? {
        let entry = entry.map_err(|source| io(folder, source))?;
        if !entry.file_name().to_str().is_some_and(is_earlier) {
            return Err(ExportError::NotEmpty(folder.to_owned()));
        }
        paths.push(entry.path());
    }
    paths.iter().try_for_each(|path| std::fs::remove_file(path).map_err(|source| io(path, source)))
}

fn io(path: &Path, source: std::io::Error) -> ExportError {
    ExportError::Io { path: path.to_owned(), source }
}
