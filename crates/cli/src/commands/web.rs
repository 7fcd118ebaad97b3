//! `unknot web`: the pages as files.

use crate::args::WebCommand;
use crate::failure::Failure;
use crate::out;

use super::serve::pages;

/// Does what is asked with the pages.
pub(crate) fn run(command: &WebCommand) -> Result<(), Failure> {
    let WebCommand::Export { folder } = command;
    unknot_server::export(&pages()?, folder).map_err(|error| Failure::Failed(error.to_string()))?;
    let folder = folder.display();
    out::print(&format!(
        "Copy what is in {folder} to any folder of a web server with HTTPS; it needs nothing else.\n"
    ))
}
