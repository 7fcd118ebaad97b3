//! The running session, around the one that `unknot-routine` performs.
//!
//! `start` has what a session is planned from, `act` everything that can happen to it, `engine` performs the acts. The
//! acts are kept (`saved`), so that after a reload they are performed anew and the session stands where it stood.
//! `past` reads what a journal knows; `now` is what a page shows, `playing` what is performed and said. `running` is the one
//! that goes on, with the browser's clocks (`clock`), its screen kept awake (`awake`) and its keys for players (`media`).
//! `knocks` hears a person who lies on the floor, by what `listen` and `microphone` take in; `watch` lets the clock wait for
//! the body that a camera sees.

mod act;
mod awake;
mod clock;
mod engine;
mod knocks;
mod listen;
mod media;
mod microphone;
mod now;
mod past;
mod playing;
mod running;
mod saved;
mod start;
mod watch;

pub(crate) use act::Act;
pub(crate) use listen::listen;
pub(crate) use now::{Face, Frame, Next, Now};
pub(crate) use past::Past;
pub(crate) use playing::{Playing, Said, clock};
pub(crate) use running::Running;
pub(crate) use start::{Refusal, Start, Wishes, kit_of, must_ask_floor, plan_of, starts_on_floor};
pub(crate) use watch::{CAMERA_WORDS, Made, Told};
