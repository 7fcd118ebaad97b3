//! The commands, each in a file of its own.

pub(crate) mod check;
mod completions;
mod exercises;
mod plan;
mod play;
mod render;
mod screen;
pub(crate) mod show;
mod timeline;

use crate::args::{Cli, Command, PlayArgs};
use crate::failure::Failure;
use crate::known::Known;

/// Does what is asked for.
pub(crate) fn run(cli: Cli) -> Result<(), Failure> {
    let command = cli.command.unwrap_or_else(|| Command::Play(PlayArgs::default()));
    if let Command::Completions { shell } = command {
        return completions::run(shell);
    }
    let mut known = Known::load(cli.exercises.as_deref())?;
    match command {
        Command::Play(args) => play::run(&known, &args),
        Command::Plan { session, form } => plan::run(&known, &session, form),
        Command::Timeline { session, form } => timeline::run(&known, &session, form),
        Command::Exercises { form } => exercises::run(&known, form),
        Command::Show { id, form } => show::run(&known, &id, form),
        Command::Screen { screen, form } => screen::run(&known, screen.as_deref(), form),
        Command::Check { file, form } => check::run(&mut known, &file, form),
        Command::Render { command } => render::run(&known, &command),
        Command::Completions { shell } => completions::run(shell),
    }
}
