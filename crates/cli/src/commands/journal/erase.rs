//! `unknot journal erase`.

use crate::failure::Failure;
use crate::keep::Keep;
use crate::out;

/// Removes everything, once somebody has said so.
pub(super) fn run(keep: &Keep, yes: bool) -> Result<(), Failure> {
    let count = keep.journal()?.records().len();
    if !yes {
        if !out::is_interactive() {
            return Err(Failure::Usage("nobody can be asked here; --yes erases without asking".to_owned()));
        }
        let place = keep.path().display();
        let question = format!("Erase all {count} records of {place} for good? Type erase: ");
        out::print(&question)?;
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer).map_err(|error| out::closed(&error))?;
        if answer.trim() != "erase" {
            return Err(Failure::Failed("nothing was erased".to_owned()));
        }
    }
    keep.erase()?;
    out::print(&format!("Erased: {count} records.\n"))
}
