//! Takes the trembling out of landmarks, and follows quick movements all the same: the one-euro filter of Casiez, Roussel and
//! Vogel (2012), with MediaPipe's numbers.

use std::f64::consts::TAU;

use unknot_landmarks::{ImagePoint, Landmark, Sighting, WorldPoint};

use crate::picture::Picture;

use super::locate::Located;
use super::region::{Point, Region};

/// How much is smoothed.
#[derive(Clone, Copy, Debug)]
struct Strength {
    /// The frequency, in hertz, above which what rests is held to tremble.
    at_rest: f64,
    /// How much that frequency grows with speed.
    with_speed: f64,
}

const IMAGE: Strength = Strength { at_rest: 0.05, with_speed: 80.0 };
const WORLD: Strength = Strength { at_rest: 0.1, with_speed: 40.0 };
/// The region stays where it is while nobody moves.
const GUIDES: Strength = Strength { at_rest: 0.01, with_speed: 10.0 };
/// The frequency above which the speed itself is held to tremble.
const OF_SPEED: f64 = 1.0;
/// What a new visibility counts, beside all before.
const VISIBILITY: f64 = 0.1;
/// Until a second picture has come, they are taken to come so often, in hertz.
const USUAL_RATE: f64 = 30.0;

/// One number over time.
#[derive(Clone, Copy, Debug, Default)]
struct OneEuro {
    known: Option<Known>,
}

#[derive(Clone, Copy, Debug)]
struct Known {
    raw: f64,
    smooth: f64,
    speed: f64,
}

impl OneEuro {
    /// Returns the number smoothed; it moves as much as it is times `scale`.
    fn smooth(&mut self, value: f64, rate: f64, scale: f64, strength: Strength) -> f64 {
        let Some(Known { raw, smooth, speed }) = self.known else {
            self.known = Some(Known { raw: value, smooth: value, speed: 0.0 });
            return value;
        };
        let speed = mixed(speed, (value - raw) * scale * rate, share(OF_SPEED, rate));
        let frequency = strength.at_rest + strength.with_speed * speed.abs();
        let smooth = mixed(smooth, value, share(frequency, rate));
        self.known = Some(Known { raw: value, smooth, speed });
        smooth
    }
}

fn mixed(old: f64, new: f64, share: f64) -> f64 {
    old + (new - old) * share
}

/// Returns what a new number counts if everything above a frequency is to go.
fn share(frequency: f64, rate: f64) -> f64 {
    1.0 / (1.0 + rate / (TAU * frequency))
}

/// One landmark over time.
#[derive(Clone, Copy, Debug, Default)]
struct OfLandmark {
    image: [OneEuro; 3],
    world: [OneEuro; 3],
    visibility: Option<f64>,
}

/// Somebody over time, smoothed.
#[derive(Clone, Debug)]
pub(crate) struct Smoothing {
    seconds: Option<f64>,
    landmarks: [OfLandmark; Landmark::COUNT],
    guides: [[OneEuro; 2]; 2],
}

impl Smoothing {
    /// Returns one that knows of nobody.
    pub(crate) fn new() -> Self {
        Self {
            seconds: None,
            landmarks: [OfLandmark::default(); Landmark::COUNT],
            guides: Default::default(),
        }
    }

