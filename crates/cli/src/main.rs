//! The command line of Unknot: plans a session, leads through it in the terminal, and checks files.
//!
//! `args` says what can be asked for, `commands` has one file for each command, `screening` asks the safety
//! questions, `player` is the terminal player, `voice` has the clips. What is known of exercises comes from `known`.

mod args;
mod commands;
mod display;
mod failure;
mod files;
mod home;
mod keep;
mod known;
mod out;
mod own;
mod player;
mod request;
mod screening;
mod shapes;
mod text;
mod voice;

use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(args::read()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}
