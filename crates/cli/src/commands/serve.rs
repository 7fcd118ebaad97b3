//! `unknot serve`: the pages, in a browser on this computer.

use unknot_server::{BindError, Pages, Server};

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::{display, out};

/// Serves the pages until the program is interrupted.
pub(crate) fn run(args: &ServeArgs) -> Result<(), Failure> {
    let pages = pages()?;
    let opens = args.open || (!args.no_open && display::is_there());
    let server = match Server::bind(args.address, args.port) {
        Ok(server) => server,
        Err(BindError::Ours { url }) => {
            out::print(&format!("Unknot is at {url} already\n"))?;
            open(opens, &url);
            return Ok(());
        }
        Err(error @ BindError::Taken { port }) => {
            let other = port.checked_add(1).unwrap_or(port - 1);
            return Err(Failure::Failed(format!("{error}; take another: unknot serve --port {other}")));
        }
        Err(error) => return Err(Failure::Failed(error.to_string())),
    };
    let url = server.url();
    out::print(&format!("Unknot is at {url} (Ctrl-C ends it)\n"))?;
    if !server.is_private() {
        out::note(
            "Others in the network can open it, too, but without camera, and only as long as this runs.",
        );
    }
    open(opens, &url);
    server.run(pages).map_err(|error| Failure::Failed(format!("cannot serve: {error}")))
}

/// Returns the pages that are built in, or says how to get some.
pub(super) fn pages() -> Result<Pages, Failure> {
    Pages::built_in().ok_or_else(|| {
        Failure::Failed(
            "this Unknot was built without its pages; in its sources, `./x run` builds it with them. \
             `unknot play` leads through a session in the terminal"
                .to_owned(),
        )
    })
}

/// The address stands above for whoever has no browser that opens.
fn open(opens: bool, url: &str) {
    if opens && let Err(error) = open::that_detached(url) {
        out::note(&format!("The browser does not open by itself: {error}"));
    }
}
