//! What can be asked of the journal.

use std::path::PathBuf;

use clap::{ArgAction, Args, Subcommand, ValueEnum};
use unknot_body::Named as _;
use unknot_journal::{Pain, SuggestionKind};

use super::names::Names;
use super::{Form, help};

/// How much it hurts.
#[derive(Debug, Args)]
pub(crate) struct RateArgs {
    /// How bad the pain is now: 0, no pain, to 10, the worst imaginable.
    #[arg(value_name = "0-10", value_parser = pain, allow_negative_numbers = true)]
    pub(crate) pain: Pain,

    /// It is the pain after today's last session.
    #[arg(long, conflicts_with = "at")]
    pub(crate) after: bool,

    /// When it was, as in `8:30` or `2026-11-24T20:15`. Default: now.
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
}

/// What to do with the journal.
#[derive(Debug, Subcommand)]
pub(crate) enum JournalCommand {
    /// List what was told, the latest last.
    #[command(after_help = help::JOURNAL_LIST)]
    List {
        /// Only so many of the latest.
        #[arg(long, value_name = "N")]
        last: Option<usize>,
        #[command(flatten)]
        form: Form,
    },
    /// Add something: a note, the three questions of PEG, how the next day was, a correction.
    #[command(after_help = help::JOURNAL_ADD)]
    Add {
        #[command(subcommand)]
        what: AddCommand,
    },
    /// Show a record as it is kept, and what has become of it.
    #[command(after_help = help::JOURNAL_SHOW)]
    Show {
        /// Its name, or the end of it as `list` shows it.
        id: String,
    },
    /// Show what the journal means: whether it helps, how sure that is, what could be done otherwise.
    #[command(after_help = help::JOURNAL_INSIGHT)]
    Insight {
        /// A programme by how often it is to be done: the name of one that is built in, or a file.
        #[arg(long, value_name = "NAME|FILE")]
        programme: Option<String>,
        #[command(flatten)]
        form: Form,
    },
    /// Draw pain over time, with sessions, the average of each week and, where there is one, the trend.
    #[command(after_help = help::JOURNAL_PLOT)]
    Plot(PlotArgs),
    /// Add the records of a file that `export --format json` wrote. Those that are there stay as they are.
    #[command(after_help = help::JOURNAL_IMPORT)]
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Write everything to a file.
    #[command(after_help = help::JOURNAL_EXPORT)]
    Export(ExportArgs),
    /// Remove everything for good.
    #[command(after_help = help::JOURNAL_ERASE)]
    Erase {
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
}

/// How the picture looks, and where it goes.
#[derive(Debug, Args)]
pub(crate) struct PlotArgs {
    /// Where the picture goes: a file that ends in .svg or .png. One that is there is replaced.
    #[arg(short, long, value_name = "FILE", value_parser = picture)]
    pub(crate) output: Drawing,

    /// Dark paper instead of light.
    #[arg(long)]
    pub(crate) night: bool,
}

/// The file of a picture that is made of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Drawing {
    /// As lines.
    Svg(PathBuf),
    /// As pixels.
    Png(PathBuf),
}

/// What is exported, and how.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// What is written.
    #[arg(long, value_enum, default_value = "json")]
    pub(crate) format: ExportFormat,

    /// The file. Without it everything goes to the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// fhir: give sessions a code of SNOMED CT, for whose use a licence is needed in some countries.
    #[arg(long)]
    pub(crate) snomed: bool,

    /// ics: the programme, by its name or file. Default: the usual one.
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) programme: Option<String>,

    /// ics: on or after which day it begins, as in `2026-12-01`. Default: tomorrow.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<jiff::civil::Date>,

    /// ics: at which time.
    #[arg(long, value_name = "TIME", default_value = "08:00")]
    pub(crate) at: jiff::civil::Time,
}

/// What is added.
#[derive(Debug, Subcommand)]
pub(crate) enum AddCommand {
    /// Words of your own.
    Note {
        /// The words.
        text: String,
        /// When it was, as in `8:30` or `2026-11-24T20:15`. Default: now.
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
    },
    /// How the last week was: three answers from 0 to 10. It is worth asking every two weeks.
    Peg {
        /// Pain on average, 0 (none) to 10 (worst).
        #[arg(value_parser = pain, allow_negative_numbers = true)]
        pain: Pain,
        /// How much pain got in the way of enjoying life, 0 (not at all) to 10 (completely).
        #[arg(value_parser = pain, allow_negative_numbers = true)]
        enjoyment: Pain,
        /// How much pain got in the way of what you usually do, 0 (not at all) to 10 (completely).
        #[arg(value_parser = pain, allow_negative_numbers = true)]
        activity: Pain,
    },
    /// Whether anything was worse on the day after the last session.
    NextDay {
        /// yes if something was worse, no if not.
        #[arg(value_parser = yes_or_no, action = ArgAction::Set)]
        worse: bool,
    },
    /// Whether a clinician has checked this pain and agreed to exercise.
    Clearance {
        /// yes or no.
        #[arg(value_parser = yes_or_no, action = ArgAction::Set)]
        agreed: bool,
    },
    /// Correct a record, or take it back. Both stay; what is told from them changes.
    Correction {
        /// The record's name, or the end of it as `list` shows it.
        id: String,
        /// The pain that it should have told.
        #[arg(long, value_name = "0-10", value_parser = pain, allow_negative_numbers = true, conflicts_with_all = ["text", "remove"])]
        pain: Option<Pain>,
        /// The words that it should have told.
        #[arg(long, conflicts_with = "remove")]
        text: Option<String>,
        /// It should not be there.
        #[arg(long, required_unless_present_any = ["pain", "text"])]
        remove: bool,
    },
    /// What you say to a suggestion.
    Answer {
        /// What was suggested.
        #[arg(value_parser = Names(suggestion))]
        suggestion: SuggestionKind,
        /// yes or no.
        #[arg(value_parser = yes_or_no, action = ArgAction::Set)]
        agreed: bool,
        /// The exercise that it was about.
        #[arg(long, value_name = "ID")]
        exercise: Option<String>,
    },
}

/// What is written of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Every record, one a line; `import` reads it again.
    Json,
    /// A table for spreadsheets.
    Csv,
    /// A bundle of FHIR R4, for health records; the person is a pseudonym.
    Fhir,
    /// When sessions are due, for calendars.
    Ics,
}

fn picture(text: &str) -> Result<Drawing, String> {
    let path = PathBuf::from(text);
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
        Some("svg") => Ok(Drawing::Svg(path)),
        Some("png") => Ok(Drawing::Png(path)),
        _ => Err("expected a file that ends in .svg or .png".to_owned()),
    }
}

fn suggestion(name: &str) -> Result<SuggestionKind, String> {
    SuggestionKind::parse(name).map_err(|error| error.to_string())
}

fn pain(text: &str) -> Result<Pain, String> {
    let pain = text.trim().parse::<u8>().ok().and_then(|number| Pain::try_from(number).ok());
    pain.ok_or_else(|| "expected a whole number from 0 (none) to 10 (the worst imaginable)".to_owned())
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "yes" | "y" => Ok(true),
        "no" | "n" => Ok(false),
        _ => Err("expected yes or no".to_owned()),
    }
}
