//! The seated levator scapulae stretch is the model of tone and timing: every cue stands where it was decided,
//! to the second, in whatever plan it comes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{real, seven};
use unknot_body::{Angle, AngleName, Side};
use unknot_routine::{Catalogue, Millis, Order, Plan, Programme, Request, Sound, Timeline};

/// Seconds since the work began, and what is said then, where it is not the first exercise.
const MODEL: &str = "\
-8 Next, sit tall. Both feet flat on the floor.
-4 Right hand holds the seat, behind your hip.
0 Chin gently down.
2 Nose to the left.
4 Now down, towards your armpit.
6 (a soft tone: Hold)
8 Only a gentle pull. No pain.
11 Breathe in.
13.5 And out.
16 Halfway.
19 Let the right shoulder sink.
23 Three.
24 Two.
25 One.
26 Head up, slowly.
30 Other side. Left hand holds the seat.
35 Chin gently down.
37 Nose to the right.
39 Towards your armpit.
41 (a soft tone: Hold)
46 Breathe in.
48.5 And out.
51 Halfway.
58 Three.
59 Two.
60 One.
61 Head up, slowly.
65 And rest. Hands on your thighs.";

/// Seconds since the work began, whose turn it is, and the phase that begins.
const PHASES: &str = "\
-8 both change
0 right chin-down
2 right turn
4 right armpit
6 right hold
26 right release
30 both let-go
32.5 both switch
35 left chin-down
37 left turn
39 left armpit
41 left hold
61 left release";

struct Performed {
    timeline: Timeline,
    item: usize,
    /// When its work begins.
    start: Millis,
}

fn performed(catalogue: &Catalogue, plan: &Plan) -> Performed {
    let timeline = Timeline::compile(catalogue, plan, &real::words()).unwrap();
    let item = plan.items.iter().position(|item| item.exercise == "levator-scapulae").unwrap();
    let start = timeline.work_start(item).unwrap();
    Performed { timeline, item, start }
}

impl Performed {
    /// Returns the seconds since its work began.
    fn since(&self, at: Millis) -> f64 {
        (f64::from(at.0) - f64::from(self.start.0)) / 1000.0
    }

    /// Returns everything that is said from eight seconds before the work to its end, also of other exercises.
    fn said(&self) -> Vec<String> {
        let words = real::words();
        let end = self.timeline.item_end(self.item).unwrap();
        let during = |at: Millis| self.since(at) >= -8.0 && at <= end;
        let all = self.timeline.utterances().iter().filter(|utterance| during(utterance.at));
        all.map(|utterance| {
            let what = match &utterance.sound {
                Sound::Words(phrase) => words.say(phrase).unwrap(),
                Sound::Tone(tone) => format!("(a soft tone: {tone:?})"),
            };
            format!("{} {what}", self.since(utterance.at))
        })
        .collect()
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Returns the same with left and right changed over.
fn mirrored(text: &str) -> String {
    let swaps = [("right", "\0"), ("left", "right"), ("\0", "left")];
    let capital = [("Right", "\0"), ("Left", "Right"), ("\0", "Left")];
    swaps.iter().chain(&capital).fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn every_cue_stands_where_it_was_decided() {
    let catalogue = seven();
    let performed = performed(&catalogue, &real::plan(&catalogue, "seven", |_| {}));
    assert_eq!(performed.said(), lines(MODEL));
}

#[test]
fn every_phase_begins_where_it_was_decided() {
    let catalogue = seven();
    let performed = performed(&catalogue, &real::plan(&catalogue, "seven", |_| {}));
    let own = performed.timeline.segments().iter().filter(|segment| segment.item == Some(performed.item));
    let begun = own.map(|s| format!("{} {} {}", performed.since(s.start), s.side, s.phase()));
    assert_eq!(begun.collect::<Vec<_>>(), lines(PHASES));
    assert_eq!(performed.timeline.item_end(performed.item), Some(performed.start + Millis(65_000)));
}

/// Whatever comes before and after it, and where nothing does, only `Next` is left away.
#[test]
fn it_is_the_same_where_it_comes_first() {
    let catalogue = seven();
    let model = MODEL.replace("Next, sit tall.", "Sit tall.");
    let alone =
        real::plan(&catalogue, "seven", |request| request.only = Some(vec!["neck-stretch".to_owned()]));
    assert_eq!(performed(&catalogue, &alone).said(), lines(&model));

    let text = "id = 'neck-first'\norder = 'listed'\n\
                items = [{ exercise = 'levator-scapulae' }, { exercise = 'w-and-y' }]";
    let programme = Programme::parse("neck-first.toml", text).unwrap();
    let plan = Plan::make(&catalogue, &Request::of(&programme)).unwrap();
    assert_eq!((plan.order, plan.items.len(), plan.brisk), (Order::Listed, 2, false));
    assert_eq!(performed(&catalogue, &plan).said(), lines(&model));
}

/// The easier side comes first: the same words with left and right changed over.
#[test]
fn it_is_the_mirror_image_for_who_is_sore_on_the_right() {
    let catalogue = seven();
    let plan = real::plan(&catalogue, "seven", |request| request.sore_side = Some((Side::Right, 0.7)));
    assert_eq!(performed(&catalogue, &plan).said(), lines(&mirrored(MODEL)));
}

/// The right levator scapulae is the one that the chin on the left lengthens.
#[test]
fn the_nose_goes_where_the_words_say() {
    let catalogue = seven();
    let Performed { timeline, start, .. } = performed(&catalogue, &real::plan(&catalogue, "seven", |_| {}));
    let neck = |name: AngleName, seconds: f64| {
        let segment = timeline.at(start.seconds() + seconds).segment;
        segment.to.degrees(Angle::new(name, None).unwrap())
    };
    for (seconds, side) in [(7.0, 1.0), (42.0, -1.0)] {
        assert!(neck(AngleName::NeckRotation, seconds) * side > 30.0, "turned to the wrong side");
        assert!(neck(AngleName::NeckSideBend, seconds) * side > 10.0, "bent to the wrong side");
        assert!((30.0..=40.0).contains(&neck(AngleName::NeckFlexion, seconds)));
    }
    let lengthens = |seconds: f64| -> Vec<String> {
        timeline.at(start.seconds() + seconds).segment.lengthens.iter().map(ToString::to_string).collect()
    };
    assert!(lengthens(7.0).contains(&"right levator-scapulae".to_owned()), "{:?}", lengthens(7.0));
    assert!(lengthens(42.0).contains(&"left levator-scapulae".to_owned()), "{:?}", lengthens(42.0));
}
