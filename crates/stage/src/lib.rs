//! A timeline performed by a body.
//!
//! The timeline says which postures a person passes through, and when; the body room finds where a body is in them.
//! Here the two meet: [`Performer::at`] says who is where at any moment, [`Performer::draw`] makes a picture of it, from where
//! it is best seen. The same timeline, body and moment give the same picture, in whatever order moments are
//! asked for.

mod act;
mod dissolve;
mod draw;
mod performer;
mod shot;
mod shown;

pub use draw::Look;
pub use performer::{Performer, Scenery};
pub use shot::Shot;
