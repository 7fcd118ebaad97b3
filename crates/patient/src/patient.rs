//! Somebody who does an exercise.

use unknot_body::{Body, Frames, Kit, LandmarkPlaces, Placed, Posture, Room, Way};
use unknot_landmarks::Landmarks;
use unknot_routine::{Activity, Easing, FormFault, Segment, Timeline};

use crate::camera::Camera;
use crate::{fault, gait};

/// How somebody does an exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// How much of the way to each posture they go, one repetition after the other, and from the first again.
    pub ranges: Vec<f64>,
    /// How many times as fast as the file has it.
    pub speed: f64,
    /// What they do wrong.
    pub fault: Option<FormFault>,
    /// For how many seconds they wait before they begin, and after they have ended.
    pub waits: f64,
}

impl Default for Deed {
    fn default() -> Self {
        Self { ranges: vec![1.0], speed: 1.0, fault: None, waits: 1.0 }
    }
}

/// Somebody who does exercises. They keep how they got from one posture to another, as finding that takes a while.
#[derive(Clone, Debug)]
pub struct Patient {
    body: Body,
    places: Vec<(Posture, Placed)>,
    ways: Vec<(Posture, Posture, Way)>,
    kit: Option<Vec<Kit>>,
    walk: Vec<LandmarkPlaces>,
}

impl Patient {
    /// Returns somebody with a body.
    #[must_use]
    pub fn new(body: Body) -> Self {
        Self { body, places: Vec::new(), ways: Vec::new(), kit: None, walk: Vec::new() }
    }

    /// Returns what a camera tells of them doing what a timeline has; none if nobody can do that wrong.
    pub fn perform(&mut self, timeline: &Timeline, deed: &Deed, camera: &Camera) -> Option<Vec<Landmarks>> {
        let segments = fault::done(timeline.segments(), deed)?;
        // Whoever does the same again does it from the same place.
        let room = segments.first().map(|segment| segment.kit.clone());
        let begins = segments.first().map(|segment| segment.from.clone());
        let begun = self.places.first().map(|(posture, _)| posture.clone());
        if self.kit != room || begun != begins {
            self.places.clear();
            self.ways.clear();
            self.kit = room;
        }
        let mut places = Vec::new();
        let first = segments.first()?;
        let start = self.place(first, &first.from);
        let resting = self.landmarks(&start);
        let pictures = |seconds: f64| {
            (0..).map(|index| f64::from(index) / camera.rate).take_while(move |t| *t < seconds)
        };
        places.extend(pictures(deed.waits).map(|_| resting.clone()));
        let mut begun = 0.0;
        let mut taken = 0.0;
        for segment in &segments {
            let seconds = segment.length().seconds() / deed.speed;
            // Pictures come when they come, whatever is done.
            while taken < begun + seconds {
                let moved = eased(segment.easing, ((taken - begun) / seconds).clamp(0.0, 1.0));
                places.push(self.at(segment, moved));
                taken += 1.0 / camera.rate;
            }
            begun += seconds;
        }
        let last = segments.last()?;
        let resting = self.at(last, 1.0);
        places.extend(pictures(deed.waits).map(|_| resting.clone()));
        let places: Vec<&LandmarkPlaces> = places.iter().collect();
        Some(camera.film(&places, |_| 0.0))
    }

    /// Returns what a camera tells of them walking about for so many seconds: to and fro, turning, arms swinging.
    pub fn walk(&mut self, seconds: f64, camera: &Camera) -> Vec<Landmarks> {
        if self.walk.is_empty() {
            self.walk = gait::cycle(&self.body);
        }
        gait::film(&self.walk, seconds, camera)
    }

    fn place(&mut self, segment: &Segment, posture: &Posture) -> Placed {
        if let Some((_, placed)) = self.places.iter().find(|(known, _)| known == posture) {
            return placed.clone();
        }
        let placed = match self.places.last() {
            Some((_, before)) => before.next(&self.body, posture, &segment.sliding),
            None => Placed::first(&self.body, posture, Room::with(&segment.kit)),
        };
        self.places.push((posture.clone(), placed.clone()));
        placed
    }

    fn at(&mut self, segment: &Segment, moved: f64) -> LandmarkPlaces {
        let from = self.place(segment, &segment.from);
        let to = self.place(segment, &segment.to);
        if segment.from == segment.to {
            return self.landmarks(&to);
        }
        let known = |(from, to, _): &(Posture, Posture, Way)| *from == segment.from && *to == segment.to;
        let index = self.ways.iter().position(known).unwrap_or_else(|| {
            let way = Way::new(&self.body, &from, &to, &segment.sliding);
            self.ways.push((segment.from.clone(), segment.to.clone(), way));
            self.ways.len() - 1
        });
        let placed = self.ways[index].2.at(&self.body, moved);
        self.landmarks(&placed)
    }

    fn landmarks(&self, placed: &Placed) -> LandmarkPlaces {
        self.body.landmarks(&Frames::of(self.body.rest(), &placed.placement))
    }
}

/// Returns whether a segment is a phase of that name.
pub(crate) fn is_phase(segment: &Segment, wanted: &str) -> bool {
    matches!(&segment.activity, Activity::Phase { name, .. } if name == wanted)
}

/// Returns how much of a movement is done.
fn eased(easing: Easing, fraction: f64) -> f64 {
    match easing {
        Easing::Even => fraction,
        Easing::Smooth => fraction * fraction * fraction * (10.0 + fraction * (6.0 * fraction - 15.0)),
    }
}
