//! `unknot serve`: the pages, in a browser on this computer.

use unknot_server::{BindError, Journal, Pages, Server};

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::{display, out};

/// Serves the pages until the program is interrupted. They share the journal of this program, where that can be opened.
pub(crate) fn run(
    args: &ServeArgs,
    keep: impl FnOnce() -> Result<Option<Keep>, Failure>,
) -> Result<(), Failure> {
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
            "Others in the network can open it, too, but without camera, and only as long as this runs. \
             The journal of the terminal stays out of it.",
        );
        open(opens, &url);
        return serve(server, pages, None);
    }
    let journal = keep()?.and_then(|keep| shared(&keep));
    let Some(journal) = journal else {
        open(opens, &url);
        return serve(server, pages, None);
    };
    let key = journal.key();
    out::print(&format!("A browser shares the journal of the terminal once it was opened by {url}#{key}\n"))?;
    if opens {
        let ticket = journal.ticket().map_err(|error| Failure::Failed(error.to_string()))?;
        open(opens, &format!("{url}#{ticket}"));
    }
    serve(server, pages, Some(journal))
}

fn serve(server: Server, pages: Pages, journal: Option<Journal>) -> Result<(), Failure> {
    server.run(pages, journal).map_err(|error| Failure::Failed(format!("cannot serve: {error}")))
}

/// Returns the journal for the pages. Without it they go on with one of their own.
fn shared(keep: &Keep) -> Option<Journal> {
    let path = keep.path();
    Journal::at(path)
        .inspect_err(|error| {
            out::note(&format!("note: the pages do not share the journal {}: {error}", path.display()));
        })
        .ok()
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
