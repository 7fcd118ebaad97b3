//! Who is where at a moment of a timeline.

use std::sync::Arc;

use unknot_body::{Body, Frames, Kit, MuscleRegion, Placed, Posture, Room, Side, View};
use unknot_routine::{Segment, Timeline};

use crate::act::{Act, Rehearsal, Script};
use crate::shot::{Framing, Seen};
use crate::shown::{There, around, come_to, left, muscles, script, shown, standing};

/// How many exercises are kept at hand.
const KEPT: usize = 16;
/// How long one posture dissolves into the next where nothing moves, in seconds.
const DISSOLVING: f64 = 0.5;

/// A body that performs timelines. It keeps what it found out about the exercises that it has performed.
#[derive(Clone, Debug)]
pub struct Performer {
    pub(crate) body: Body,
    acts: Vec<Act>,
    rehearsal: Option<Rehearsal>,
    pub(crate) studio: crate::draw::Studio,
}

/// One body in its room.
#[derive(Clone, Debug)]
pub struct Scenery {
    /// Where it is, and what is around it.
    pub placed: Placed,
    /// How full its lungs are, 0–1.
    pub breath: f64,
    /// How strongly what lengthens and works is shown, 0–1: not where the exercise begins, and more the further it goes.
    pub effort: f64,
    /// What lengthens.
    pub lengthens: Vec<MuscleRegion>,
    /// What works.
    pub works: Vec<MuscleRegion>,
    /// From where it was best seen before, and from where now.
    pub(crate) seen: [Seen; 2],
    /// How far the onlooker has gone from the one to the other, 0–1.
    pub(crate) turned: f64,
    /// What has to be in the picture.
    pub(crate) framing: Arc<Framing>,
}

/// Returns from where a segment is best seen: who stretches one side turns it to the camera.
fn seen(segment: &Segment) -> Seen {
    let side = segment.lengthens.iter().find_map(|region| region.side);
    Seen { view: segment.view, side: side.unwrap_or(Side::Left) }
}

