//! Pixels to landmarks: where the joints of a person in a picture are.
//!
//! [`Networks`] reads MediaPipe's two networks, as `content/assets/pose` has them, and tells who is in a [`Picture`]. An
//! [`Eye`] follows one person from picture to picture. Nothing here knows where pictures come from, or what time it is.

mod network;
mod picture;
mod pipeline;
mod simd;

pub use network::{Network, NetworkError};
pub use picture::{Picture, PictureError};
pub use pipeline::{Eye, Networks, Sight};
pub use simd::Isa;
