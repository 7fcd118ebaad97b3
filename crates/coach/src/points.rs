//! What is known of a body at a moment, steadied.

use glam::DVec3;
use unknot_landmarks::{Landmark, Landmarks};

use crate::limbs::surely;

/// How long what was seen goes on counting, in seconds: short enough for a quick movement, long enough for the
/// trembling of a network and of a hand.
const STEADIES: f64 = 0.09;
/// Who comes back after so long is taken anew, in seconds.
const FORGOTTEN: f64 = 0.6;

/// Landmarks in metres from the middle between the hips: x to the picture's right, y up, z towards the camera.
#[derive(Clone, Debug)]
pub(crate) struct Points {
    pub(crate) at: [DVec3; Landmark::COUNT],
    /// How surely each is seen, 0–1.
    pub(crate) sure: [f64; Landmark::COUNT],
}

impl Points {
    /// Returns what landmarks tell. What is not a number is not seen.
    pub(crate) fn of(landmarks: &Landmarks) -> Self {
        let place = |landmark: Landmark| {
            let world = landmarks.get(landmark).world;
            DVec3::new(world.x, -world.y, -world.z)
        };
        let sure = Landmark::ALL.map(|landmark| {
            let visibility = landmarks.get(landmark).visibility;
            if place(landmark).is_finite() && visibility.is_finite() { surely(visibility) } else { 0.0 }
        });
        let at = Landmark::ALL.map(|landmark| {
            let place = place(landmark);
            if place.is_finite() { place } else { DVec3::ZERO }
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

/// Steadies points over time, each with the weight with which it is seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Steady {
    last: Option<Points>,
    unseen: Vec<f64>,
}

impl Steady {
    /// Returns the points as they are after so many more seconds.
    pub(crate) fn follow(&mut self, seen: Points, seconds: f64) -> Points {
        let Some(mut last) = self.last.take().filter(|_| seconds < FORGOTTEN) else {
            self.unseen = vec![0.0; Landmark::COUNT];
            self.last = Some(seen.clone());
            return seen;
        };
        let share = 1.0 - libm::exp(-seconds.max(0.0) / STEADIES);
        for index in 0..Landmark::COUNT {
            let sure = seen.sure[index];
            last.sure[index] += (sure - last.sure[index]) * share;
            if sure > 0.0 {
                let known = self.unseen[index] < FORGOTTEN && last.at[index] != DVec3::ZERO;
                let step = if known { share } else { 1.0 };
                last.at[index] = last.at[index].lerp(seen.at[index], step);
                self.unseen[index] = 0.0;
            } else {
                self.unseen[index] += seconds;
            }
        }
        self.last = Some(last.clone());
        last
    }

    /// Forgets everything.
    pub(crate) fn forget(&mut self) {
        self.last = None;
    }
}
