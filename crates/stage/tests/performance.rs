//! Every exercise as bodies perform it: sampled sixty times a second, nothing leaves its range, floats, sinks in or
//! jumps; and both sides are mirrors.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::collections::BTreeMap;

use common::{catalogue, performer, timeline};
use unknot_body::{Angle, AngleName, BodyShape, Bone, Frames, Named, Side, angles};
use unknot_routine::{Segment, Timeline};
use unknot_stage::{Performer, Scenery};

/// How far a contact may be off, and how deep anything may sink, in metres.
const CLOSE: f64 = 0.01;
/// How fast a joint may be, in metres a second.
const FAST: f64 = 2.0;
const FRAMES: f64 = 60.0;

/// Returns the movements that differ: the first of each, with the seconds in which it begins and ends.
fn movements(timeline: &Timeline) -> Vec<&Segment> {
    let mut found: Vec<&Segment> = Vec::new();
    for segment in timeline.segments().iter().filter(|segment| !segment.is_change()) {
        if !found.iter().any(|known| known.from == segment.from && known.to == segment.to) {
            found.push(segment);
        }
    }
    found
}

fn hangs(scenery: &Scenery, side: Option<Side>) -> bool {
    let elevation = Angle::new(AngleName::ShoulderElevation, side).unwrap();
    scenery.placed.placement.radians(elevation).to_degrees() < 15.0
}

fn assert_fine(performer: &Performer, scenery: &Scenery, what: &str) {
    let placed = &scenery.placed;
    for info in angles() {
        for angle in Angle::places(info.name) {
            let degrees = placed.placement.radians(angle).to_degrees();
            // A hanging arm is in no plane.
            if info.name == AngleName::ShoulderPlane && hangs(scenery, angle.side()) {
                continue;
            }
            let within = info.min_degrees - 0.01..=info.max_degrees + 0.01;
            assert!(within.contains(&degrees), "{what}: {angle} {degrees}°");
        }
    }
    for (contact, off) in placed.contacts_off(performer.body()) {
        assert!(off.abs() <= CLOSE, "{what}: {contact} is {:.0} mm off", off * 1000.0);
    }
    let depth = placed.depth(performer.body());
    assert!(depth <= CLOSE, "{what}: {:.0} mm deep", depth * 1000.0);
}

#[test]
fn at_sixty_frames_a_second_nothing_floats_sinks_or_jumps() {
    let catalogue = catalogue();
    let mut performer = performer(BodyShape::Neutral);
    for exercise in catalogue.exercises() {
        let timeline = timeline(&catalogue, exercise, None);
        for segment in movements(&timeline) {
            let (start, length) = (segment.start.seconds(), segment.length().seconds());
            let still = segment.from == segment.to;
            #[expect(clippy::cast_possible_truncation, reason = "a phase has few frames")]
            let frames = (length * if still { 0.1 } else { 1.0 } * FRAMES) as i32;
            let mut before: Option<Frames> = None;
            // From the frame before it to the one after it: where phases meet, nothing jumps either.
            for frame in -1..=frames + 1 {
                let at = (start + f64::from(frame) / FRAMES).clamp(0.0, timeline.total().seconds());
                let (scenery, _) = performer.at(&timeline, at);
                let what = format!("{} {} at {at:.2} s", exercise.id, segment.phase());
                assert_fine(&performer, &scenery, &what);
                let frames = performer.frames(&scenery);
                if let Some(before) = &before {
                    for &bone in Bone::ALL {
                        let speed = frames.head(bone).distance(before.head(bone)) * FRAMES;
                        assert!(speed <= FAST, "{what}: {bone:?} at {speed:.1} m/s");
                    }
                }
                before = Some(frames);
            }
        }
    }
}

#[test]
fn every_shape_touches_what_it_should() {
    let catalogue = catalogue();
    for shape in [BodyShape::Woman, BodyShape::Man, BodyShape::Slim, BodyShape::Heavy] {
        let mut performer = performer(shape);
        for exercise in catalogue.exercises() {
            let timeline = timeline(&catalogue, exercise, None);
            for segment in movements(&timeline) {
                for share in [0.0, 0.2, 0.4, 0.6, 0.8] {
                    let at = segment.start.seconds() + segment.length().seconds() * share;
                    let (scenery, _) = performer.at(&timeline, at);
                    let what = format!("{} {} {} at {at:.2} s", shape.name(), exercise.id, segment.phase());
                    assert_fine(&performer, &scenery, &what);
                }
            }
        }
    }
}

#[test]
fn sides_are_mirrors() {
    let catalogue = catalogue();
    let mut performer = performer(BodyShape::Neutral);
    let mut compared = 0;
    for exercise in catalogue.exercises() {
        let timeline = timeline(&catalogue, exercise, None);
        let mut sides: BTreeMap<(String, u32), Vec<&Segment>> = BTreeMap::new();
        for segment in timeline.segments().iter().filter(|segment| segment.side.name() != "both") {
            sides.entry((segment.phase(), segment.repetition)).or_default().push(segment);
        }
        for pair in sides.values().filter(|pair| pair.len() == 2) {
            let mut at = |segment: &Segment, share: f64| {
                let seconds = segment.start.seconds() + segment.length().seconds() * share;
                let (scenery, _) = performer.at(&timeline, seconds);
                performer.frames(&scenery)
            };
            for share in [0.0, 0.3, 0.7, 0.99] {
                let (one, other) = (at(pair[0], share), at(pair[1], share));
                for &bone in Bone::ALL {
                    let mirrored = other.head(bone.mirrored());
                    let off =
                        (one.head(bone) - glam::DVec3::new(-mirrored.x, mirrored.y, mirrored.z)).length();
                    assert!(off < 1e-6, "{} {}: {bone:?} {off}", exercise.id, pair[0].phase());
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn the_same_moment_is_the_same_whatever_was_asked_before() {
    let catalogue = catalogue();
    let exercise = catalogue.exercise("wall-angels").unwrap();
    let timeline = timeline(&catalogue, exercise, None);
    let elbow = Angle::new(AngleName::ElbowFlexion, Some(Side::Left)).unwrap();
    let at = |before: &[f64]| {
        let mut performer = performer(BodyShape::Woman);
        for seconds in before {
            performer.at(&timeline, *seconds);
        }
        performer.at(&timeline, 1.3).0.placed.placement.radians(elbow).to_bits()
    };
    assert_eq!(at(&[]), at(&[40.0, 3.0, 0.1]));
}
