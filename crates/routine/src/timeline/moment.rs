//! What is so at a moment of a timeline.

use unknot_body::Posture;

use super::{Segment, Sound, Timeline};
use crate::exercise::Easing;
use crate::time::Millis;
use crate::words::Phrase;

/// What is so at a moment of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment<'a> {
    /// The moment, in seconds from the beginning, within the timeline.
    pub seconds: f64,
    /// Which segment it falls into.
    pub index: usize,
    /// The segment.
    pub segment: &'a Segment,
    /// How much of the segment has passed, 0–1.
    pub fraction: f64,
    /// How much of its movement is done, 0–1: eased, as bodies move.
    pub moved: f64,
    /// Where the body is.
    pub pose: Pose,
    /// The words to show: what was said last in this segment, or else the segment's own.
    pub caption: &'a Phrase,
    /// Seconds left of the segment.
    pub segment_left: f64,
    /// Seconds left of the exercise.
    pub exercise_left: f64,
    /// Seconds left of the whole.
    pub left: f64,
    /// The exercise after this one.
    pub next: Option<&'a str>,
    /// Whether the end is reached.
    pub over: bool,
}

/// Where the body is.
#[derive(Clone, Debug, PartialEq)]
pub enum Pose {
    /// In this posture.
    Posture(Box<Posture>),
    /// Between two exercises: the figure dissolves from one posture to the other.
    Dissolve {
        /// The posture that was left.
        from: Box<Posture>,
        /// The posture that begins.
        to: Box<Posture>,
        /// How far it is dissolved, 0–1.
        fraction: f64,
    },
}

pub(super) fn at(timeline: &Timeline, seconds: f64) -> Moment<'_> {
    let total = timeline.total();
    let seconds = if seconds.is_nan() { 0.0 } else { seconds.clamp(0.0, total.seconds()) };
    // Every timeline has a segment: a plan has an exercise, and an exercise takes time.
    let after = timeline.segments.partition_point(|segment| segment.start.seconds() <= seconds);
    let index = after.saturating_sub(1);
    let segment = &timeline.segments[index];
    let length = segment.length().seconds();
    let fraction =
        if length > 0.0 { ((seconds - segment.start.seconds()) / length).clamp(0.0, 1.0) } else { 1.0 };
    let item_end = segment.item.and_then(|item| timeline.item_end(item)).unwrap_or(segment.end);
    Moment {
        seconds,
        index,
        segment,
        fraction,
        moved: moved(segment, fraction),
        pose: pose(segment, moved(segment, fraction)),
        caption: caption(timeline, segment, seconds),
        segment_left: segment.end.seconds() - seconds,
        exercise_left: item_end.seconds() - seconds,
        left: total.seconds() - seconds,
        next: next(timeline, index),
        over: seconds >= total.seconds(),
    }
}

fn moved(segment: &Segment, fraction: f64) -> f64 {
    eased(if segment.is_change() { Easing::Smooth } else { segment.easing }, fraction)
}

fn pose(segment: &Segment, moved: f64) -> Pose {
    if segment.is_change() {
        let (from, to) = (Box::new(segment.from.clone()), Box::new(segment.to.clone()));
        return Pose::Dissolve { from, to, fraction: moved };
    }
    Pose::Posture(Box::new(segment.from.blend(&segment.to, moved)))
}

/// Returns how much of a movement is done. Smooth is the minimum-jerk curve that human reaching follows
/// (Flash and Hogan 1985).
fn eased(easing: Easing, fraction: f64) -> f64 {
    match easing {
        Easing::Even => fraction,
        Easing::Smooth => fraction * fraction * fraction * (10.0 + fraction * (6.0 * fraction - 15.0)),
    }
}

fn caption<'a>(timeline: &'a Timeline, segment: &'a Segment, seconds: f64) -> &'a Phrase {
    let begun = timeline.utterances.partition_point(|utterance| utterance.at.seconds() <= seconds);
    let in_segment =
        timeline.utterances[..begun].iter().rev().take_while(|utterance| utterance.at >= segment.start);
    in_segment
        .filter_map(|utterance| match &utterance.sound {
            // Numbers are shown by the dots and the ring.
            Sound::Words(phrase) if !super::compile::is_number(&phrase.key) => Some(phrase),
            _ => None,
        })
        .next()
        .unwrap_or(&segment.caption)
}

fn next(timeline: &Timeline, index: usize) -> Option<&str> {
    let now = timeline.segments[index].item?;
    timeline.segments[index..]
        .iter()
        .find(|s| s.item.is_some_and(|item| item > now))
        .and_then(|s| s.exercise.as_deref())
}

impl Timeline {
    /// Returns where each utterance lies that begins after `from` and not after `to`, in seconds.
    pub(crate) fn begun_between(&self, from: f64, to: f64) -> std::ops::Range<usize> {
        let until =
            |seconds: f64| self.utterances.partition_point(|utterance| utterance.at.seconds() <= seconds);
        until(from)..until(to)
    }

    /// Returns the segments that begin after `from` and not after `to`, in seconds.
    pub(crate) fn segments_between(&self, from: f64, to: f64) -> std::ops::Range<usize> {
        let until =
            |seconds: f64| self.segments.partition_point(|segment| segment.start.seconds() <= seconds);
        until(from)..until(to)
    }

    /// Returns the end of the change of position that is going on at a moment, if one is.
    pub(crate) fn change_end(&self, seconds: f64) -> Option<Millis> {
        let moment = self.at(seconds);
        (moment.segment.is_change() && moment.segment.item.is_some()).then_some(moment.segment.end)
    }
}
