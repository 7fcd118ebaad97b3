//! The commands, each in a file of its own.

pub(crate) mod check;
mod coach;
mod completions;
mod exercises;
mod journal;
mod landmarks;
mod plan;
mod play;
mod rate;
mod render;
mod screen;
mod see;
mod serve;
pub(crate) mod show;
mod timeline;
mod virtual_person;
mod web;

use unknot_server::Pages;

use crate::args::{Cli, Command, PlayArgs, ServeArgs};
use crate::display;
use crate::failure::Failure;
use crate::keep::{self, Keep};
use crate::known::Known;

/// Does what is asked for.
pub(crate) fn run(cli: Cli) -> Result<(), Failure> {
    let known = || Known::load(cli.exercises.as_deref());
    let keep = || Keep::open(cli.journal.as_deref());
    let keep_or = |otherwise| Keep::open_if_it_can_be(cli.journal.as_deref(), otherwise);
    let keep_if_it_can_be = || keep_or("nothing will be kept of this");
    let agreed = || keep::agreed(cli.journal.as_deref());
    match cli.command.unwrap_or_else(usual) {
        Command::Serve(args) => serve::run(&args, || keep_or("the pages keep a journal of their own")),
        Command::Play(args) => play::run(&known()?, &args, &agreed()?, keep_if_it_can_be),
        Command::Rate(args) => rate::run(&keep()?, &args),
        Command::Journal { command } => journal::run(&known()?, &keep()?, &command),
        Command::Plan { session, form } => plan::run(&known()?, &session, &agreed()?, form),
        Command::Timeline { session, form } => timeline::run(&known()?, &session, &agreed()?, form),
        Command::Exercises { form } => exercises::run(&known()?, form),
        Command::Show { id, form } => show::run(&known()?, &id, form),
        Command::Screen { screen, form } => {
            screen::run(&known()?, screen.as_deref(), form, keep_if_it_can_be)
        }
        Command::Check { file, form } => check::run(&mut known()?, &file, form),
        Command::Render { command } => render::run(&known()?, &command, agreed),
        Command::Coach(args) => coach::run(&mut known()?, &args),
        Command::Landmarks { command } => landmarks::run(&command),
        Command::Virtual(args) => virtual_person::run(&known()?, &args),
        Command::See(args) => see::run(&args),
        Command::Web { command } => web::run(&command),
        Command::Completions { shell } => completions::run(shell),
    }
}

/// Returns what is meant where nothing is named: the pages, where there are some and a screen for them.
fn usual() -> Command {
    if display::is_there() && Pages::built_in().is_some() {
        Command::Serve(ServeArgs::default())
    } else {
        Command::Play(PlayArgs::default())
    }
}
