//! A network that is packed in a file, and how it is run.

mod chain;
mod convolution;
mod depthwise;
mod file;
mod graph;
mod layout;
mod run;
mod stage;
mod values;

pub use file::NetworkError;
pub use run::Network;
