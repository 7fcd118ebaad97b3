//! `unknot render clip`: one repetition that begins again where it ends.

use unknot_figure::Picture;
use unknot_routine::Timeline;

use super::progress::Progress;
use super::{Studio, file, gif, moments, mp4, timeline, webp};
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
        ClipForm::WebP => webp::write(&args.output.path, &mut reel),
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
    /// When the repetition begins and ends, in seconds.
    start: f64,
    end: f64,
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
        Self { known, studio, timeline, start, end, fps: args.fps, length, size: args.size, progress }
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
        let breath = self.breath(seconds);
        self.studio.take(self.timeline, seconds, Some(breath), self.size)
    }

    /// Returns how full the lungs are, 0–1: over the clip, as the timeline says goes over into what it says one
    /// repetition earlier, so that at the end it is as at the beginning.
    fn breath(&self, seconds: f64) -> f64 {
        let length = self.end - self.start;
        let share = (seconds - self.start) / length;
        let earlier = share * share * (3.0 - 2.0 * share);
        let (now, before) = (self.timeline.breath(seconds), self.timeline.breath(seconds - length));
        now + (before - now) * earlier
    }

    /// Returns for how long a picture is shown, in hundredths of a second: rounded so that the clip as a whole is right.
    pub(super) fn hundredths(&self, number: u32) -> u32 {
        hundredths(number, self.fps)
    }

    /// Fails if a signal has asked for the end.
    pub(super) fn go_on(&self) -> Result<(), Failure> {
        self.studio.interrupt.check()
    }
}

fn hundredths(number: u32, fps: u32) -> u32 {
    let at = |number: u32| (u64::from(number) * 100 + u64::from(fps) / 2) / u64::from(fps);
    u32::try_from(at(number + 1) - at(number)).unwrap_or(u32::MAX)
}

#[cfg(test)]
pub(super) mod tests {
    use clap::Parser as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        args: ClipArgs,
    }

    /// Does something with the pictures of an exercise.
    pub(in super::super) fn with_reel(
        exercise: &str,
        size: &str,
        fps: u32,
        with: impl FnOnce(&mut Reel<'_>),
    ) {
        let fps = fps.to_string();
        let line = ["clip", "--exercise", exercise, "--size", size, "--fps", &fps, "-o", "a.gif"];
        let args = Line::parse_from(line).args;
        let known = Known::built_in().unwrap();
        let timeline = timeline(&known, known.exercise(exercise).unwrap(), None).unwrap();
        with(&mut Reel::new(&known, Studio::of(&args.subject).unwrap(), &timeline, &args));
    }

    #[test]
    fn a_clip_begins_where_it_ends() {
        for exercise in ["w-and-y", "levator-scapulae", "childs-pose"] {
            with_reel(exercise, "160x160", 10, |reel| {
                let (first, after) = (reel.peek(0).unwrap(), reel.peek(reel.length).unwrap());
                let off = first.rgba.iter().zip(&after.rgba).map(|(one, other)| one.abs_diff(*other)).max();
                assert_eq!(off, Some(0), "{exercise}");
                assert!((reel.breath(reel.start) - reel.breath(reel.end)).abs() < 1e-9);
            });
        }
    }

    #[test]
    fn a_second_takes_a_second() {
        for fps in [1, 7, 15, 20, 24, 30, 50] {
            let sum: u32 = (0..fps).map(|number| hundredths(number, fps)).sum();
            assert_eq!(sum, 100, "{fps}");
        }
    }
}
