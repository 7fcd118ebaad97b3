//! What several pages share, each piece in a file of its own.

mod figure;
mod heading;
mod masthead;
mod trouble;

#[expect(unused_imports, reason = "pages that use it are being written")]
pub(crate) use figure::Figure;
pub(crate) use heading::Heading;
pub(crate) use masthead::Masthead;
pub(crate) use trouble::Trouble;