    /// Returns somebody smoothed, with the region that they were seen in. What is not later than what was before is left
    /// as it is.
    pub(crate) fn smooth(
        &mut self,
        located: &Located,
        region: &Region,
        picture: &Picture<'_>,
        seconds: f64,
    ) -> Located {
        let passed = self.seconds.map(|before| seconds - before);
        let is_later = passed.is_none_or(|passed| passed > 0.0) && seconds.is_finite();
        if !is_later {
            return located.clone();
        }
        self.seconds = Some(seconds);
        let rate = passed.map_or(USUAL_RATE, f64::recip);
        // Speeds are told in sizes of the body, so that it does not matter how far away it is.
        let (width, height) = (picture.width() as f64, picture.height() as f64);
        let [across, along] = [width / region.side, height / region.side];
        let points = std::array::from_fn(|index| {
            let Sighting { world, image, visibility } = located.points[index];
            let landmark = &mut self.landmarks[index];
            let [x, y, z] = &mut landmark.image;
            let image = ImagePoint {
                x: x.smooth(image.x, rate, across, IMAGE),
                y: y.smooth(image.y, rate, along, IMAGE),
                z: z.smooth(image.z, rate, across, IMAGE),
            };
            let [x, y, z] = &mut landmark.world;
            let world = WorldPoint {
                x: x.smooth(world.x, rate, 1.0, WORLD),
                y: y.smooth(world.y, rate, 1.0, WORLD),
                z: z.smooth(world.z, rate, 1.0, WORLD),
            };
            let before = landmark.visibility.unwrap_or(visibility);
            let visibility = mixed(before, visibility, VISIBILITY);
            landmark.visibility = Some(visibility);
            Sighting { world, image, visibility }
        });
        let guides: [Point; 2] = std::array::from_fn(|guide| {
            std::array::from_fn(|axis| {
                let value = located.guides[guide][axis];
                self.guides[guide][axis].smooth(value, rate, 1.0 / region.side, GUIDES)
            })
        });
        Located { points, presence: located.presence, guides }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: [u8; 300] = [0; 300];
    const REGION: Region = Region { middle: [5.0, 5.0], side: 10.0, turn: 0.0 };

    fn picture() -> Picture<'static> {
        Picture::rgb(10, 10, &BYTES).unwrap()
    }

    fn located(at: f64) -> Located {
        let mut point = Sighting { visibility: at, ..Sighting::default() };
        (point.image.x, point.world.z) = (at, at);
        Located { points: [point; Landmark::COUNT], presence: 0.9, guides: [[at, 0.0], [at, 0.0]] }
    }

    /// Returns x of the last picture, when x is so in pictures at these times.
    fn last(of: &[(f64, f64)]) -> f64 {
        let mut smoothing = Smoothing::new();
        let mut x = f64::NAN;
        for &(seconds, at) in of {
            x = smoothing.smooth(&located(at), &REGION, &picture(), seconds).points[0].image.x;
        }
        x
    }

    #[test]
    fn what_trembles_rests() {
        let trembling: Vec<_> = (0..90)
            .map(|step| (f64::from(step) / 30.0, 0.5 + if step % 2 == 0 { 5e-4 } else { -5e-4 }))
            .collect();
        assert!((last(&trembling) - 0.5).abs() < 2e-4, "{}", last(&trembling));
    }

    #[test]
    fn what_moves_quickly_is_followed_at_once() {
        // From one side of the picture to the other in a second.
        let moving: Vec<_> = (0..20).map(|step| (f64::from(step) / 30.0, f64::from(step) / 30.0)).collect();
        let behind = 19.0 / 30.0 - last(&moving);
        assert!(behind > 0.0 && behind < 0.02, "{behind}");
    }

    #[test]
    fn as_the_filter_is_written_down() {
        // Two pictures by hand, with the formulas of the paper: α = 1 / (1 + τ / Tₑ), τ = 1 / 2πf.
        let rate = 25.0;
        let alpha = |frequency: f64| 1.0 / (1.0 + rate / (TAU * frequency));
        let speed = alpha(1.0) * (0.1 * rate);
        let share = alpha(0.05 + 80.0 * speed);
        assert!((last(&[(2.0, 0.3), (2.04, 0.4)]) - (0.3 + 0.1 * share)).abs() < 1e-9);
    }

    #[test]
    fn what_is_not_later_changes_nothing() {
        let with = last(&[(0.0, 0.2), (0.0, 0.9), (-1.0, 0.7), (f64::NAN, 0.7), (0.1, 0.3)]);
        assert_eq!(with.to_bits(), last(&[(0.0, 0.2), (0.1, 0.3)]).to_bits());
        assert_eq!(last(&[(0.0, 0.2), (0.0, 0.9)]).to_bits(), 0.9_f64.to_bits());
    }

    #[test]
    fn visibility_comes_and_goes_slowly() {
        let mut smoothing = Smoothing::new();
        let mut at = |seconds, visibility| {
            smoothing.smooth(&located(visibility), &REGION, &picture(), seconds).points[5].visibility
        };
        assert!((at(0.0, 0.5) - 0.5).abs() < 1e-12 && (at(0.1, 1.0) - 0.55).abs() < 1e-12);
    }
}
