//! What a camera gets wrong about a body that it sees.

use glam::DVec3;
use unknot_body::{LandmarkPlaces, Side, View, Viewpoint};
use unknot_landmarks::{Landmark, Landmarks};

use crate::chance::Chance;
use crate::hidden::hidden;

/// How much further off depth is than place.
const DEPTH: f64 = 2.0;
/// How much of an error stays from one picture to the next.
const LASTS: f64 = 0.6;
/// How fast somebody trembles, in times a second.
const TREMBLES: f64 = 5.0;
/// How likely a landmark that is seen, and one that is hidden, is said to be.
const VISIBILITY: [f64; 2] = [0.15, 0.97];
/// How far away it is, in metres.
const AWAY: f64 = 3.5;

/// From where somebody is seen, and what goes wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// 0 is from the front, 90 from the person's left.
    pub azimuth_degrees: f64,
    /// 0 is level, 90 straight from above.
    pub elevation_degrees: f64,
    /// How far landmarks are off, in metres, as a standard deviation; twice as far in depth.
    pub noise: f64,
    /// How far hands and feet tremble, in metres.
    pub tremor: f64,
    /// How many pictures there are in a second.
    pub rate: f64,
    /// Which share of the pictures is lost.
    pub dropped: f64,
    /// Whether the picture is mirrored.
    pub mirrored: bool,
    /// From which all chance comes.
    pub seed: u64,
}

impl Camera {
    /// Returns a camera that gets nothing wrong, from where an exercise is seen that is for one side.
    #[must_use]
    pub fn perfect(view: View) -> Self {
        Self::from_view(view, Side::Left)
    }

    /// Returns a camera that gets nothing wrong; from the `side` where either would do.
    #[must_use]
    pub fn from_view(view: View, side: Side) -> Self {
        let aside = if side == Side::Left { 90.0 } else { -90.0 };
        let (azimuth_degrees, elevation_degrees) = match view {
            View::Front => (0.0, 0.0),
            View::Back => (180.0, 0.0),
            View::Left => (90.0, 0.0),
            View::Right => (-90.0, 0.0),
            View::Side => (aside, 0.0),
            View::Above => (aside, 60.0),
        };
        Self {
            azimuth_degrees,
            elevation_degrees,
            noise: 0.0,
            tremor: 0.0,
            rate: 30.0,
            dropped: 0.0,
            mirrored: false,
            seed: 1,
        }
    }

    /// Returns what it tells of a body that is at these places, one picture after the other, and that has turned by so
    /// many degrees to its left by the picture of each number.
    pub(crate) fn film(&self, places: &[&LandmarkPlaces], turned: impl Fn(usize) -> f64) -> Vec<Landmarks> {
        let mut chance = Chance::new(self.seed);
        let mut errors = [DVec3::ZERO; Landmark::COUNT];
        let Some(first) = places.first() else { return Vec::new() };
        let target = first.hips();
        let mut film = Vec::new();
        for (index, places) in places.iter().enumerate() {
            // Whoever turns to the left shows the camera more of the right.
            let towards = self.towards(turned(index));
            let viewpoint = Viewpoint::new(target + towards * AWAY, target, 50.0, 4.0 / 3.0);
            let seconds = index as f64 / self.rate;
            let mut landmarks = viewpoint.landmarks(places, seconds);
            for landmark in Landmark::ALL {
                let error = &mut errors[landmark.index()];
                let fresh = DVec3::new(chance.normal(), chance.normal(), chance.normal() * DEPTH);
                *error = *error * LASTS + fresh * libm::sqrt(1.0 - LASTS * LASTS);
                let swung = libm::sin(std::f64::consts::TAU * TREMBLES * seconds + landmark.index() as f64);
                let trembling = if trembles(landmark) { self.tremor * swung } else { 0.0 };
                let seen = !hidden(landmark, places, towards);
                let point = &mut landmarks.points[landmark.index()];
                // What is hidden is guessed.
                let off = *error * self.noise * if seen { 1.0 } else { 2.0 };
                point.world.x += off.x + trembling;
                point.world.y += off.y + trembling;
                point.world.z += off.z;
                point.visibility = VISIBILITY[usize::from(seen)];
            }
            if chance.share() >= self.dropped {
                film.push(if self.mirrored { landmarks.flipped() } else { landmarks });
            }
        }
        film
    }

    fn towards(&self, turned_degrees: f64) -> DVec3 {
        let (sin_round, cos_round) = libm::sincos((self.azimuth_degrees - turned_degrees).to_radians());
        let (sin_up, cos_up) = libm::sincos(self.elevation_degrees.to_radians());
        DVec3::new(sin_round * cos_up, sin_up, cos_round * cos_up)
    }
}

fn trembles(landmark: Landmark) -> bool {
    use Landmark::*;
    matches!(landmark, LeftWrist | RightWrist | LeftElbow | RightElbow | LeftAnkle | RightAnkle | Nose)
}
