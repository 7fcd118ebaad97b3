//! `unknot timeline`.

use unknot_body::Sides;
use unknot_journal::Agreed;
use unknot_routine::{Limits, Segment, Sound, Timeline, Utterance};

use crate::args::{Form, SessionArgs};
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::request::{plan, programme};
use crate::screening::{note_missing, without_asking};
use crate::shapes::{TimelineShape, tone_name};
use crate::text::{Weight, clock_at, hang, seconds};

/// Shows a timeline.
pub(crate) fn run(known: &Known, args: &SessionArgs, agreed: &Agreed, form: Form) -> Result<(), Failure> {
    let programme = programme(known, args)?;
    let screened = without_asking(known, args.screen.as_deref())?;
    let judgement = screened.as_ref().map(|screened| &screened.judgement);
    let plan = plan(known, args, &programme, judgement, Limits::default(), agreed)?;
    let timeline = Timeline::compile(&known.catalogue, &plan, known)
        .map_err(|error| Failure::Failed(error.to_string()))?;
    if form.json {
        let is_current = screened.as_ref().is_some_and(|screened| screened.current);
        return out::json(&TimelineShape::of(known, &timeline, is_current));
    }
    note_missing(screened.as_ref());
    out::print(&describe(known, &timeline))
}

/// Describes a timeline for people: what is done, and below it what is said meanwhile.
fn describe(known: &Known, timeline: &Timeline) -> String {
    let weight = Weight::of_output();
    let mut text = String::new();
    let mut said = timeline.utterances().iter().peekable();
    let mut item = None;
    for segment in timeline.segments() {
        if item != Some(segment.item) {
            item = Some(segment.item);
            let name = segment.exercise.as_deref().map(|id| known.name(id));
            let name = name.unwrap_or_else(|| known.ui("cli-intro", "get-up"));
            text.push_str(&format!("\n{}\n", weight.bold(&name)));
        }
        text.push_str(&hang(&format!("{:>6}  ", clock_at(segment.start.seconds())), &what(segment)));
        while let Some(utterance) = said.next_if(|utterance| utterance.at < segment.end) {
            text.push_str(&line(known, utterance, weight));
        }
    }
    // What is said as the last thing ends: "well done" belongs to no segment any more.
    text.extend(said.map(|utterance| line(known, utterance, weight)));
    text.push_str(&format!("\n{:>6}\n", clock_at(timeline.total().seconds())));
    text.trim_start_matches('\n').to_owned()
}

fn line(known: &Known, utterance: &Utterance, weight: Weight) -> String {
    let at = format!("      {:>6}  ", clock_at(utterance.at.seconds()));
    hang(&weight.dim(&at), &weight.dim(&words(known, utterance)))
}

fn what(segment: &Segment) -> String {
    let mut text = format!("{}, {}", segment.phase().replace('-', " "), seconds(segment.length().seconds()));
    if segment.side != Sides::Both {
        text.push_str(&format!(", {}", segment.side));
    }
    if segment.set > 0 && segment.sets > 1 {
        text.push_str(&format!(", set {} of {}", segment.set, segment.sets));
    }
    if segment.repetition > 0 && segment.repetitions > 1 {
        text.push_str(&format!(", {} of {}", segment.repetition, segment.repetitions));
    }
    text
}

fn words(known: &Known, utterance: &Utterance) -> String {
    match &utterance.sound {
        Sound::Words(phrase) => format!("“{}”", known.say(phrase)),
        Sound::Tone(tone) => format!("(soft tone: {})", tone_name(*tone)),
    }
}
