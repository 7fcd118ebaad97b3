//! From a picture to whoever is in it: as MediaPipe Pose does it.

mod crop;
mod detect;
mod eye;
mod locate;
mod region;
mod smooth;

pub use eye::{Eye, Networks, Sight};
