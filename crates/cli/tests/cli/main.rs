//! The real program, run as a person or a script runs it: each command, its mistakes, its exit codes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod check;
mod coach;
mod exercises;
mod journal;
mod own;
mod pipes;
mod plan;
mod play;
mod reference;
mod render;
mod run;
mod screen;
mod see;
mod timeline;
