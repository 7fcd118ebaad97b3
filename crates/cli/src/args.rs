//! What can be asked for on the command line.

mod coach;
mod help;
mod hint;
mod journal;
mod names;
mod render;
mod see;
mod serve;
mod session;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use unknot_body::BodyShape;

pub(crate) use coach::{CoachArgs, LandmarksCommand, Skeleton, VirtualArgs};
pub(crate) use hint::read;
pub(crate) use journal::{AddCommand, Drawing, ExportArgs, ExportFormat, JournalCommand, PlotArgs, RateArgs};
pub(crate) use render::{At, AudioArgs, ClipArgs, ClipForm, FrameArgs, RenderCommand, Size, Subject};
pub(crate) use see::SeeArgs;
pub(crate) use serve::{ServeArgs, WebCommand};
pub(crate) use session::SessionArgs;

/// Seven stretches for a sore upper back in seven minutes.
///
/// Unknot leads you through seven stretches that may ease a sore upper back: it plans the time you have, says
/// what to do and when to breathe, and counts. Everything stays on this computer.
///
/// Without a command it leads through a session in the browser (`unknot serve`) where there is a display, else in
/// the terminal (`unknot play`).
#[derive(Debug, Parser)]
#[command(name = "unknot", version, max_term_width = 100, after_help = help::ROOT, after_long_help = help::ROOT_LONG)]
pub(crate) struct Cli {
    /// A folder with exercises of your own, besides those in the data folder.
    ///
    /// Every file in it that ends in `.toml` is read. One that is wrong is reported and skipped; `unknot check
    /// FILE` says more about it. The data folder is `$XDG_DATA_HOME/unknot/exercises`, by default
    /// `~/.local/share/unknot/exercises`.
    #[arg(long, global = true, value_name = "DIR", help_heading = "With every command")]
    pub(crate) exercises: Option<PathBuf>,

    /// The file in which your journal is kept. It is made where there is none.
    ///
    /// Default: what the variable `UNKNOT_JOURNAL` says, else `$XDG_DATA_HOME/unknot/journal.sqlite`, by default
    /// `~/.local/share/unknot/journal.sqlite`.
    #[arg(long, global = true, value_name = "FILE", help_heading = "With every command")]
    pub(crate) journal: Option<PathBuf>,

    /// What to do; `serve` or `play` if nothing is named.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lead through sessions in the browser, from this computer alone.
    #[command(after_help = help::SERVE)]
    Serve(ServeArgs),
    /// Lead through a session, in the terminal.
    #[command(after_help = help::PLAY, after_long_help = help::PLAY_LONG)]
    Play(PlayArgs),
    /// Tell the journal how bad the pain is, 0 to 10.
    #[command(after_help = help::RATE)]
    Rate(RateArgs),
    /// List, add to, export, import or erase your journal.
    #[command(after_help = help::JOURNAL)]
    Journal {
        #[command(subcommand)]
        command: JournalCommand,
    },
    /// Show which exercises fit into the time, and how long everything takes.
    #[command(after_help = help::PLAN, after_long_help = help::PLAN_LONG)]
    Plan {
        #[command(flatten)]
        session: SessionArgs,
        #[command(flatten)]
        form: Form,
    },
    /// Show a planned session second by second: what is done and what is said.
    #[command(after_help = help::TIMELINE)]
    Timeline {
        #[command(flatten)]
        session: SessionArgs,
        #[command(flatten)]
        form: Form,
    },
    /// List the exercises.
    #[command(after_help = help::EXERCISES)]
    Exercises {
        #[command(flatten)]
        form: Form,
    },
    /// Show everything about one exercise: how, how much, for whom not, and why.
    #[command(after_help = help::SHOW)]
    Show {
        /// The exercise's id, or another name it is known by.
        id: String,
        #[command(flatten)]
        form: Form,
    },
    /// Ask the safety questions, and remember the answers.
    #[command(after_help = help::SCREEN, after_long_help = help::SCREEN_LONG)]
    Screen {
        /// Judge the answers in a file instead of asking; they are not remembered.
        #[arg(long, value_name = "FILE")]
        screen: Option<PathBuf>,
        #[command(flatten)]
        form: Form,
    },
    /// Check an exercise or programme file.
    #[command(after_help = help::CHECK)]
    Check {
        /// The file. One with `items` is a programme, any other an exercise.
        file: PathBuf,
        #[command(flatten)]
        form: Form,
    },
    /// Write pictures of exercises, or a session to hear, to a file.
    #[command(after_help = help::RENDER)]
    Render {
        #[command(subcommand)]
        command: RenderCommand,
    },
    /// Watch a recording of somebody who does an exercise.
    ///
    /// It counts repetitions, times holds, and names faults of form.
    #[command(after_help = help::COACH)]
    Coach(CoachArgs),
    /// Make recordings of landmarks from others.
    #[command(after_help = help::CONVERT)]
    Landmarks {
        #[command(subcommand)]
        command: LandmarksCommand,
    },
    /// Write the recording of somebody who does not exist, and who does an exercise.
    #[command(after_help = help::VIRTUAL)]
    Virtual(VirtualArgs),
    /// Tell where the joints of whoever is in a picture are. Nothing leaves this computer.
    #[command(after_help = help::SEE)]
    See(SeeArgs),
    /// Write the pages for the browser as files.
    #[command(after_help = help::WEB)]
    Web {
        #[command(subcommand)]
        command: WebCommand,
    },
    /// Print a script that lets a shell complete commands and options.
    #[command(after_help = help::COMPLETIONS)]
    Completions {
        /// Which shell.
        shell: Shell,
    },
}

/// For whom the output is.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Form {
    /// Print JSON for programs instead of text for people.
    #[arg(long)]
    pub(crate) json: bool,
}

/// How to play.
#[derive(Debug, Default, Args)]
pub(crate) struct PlayArgs {
    #[command(flatten)]
    pub(crate) session: SessionArgs,

    /// Wait at every change of position until you press space.
    #[arg(long)]
    pub(crate) wait: bool,

    /// Words alone: no figure that shows the exercise.
    ///
    /// There is none either where the terminal is smaller than 60 columns by 18 lines, or shows no colours.
    #[arg(long)]
    pub(crate) no_figure: bool,

    /// Who shows the exercise: neutral, woman, man, slim, heavy. Default: neutral.
    #[arg(long, value_name = "SHAPE", hide_possible_values = true, value_parser = session::shape())]
    pub(crate) shape: Option<BodyShape>,

    /// How fast the clock runs, to try things out; 1 is real time.
    #[arg(long, value_name = "X", default_value = "1", value_parser = session::speed, allow_negative_numbers = true)]
    pub(crate) speed: Speed,
}

/// How much faster than real time the clock runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speed(pub(crate) f64);

impl Default for Speed {
    fn default() -> Self {
        Self(1.0)
    }
}
