//! One exercise as a body performs it: a placement for each of its postures.

use std::sync::Arc;

use glam::DVec3;
use unknot_body::{Body, Contact, FirstTime, Kit, Placed, Posture, Room, Way};
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
        let has = |wanted: &Posture| self.steps.iter().any(|step| step.posture == *wanted);
        if !has(posture) && !has(&posture.mirrored()) {
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
    /// The ways that were gone so far, and the one that is being gone for the first time.
    ways: Vec<(Leg, Way)>,
    begun: Option<(Leg, FirstTime)>,
    framing: Arc<Framing>,
}

/// From which posture to which a body goes, and what slides meanwhile.
#[derive(Clone, Debug, PartialEq)]
struct Leg {
    from: Posture,
    to: Posture,
    sliding: Vec<Contact>,
}

/// An act whose postures are placed one after the other: each takes some milliseconds, and so does what it reaches.
#[derive(Clone, Debug)]
pub(crate) struct Rehearsal {
    script: Script,
    places: Vec<Placed>,
    /// What is to be in the picture of those that it is known of.
    outlines: Vec<Vec<DVec3>>,
}

impl Rehearsal {
    pub(crate) fn of(script: Script) -> Self {
        Self { script, places: Vec::new(), outlines: Vec::new() }
    }

    pub(crate) fn script(&self) -> &Script {
        &self.script
    }

    /// Places the next posture, or finds out what the last one reaches, and returns whether that was left to do.
    pub(crate) fn go_on(&mut self, body: &Body) -> bool {
        if let Some(placed) = self.places.get(self.outlines.len()) {
            self.outlines.push(placed.outline(body));
            return true;
        }
        let Some(step) = self.script.steps.get(self.places.len()) else { return false };
        let placed = match self.places.last() {
            None => Placed::first(body, &step.posture, Room::with(&self.script.kit)),
            Some(before) => before.next(body, &step.posture, &step.sliding),
        };
        self.places.push(placed);
        true
    }

    /// Returns the act, with the postures that have been placed.
    pub(crate) fn act(self) -> Act {
        let Self { script, mut places, outlines } = self;
        let outline: Vec<DVec3> = outlines.concat();
        let (low, high) = extent(&outline);
        for placed in &mut places {
            placed.lay_mat((low + high) / 2.0);
        }
        let framing = Arc::new(Framing::of(outline));
        Act { script, places, ways: Vec::new(), begun: None, framing }
    }
}

impl Act {
    pub(crate) fn perform(body: &Body, script: Script) -> Self {
        let mut rehearsal = Rehearsal::of(script);
        while rehearsal.go_on(body) {}
        rehearsal.act()
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

    /// Returns the body a fraction of the way through a segment of the script. What the script has only mirrored is the
    /// mirror of what it has.
    pub(crate) fn perform_segment(&mut self, body: &Body, segment: &Segment, moved: f64) -> Option<Placed> {
        if moved <= 0.0 || segment.from == segment.to {
            return self.place(&segment.from);
        }
        if moved >= 1.0 {
            return self.place(&segment.to);
        }
        let (leg, mirrored) = self.leg(segment);
        let index = match self.ways.iter().position(|(known, _)| *known == leg) {
            Some(index) => index,
            None => {
                let way = Way::new(body, &self.place(&leg.from)?, &self.place(&leg.to)?, &leg.sliding);
                self.ways.push((leg, way));
                self.ways.len() - 1
            }
        };
        let placed = self.ways.get(index)?.1.at(body, moved);
        Some(if mirrored { placed.mirrored() } else { placed })
    }

    /// Returns whether the way through a segment has been gone before, if there is one.
    pub(crate) fn knows_way(&self, segment: &Segment) -> bool {
        let has = |wanted| self.script.steps.iter().any(|step| is_or_mirrors(&step.posture, wanted));
        if segment.from == segment.to || !has(&segment.from) || !has(&segment.to) {
            return true;
        }
        let (leg, _) = self.leg(segment);
        self.ways.iter().any(|(known, _)| *known == leg)
    }

    /// Goes a step of the way through a segment for the first time.
    pub(crate) fn go_on(&mut self, body: &Body, segment: &Segment) {
        let (leg, _) = self.leg(segment);
        let (Some(from), Some(to)) = (self.place(&leg.from), self.place(&leg.to)) else { return };
        let begun = self.begun.take().filter(|(begun, _)| *begun == leg);
        let (leg, mut first_time) =
            begun.unwrap_or_else(|| (leg.clone(), FirstTime::new(&from, &to, &leg.sliding)));
        match first_time.go_on(body) {
            Some(way) => self.ways.push((leg, way)),
            None => self.begun = Some((leg, first_time)),
        }
    }

    /// Returns the leg of a segment, and whether it is the mirror of that.
    fn leg(&self, segment: &Segment) -> (Leg, bool) {
        let has = |wanted: &Posture| self.script.steps.iter().any(|step| step.posture == *wanted);
        let Segment { from, to, sliding, .. } = segment;
        let leg = || Leg { from: from.clone(), to: to.clone(), sliding: sliding.clone() };
        if has(from) && has(to) {
            return (leg(), false);
        }
        let (from, to) = (from.mirrored(), to.mirrored());
        if has(&from) && has(&to) {
            let sliding = sliding.iter().map(|contact| contact.mirrored()).collect();
            return (Leg { from, to, sliding }, true);
        }
        // From one side to the other.
        (leg(), false)
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
