//! Serves the pages of Unknot to a browser on the same computer.
//!
//! [`Pages`] are the files, [`Server`] answers with them, [`export`] writes them to a folder for another server. The
//! [`Journal`] of the command line is for these pages alone.

mod answer;
mod export;
mod file;
mod headers;
mod host;
mod journal;
mod pages;
mod server;

pub use export::{ExportError, export};
pub use journal::Journal;
pub use pages::Pages;
pub use server::{BindError, Server};
