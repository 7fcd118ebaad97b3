//! The command line of Unknot.
fn main() {}
