//! Who is shown at a moment of a timeline, and what has to be known for it.

use unknot_body::{Kit, Muscle, Posture, View};
use unknot_routine::{Segment, Timeline};

use crate::act::Script;

/// Returns the muscles that a segment shows.
pub(crate) fn muscles(segment: &Segment) -> impl Iterator<Item = Muscle> {
    segment.lengthens.iter().chain(&segment.works).map(|region| region.muscle)
}

/// Returns the script of an item of a plan.
pub(crate) fn script(segments: &[Segment], item: Option<usize>) -> Script {
    Script::of(segments.iter().filter(|segment| segment.item == item && !segment.is_change()))
}

/// Returns the segments in which exercises are shown at a moment: it, or those before and after a change.
pub(crate) fn shown(timeline: &Timeline, seconds: f64) -> &[Segment] {
    let (segments, index) = (timeline.segments(), timeline.at(seconds).index);
    let is_change = segments.get(index).is_some_and(Segment::is_change);
    let shown = if is_change { index.saturating_sub(1)..index + 2 } else { index..index + 1 };
    segments.get(shown.start..shown.end.min(segments.len())).unwrap_or_default()
}

/// Returns the items whose exercises are shown at a moment, and the one after them.
pub(crate) fn around(timeline: &Timeline, seconds: f64) -> (Vec<Option<usize>>, Option<Option<usize>>) {
    let (segments, index) = (timeline.segments(), timeline.at(seconds).index);
    let phases = |range: &[Segment]| -> Vec<Option<usize>> {
        range.iter().filter(|segment| !segment.is_change()).map(|segment| segment.item).collect()
    };
    let here = phases(shown(timeline, seconds));
    let later = phases(segments.get(index..).unwrap_or_default());
    let next = later.into_iter().find(|item| !here.contains(item));
    (here, next)
}

/// Who is there when a change of position begins or ends; they are only on the way, and neither stretch nor work.
#[derive(Clone, Copy)]
pub(crate) enum There<'a> {
    /// Somebody at the beginning, 0, or end, 1, of a segment of an exercise.
    In(usize, f64),
    /// Somebody in a posture of nobody's exercise.
    Still(&'a Posture, &'a [Kit], View),
}

/// Returns who is there when a change begins.
pub(crate) fn left(segments: &[Segment], change: usize) -> There<'_> {
    let segment = &segments[change];
    match change.checked_sub(1).map(|before| (before, &segments[before])) {
        Some((before, left)) if !left.is_change() && left.to == segment.from => There::In(before, 1.0),
        Some((_, left)) => There::Still(&segment.from, &left.kit, left.view),
        None => There::Still(&segment.from, &[], segment.view),
    }
}

/// Returns who is there when a change ends.
pub(crate) fn come_to(segments: &[Segment], change: usize) -> There<'_> {
    let segment = &segments[change];
    match segments.get(change + 1) {
        Some(next) if !next.is_change() && next.from == segment.to => There::In(change + 1, 0.0),
        // Who gets up stands in an empty room.
        _ => There::Still(&segment.to, &[], segment.view),
    }
}

/// Returns the scripts of those that are shown at a moment in a posture of nobody's exercise.
pub(crate) fn standing(timeline: &Timeline, seconds: f64) -> impl Iterator<Item = Script> {
    let (segments, index) = (timeline.segments(), timeline.at(seconds).index);
    let is_change = segments.get(index).is_some_and(Segment::is_change);
    let both = is_change.then(|| [left(segments, index), come_to(segments, index)]);
    both.into_iter().flatten().filter_map(|there| match there {
        There::Still(posture, kit, _) => Some(Script::still(posture, kit)),
        There::In(..) => None,
    })
}
