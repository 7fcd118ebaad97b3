//! A timeline.

use serde::Serialize;
use unknot_body::Named;
use unknot_routine::{Segment, Sound, Timeline, Tone, Utterance};

use crate::known::Known;

/// What is done and said, second by second.
#[derive(Serialize)]
pub(crate) struct TimelineShape {
    total_seconds: f64,
    screened: bool,
    segments: Vec<SegmentShape>,
    utterances: Vec<UtteranceShape>,
}

#[derive(Serialize)]
struct SegmentShape {
    start: f64,
    end: f64,
    exercise: Option<String>,
    phase: String,
    side: &'static str,
    rep: u32,
    caption: String,
}

#[derive(Serialize)]
struct UtteranceShape {
    at: f64,
    until: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tone: Option<&'static str>,
    key: Option<String>,
}

impl TimelineShape {
    /// Returns the shape of a timeline.
    pub(crate) fn of(known: &Known, timeline: &Timeline, screened: bool) -> Self {
        let segment = |segment: &Segment| SegmentShape {
            start: segment.start.seconds(),
            end: segment.end.seconds(),
            exercise: segment.exercise.clone(),
            phase: segment.phase(),
            side: segment.side.name(),
            rep: segment.repetition,
            caption: known.say(&segment.caption),
        };
        let utterance = |utterance: &Utterance| {
            let (text, tone, key) = match &utterance.sound {
                Sound::Words(phrase) => (Some(known.say(phrase)), None, Some(phrase.key.to_string())),
                Sound::Tone(tone) => (None, Some(tone_name(*tone)), None),
            };
            UtteranceShape { at: utterance.at.seconds(), until: utterance.until.seconds(), text, tone, key }
        };
        Self {
            total_seconds: timeline.total().seconds(),
            screened,
            segments: timeline.segments().iter().map(segment).collect(),
            utterances: timeline.utterances().iter().map(utterance).collect(),
        }
    }
}

/// Returns the written name of a tone.
pub(crate) fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Hold => "hold",
        Tone::Release => "release",
    }
}
