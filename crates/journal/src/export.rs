//! A journal in the forms of others: a table, a bundle for health records, a calendar.
//!
//! They tell what stands after corrections, and not everything; whole, and to be read again, a journal is only as
//! [`crate::write_file`] has it.

mod calendar;
mod fhir;
mod table;

pub use calendar::{Calendar, CalendarError};
pub use fhir::{Fhir, fhir};
pub use table::table;
