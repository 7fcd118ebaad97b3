//! What several pages share, each piece in a file of its own.

mod emergency;
mod figure;
mod heading;
mod masthead;
mod scale;
mod trouble;

pub(crate) use emergency::Emergency;
pub(crate) use figure::Figure;
pub(crate) use heading::Heading;
pub(crate) use masthead::Masthead;
pub(crate) use scale::Scale;
pub(crate) use trouble::Trouble;
