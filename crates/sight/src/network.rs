//! A network that is packed in a file, and how it is run.

mod convolution;
mod file;
mod graph;
mod layout;
mod run;

pub use file::NetworkError;
pub use run::Network;