impl Performer {
    /// Returns the performer that has this body.
    #[must_use]
    pub fn new(body: Body) -> Self {
        let studio = crate::draw::Studio::new(&body);
        Self { body, acts: Vec::new(), rehearsal: None, studio }
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Returns who is where after that many seconds. Between exercises two bodies are there, of which one dissolves
    /// into the other: the one that goes, the one that comes, and how far that is, 0–1.
    pub fn at(&mut self, timeline: &Timeline, seconds: f64) -> (Scenery, Option<(Scenery, f64)>) {
        let moment = timeline.at(seconds);
        let (segments, index) = (timeline.segments(), moment.index);
        let segment = moment.segment;
        let breath = timeline.breath(moment.seconds);
        if !segment.is_change() {
            let scenery = self.performed(segments, index, moment.moved, breath);
            return (scenery, None);
        }
        let from = self.there(segments, left(segments, index), breath);
        let to = self.arrived(segments, index, breath);
        (from, Some((to, moment.moved)))
    }

    /// Returns the same without movement, for whom movement makes ill: each posture that is come to, into which the one
    /// before dissolves while it begins.
    pub fn stills(&mut self, timeline: &Timeline, seconds: f64) -> (Scenery, Option<(Scenery, f64)>) {
        let moment = timeline.at(seconds);
        let (segments, index) = (timeline.segments(), moment.index);
        let here = self.arrived(segments, index, 0.0);
        let dissolved = (moment.seconds - moment.segment.start.seconds()) / DISSOLVING;
        match index.checked_sub(1) {
            Some(before) if dissolved < 1.0 => {
                (self.arrived(segments, before, 0.0), Some((here, dissolved.max(0.0))))
            }
            _ => (here, None),
        }
    }

    /// Returns the body where a segment comes to.
    fn arrived(&mut self, segments: &[Segment], index: usize, breath: f64) -> Scenery {
        let segment = &segments[index];
        if !segment.is_change() {
            return self.performed(segments, index, 1.0, breath);
        }
        self.there(segments, come_to(segments, index), breath)
    }

    /// Returns who is there at one end of a change.
    fn there(&mut self, segments: &[Segment], there: There<'_>, breath: f64) -> Scenery {
        match there {
            There::In(index, moved) => {
                let scenery = self.performed(segments, index, moved, breath);
                Scenery { lengthens: Vec::new(), works: Vec::new(), ..scenery }
            }
            There::Still(posture, kit, view) => self.still(posture, kit, view, breath),
        }
    }

    /// Returns whether all postures of what is shown at a moment are placed and the way between them is known, so that
    /// showing it takes no longer than any other moment.
    #[must_use]
    pub fn is_ready(&self, timeline: &Timeline, seconds: f64) -> bool {
        let ((here, _), shown) = (around(timeline, seconds), shown(timeline, seconds));
        let is_change = timeline.at(seconds).segment.is_change();
        shown.iter().flat_map(muscles).all(|muscle| self.studio.knows(muscle))
            && standing(timeline, seconds).all(|still| self.known(&still).is_some())
            && here.iter().all(|&item| {
                let act = self.known(&script(timeline.segments(), item));
                // Who changes from one position to another stands still in both.
                act.is_some_and(|act| is_change || shown.iter().all(|it| act.knows_way(it)))
            })
    }

    /// Does one more piece of what showing a moment and what comes after it needs, and returns whether there was one left:
    /// a posture placed, a muscle found, or a step of the way between two postures, of what is shown or else of the exercise
    /// after it. Whoever has to answer meanwhile calls this again and again instead of waiting in [`Performer::at`].
    pub fn prepare(&mut self, timeline: &Timeline, seconds: f64) -> bool {
        let (here, next) = around(timeline, seconds);
        let segments = timeline.segments();
        let mut standing = standing(timeline, seconds);
        if let Some(still) = standing.find(|still| self.known(still).is_none()) {
            self.rehearse(still);
            return true;
        }
        // What is now comes first, and what was last.
        let (before, after) = segments.split_at(timeline.at(seconds).index.min(segments.len()));
        for item in here.into_iter().chain(next) {
            let script = script(segments, item);
            let Some(act) = self.acts.iter_mut().find(|act| *act.script() == script) else {
                self.rehearse(script);
                return true;
            };
            let own = |it: &&Segment| it.item == item && !it.is_change();
            if self.studio.find(&self.body, segments.iter().filter(own).flat_map(muscles)) {
                return true;
            }
            let unknown = after.iter().chain(before).filter(own).find(|it| !act.knows_way(it));
            if let Some(segment) = unknown {
                act.go_on(&self.body, segment);
                return true;
            }
        }
        false
    }

    /// Places one more posture of a script.
    fn rehearse(&mut self, script: Script) {
        let begun = self.rehearsal.take().filter(|begun| *begun.script() == script);
        let mut rehearsal = begun.unwrap_or_else(|| Rehearsal::of(script));
        if rehearsal.go_on(&self.body) {
            self.rehearsal = Some(rehearsal);
        } else {
            self.keep(rehearsal.act());
        }
    }

    fn known(&self, script: &Script) -> Option<&Act> {
        self.acts.iter().find(|act| act.script() == script)
    }

    /// Returns a body in a posture of nobody's exercise.
    fn still(&mut self, posture: &Posture, kit: &[Kit], view: View, breath: f64) -> Scenery {
        let act = self.act(Script::still(posture, kit));
        let (placed, framing) = (self.acts[act].place(posture), self.acts[act].framing());
        // The script has that posture alone.
        let placed = placed.unwrap_or_else(|| Placed::first(&self.body, posture, Room::with(kit)));
        let seen = [Seen { view, side: Side::Left }; 2];
        Scenery {
            placed,
            breath,
            effort: 0.0,
            lengthens: Vec::new(),
            works: Vec::new(),
            seen,
            turned: 1.0,
            framing,
        }
    }

    /// Returns the body a fraction of the way through a phase of an exercise.
    fn performed(&mut self, segments: &[Segment], index: usize, moved: f64, breath: f64) -> Scenery {
        let segment = &segments[index];
        let act = self.act(script(segments, segment.item));
        // The script has both ends of every segment.
        let placed = self.acts[act]
            .perform_segment(&self.body, segment, moved)
            .unwrap_or_else(|| Placed::first(&self.body, &segment.to, Room::with(&segment.kit)));
        let before = index.checked_sub(1).and_then(|before| segments.get(before));
        let before = before.filter(|before| before.item == segment.item && !before.is_change());
        let effort = |posture: &Posture| f64::from(u8::from(!self.acts[act].begins_in(posture)));
        let (from, to) = (effort(&segment.from), effort(&segment.to));
        Scenery {
            placed,
            breath,
            effort: from + (to - from) * moved,
            lengthens: segment.lengthens.clone(),
            works: segment.works.clone(),
            // Where the side changes, the onlooker walks around; nothing jumps.
            seen: [before.map_or_else(|| seen(segment), seen), seen(segment)],
            turned: moved,
            framing: self.acts[act].framing(),
        }
    }

    /// Returns where the act of a script is, performed now if it was not before.
    fn act(&mut self, script: Script) -> usize {
        if let Some(index) = self.acts.iter().position(|act| *act.script() == script) {
            return index;
        }
        self.keep(Act::perform(&self.body, script));
        self.acts.len() - 1
    }

    fn keep(&mut self, act: Act) {
        if self.acts.len() >= KEPT {
            self.acts.remove(0);
        }
        self.acts.push(act);
    }

    /// Returns the bones of a body on this stage.
    #[must_use]
    pub fn frames(&self, scenery: &Scenery) -> Frames {
        Frames::of(self.body.rest(), &scenery.placed.placement)
    }
}
