//! A session as lines of text, each at the time it is due: for scripts, and for whoever reads along.

use std::time::Duration;

use unknot_routine::{Event, Millis, Segment, Session, Sound, State};

use super::clock::Clock;
use crate::args::Speed;
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::text::{clock_at, hang};

/// How often the clock is read.
const TICK: Duration = Duration::from_millis(20);

/// Prints the captions of a session.
pub(crate) fn captions(known: &Known, mut session: Session<'_>, speed: Speed) -> Result<(), Failure> {
    let mut time = Clock::start();
    loop {
        // Each line stands at its own time, however late the clock was read.
        let events = session.advance(time.passed().as_secs_f64() * speed.0);
        let lines: Vec<String> = events.iter().filter_map(|event| line(known, &session, event)).collect();
        if !lines.is_empty() {
            out::print(&lines.concat())?;
        }
        if matches!(session.state(), State::Ended(_)) {
            return out::print(&at(session.timeline().total(), &known.ui("session", "finished")));
        }
        std::thread::sleep(TICK);
    }
}

/// Returns the line that an event is worth.
fn line(known: &Known, session: &Session<'_>, event: &Event) -> Option<String> {
    match event {
        Event::Segment(index) => segment(known, session, *index),
        Event::Say(utterance) => match &utterance.sound {
            Sound::Words(phrase) => Some(at(utterance.at, &known.say(phrase))),
            Sound::Tone(_) => None,
        },
        _ => None,
    }
}

/// Returns the line of a segment: the exercise's name on the way into it, else the segment's caption, unless
/// words are said at its beginning.
fn segment(known: &Known, session: &Session<'_>, index: usize) -> Option<String> {
    let segments = session.timeline().segments();
    let segment = segments.get(index)?;
    let name = heading(known, segments, index);
    // What is said at its beginning, or in so many words a little later, need not be shown twice.
    let is_said = session.timeline().utterances().iter().any(|utterance| match &utterance.sound {
        Sound::Words(phrase) => {
            utterance.at == segment.start
                || (segment.start..segment.end).contains(&utterance.at) && phrase.key == segment.caption.key
        }
        Sound::Tone(_) => false,
    });
    let same = |before: &Segment| before.caption == segment.caption && !before.is_change();
    let is_shown = index.checked_sub(1).and_then(|before| segments.get(before)).is_some_and(same);
    let caption =
        (!is_said && !is_shown && name.is_none()).then(|| at(segment.start, &known.say(&segment.caption)));
    name.map(|name| at(segment.start, &name)).or(caption)
}

fn heading(known: &Known, segments: &[Segment], index: usize) -> Option<String> {
    let segment = segments.get(index)?;
    let before = index.checked_sub(1).and_then(|before| segments.get(before));
    let is_first = before.is_none_or(|before| before.item != segment.item);
    let name = || match &segment.exercise {
        Some(id) => known.name(id),
        None => known.ui("cli-intro", "get-up"),
    };
    is_first.then(name)
}

/// Returns a line. In a terminal it is broken to fit; a script gets one caption a line.
fn at(time: Millis, words: &str) -> String {
    let lead = format!("{:>5}  ", clock_at(time.seconds()));
    if out::columns().is_some() { hang(&lead, words) } else { format!("{lead}{words}\n") }
}
