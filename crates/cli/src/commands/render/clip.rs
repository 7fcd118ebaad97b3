//! `unknot render clip`: one repetition that begins again where it ends.

use unknot_figure::Picture;
use unknot_routine::Timeline;

use super::progress::Progress;
use super::{Studio, file, gif, moments, mp4, timeline};
use crate::args::{ClipArgs, ClipForm, Size};
use crate::failure::Failure;
use crate::known::Known;
use crate::text::whole;

/// Writes a clip.
pub(super) fn run(known: &Known, args: &ClipArgs) -> Result<(), Failure> {
    file::check_folder(&args.output.path)?;
    let exercise = known.exercise(&args.subject.exercise)?;
    let timeline = timeline(known, exercise, args.subject.variant.as_deref())?;
    let mut reel = Reel::new(known, Studio::of(&args.subject)?, &timeline, args);
    let done = match args.output.form {
        ClipForm::Gif => gif::write(&args.output.path, &mut reel),
        ClipForm::Mp4 => mp4::write(&args.output.path, &mut reel),
    };
    reel.progress.wipe();
    done
}

/// The pictures of a clip, drawn as they are asked for.
pub(super) struct Reel<'a> {
    known: &'a Known,
    studio: Studio,
    timeline: &'a Timeline,
    start: f64,
    /// Pictures in a second.
    pub(super) fps: u32,
    /// How many pictures there are.
    pub(super) length: u32,
    /// How large each is.
    pub(super) size: Size,
    progress: Progress,
}

impl<'a> Reel<'a> {
    fn new(known: &'a Known, studio: Studio, timeline: &'a Timeline, args: &ClipArgs) -> Self {
        let (start, end) = moments::round(timeline);
        let length = u32::try_from(whole((end - start) * f64::from(args.fps))).unwrap_or(u32::MAX).max(1);
        let progress = Progress::new();
        Self { known, studio, timeline, start, fps: args.fps, length, size: args.size, progress }
    }

    /// Draws a picture, and says how far that is.
    pub(super) fn draw(&mut self, number: u32) -> Result<Picture, Failure> {
        let picture = self.peek(number)?;
        let words = |share| self.known.ui_number("cli-render", "drawn", share);
        self.progress.tell(u64::from(number + 1), self.length.into(), words);
        Ok(picture)
    }

    /// Draws a picture out of turn.
    pub(super) fn peek(&mut self, number: u32) -> Result<Picture, Failure> {
        let seconds = self.start + f64::from(number) / f64::from(self.fps);
        self.studio.take(self.timeline, seconds, self.size)
    }
}
