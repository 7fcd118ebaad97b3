//! The options of the commands that watch recordings, and make them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use unknot_body::{Named as _, View};

use super::Form;
use super::help;
use super::names::Names;

/// What to watch.
#[derive(Debug, Args)]
pub(crate) struct CoachArgs {
    /// The exercise's id or another name it is known by, or a file that ends in .toml.
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) exercise: String,

    /// The recording: landmarks as lines of JSON, as docs/landmarks.md has them.
    #[arg(long, value_name = "FILE")]
    pub(crate) landmarks: PathBuf,

    #[command(flatten)]
    pub(crate) form: Form,
}

/// What to do with landmarks.
#[derive(Debug, Subcommand)]
pub(crate) enum LandmarksCommand {
    /// Write recordings of another skeleton as lines of JSON.
    #[command(after_help = help::CONVERT)]
    Convert {
        /// Which skeleton.
        #[arg(long, value_name = "SKELETON")]
        from: Skeleton,

        /// The recordings; several are joined, in this order.
        #[arg(value_name = "IN", required = true)]
        files: Vec<PathBuf>,

        /// Where the lines go. A file that is there is replaced.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

/// A skeleton that landmarks can be made from.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Skeleton {
    /// The 25 joints of a Kinect v2, in the order of its SDK.
    Kinect25,
}

/// Who does what.
#[derive(Debug, Args)]
pub(crate) struct VirtualArgs {
    /// The exercise's id, or another name it is known by.
    #[arg(long, value_name = "ID")]
    pub(crate) exercise: String,

    /// From where: front, back, left, right, side or above. Default: from where the exercise is best seen.
    #[arg(long, value_name = "VIEW", hide_possible_values = true, value_parser = Names(view))]
    pub(crate) view: Option<View>,

    /// What is done wrong: one of the exercise's faults, as `unknot show` names them.
    #[arg(long, value_name = "ID")]
    pub(crate) fault: Option<String>,

    /// Where the lines go. A file that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

fn view(text: &str) -> Result<View, String> {
    View::parse(text).map_err(|error| error.to_string())
}
