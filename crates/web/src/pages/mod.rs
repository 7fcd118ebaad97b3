//! The pages, each in a file of its own.

mod about;
mod after;
mod begin;
mod clinician;
mod exercise;
mod journal;
mod peg;
mod print;
mod safety;
mod session;
mod settings;
mod seven;
mod today;
mod unknown;

pub(crate) use about::About;
pub(crate) use after::After;
pub(crate) use begin::Begin;
pub(crate) use clinician::Clinician;
pub(crate) use exercise::Exercise;
pub(crate) use journal::Journal;
pub(crate) use peg::Peg;
pub(crate) use print::Print;
pub(crate) use safety::Safety;
pub(crate) use session::Session;
pub(crate) use settings::Settings;
pub(crate) use seven::Seven;
pub(crate) use today::Today;
pub(crate) use unknown::Unknown;
