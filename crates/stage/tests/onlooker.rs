//! What whoever looks can ask for: nothing that moves, and nothing that takes long.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{catalogue, performer, session, timeline};
use unknot_body::BodyShape;
use unknot_figure::{Palette, Picture};
use unknot_routine::Timeline;
use unknot_stage::{Look, Performer, Shot};

fn look(shot: Shot) -> Look {
    Look { width: 64, height: 64, shot, palette: Palette::Paper, transparent: false }
}

fn drawn(performer: &mut Performer, timeline: &Timeline, seconds: f64, shot: Shot) -> Picture {
    let mut picture = Picture::default();
    performer.draw(timeline, seconds, &look(shot), &mut picture).unwrap();
    picture
}

fn still(performer: &mut Performer, timeline: &Timeline, seconds: f64) -> Picture {
    let mut picture = Picture::default();
    let shown = performer.stills(timeline, seconds);
    performer.draw_both(&shown, &look(Shot::Best), &mut picture).unwrap();
    picture
}

#[test]
fn what_was_prepared_is_what_is_shown() {
    let catalogue = catalogue();
    let timeline = timeline(&catalogue, catalogue.exercise("wall-angels").unwrap(), None);
    let (mut prepared, mut other) = (performer(BodyShape::Neutral), performer(BodyShape::Neutral));
    assert!(!prepared.is_ready(&timeline, 5.0));
    let mut pieces = 0;
    while prepared.prepare(&timeline, 5.0) {
        pieces += 1;
    }
    assert!(pieces > 1 && prepared.is_ready(&timeline, 5.0));
    let pictures = [&mut prepared, &mut other].map(|one| drawn(one, &timeline, 5.0, Shot::Best));
    assert_eq!(pictures[0], pictures[1]);
}

#[test]
fn who_has_prepared_knows_every_way() {
    let catalogue = catalogue();
    let timeline = timeline(&catalogue, catalogue.exercise("w-and-y").unwrap(), None);
    let phases = timeline.segments().iter().filter(|segment| !segment.is_change());
    let moving = phases.filter(|segment| segment.from != segment.to);
    let moments: Vec<f64> = moving.map(|segment| segment.start.seconds() + 0.1).collect();
    let mut performer = performer(BodyShape::Neutral);
    while !performer.is_ready(&timeline, moments[0]) {
        assert!(performer.prepare(&timeline, moments[0]));
    }
    assert!(moments.iter().any(|&moment| !performer.is_ready(&timeline, moment)), "what is now comes first");
    while performer.prepare(&timeline, moments[0]) {}
    assert!(moments.iter().all(|&moment| performer.is_ready(&timeline, moment)));
}

#[test]
fn who_stands_there_first_is_prepared_too() {
    let catalogue = catalogue();
    let timeline = session(&catalogue, "id = 'one'\nminutes = 20\nitems = [{ exercise = 'childs-pose' }]");
    assert!(timeline.segments()[0].is_change());
    let phase = timeline.segments().iter().find(|segment| !segment.is_change()).unwrap();
    let mut performer = performer(BodyShape::Neutral);
    while performer.prepare(&timeline, phase.start.seconds()) {}
    assert!(!performer.is_ready(&timeline, 0.0), "nobody stands yet");
    while performer.prepare(&timeline, 0.0) {}
    assert!(performer.is_ready(&timeline, 0.0));
}

#[test]
fn who_holds_a_posture_stays_in_it() {
    let catalogue = catalogue();
    let timeline = timeline(&catalogue, catalogue.exercise("childs-pose").unwrap(), None);
    let hold = timeline.segments().iter().find(|segment| segment.from == segment.to).unwrap();
    let mut performer = performer(BodyShape::Neutral);
    let mut at = |share: f64| {
        let seconds = hold.start.seconds() + hold.length().seconds() * share;
        performer.at(&timeline, seconds).0.placed.placement
    };
    assert_eq!(at(0.1), at(0.7));
}

#[test]
fn where_nothing_moves_every_phase_is_a_picture() {
    let catalogue = catalogue();
    let timeline = timeline(&catalogue, catalogue.exercise("wall-angels").unwrap(), None);
    let mut performer = performer(BodyShape::Neutral);
    // There is nothing before the first.
    let mut others = timeline.segments().iter().skip(1).filter(|segment| segment.length().seconds() > 1.2);
    let moving = others.find(|segment| segment.from != segment.to).unwrap();
    let (start, end) = (moving.start.seconds(), moving.end.seconds());
    let [early, late, begun] =
        [start + 0.6, end - 0.01, start + 0.2].map(|at| still(&mut performer, &timeline, at));
    assert_eq!(early, late);
    assert_ne!(begun, late, "the posture before dissolves");
}

#[test]
fn who_turns_by_nothing_sees_best() {
    let catalogue = catalogue();
    let timeline = timeline(&catalogue, catalogue.exercise("w-and-y").unwrap(), None);
    let mut performer = performer(BodyShape::Neutral);
    let mut by = |azimuth_degrees, elevation_degrees| {
        let shot = Shot::Turned { azimuth_degrees, elevation_degrees };
        drawn(&mut performer, &timeline, 5.0, shot)
    };
    let (best, aside, above, beyond) = (by(0.0, 0.0), by(40.0, 0.0), by(0.0, 300.0), by(0.0, 900.0));
    assert_ne!(best, aside);
    assert_eq!(above, beyond, "nobody looks from below the floor or over the top");
    assert_eq!(best, drawn(&mut performer, &timeline, 5.0, Shot::Best));
}
