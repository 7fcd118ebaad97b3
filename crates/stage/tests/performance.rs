//! Every exercise as bodies perform it: sampled sixty times a second, nothing leaves its range, floats, sinks in or
//! jumps; and both sides are mirrors.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::collections::BTreeMap;

use common::own::OwnSkin;
use common::{catalogue, performer, timeline};
use unknot_body::{
    Angle, AngleName, BodyShape, Bone, Frames, Named, Placed, Position, Posture, Room, Side, angles,
};
use unknot_routine::{Exercise, Segment, Timeline};
use unknot_stage::{Performer, Scenery};

/// How far a contact may be off, and how deep anything may sink, in metres.
const CLOSE: f64 = 0.01;
/// How deep limbs may be in each other, in metres. The aim is a centimetre; the arms of heavy bodies are not quite there
/// yet on their way along the trunk in child's pose.
const MEETING: f64 = 0.014;
/// How deep flesh may give way where the body is folded, as in child's pose, in metres.
const FOLDED: f64 = 0.03;
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

/// What is wrong, all of it: a posture that is mended may break another.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn unless(&mut self, fine: bool, fault: impl FnOnce() -> String) {
        if !fine {
            self.0.push(fault());
        }
    }

    fn assert_none(&self) {
        let some: Vec<&str> = self.0.iter().take(60).map(String::as_str).collect();
        assert!(some.is_empty(), "{} faults:\n{}", self.0.len(), some.join("\n"));
    }
}

fn look_at(faults: &mut Faults, performer: &Performer, scenery: &Scenery, what: &str) {
    let placed = &scenery.placed;
    for info in angles() {
        for angle in Angle::places(info.name) {
            let degrees = placed.placement.radians(angle).to_degrees();
            // A hanging arm is in no plane.
            if info.name == AngleName::ShoulderPlane && hangs(scenery, angle.side()) {
                continue;
            }
            let within = info.min_degrees - 0.01..=info.max_degrees + 0.01;
            faults.unless(within.contains(&degrees), || format!("{what}: {angle} {degrees:.1}°"));
        }
    }
    for (contact, off) in placed.contacts_off(performer.body()) {
        faults.unless(off.abs() <= CLOSE, || format!("{what}: {contact} is {:.1} mm off", off * 1000.0));
    }
    let depth = placed.depth(performer.body());
    faults.unless(depth <= CLOSE, || format!("{what}: {:.1} mm deep", depth * 1000.0));
}

/// Returns an exercise as it is usually done, and every other way of doing it.
fn ways(exercise: &Exercise) -> Vec<Option<&str>> {
    std::iter::once(None).chain(exercise.variants.iter().map(|variant| Some(variant.id.as_str()))).collect()
}

fn look_inside(faults: &mut Faults, skin: &OwnSkin, frames: &Frames, what: &str) {
    for (one, other, depth) in skin.depths(frames) {
        let most = if one.folds(other) { FOLDED } else { MEETING };
        faults.unless(depth <= most, || {
            format!("{what}: {one:?} is {:.1} mm deep in {other:?}", depth * 1000.0)
        });
    }
}

#[test]
fn at_sixty_frames_a_second_nothing_floats_sinks_or_jumps() {
    let catalogue = catalogue();
    let mut performer = performer(BodyShape::Neutral);
    let skin = OwnSkin::of(performer.body().shape());
    let mut faults = Faults::default();
    for exercise in catalogue.exercises() {
        for variant in ways(exercise) {
            let timeline = timeline(&catalogue, exercise, variant);
            for segment in movements(&timeline) {
                let what = format!("{} {} {}", exercise.id, variant.unwrap_or("as usual"), segment.phase());
                follow(&mut faults, &mut performer, &skin, &timeline, segment, &what);
            }
        }
    }
    faults.assert_none();
}

/// Looks at a movement from the frame before it to the one after it: where phases meet, nothing jumps either.
fn follow(
    faults: &mut Faults,
    performer: &mut Performer,
    skin: &OwnSkin,
    timeline: &Timeline,
    segment: &Segment,
    what: &str,
) {
    let (start, length) = (segment.start.seconds(), segment.length().seconds());
    let still = segment.from == segment.to;
    #[expect(clippy::cast_possible_truncation, reason = "a phase has few frames")]
    let frames = (length * if still { 0.1 } else { 1.0 } * FRAMES) as i32;
    let mut before: Option<Frames> = None;
    for frame in -1..=frames + 1 {
        let at = (start + f64::from(frame) / FRAMES).clamp(0.0, timeline.total().seconds());
        let (scenery, _) = performer.at(timeline, at);
        let what = format!("{what} at {at:.2} s");
        look_at(faults, performer, &scenery, &what);
        let frames = performer.frames(&scenery);
        if frame % 6 == 0 {
            look_inside(faults, skin, &frames, &what);
        }
        if let Some(before) = &before {
            for &bone in Bone::ALL {
                let speed = frames.head(bone).distance(before.head(bone)) * FRAMES;
                faults.unless(speed <= FAST, || format!("{what}: {bone:?} at {speed:.2} m/s"));
            }
        }
        before = Some(frames);
    }
}

#[test]
fn every_shape_touches_what_it_should() {
    let catalogue = catalogue();
    let mut faults = Faults::default();
    for shape in [BodyShape::Woman, BodyShape::Man, BodyShape::Slim, BodyShape::Heavy] {
        let mut performer = performer(shape);
        let skin = OwnSkin::of(performer.body().shape());
        for exercise in catalogue.exercises() {
            for variant in ways(exercise) {
                let timeline = timeline(&catalogue, exercise, variant);
                for segment in movements(&timeline) {
                    for share in [0.0, 0.2, 0.4, 0.6, 0.8] {
                        let at = segment.start.seconds() + segment.length().seconds() * share;
                        let (scenery, _) = performer.at(&timeline, at);
                        let way = variant.unwrap_or("as usual");
                        let what = format!(
                            "{} {} {way} {} at {at:.2} s",
                            shape.name(),
                            exercise.id,
                            segment.phase()
                        );
                        look_at(&mut faults, &performer, &scenery, &what);
                        look_inside(&mut faults, &skin, &performer.frames(&scenery), &what);
                    }
                }
            }
        }
    }
    faults.assert_none();
}

#[test]
fn what_is_in_itself_is_found() {
    // Somebody folds up on a chair further than a belly leaves room for, and nothing may give way far enough.
    let degrees = |name, side, value: f64| (Angle::new(name, side).unwrap(), value);
    let angles = [Some(Side::Left), Some(Side::Right)]
        .into_iter()
        .map(|side| degrees(AngleName::HipFlexion, side, 120.0))
        .chain([
            degrees(AngleName::LumbarFlexion, None, 50.0),
            degrees(AngleName::ThoracicFlexion, None, 40.0),
        ]);
    let posture = Posture::new(Position::Standing, &angles.collect(), []).unwrap();
    let performer = performer(BodyShape::Heavy);
    let body = performer.body();
    let placed = Placed::first(body, &posture, Room::default());
    let depths = OwnSkin::of(body.shape()).depths(&Frames::of(body.rest(), &placed.placement));
    let thigh = depths.iter().find(|(one, other, _)| one.folds(*other));
    assert!(thigh.is_some_and(|(_, _, depth)| *depth > 0.01), "{depths:?}");
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
