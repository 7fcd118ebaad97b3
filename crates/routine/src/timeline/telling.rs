//! The moment that says best what an exercise is.

use super::{Activity, Segment, Timeline};

/// The last moment of a movement is this long before its end, in seconds: at its end, the next one has begun.
const INSTANT: f64 = 0.001;

/// Returns the middle of the longest stay on the side that comes first, of the last of several; where nobody stays, the
/// end of the first movement.
pub(super) fn moment(timeline: &Timeline) -> f64 {
    let is_still =
        |segment: &&Segment| matches!(segment.activity, Activity::Phase { kind, .. } if kind.is_still());
    let phases = || timeline.segments.iter().filter(|segment| !segment.is_change());
    let first_side = phases().next().map(|first| first.side);
    let is_first_side = |segment: &&Segment| Some(segment.side) == first_side;
    if let Some(stay) = phases().filter(is_first_side).filter(is_still).max_by_key(|segment| segment.length())
    {
        return (stay.start.seconds() + stay.end.seconds()) / 2.0;
    }
    phases().next().map_or(0.0, |first| first.end.seconds() - INSTANT)
}
