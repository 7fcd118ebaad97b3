//! One exercise as a body performs it: a placement for each of its postures.

use std::sync::Arc;

use glam::DVec3;
use unknot_body::{Body, Contact, Kit, Placed, Posture, Room, Way};
use unknot_routine::Segment;

use crate::shot::Framing;

/// A posture that an exercise comes to, and what slides on the way.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    posture: Posture,
    sliding: Vec<Contact>,
}

/// What an act is made of: two alike are performed alike.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Script {
    kit: Vec<Kit>,
    /// In the order in which they are first come to; one that is the mirror of another stands only once.
    steps: Vec<Step>,
}

impl Script {
    /// Returns the script of segments that belong to one exercise.
    pub(crate) fn of<'a>(segments: impl IntoIterator<Item = &'a Segment>) -> Self {
        let mut script = Self { kit: Vec::new(), steps: Vec::new() };
        for segment in segments {
            if script.steps.is_empty() {
                script.kit.clone_from(&segment.kit);
                script.come_to(&segment.from, &[]);
            }
            script.come_to(&segment.to, &segment.sliding);
        }
        script
    }

    /// Returns the script of somebody who stays in one posture.
    pub(crate) fn still(posture: &Posture, kit: &[Kit]) -> Self {
        let step = Step { posture: posture.clone(), sliding: Vec::new() };
        Self { kit: kit.to_vec(), steps: vec![step] }
    }

    fn come_to(&mut self, posture: &Posture, sliding: &[Contact]) {
        if !self.steps.iter().any(|step| is_or_mirrors(&step.posture, posture)) {
            self.steps.push(Step { posture: posture.clone(), sliding: sliding.to_vec() });
        }
    }
}

/// A script performed: where the body is in each of its postures. Each posture has one place, so that a body
/// comes back to where it was, and both sides are exact mirrors.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    script: Script,
    places: Vec<Placed>,
    /// The ways that were gone so far.
    ways: Vec<(Posture, Posture, Vec<Contact>, Way)>,
    framing: Arc<Framing>,
}

/// From which posture of the script to which, and what slides on the way.
#[derive(Clone, Debug)]
struct Leg {
    from: Posture,
    to: Posture,
    sliding: Vec<Contact>,
    is_mirrored: bool,
}

/// An act whose postures are placed one after the other: each takes some milliseconds.
#[derive(Clone, Debug)]
pub(crate) struct Rehearsal {
    script: Script,
    places: Vec<Placed>,
}

impl Rehearsal {
    pub(crate) fn of(script: Script) -> Self {
        Self { script, places: Vec::new() }
    }

    pub(crate) fn script(&self) -> &Script {
        &self.script
    }

    /// Places the next posture, if there is one, and returns whether there was.
    pub(crate) fn go_on(&mut self, body: &Body) -> bool {
        let Some(step) = self.script.steps.get(self.places.len()) else { return false };
        let placed = match self.places.last() {
            None => Placed::first(body, &step.posture, Room::with(&self.script.kit)),
            Some(before) => before.next(body, &step.posture, &step.sliding),
        };
        self.places.push(placed);
        true
    }

    /// Returns the act, with the postures that have been placed.
    pub(crate) fn act(self, body: &Body) -> Act {
        let Self { script, mut places } = self;
        let outline: Vec<DVec3> = places.iter().flat_map(|placed| placed.outline(body)).collect();
        let (low, high) = extent(&outline);
        for placed in &mut places {
            placed.lay_mat((low + high) / 2.0);
        }
        let framing = Arc::new(Framing::of(outline));
        Act { script, places, ways: Vec::new(), framing }
    }
}

impl Act {
    pub(crate) fn perform(body: &Body, script: Script) -> Self {
        let mut rehearsal = Rehearsal::of(script);
        while rehearsal.go_on(body) {}
        rehearsal.act(body)
    }

    pub(crate) fn script(&self) -> &Script {
        &self.script
    }

