//! Letting the clock wait for a body that somebody watches.
//!
//! At a few moments, the *gates*, the clock stands until the body is as far: before an exercise begins the person is in
//! position, before a hold is timed they hold, before a repetition is over they have done it. Where nobody can be seen the
//! clock goes on, and so it does after some seconds of waiting: a session never gets stuck.

use super::Session;
use crate::time::Millis;
use crate::timeline::{Activity, Moment, Segment};

/// Who has not been seen for so many seconds cannot be waited for.
const BLIND: f64 = 1.5;
/// How long the clock waits until somebody is in position, in seconds: the device may have to be moved, too.
const INTO_POSITION: f64 = 12.0;
/// How long it waits for a hold or the end of a repetition.
const PATIENCE: f64 = 6.0;
/// How long once that was in vain,
const LESS: f64 = 2.0;
/// and after so many times it does not wait any more, until something is counted.
const IN_VAIN: u32 = 3;
/// A step back by more than this, in seconds, begins the exercise anew.
const BACK: f64 = 0.5;
/// Less than this, in seconds, is not worth going ahead for.
const AHEAD: f64 = 0.3;

/// What was seen of the person last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Whether they are where the exercise has them.
    pub placed: bool,
    /// The phase in which they hold still, if they do.
    pub holds: Option<String>,
    /// How many repetitions were counted since watching began.
    pub count: u32,
}

/// Lets the clock of a session wait for the body.
#[derive(Clone, Debug, Default)]
pub struct Follow {
    glance: Glance,
    /// Whether anybody has been seen.
    has_begun: bool,
    /// For how long nobody has been seen, in seconds; none before the first picture.
    blind: Option<f64>,
    /// Which item is done, and how far the clock was in it.
    at: Option<(usize, f64)>,
    /// How many repetitions of it were done when the count was `since`, by the body or by the clock.
    done: u32,
    since: u32,
    /// How many were counted, with those that were done before watching began.
    counted: u32,
    waited: f64,
    in_vain: u32,
    /// The gate that was passed without the body.
    passed: Option<Millis>,
    /// Whether a repetition of the item was passed by the clock alone, as it could not be seen.
    is_unseen: bool,
}

/// Where the clock waits, and what for.
struct Gate<'a> {
    at: Millis,
    waits_for: WaitsFor<'a>,
}

enum WaitsFor<'a> {
    Position,
    Hold(&'a str),
    /// That so many repetitions of the item are done.
    Repetition(u32),
}

impl Follow {
    /// Takes what is seen now: nothing where nobody is. Returns how many repetitions of the exercise were counted,
    /// when another was; nothing any more once one of them could not be seen.
    pub fn see(&mut self, session: &Session<'_>, glance: Option<Glance>) -> Option<u32> {
        if !self.has_begun && glance.is_some() {
            // What was counted before is of another time, and what the clock has done so far is done.
            self.has_begun = true;
            self.glance.count = glance.as_ref().map_or(0, |glance| glance.count);
            self.at = None;
        }
        self.settle(session);
        let Some(glance) = glance else {
            self.blind.get_or_insert(0.0);
            return None;
        };
        self.blind = Some(0.0);
        let mut before = self.glance.count;
        self.glance = glance;
        if self.glance.count < before {
            // Watching has begun anew.
            self.done += before.saturating_sub(self.since);
            (self.since, before) = (0, 0);
        }
        let new = self.glance.count - before;
        if new == 0 || !is_in_main_block(session, session.moment().segment) {
            return None;
        }
        self.in_vain = 0;
        self.counted += new;
        (!self.is_unseen).then_some(self.counted)
    }

    /// Returns how many repetitions of the exercise are done, by the body or by the clock.
    fn repetitions(&self) -> u32 {
        self.done + self.glance.count.saturating_sub(self.since)
    }

    /// Returns how many repetitions of the exercise were counted, with those that were done before watching began.
    #[must_use]
    pub fn counted(&self) -> u32 {
        self.counted
    }

    /// Returns whether somebody can be seen.
    fn sees(&self) -> bool {
        self.blind.is_some_and(|blind| blind < BLIND)
    }

