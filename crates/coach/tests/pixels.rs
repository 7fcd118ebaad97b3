//! Through pixels: the figure is drawn, the networks look at the pictures, and the coach at what they see. What comes of all
//! seven from several sides, as docs/coach.md has it:
//!
//!     cargo test --release -p unknot-coach --test pixels -- --ignored --nocapture

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail, and tells what it found")]

mod common;

use common::{body, catalogue, coach, known, repetitions};
use glam::DVec3;
use unknot_body::{BodyShape, Kit, Placed, PlacedSolid, Posture, Room};
use unknot_coach::Coach;
use unknot_figure::{Backdrop, Camera, Palette, Picture as Drawn, Scene};
use unknot_routine::{Activity, PhaseKind, Sight, Timeline};
use unknot_sight::{Eye, Networks, Picture};
use unknot_stage::{Look, Performer, Shot};

/// How many pictures there are in a second, as a page has them on a slow machine, and how large they are.
const RATE: f64 = 10.0;
const SIZE: [usize; 2] = [480, 360];

/// What comes of a film.
struct Seen {
    /// In how much of it the networks see somebody, and in how much of it the coach can judge them.
    found: f64,
    judged: f64,
    coach: Coach,
}

impl Seen {
    fn held(&self) -> f64 {
        self.coach.holds().iter().fold(0.0, |sum, hold| sum + hold.seconds)
    }
}

/// Shows a coach what networks see of a body that performs a timeline for so many seconds.
fn watch(coach: &Coach, performer: &mut Performer, timeline: &Timeline, shot: Shot, seconds: f64) -> Seen {
    let networks = Networks::read(unknot_content::POSE_DETECTOR, unknot_content::POSE_LITE).unwrap();
    let (mut eye, mut coach, mut drawn) = (Eye::new(networks), coach.clone(), Drawn::default());
    let [width, height] = SIZE;
    let look = Look { width, height, shot, palette: Palette::Paper, transparent: false };
    let (mut found, mut judged, mut all) = (0, 0, 0);
    for picture in 0_u32.. {
        let now = f64::from(picture) / RATE;
        if now >= seconds {
            break;
        }
        all += 1;
        performer.draw(timeline, now, &look, &mut drawn).unwrap();
        let Some(sight) = eye.look(&Picture::rgba(width, height, &drawn.rgba).unwrap(), now) else {
            continue;
        };
        found += 1;
        judged += u32::from(coach.see(&sight.smoothed).sight == Sight::Seen);
    }
    coach.finish();
    let share = |some: u32| f64::from(some) / f64::from(all);
    Seen { found: share(found), judged: share(judged), coach }
}

fn films(id: &str) -> (Coach, Timeline, u32) {
    let catalogue = catalogue();
    let exercise = catalogue.exercise(id).unwrap();
    (coach(exercise), known::timeline(&catalogue, exercise, None), repetitions(exercise))
}

fn performer(shape: BodyShape) -> Performer {
    Performer::new(body(shape))
}

/// Returns for how many of the first seconds the file has whoever does it hold still.
fn holds(timeline: &Timeline, seconds: f64) -> f64 {
    let still = timeline.segments().iter().filter(|segment| {
        segment.repetition > 0
            && segment.end.seconds() <= seconds
            && matches!(segment.activity, Activity::Phase { kind: PhaseKind::Hold | PhaseKind::Breathe, .. })
    });
    still.fold(0.0, |sum, segment| sum + segment.length().seconds())
}

/// Returns when the first repetition is over.
fn first(timeline: &Timeline) -> f64 {
    let first = timeline.segments().iter().rfind(|segment| segment.repetition == 1);
    first.unwrap().end.seconds()
}

#[test]
fn what_is_done_on_ones_feet_and_what_is_done_on_the_floor_is_counted_and_timed() {
    for (id, shot) in [("w-and-y", Shot::Front), ("childs-pose", Shot::Side)] {
        let (coach, timeline, _) = films(id);
        let seconds = first(&timeline);
        let seen = watch(&coach, &mut performer(BodyShape::Neutral), &timeline, shot, seconds + 1.5);
        assert_eq!(seen.coach.repetitions().len(), 1, "{id}");
        let should = holds(&timeline, seconds);
        assert!((seen.held() - should).abs() < 0.3 * should, "{id}: {} s of {should} s", seen.held());
    }
}

#[test]
fn a_chair_alone_is_nobody() {
    let room =
        Placed::first(&body(BodyShape::Neutral), &Posture::upright([]), Room::with(&[Kit::Chair])).room;
    let solids: Vec<PlacedSolid> = room.props.iter().flat_map(|prop| prop.solids.iter().copied()).collect();
    assert!(!solids.is_empty());
    let mut networks = Networks::read(unknot_content::POSE_DETECTOR, unknot_content::POSE_LITE).unwrap();
    for azimuth in [0.0, 40.0, 90.0, 180.0, 250.0] {
        for distance in [2.0, 3.5] {
            let scene = Scene {
                meshes: &[],
                solids: &solids,
                backdrop: Backdrop { floor: Some(0.0), wall: None },
                camera: Camera::around(DVec3::new(0.0, 0.5, 0.0), distance, azimuth, 10.0),
                palette: Palette::Paper,
                transparent: false,
            };
            let drawn = unknot_figure::render(&scene, SIZE[0], SIZE[1]).unwrap();
            let people = networks.people(&Picture::rgba(SIZE[0], SIZE[1], &drawn.rgba).unwrap());
            assert!(people.is_empty(), "from {azimuth}, {distance} m away");
        }
    }
}

#[test]
#[ignore = "an evaluation of minutes: docs/coach.md"]
fn all_seven_from_several_sides() {
    let shots = [("best", Shot::Best), ("front", Shot::Front), ("left", Shot::Side), ("back", Shot::Back)];
    println!("| exercise | seen from | somebody is seen | can be judged | repetitions | of | held | of |");
    for file in unknot_content::EXERCISES {
        let id = file.path.trim_start_matches("exercises/").trim_end_matches(".toml");
        let (coach, timeline, done) = films(id);
        let mut performer = performer(BodyShape::Neutral);
        for (name, shot) in shots {
            let seen = watch(&coach, &mut performer, &timeline, shot, timeline.total().seconds());
            println!(
                "| {id} | {name} | {:.0} % | {:.0} % | {} | {done} | {:.0} s | {:.0} s |",
                seen.found * 100.0,
                seen.judged * 100.0,
                seen.coach.repetitions().len(),
                seen.held(),
                holds(&timeline, f64::INFINITY),
            );
        }
    }
}
