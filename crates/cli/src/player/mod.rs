//! The player: a session performed in the terminal, or as captions where there is none.
//!
//! `state` takes what time and keys bring, `view` draws it, `figure` is the person in it, `terminal` is the loop around
//! them.

mod captions;
mod clock;
mod closing;
mod figure;
mod keys;
mod parting;
mod state;
mod terminal;
mod view;

pub(crate) use captions::captions;
pub(crate) use figure::Dressing;
pub(crate) use state::Played;
pub(crate) use terminal::terminal;
