//! What is known of a body at a moment, steadied.

use glam::{DVec2, DVec3};
use unknot_landmarks::{Landmark, Landmarks};

use crate::limbs::surely;

/// Who comes back after so long is taken anew, in seconds.
const FORGOTTEN: f64 = 0.6;

/// How far from its hips no body reaches, in metres.
const FARTHEST: f64 = 10.0;

/// Landmarks in metres from the middle between the hips: x to the picture's right, y up, z towards the camera.
#[derive(Clone, Debug)]
pub(crate) struct Points {
    pub(crate) at: [DVec3; Landmark::COUNT],
    /// How surely each is seen, 0–1.
    pub(crate) sure: [f64; Landmark::COUNT],
}

impl Points {
    /// Returns what landmarks tell. What is not a number, or further away than any body reaches, is not seen.
    pub(crate) fn of(landmarks: &Landmarks) -> Self {
        let place = |landmark: Landmark| {
            let world = landmarks.get(landmark).world;
            DVec3::new(world.x, -world.y, -world.z)
        };
        let sure = Landmark::ALL.map(|landmark| {
            let visibility = landmarks.get(landmark).visibility;
            if is_near(place(landmark)) && visibility.is_finite() { surely(visibility) } else { 0.0 }
        });
        let at = Landmark::ALL.map(|landmark| {
            let place = place(landmark);
            if is_near(place) { place } else { DVec3::ZERO }
        });
        Self { at, sure }
    }

    /// Returns the mirrored body.
    pub(crate) fn mirrored(&self) -> Self {
        let other = |landmark: Landmark| landmark.mirrored().index();
        let at = Landmark::ALL.map(|landmark| {
            let place = self.at[other(landmark)];
            place.with_x(-place.x)
        });
        Self { at, sure: Landmark::ALL.map(|landmark| self.sure[other(landmark)]) }
    }
}

fn is_near(place: DVec3) -> bool {
    place.abs().cmple(DVec3::splat(FARTHEST)).all()
}

/// How far a landmark may be from where it was: so many metres a second, and what uncertain ones jitter.
const FASTEST: f64 = 7.0;
const JITTERS: f64 = 0.25;
/// What has jumped is believed when it has stayed there for so long, in seconds.
const STAYS: f64 = 0.15;
/// How much of a body jumps when it is another body.
const ANOTHER: f64 = 0.5;
/// How many times longer than a place its trembling is remembered.
const TREMBLES: f64 = 10.0;
/// How far the hips may jump in the picture, in shares of it, and how fast they may go, in shares a second.
const PICTURE: [f64; 2] = [0.15, 1.5];

/// What is followed of one landmark.
#[derive(Clone, Copy, Debug, Default)]
struct Trace {
    at: DVec3,
    sure: f64,
    /// Where it was found last, and when, if ever.
    found: Option<(DVec3, f64)>,
    /// Where it has jumped to, and since when it has stayed there.
    jumped: Option<(DVec3, f64)>,
    /// How far it is found from where it is, in metres.
    trembles: f64,
}

/// Steadies points over time, each as far as it is seen, and leaves out what jumps until it stays.
#[derive(Clone, Debug)]
pub(crate) struct Steady {
    /// How long what was seen goes on counting, in seconds.
    steadies: f64,
    traces: Option<[Trace; Landmark::COUNT]>,
    last: f64,
    hips: Option<DVec2>,
}

/// What is known after a picture.
#[derive(Clone, Debug)]
pub(crate) struct Steadied {
    pub(crate) points: Points,
    /// Most of the body has jumped, and it is not known yet whether that is so.
    pub(crate) doubtful: bool,
    /// Some of it has jumped.
    pub(crate) jumped: bool,
    /// It is another body than before.
    pub(crate) another: bool,
    /// How far landmarks tremble about where they are, in metres: the middle of all.
    pub(crate) trembles: f64,
}

impl Steady {
    /// Returns what steadies points so that what was seen goes on counting for so many seconds.
    pub(crate) fn new(steadies: f64) -> Self {
        Self { steadies, traces: None, last: 0.0, hips: None }
    }

    /// Takes the points of the next picture.
    pub(crate) fn follow(&mut self, seen: Points, hips: Option<DVec2>, seconds: f64) -> Steadied {
        let step = seconds - self.last;
        self.last = seconds;
        let elsewhere = match (self.hips, hips) {
            (Some(before), Some(now)) => before.distance(now) > PICTURE[0] + PICTURE[1] * step,
            _ => false,
        };
        self.hips = hips.or(self.hips);
        let Some(traces) = self.traces.as_mut().filter(|_| step < FORGOTTEN && !elsewhere) else {
            let another = elsewhere;
            let trace = |index: usize| Trace {
                at: seen.at[index],
                sure: seen.sure[index],
                found: (seen.sure[index] > 0.0).then_some((seen.at[index], seconds)),
                jumped: None,
                trembles: 0.0,
            };
            self.traces = Some(std::array::from_fn(trace));
            return Steadied { points: seen, doubtful: false, jumped: true, another, trembles: 0.0 };
        };
        let share = 1.0 - libm::exp(-step.max(0.0) / self.steadies);
        let (mut doubted, mut moved, mut whole) = (0.0, 0.0, 0.0);
        for (index, trace) in traces.iter_mut().enumerate() {
            let sure = seen.sure[index];
            whole += sure;
            match trace.follow(seen.at[index], sure, seconds, share) {
                Step::Known => {}
                Step::Doubted => doubted += sure,
                Step::Jumped => moved += sure,
            }
        }
        let points = Points { at: traces.map(|trace| trace.at), sure: traces.map(|trace| trace.sure) };
        let another = moved > ANOTHER * whole;
        let seen = traces.iter().filter(|trace| trace.sure > 0.0);
        let mut trembles: Vec<f64> = seen.map(|trace| trace.trembles).collect();
        trembles.sort_by(f64::total_cmp);
        let trembles = trembles.get(trembles.len() / 2).copied().unwrap_or(0.0);
        Steadied {
            points,
            doubtful: doubted > ANOTHER * whole,
            jumped: moved + doubted > 0.0,
            another,
            trembles,
        }
    }
}

