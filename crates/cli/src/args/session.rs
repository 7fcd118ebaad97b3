//! The options that say what kind of session is wanted; plan, timeline, play and render audio have them in common.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use unknot_body::{BodyShape, Kit, Named, Side};
use unknot_routine::Order;

use super::Speed;
use super::names::Names;

/// Nobody's session takes longer, in minutes.
const LONGEST: f64 = 120.0;
/// Faster than this there is nothing left to see or hear.
const FASTEST: f64 = 100_000.0;

/// What kind of session is wanted.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct SessionArgs {
    /// How many minutes there are, as in `5` or `6.5`. Default: the programme's, usually 7.
    #[arg(long, value_name = "N", value_parser = minutes, allow_negative_numbers = true)]
    pub(crate) minutes: Option<f64>,

    /// In what order the exercises come. Default: the programme's.
    #[arg(long, value_enum)]
    pub(crate) order: Option<OrderArg>,

    /// What is not at hand, separated by commas: mat, roller, pillow, chair, wall, table, towel.
    ///
    /// An exercise that needs it is done with what may stand in, or in another way, or left out.
    #[arg(long, value_name = "KIT", value_delimiter = ',', hide_possible_values = true, value_parser = Names(kit))]
    pub(crate) without: Vec<Kit>,

    /// Only these exercises, separated by commas; also those that the programme does not have.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// A programme: the name of one that is built in (seven, office, standing), or a file.
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) programme: Option<String>,

    /// Take it gently, as in the first three sessions: fewer repetitions, more time to change position.
    #[arg(long)]
    pub(crate) gentle: bool,

    /// Your sore side: the other one goes first, and on this one movements are smaller.
    #[arg(long, value_name = "left|right", hide_possible_values = true, value_parser = Names(side))]
    pub(crate) sore_side: Option<Side>,

    /// Take the answers to the safety questions from a JSON file instead of asking or remembering them.
    ///
    /// The file is a JSON object; `unknot screen --help` describes it.
    #[arg(long, value_name = "FILE")]
    pub(crate) screen: Option<PathBuf>,
}

/// In what order the exercises come.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum OrderArg {
    /// Upright first, down to the floor once, lying down at the end.
    Flow,
    /// As the article has them, 1 to 7.
    Article,
}

impl From<OrderArg> for Order {
    fn from(order: OrderArg) -> Self {
        match order {
            OrderArg::Flow => Self::Flow,
            OrderArg::Article => Self::Article,
        }
    }
}

fn minutes(text: &str) -> Result<f64, String> {
    number(text, LONGEST).ok_or_else(|| "minutes are a number, more than 0 and at most 120".to_owned())
}

/// Reads how fast the clock runs.
pub(super) fn speed(text: &str) -> Result<Speed, String> {
    let wanted = "a speed is a number, more than 0 and at most 100000";
    number(text, FASTEST).map(Speed).ok_or_else(|| wanted.to_owned())
}

/// Reads a number that is more than 0. (No comparison holds for what is no number.)
fn number(text: &str, most: f64) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| *number > 0.0 && *number <= most)
}

fn kit(text: &str) -> Result<Kit, String> {
    Kit::parse(text.trim()).map_err(|error| {
        let near = error.closest.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        format!("{near}known are {}", error.known.join(", "))
    })
}

/// Reads who shows the exercises.
pub(super) fn shape() -> impl clap::builder::TypedValueParser<Value = BodyShape> {
    Names(|text: &str| BodyShape::parse(text).map_err(|error| error.accepted()))
}

fn side(text: &str) -> Result<Side, String> {
    Side::parse(text).map_err(|error| error.accepted())
}
