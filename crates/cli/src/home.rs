//! Where a person's own things are kept: the data folder of the XDG specification.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;

/// Returns the folder, if the system says where people keep their data. It need not exist.
fn folder() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|dirs| dirs.data_dir().join("unknot"))
}

/// Returns where the answers to the safety screen are kept.
pub(crate) fn screen() -> Option<PathBuf> {
    folder().map(|folder| folder.join("screen.json"))
}

/// Returns where the journal is kept.
pub(crate) fn journal() -> Option<PathBuf> {
    folder().map(|folder| folder.join("journal.sqlite"))
}

/// Returns where the name of this program on this computer is kept: records say who wrote them.
pub(crate) fn device() -> Option<PathBuf> {
    folder().map(|folder| folder.join("device"))
}

/// Returns where exercises of one's own are kept.
pub(crate) fn exercises() -> Option<PathBuf> {
    folder().map(|folder| folder.join("exercises"))
}
