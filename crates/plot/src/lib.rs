//! What a journal tells of pain, as one picture: every rating, sessions with pain before and after, the average of each week and
//! the trend with how sure they are.
//!
//! A [`Course`] is what there is to show, [`svg`] draws it, always from 0 to 10. The command line and the pages show the same
//! picture. Words, the form of dates and colours come in as values; nothing measures text, as a browser would answer
//! otherwise than a computer without one.

mod colours;
mod course;
mod draw;
mod legend;
mod look;
mod text;
mod ticks;

pub use course::{Course, Mark};
pub use draw::{PlotError, svg};
pub use look::{Language, Look};