    /// Returns whether the clock waits.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waited > 0.0
    }

    /// Returns whether a repetition that could not be seen was passed by the clock.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        self.is_unseen
    }

    /// Returns how many of so many seconds the clock of a session goes on.
    pub fn pass(&mut self, session: &Session<'_>, seconds: f64) -> f64 {
        self.settle(session);
        // Before the first picture nobody is waited for.
        let Some(blind) = &mut self.blind else { return seconds };
        *blind += seconds;
        let moment = session.moment();
        let gate = gate(session, &moment).filter(|gate| self.passed != Some(gate.at));
        let Some(gate) = gate else { return self.go_on(seconds) };
        let left = (gate.at - Millis(1)).seconds() - moment.seconds;
        if left > seconds || self.is_open(&gate.waits_for) {
            return self.go_on(seconds);
        }
        self.waited += seconds;
        let patience = match gate.waits_for {
            WaitsFor::Position => INTO_POSITION,
            _ if !self.sees() || self.in_vain >= IN_VAIN => 0.0,
            _ if self.in_vain > 0 => LESS,
            _ => PATIENCE,
        };
        if self.waited < patience {
            return left.clamp(0.0, seconds);
        }
        self.passed = Some(gate.at);
        match gate.waits_for {
            WaitsFor::Position => {}
            WaitsFor::Hold(_) => self.in_vain += 1,
            WaitsFor::Repetition(number) => {
                self.in_vain += 1;
                self.is_unseen |= !self.sees();
                // From here on the next that is counted is the one that the clock asks for next.
                (self.done, self.since) = (number, self.glance.count);
            }
        }
        self.go_on(seconds)
    }

    /// Returns whether the body is through with a repetition in which nothing is held, and the clock is not: it may go on to
    /// the next.
    #[must_use]
    pub fn is_ahead(&self, session: &Session<'_>) -> bool {
        let moment = session.moment();
        let ends = session.repetition_end().map_or(0.0, Millis::seconds);
        let segments = repetition(session, &moment);
        let is_held = segments.iter().any(|segment| holds(segment).is_some());
        let number = ordinal(session, &moment);
        number > 0 && !is_held && self.repetitions() >= number && ends - moment.seconds > AHEAD
    }

    fn go_on(&mut self, seconds: f64) -> f64 {
        self.waited = 0.0;
        seconds
    }

    fn is_open(&self, waits_for: &WaitsFor<'_>) -> bool {
        match waits_for {
            WaitsFor::Position => self.sees() && self.glance.placed,
            WaitsFor::Hold(phase) => self.glance.holds.as_deref() == Some(phase),
            WaitsFor::Repetition(number) => self.repetitions() >= *number,
        }
    }

    /// Notes where the session is. On the way into position nothing counts; where watching begins in the middle, what the
    /// clock has done is done.
    fn settle(&mut self, session: &Session<'_>) {
        let moment = session.moment();
        let item = moment.segment.item;
        let before = self.at;
        self.at = item.map(|item| (item, moment.seconds));
        let goes_on =
            before.zip(self.at).is_some_and(|(before, now)| before.0 == now.0 && now.1 >= before.1 - BACK);
        if goes_on && !moment.segment.is_change() {
            return;
        }
        if !goes_on {
            (self.passed, self.waited, self.in_vain, self.is_unseen) = (None, 0.0, 0, false);
        }
        self.done = ordinal(session, &moment).saturating_sub(1);
        (self.since, self.counted) = (self.glance.count, self.done);
    }
}

/// Returns the gate at the end of what is going on.
fn gate<'a>(session: &'a Session<'_>, moment: &Moment<'a>) -> Option<Gate<'a>> {
    let segment = moment.segment;
    segment.item?;
    if segment.is_change() {
        return Some(Gate { at: segment.end, waits_for: WaitsFor::Position });
    }
    if !is_in_main_block(session, segment) {
        return None;
    }
    if session.repetition_end() == Some(segment.end) {
        return Some(Gate { at: segment.end, waits_for: WaitsFor::Repetition(ordinal(session, moment)) });
    }
    let next = session.timeline.segments().get(moment.index + 1)?;
    let phase = holds(next).filter(|_| holds(segment).is_none())?;
    Some(Gate { at: segment.end, waits_for: WaitsFor::Hold(phase) })
}

/// Returns the name of a phase in which one stays.
fn holds(segment: &Segment) -> Option<&str> {
    use crate::exercise::PhaseKind::{Breathe, Hold};
    match &segment.activity {
        Activity::Phase { name, kind: Hold | Breathe, .. } => Some(name),
        _ => None,
    }
}

/// Returns whether a segment belongs to the block that gives its exercise the dose: that one is counted.
fn is_in_main_block(session: &Session<'_>, segment: &Segment) -> bool {
    let Activity::Phase { block, .. } = &segment.activity else { return false };
    let main = || {
        let item = session.plan.items.get(segment.item?)?;
        let form = session.catalogue.exercise(&item.exercise)?.way(item.variant.as_deref())?;
        form.blocks.get(form.main_block()?)
    };
    main().is_some_and(|main| main.id == *block)
}

/// Returns which repetition of the item's main block is going on, from 1, over all sets and sides; 0 before the first.
fn ordinal(session: &Session<'_>, moment: &Moment<'_>) -> u32 {
    let item = moment.segment.item;
    let until = &session.timeline.segments()[..=moment.index];
    let mut last = None;
    let mut number = 0;
    for segment in until.iter().filter(|segment| segment.item == item && is_in_main_block(session, segment)) {
        let this = (segment.set, segment.side, segment.repetition);
        if last.replace(this) != Some(this) {
            number += 1;
        }
    }
    number
}

/// Returns the segments of the repetition that is going on.
fn repetition<'a>(session: &'a Session<'_>, moment: &Moment<'_>) -> &'a [Segment] {
    let segments = session.timeline.segments();
    let here = moment.segment;
    let is_same = |other: &&Segment| {
        (other.item, other.set, other.side, other.repetition)
            == (here.item, here.set, here.side, here.repetition)
            && is_in_main_block(session, other)
    };
    if !is_in_main_block(session, here) {
        return &[];
    }
    let before = segments[..moment.index].iter().rev().take_while(is_same).count();
    let after = segments[moment.index..].iter().take_while(is_same).count();
    &segments[moment.index - before..moment.index + after]
}

impl Session<'_> {
    /// Returns when the repetition is over that is going on.
    fn repetition_end(&self) -> Option<Millis> {
        repetition(self, &self.moment()).last().map(|last| last.end)
    }

    /// Goes on to the end of the repetition that is going on: the person is through with it.
    pub fn repetition_done(&mut self) {
        if let Some(end) = self.repetition_end() {
            self.seconds = (end - Millis(1)).seconds().max(self.seconds);
        }
    }
}
