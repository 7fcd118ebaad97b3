//! The pages, each in a file of its own.

mod today;
mod unknown;

pub(crate) use today::Today;
pub(crate) use unknown::Unknown;
