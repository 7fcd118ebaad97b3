//! One canvas, and what is shown on it.

use unknot_figure::Palette;
use unknot_routine::{NotShown, Timeline};
use unknot_stage::{Look, Performer, Shot};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::OffscreenCanvas;

use crate::painter::{NotDrawn, Painter};

/// Which moment is looked at, and how.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub struct View {
    seconds: f64,
    look: Look,
    is_still: bool,
}

#[wasm_bindgen]
impl View {
    /// Returns the view of the moment after so many seconds, in a picture of so many pixels, from so many degrees further
    /// to the person's left and further up than where it is best seen. `is_still` is for whom movement makes ill.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(
        seconds: f64,
        width: usize,
        height: usize,
        azimuth_degrees: f64,
        elevation_degrees: f64,
        is_night: bool,
        is_still: bool,
    ) -> Self {
        let shot = Shot::Turned { azimuth_degrees, elevation_degrees };
        let palette = if is_night { Palette::Night } else { Palette::Paper };
        Self { seconds, look: Look { width, height, shot, palette, transparent: false }, is_still }
    }
}

/// What came of drawing.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// It is there.
    Done,
    /// It is there, but smaller than it should be.
    Smaller,
    /// Something is still to be prepared.
    Unprepared,
    /// The graphics processor is not ready; it should be tried again.
    Later,
    /// The graphics processor was taken away, for a while.
    Away,
    /// This canvas will never show anything; another will.
    Never,
}

/// A canvas, and what is performed on it.
pub(crate) struct Figure {
    canvas: OffscreenCanvas,
    painter: Option<Painter>,
    timeline: Option<Timeline>,
    /// The segment for which nothing is left to prepare.
    prepared_for: Option<usize>,
    /// The segment whose still picture is there, and how it looks: as long as both are the same, so is the picture.
    still: Option<(usize, Look)>,
}

impl Figure {
    pub(crate) fn on(canvas: OffscreenCanvas) -> Self {
        Self { canvas, painter: None, timeline: None, prepared_for: None, still: None }
    }

    pub(crate) fn perform(&mut self, shown: &[u8]) -> Result<(), NotShown> {
        self.timeline = Some(Timeline::from_shown(shown)?);
        self.recast();
        Ok(())
    }

    pub(crate) fn prepare(&mut self, performer: &mut Performer, seconds: f64) -> bool {
        let Some(timeline) = &self.timeline else { return false };
        let here = Some(timeline.at(seconds).index);
        let is_left = self.prepared_for != here && performer.prepare(timeline, seconds);
        if !is_left {
            self.prepared_for = here;
        }
        is_left
    }

    /// Somebody else performs it, or something else is performed.
    pub(crate) fn recast(&mut self) {
        (self.prepared_for, self.still) = (None, None);
    }

    /// Draws, `plainly` if so told, which is changed where no graphics processor draws.
    pub(crate) fn draw(
        &mut self,
        performer: Option<&mut Performer>,
        view: &View,
        longest: usize,
        plainly: &mut bool,
    ) -> Drawn {
        // The graphics processor reads how to draw while the body is still being made.
        let painter = match self.painter.take().map_or_else(|| Painter::new(&self.canvas, *plainly), Ok) {
            Ok(painter) => self.painter.insert(painter),
            Err(not_drawn) => return not_drawn.drawn(plainly),
        };
        let (Some(performer), Some(timeline)) = (performer, &self.timeline) else { return Drawn::Unprepared };
        if !performer.is_ready(timeline, view.seconds) {
            return Drawn::Unprepared;
        }
        if !painter.is_ready() {
            return Drawn::Later;
        }
        let shown = match view.is_still {
            true => performer.stills(timeline, view.seconds),
            false => performer.at(timeline, view.seconds),
        };
        let is_whole = view.is_still && shown.1.is_none();
        let still = is_whole.then(|| (timeline.at(view.seconds).index, view.look));
        if still.is_some() && still == self.still {
            return Drawn::Done;
        }
        self.still = still;
        match painter.paint(performer, &shown, &view.look, longest) {
            Ok(false) => Drawn::Done,
            Ok(true) => Drawn::Smaller,
            Err(not_drawn) => {
                self.lose();
                not_drawn.drawn(plainly)
            }
        }
    }

    pub(crate) fn lose(&mut self) {
        (self.painter, self.still) = (None, None);
    }

    pub(crate) fn end(self) {
        if let Some(painter) = self.painter {
            painter.release();
        }
    }
}

impl NotDrawn {
    fn drawn(self, plainly: &mut bool) -> Drawn {
        match self {
            Self::ForNow => Drawn::Away,
            Self::Ever => {
                *plainly = true;
                Drawn::Never
            }
        }
    }
}