    /// Returns where the body is in a posture of the script or its mirror.
    pub(crate) fn place(&self, posture: &Posture) -> Option<Placed> {
        let find = |wanted: &Posture| self.script.steps.iter().position(|step| step.posture == *wanted);
        if let Some(index) = find(posture) {
            return self.places.get(index).cloned();
        }
        find(&posture.mirrored()).and_then(|index| self.places.get(index)).map(Placed::mirrored)
    }

    /// Returns whether it begins in this posture, on either side.
    pub(crate) fn begins_in(&self, posture: &Posture) -> bool {
        self.script.steps.first().is_some_and(|first| is_or_mirrors(&first.posture, posture))
    }

    /// Returns the body a fraction of the way through a segment of the script.
    pub(crate) fn perform_segment(&mut self, body: &Body, segment: &Segment, moved: f64) -> Option<Placed> {
        let leg = self.leg(segment);
        let placed = match moved {
            // Whoever stays needs no way.
            moved if moved >= 1.0 => self.place(&leg.to)?,
            moved if moved > 0.0 => self.way(body, &leg)?.at(body, moved),
            _ => self.place(&leg.from)?,
        };
        Some(if leg.is_mirrored { placed.mirrored() } else { placed })
    }

    /// Returns whether moving through a segment takes no longer the first time than any other.
    pub(crate) fn knows_way(&self, segment: &Segment) -> bool {
        self.find(&self.leg(segment)).is_some()
    }

    /// Goes the way of a segment once, so that it is known, and returns whether there is one.
    pub(crate) fn learn_way(&mut self, body: &Body, segment: &Segment) -> bool {
        let leg = self.leg(segment);
        self.way(body, &leg).is_some()
    }

    /// Returns how a segment is performed: what the script has only mirrored is the mirror of what it has.
    fn leg(&self, segment: &Segment) -> Leg {
        let has = |wanted: &Posture| self.script.steps.iter().any(|step| step.posture == *wanted);
        let Segment { from, to, sliding, .. } = segment;
        let (from_other, to_other) = (from.mirrored(), to.mirrored());
        // What neither has leads from one side to the other.
        if !(has(from) && has(to)) && has(&from_other) && has(&to_other) {
            let sliding = sliding.iter().map(|contact| contact.mirrored()).collect();
            return Leg { from: from_other, to: to_other, sliding, is_mirrored: true };
        }
        Leg { from: from.clone(), to: to.clone(), sliding: sliding.clone(), is_mirrored: false }
    }

    fn find(&self, leg: &Leg) -> Option<usize> {
        self.ways
            .iter()
            .position(|(from, to, sliding, _)| *from == leg.from && *to == leg.to && *sliding == leg.sliding)
    }

    fn way(&mut self, body: &Body, leg: &Leg) -> Option<&Way> {
        let index = match self.find(leg) {
            Some(index) => index,
            None => {
                let Leg { from, to, sliding, .. } = leg.clone();
                let way = Way::new(body, &self.place(&from)?, &self.place(&to)?, &sliding);
                self.ways.push((from, to, sliding, way));
                self.ways.len() - 1
            }
        };
        self.ways.get(index).map(|(.., way)| way)
    }

    /// Returns what has to be in a picture of any moment of it.
    pub(crate) fn framing(&self) -> Arc<Framing> {
        Arc::clone(&self.framing)
    }
}

fn is_or_mirrors(one: &Posture, other: &Posture) -> bool {
    one == other || *one == other.mirrored()
}

/// Returns the corners of the box around points, in metres; of none, a point on the floor.
pub(crate) fn extent(points: &[DVec3]) -> (DVec3, DVec3) {
    let Some((&first, rest)) = points.split_first() else { return (DVec3::ZERO, DVec3::ZERO) };
    rest.iter().fold((first, first), |(low, high), &point| (low.min(point), high.max(point)))
}
