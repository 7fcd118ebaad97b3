//! `unknot render frame`: one moment of an exercise.

use super::{Studio, file, moments, timeline};
use crate::args::FrameArgs;
use crate::failure::Failure;
use crate::known::Known;

/// Writes a picture of a moment.
pub(super) fn run(known: &Known, args: &FrameArgs) -> Result<(), Failure> {
    file::check_folder(&args.output)?;
    let exercise = known.exercise(&args.subject.exercise)?;
    let timeline = timeline(known, exercise, args.subject.variant.as_deref())?;
    let seconds = moments::find(&timeline, &args.at)?;
    let picture = Studio::of(&args.subject)?.take(&timeline, seconds, None, args.size)?;
    file::png(&args.output, &picture, None)
}
