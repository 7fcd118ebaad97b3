//! The moving figure. It is drawn in a thread of its own, so that keys and the clock never wait for it; what is on
//! the screen is the picture that was ready last.

mod blocks;
mod display;
mod painter;
mod question;

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use unknot_body::{Anatomy, Body, BodyShape};
use unknot_routine::Timeline;
use unknot_stage::Performer;

pub(super) use display::Display;
use painter::{Drawn, Painter};

/// Pictures do not follow each other faster than this.
const FASTEST: Duration = Duration::from_millis(66);

/// A performer in the making: that takes a moment, and there are questions to be answered meanwhile.
pub(crate) struct Dressing(JoinHandle<Option<Performer>>);

impl Dressing {
    /// Begins to make a performer of that shape.
    pub(crate) fn begin(shape: BodyShape) -> Self {
        Self(std::thread::spawn(move || {
            let anatomy = Anatomy::read(unknot_content::BODY).ok()?;
            Some(Performer::new(Body::new(anatomy.shape(shape.into()))))
        }))
    }
}

/// What is to be drawn.
struct Wish {
    /// The timeline, if it is not that of the wish before.
    timeline: Option<Timeline>,
    seconds: f64,
    size: Size,
    /// Whether the picture has to be sent again even if it is the same.
    anew: bool,
}

/// What came of a wish.
struct Answer {
    /// The picture; none where it is the one before.
    drawn: Option<Drawn>,
    size: Size,
    took: Duration,
}

/// The figure on the screen.
pub(super) struct Figure {
    wishes: Sender<Wish>,
    answers: Receiver<Answer>,
    shown: Option<(Drawn, Size)>,
    timeline: Option<Timeline>,
    asked: Option<(f64, Size)>,
    is_drawing: bool,
    /// No picture is asked for before.
    due: Instant,
    since: Instant,
}

impl Figure {
    /// Returns a figure that is shown that way.
    pub(super) fn new(dressing: Dressing, display: Display) -> Self {
        let (wishes, wished) = channel::<Wish>();
        let (answer, answers) = channel();
        std::thread::spawn(move || {
            let Ok(Some(performer)) = dressing.0.join() else { return };
            let mut painter = Painter::new(performer, display);
            let mut timeline = None;
            for wish in wished {
                timeline = wish.timeline.or(timeline);
                let Some(timeline) = &timeline else { continue };
                let begun = Instant::now();
                if wish.anew {
                    painter.forget();
                }
                let drawn = painter.paint(timeline, wish.seconds, wish.size);
                let answered = answer.send(Answer { drawn, size: wish.size, took: begun.elapsed() });
                if answered.is_err() {
                    return;
                }
            }
        });
        let now = Instant::now();
        Self {
            wishes,
            answers,
            shown: None,
            timeline: None,
            asked: None,
            is_drawing: false,
            due: now,
            since: now,
        }
    }

    /// Shows the figure as it was drawn last, and has it drawn as it is now if that is another moment.
    pub(super) fn show(&mut self, frame: &mut Frame<'_>, area: Rect, timeline: &Timeline, seconds: f64) {
        while let Ok(answer) = self.answers.try_recv() {
            self.take(answer);
        }
        if area.is_empty() {
            return;
        }
        if let Some((drawn, size)) = &self.shown
            && *size == area.as_size()
        {
            drawn.show(frame.buffer_mut(), area);
        }
        self.ask(timeline, seconds, area.as_size());
    }

    /// Has the next picture sent whole: what was on the screen is gone.
    pub(super) fn forget(&mut self) {
        self.asked = None;
    }

    fn ask(&mut self, timeline: &Timeline, seconds: f64, size: Size) {
        let is_other_timeline = self.timeline.as_ref() != Some(timeline);
        let is_same = !is_other_timeline && self.asked == Some((seconds, size));
        if self.is_drawing || is_same || Instant::now() < self.due {
            return;
        }
        if is_other_timeline {
            self.timeline = Some(timeline.clone());
        }
        let anew = self.asked.is_none_or(|(_, before)| before != size);
        let timeline = is_other_timeline.then(|| timeline.clone());
        let wish = Wish { timeline, seconds, size, anew };
        self.is_drawing = self.wishes.send(wish).is_ok();
        self.asked = Some((seconds, size));
        self.since = Instant::now();
    }

    fn take(&mut self, answer: Answer) {
        self.is_drawing = false;
        // A slow machine has at least half of its time for other things.
        self.due = self.since + FASTEST.max(answer.took * 2);
        if let Some(drawn) = answer.drawn {
            self.shown = Some((drawn, answer.size));
        }
    }

    /// Waits for the picture that is being drawn.
    #[cfg(test)]
    pub(super) fn wait(&mut self) {
        let answer = self.answers.recv().unwrap();
        self.take(answer);
    }
}
