//! Which moments of an exercise there are pictures of.

use unknot_body::Posture;
use unknot_routine::{Activity, PhaseKind, Phrase, Segment, Timeline};

use crate::args::At;
use crate::failure::Failure;
use crate::text::seconds;

/// The last moment of a segment is this long before its end, in seconds: at its end, the next one has begun.
const INSTANT: f64 = 0.001;

/// A posture worth a picture, and what brings somebody there.
pub(super) struct Key<'a> {
    /// When it is reached, in seconds.
    pub(super) at: f64,
    /// What leads to it.
    segment: &'a Segment,
    /// What is shown on the way there, and then while somebody stays there.
    pub(super) captions: Vec<&'a Phrase>,
}

/// Returns the moment that is meant, in seconds from the beginning.
pub(super) fn find(timeline: &Timeline, at: &At) -> Result<f64, Failure> {
    match at {
        At::Seconds(wanted) => {
            let total = timeline.total().seconds();
            if *wanted <= total {
                return Ok(*wanted);
            }
            Err(Failure::Usage(format!(
                "--at {wanted}: by then the exercise is over; it takes {}",
                seconds(total)
            )))
        }
        At::Phase(name) => {
            let segment = phases(timeline).find(|segment| segment.phase() == *name);
            segment.map(reached).ok_or_else(|| Failure::Usage(unknown(timeline, name)))
        }
    }
}

/// Returns the postures of an exercise that differ, in the order in which they are reached, each once whatever
/// the side; if there are more than `most`, the one it begins in is left out first, and then the last ones.
pub(super) fn keys(timeline: &Timeline, most: usize) -> Vec<Key<'_>> {
    let mut keys: Vec<Key<'_>> = Vec::new();
    for segment in phases(timeline) {
        if !keys.iter().any(|key| alike(&key.segment.to, &segment.to)) {
            keys.push(Key { at: reached(segment), segment, captions: vec![&segment.caption] });
        } else if let Some(key) = keys.last_mut().filter(|key| is_first_stay(key, segment)) {
            key.captions.push(&segment.caption);
        }
    }
    let first = phases(timeline).next().map(|segment| &segment.from);
    if keys.len() > most {
        keys.retain(|key| first.is_none_or(|first| !alike(&key.segment.to, first)));
    }
    keys.truncate(most);
    keys
}

/// Returns when one repetition begins and when it has come back to where it began, in seconds; of one that never
/// comes back, when it is over.
pub(super) fn round(timeline: &Timeline) -> (f64, f64) {
    let Some(first) = phases(timeline).next() else { return (0.0, timeline.total().seconds()) };
    let mut away = false;
    for segment in phases(timeline) {
        away |= segment.to != first.from;
        if away && segment.to == first.from {
            return (first.start.seconds(), segment.end.seconds());
        }
    }
    (first.start.seconds(), timeline.total().seconds())
}

fn phases(timeline: &Timeline) -> impl Iterator<Item = &Segment> {
    timeline.segments().iter().filter(|segment| !segment.is_change())
}

/// Returns when the posture of a phase is reached: at the end of a movement, in the middle of a hold.
fn reached(segment: &Segment) -> f64 {
    let is_still = matches!(&segment.activity, Activity::Phase { kind, .. } if kind.is_still());
    let (start, end) = (segment.start.seconds(), segment.end.seconds());
    if is_still { (start + end) / 2.0 } else { (end - INSTANT).max(start) }
}

/// Returns whether somebody stays, in this segment and for the first time, where a key has brought them. Who has
/// come back only waits there for what is next.
fn is_first_stay(key: &Key<'_>, segment: &Segment) -> bool {
    let follows = key.segment.end == segment.start && key.segment.to == segment.to;
    let back = matches!(key.segment.activity, Activity::Phase { kind: PhaseKind::Return, .. });
    follows && !back && key.segment.caption != segment.caption
}

fn alike(one: &Posture, other: &Posture) -> bool {
    one == other || *one == other.mirrored()
}

fn unknown(timeline: &Timeline, name: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for phase in phases(timeline).map(Segment::phase) {
        if !names.contains(&phase) {
            names.push(phase);
        }
    }
    let near = unknot_body::closest(name, names.iter().map(String::as_str));
    let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    format!("--at: the exercise has no phase `{name}`; {near}it has {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::Known;

    fn of(id: &str) -> Timeline {
        let known = Known::built_in().unwrap();
        super::super::timeline(&known, known.exercise(id).unwrap(), None).unwrap()
    }

    fn phase(name: &str) -> At {
        At::Phase(name.to_owned())
    }

    #[test]
    fn a_phase_is_where_its_posture_is_reached() {
        let timeline = of("wall-angels");
        let up = find(&timeline, &phase("up")).unwrap();
        assert!((up - 2.249).abs() < 1e-9, "{up}");
        let timeline = of("childs-pose");
        let hold = timeline.segments().iter().find(|segment| segment.phase() == "hold").unwrap();
        let middle = find(&timeline, &phase("hold")).unwrap();
        assert!((middle - (hold.start.seconds() + hold.end.seconds()) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_no_moment_of_it_is_told_with_those_that_are() {
        let said = |at| match find(&of("wall-angels"), &at) {
            Err(Failure::Usage(text)) => text,
            other => panic!("{other:?}"),
        };
        assert!(said(phase("upp")).contains("did you mean `up`? it has up, down"));
        assert!(said(At::Seconds(1000.0)).contains("it takes 45 s"));
    }

    #[test]
    fn every_exercise_has_two_to_four_keys_and_a_round_that_ends() {
        for file in unknot_content::EXERCISES {
            let id = file.path.trim_start_matches("exercises/").trim_end_matches(".toml");
            let timeline = of(id);
            let keys = keys(&timeline, 4);
            assert!((2..=4).contains(&keys.len()), "{id}: {}", keys.len());
            let (start, end) = round(&timeline);
            assert!(start < end && end < timeline.total().seconds(), "{id}: {start} to {end}");
            let within = |segment: &&Segment| segment.end.seconds() > start && segment.start.seconds() < end;
            assert!(!timeline.segments().iter().filter(within).any(Segment::is_change), "{id}");
        }
    }
}
