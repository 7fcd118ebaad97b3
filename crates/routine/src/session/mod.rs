//! A session: a timeline being performed.
//!
//! A session is told how much time has passed and what the person asks for, and answers with events. It
//! performs nothing itself: who shows, speaks and records does so with what [`Session::moment`] and the
//! events say.

mod detour;
mod done;
mod easier;
mod event;
mod follow;
mod hurt;
mod requests;
mod watching;

pub use done::{Changed, Done, Hurting, Performed};
pub(crate) use event::spoken_words;
pub use event::{End, Event};
pub use follow::{Follow, Glance};
pub use watching::CameraWord;

use std::collections::BTreeMap;

use unknot_body::{Kit, Position};

use crate::catalogue::Catalogue;
use crate::plan::{Plan, PlanItem};
use crate::safety::Rules;
use crate::time::Millis;
use crate::timeline::{CompileError, Moment, Segment, Timeline, Whereabouts};
use crate::words::SpokenLength;

/// A timeline being performed.
pub struct Session<'a> {
    catalogue: &'a Catalogue,
    rules: &'a Rules,
    spoken: &'a dyn SpokenLength,
    change_pace: (u32, u32),
    without: Vec<Kit>,
    plan: Plan,
    timeline: Timeline,
    seconds: f64,
    state: State,
    waits_for_ready: bool,
    /// The item for which the person has said that they are in position.
    ready_for: Option<usize>,
    /// Whether a sharp pain has come once already.
    was_sharp: bool,
    /// Whether what begins at the present moment has been told.
    announced: bool,
    /// Before which items the person left the plan's way, and where they were.
    interruptions: BTreeMap<usize, Whereabouts>,
    /// Whether the person has been helped up and not been led back since.
    is_up: bool,
    /// How it ended, once it has.
    ended: Option<End>,
    /// What was skipped, with its place in the plan: who goes straight back returns to it.
    skipped: Vec<(usize, PlanItem)>,
}

/// What a session is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// It goes on.
    Running,
    /// The person has stopped it.
    Paused,
    /// It waits until the person is in position.
    Waiting,
    /// It hurts, and the person is asked how.
    Hurting,
    /// The person is helped up from this position; that many seconds have passed of it.
    HelpingUp {
        /// From where.
        from: Position,
        /// For how long.
        seconds: f64,
    },
    /// It is over.
    Ended(End),
}

/// A session that cannot begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct SessionError(#[from] CompileError);

impl<'a> Session<'a> {
    /// Returns a session at its beginning. Changes of position that a person's requests make necessary take
    /// `change_pace` of the usual time, and easier variants are only those that need none of `without`.
    ///
    /// # Errors
    /// The plan does not belong to the catalogue.
    pub fn new(
        catalogue: &'a Catalogue,
        rules: &'a Rules,
        spoken: &'a dyn SpokenLength,
        plan: Plan,
        change_pace: (u32, u32),
        without: impl IntoIterator<Item = Kit>,
    ) -> Result<Self, SessionError> {
        let timeline = Timeline::compile(catalogue, &plan, spoken)?;
        Ok(Self {
            catalogue,
            rules,
            spoken,
            change_pace,
            without: without.into_iter().collect(),
            plan,
            timeline,
            seconds: 0.0,
            state: State::Running,
            waits_for_ready: false,
            ready_for: None,
            was_sharp: false,
            announced: false,
            interruptions: BTreeMap::new(),
            is_up: false,
            ended: None,
            skipped: Vec::new(),
        })
    }

    /// Lets every change of position wait for [`Session::ready`], or not.
    pub fn wait_for_ready(&mut self, wait: bool) {
        self.waits_for_ready = wait;
    }

    /// Returns the timeline as it is now: what the person asks for changes it.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns the plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Returns what is so now.
    #[must_use]
    pub fn moment(&self) -> Moment<'_> {
        self.timeline.at(self.seconds)
    }

    /// Returns what the session is doing.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// Lets time pass, in seconds, and returns what happened in it. Time that is negative or no number does
    /// not pass; time does not pass either while the session is paused, waits or asks.
    pub fn advance(&mut self, seconds: f64) -> Vec<Event> {
        if seconds.is_nan() || seconds <= 0.0 {
            return Vec::new();
        }
        match self.state {
            State::Running => self.run(seconds),
            State::HelpingUp { from, seconds: passed } => self.help(from, passed, passed + seconds),
            State::Paused | State::Waiting | State::Hurting | State::Ended(_) => Vec::new(),
        }
    }

    fn run(&mut self, seconds: f64) -> Vec<Event> {
        let mut events = Vec::new();
        let from = self.seconds;
        let mut to = (from + seconds).min(self.timeline.total().seconds());
        let mut waits = false;
        let must_wait = self.waits_for_ready && self.ready_for != self.moment().segment.item;
        // Just before the exercise, whose first moment belongs to somebody who is ready.
        let last = self.timeline.change_end(from).map(|end| (end - Millis(1)).seconds());
        if let Some(last) = last.filter(|last| must_wait && to >= *last) {
            to = last.max(from);
            waits = true;
        }
        if !self.announced {
            self.announced = true;
            let here = self.timeline.at(from).index;
            self.begin_segment(here, None, &mut events);
            let beginning =
                self.timeline.utterances().iter().filter(|u| (u.at.seconds() - from).abs() < 1e-9);
            events.extend(beginning.cloned().map(Event::Say));
        }
        // In the order of time; at the same time first what is done, then what is said about it.
        let mut segments = self.timeline.segments_between(from, to).peekable();
        let mut utterances = self.timeline.begun_between(from, to).peekable();
        loop {
            let segment_at = segments.peek().map(|&index| self.timeline.segments()[index].start);
            let utterance_at = utterances.peek().map(|&index| self.timeline.utterances()[index].at);
            match (segment_at, utterance_at) {
                (None, None) => break,
                (Some(segment), utterance) if utterance.is_none_or(|utterance| segment <= utterance) => {
                    let Some(index) = segments.next() else { break };
                    let done = index.checked_sub(1).map(|before| &self.timeline.segments()[before]);
                    self.begin_segment(index, done, &mut events);
                }
                _ => {
                    let Some(index) = utterances.next() else { break };
                    events.push(Event::Say(self.timeline.utterances()[index].clone()));
                }
            }
        }
        self.seconds = to;
        if waits {
            self.state = State::Waiting;
        } else if self.moment().over {
            if let Some(exercise) = self.moment().segment.exercise.clone() {
                events.push(Event::ExerciseDone(exercise));
            }
            self.end(End::Finished, &mut events);
        }
        events
    }

    /// Tells that a segment begins, and what was done by it: nothing where the person came from elsewhere.
    fn begin_segment(&self, index: usize, done: Option<&Segment>, events: &mut Vec<Event>) {
        let segment = &self.timeline.segments()[index];
        if let Some(done) = done.filter(|done| done.item != segment.item && !done.is_change()) {
            events.extend(done.exercise.clone().map(Event::ExerciseDone));
        }
        events.push(Event::Segment(index));
        let is_first = segment.item.and_then(|item| self.timeline.work_start(item)) == Some(segment.start);
        if is_first {
            events.extend(segment.exercise.clone().map(Event::ExerciseBegun));
        }
    }

    fn end(&mut self, end: End, events: &mut Vec<Event>) {
        self.ended = Some(end);
        self.state = State::Ended(end);
        events.push(Event::Ended(end));
    }
}