/// How a landmark has moved.
enum Step {
    Known,
    Doubted,
    Jumped,
}

impl Trace {
    fn follow(&mut self, at: DVec3, sure: f64, seconds: f64, share: f64) -> Step {
        if sure <= 0.0 {
            self.sure += (0.0 - self.sure) * share;
            return Step::Known;
        }
        let near = |(place, then): (DVec3, f64)| place.distance(at) < JITTERS + FASTEST * (seconds - then);
        let known = self.found.filter(|(_, then)| seconds - then < FORGOTTEN);
        if known.is_none_or(near) {
            if known.is_some() {
                self.trembles += (self.at.distance(at) - self.trembles) * share / TREMBLES;
            }
            (self.at, self.sure) = match known {
                Some(_) => (self.at.lerp(at, share), self.sure + (sure - self.sure) * share),
                None => (at, sure),
            };
            (self.found, self.jumped) = (Some((at, seconds)), None);
            return Step::Known;
        }
        let since =
            self.jumped.filter(|(place, _)| place.distance(at) < JITTERS).map_or(seconds, |jumped| jumped.1);
        self.jumped = Some((at, since));
        if seconds - since < STAYS {
            self.sure = 0.0;
            return Step::Doubted;
        }
        *self = Self { at, sure, found: Some((at, seconds)), jumped: None, ..*self };
        Step::Jumped
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "what is the same is so to the last bit")]
mod tests {
    use proptest::prelude::*;
    use unknot_landmarks::{ImagePoint, Sighting, WorldPoint};

    use super::*;

    fn seen(seconds: f64, at: impl Fn(usize) -> [f64; 3], visibility: f64) -> Landmarks {
        let points = std::array::from_fn(|index| {
            let [x, y, z] = at(index);
            Sighting { world: WorldPoint { x, y, z }, image: ImagePoint::default(), visibility }
        });
        Landmarks { seconds, mirrored: false, points }
    }

    proptest! {
        #[test]
        fn whatever_is_told_is_finite_or_not_seen(
            x in proptest::num::f64::ANY,
            z in proptest::num::f64::ANY,
            visibility in proptest::num::f64::ANY,
        ) {
            let mut steady = Steady::new(0.1);
            for (picture, x) in [0.1, x, 0.1, x].into_iter().enumerate() {
                let points = Points::of(&seen(0.0, |_| [x, 0.3, z], visibility));
                let steadied = steady.follow(points, None, picture as f64 / 30.0);
                prop_assert!(steadied.trembles.is_finite());
                for index in 0..Landmark::COUNT {
                    let (at, sure) = (steadied.points.at[index], steadied.points.sure[index]);
                    prop_assert!(at.is_finite() && (0.0..=1.0).contains(&sure), "{at} {sure}");
                }
            }
        }

        #[test]
        fn mirrored_twice_is_as_it_was(x in -1.0..1.0_f64, y in -1.0..1.0_f64) {
            let points = Points::of(&seen(0.0, |index| [x * index as f64, y, 0.1 * index as f64], 0.8));
            let twice = points.mirrored().mirrored();
            prop_assert_eq!(points.at, twice.at);
            prop_assert_eq!(points.sure, twice.sure);
        }

        #[test]
        fn who_stands_still_is_where_they_are_seen(x in -1.0..1.0_f64, rate in 10.0..60.0_f64) {
            let mut steady = Steady::new(0.1);
            for picture in 0..30 {
                let points = Points::of(&seen(0.0, |_| [x, 0.3, 0.0], 1.0));
                let steadied = steady.follow(points, None, f64::from(picture) / rate);
                prop_assert!(!steadied.doubtful && (steadied.points.at[0].x - x).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn what_is_further_away_than_any_body_reaches_is_not_seen() {
        for z in [11.0, 1e300, f64::INFINITY, f64::NAN] {
            let points = Points::of(&seen(0.0, |_| [0.1, 0.3, z], 1.0));
            assert_eq!((points.sure, points.at), ([0.0; Landmark::COUNT], [DVec3::ZERO; Landmark::COUNT]));
        }
        assert_eq!(Points::of(&seen(0.0, |_| [0.1, 0.3, 9.0], 1.0)).sure, [1.0; Landmark::COUNT]);
    }

    #[test]
    fn what_jumps_is_doubted_until_it_stays() {
        let mut steady = Steady::new(0.1);
        let mut look = |picture: i32, x: f64| {
            let points = Points::of(&seen(0.0, |_| [x, 0.3, 0.0], 1.0));
            steady.follow(points, None, f64::from(picture) / 30.0)
        };
        assert!(!look(0, 0.0).doubtful && !look(1, 0.01).doubtful);
        assert!(look(2, 2.0).doubtful, "nobody is that fast");
        assert!(!look(3, 0.02).doubtful, "it was nothing");
        assert!((4..8).all(|picture| look(picture, 2.0).doubtful));
        let stayed = (8..12).map(|picture| look(picture, 2.0)).find(|steadied| !steadied.doubtful).unwrap();
        assert!(stayed.another && (stayed.points.at[0].x - 2.0).abs() < 1e-9);
    }
}
