//! Pixels to landmarks.
mod network;
mod simd;
pub use network::{Network, NetworkError};
pub use simd::Isa;
