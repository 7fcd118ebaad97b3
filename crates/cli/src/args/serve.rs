//! What can be asked of the pages in a browser.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::help;

/// How to serve the pages.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Which port; with 0 the system chooses one.
    #[arg(long, value_name = "PORT", default_value_t = ServeArgs::default().port)]
    pub(crate) port: u16,

    /// At which address of this computer. Others than 127.0.0.1 let others in, and browsers keep camera and offline
    /// use from them.
    #[arg(long, value_name = "IP", default_value_t = ServeArgs::default().address)]
    pub(crate) address: IpAddr,

    /// Open the browser. It is opened anyway where there is a display.
    #[arg(long, conflicts_with = "no_open")]
    pub(crate) open: bool,

    /// Leave the browser alone.
    #[arg(long)]
    pub(crate) no_open: bool,
}

impl Default for ServeArgs {
    fn default() -> Self {
        Self { port: 7420, address: Ipv4Addr::LOCALHOST.into(), open: false, no_open: false }
    }
}

/// What to do with the pages.
#[derive(Debug, Subcommand)]
pub(crate) enum WebCommand {
    /// Write the pages to a folder, for any web server.
    #[command(after_help = help::WEB)]
    Export {
        /// The folder. It must be empty, or hold an earlier export, which is replaced.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}
