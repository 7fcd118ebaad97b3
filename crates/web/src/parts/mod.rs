//! What several pages share, each piece in a file of its own.

mod ask_peg;
mod cited;
pub(crate) mod date;
mod emergency;
mod figure;
mod heading;
mod masthead;
mod media;
pub(crate) mod of_device;
mod pain_over_time;
mod palette;
mod scale;
mod shared;
mod still;
mod trouble;
mod unheard;
mod update;
mod volume;

pub(crate) use ask_peg::{AskPeg, skip_peg};
pub(crate) use cited::Cited;
pub(crate) use emergency::Emergency;
pub(crate) use figure::{Figure, prepare_figure};
pub(crate) use heading::Heading;
pub(crate) use masthead::Masthead;
pub(crate) use pain_over_time::PainOverTime;
pub(crate) use palette::provide_palette;
pub(crate) use scale::Scale;
pub(crate) use shared::{Decide, Where};
pub(crate) use still::Still;
pub(crate) use trouble::Trouble;
pub(crate) use unheard::Unheard;
pub(crate) use update::Update;
pub(crate) use volume::Volume;
