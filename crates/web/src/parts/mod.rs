//! What several pages share, each piece in a file of its own.

mod figure;
mod heading;
mod masthead;
mod trouble;

pub(crate) use figure::Figure;
pub(crate) use heading::Heading;
pub(crate) use masthead::Masthead;
pub(crate) use trouble::Trouble;
