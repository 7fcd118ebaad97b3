//! What was done and how it felt, as records that never change.
//!
//! A [`Record`] says who wrote what and when; its [`Entry`] is what happened. What was entered wrongly is corrected by
//! a later record. A [`Journal`] is a set of records: two of them are united by throwing them together. As a file it
//! has one record a line, in JSON, and a record keeps its line byte for byte, even where a newer Unknot wrote more
//! into it than this one knows. Where records are kept is the business of a [`Store`].
//!
//! Everything here is a pure function of its inputs: times and chance come in as values.

pub mod conformance;
mod correction;
mod entry;
mod export;
mod id;
mod insight;
mod journal;
mod lines;
mod memory;
mod named;
mod pain;
mod peg;
mod record;
mod session;
mod settings;
mod store;
mod suggestion;
mod tag;
mod text;
mod time;
mod told;
mod whole;

pub use correction::Standing;
pub use entry::{
    Aftermath, Clearance, Correction, Decision, Entry, Hurt, HurtAnswer, Moment, Note, PainRating,
    ScreenAnswers, Stop, StopRule, When,
};
pub use export::{Calendar, CalendarError, Fhir, fhir, table};
pub use id::{DeviceId, IdError, RecordId};
pub use insight::{
    Adherence, Agreed, Asked, BY_CHANCE, Effect, Habit, HurtOn, Insight, Interval, MUCH, Meaning, Paragraph,
    PegScore, Recent, SMALLEST, Suggestion, SuggestionLimits, Trend, Troubles, Week, peg_is_due,
};
pub use journal::{Journal, SessionStory};
pub use lines::{File, LineError, read_file, read_lines, write_file, write_lines};
pub use memory::Memory;
pub use pain::{Pain, PainError};
pub use peg::Peg;
pub use record::{Record, RecordError, VERSION};
pub use session::{Amount, ChangeDone, ExerciseDone, Guide, SessionDone, SessionEnd, SoreSpot};
pub use settings::{Palette, Settings};
pub use store::Store;
pub use suggestion::SuggestionKind;
pub use tag::{JournalId, Tag, TagError};
pub use time::{Time, TimeError};
pub use told::entries as session_entries;
