//! Serves the pages of Unknot to a browser on the same computer.
//!
//! [`Pages`] are the files, [`Server`] answers with them, [`export`] writes them to a folder for another server.

mod answer;
mod export;
mod file;
mod headers;
mod host;
mod pages;
mod server;

pub use export::{ExportError, export};
pub use pages::Pages;
pub use server::{BindError, Server};
