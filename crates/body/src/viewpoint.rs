//! From where landmarks are seen: the way from places in a room to what a camera would tell of them.

use glam::{DMat3, DVec3};
use unknot_landmarks::{ImagePoint, Landmark, Landmarks, Sighting, WorldPoint};

use crate::placement::LandmarkPlaces;

/// What is nearer to the eye than this counts as this far away, in metres: behind a camera there is no image.
const NEAR: f64 = 0.05;

/// A pinhole camera that is held level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewpoint {
    eye: DVec3,
    /// The picture's right, its up, and towards the camera.
    axes: DMat3,
    /// The distance at which the picture spans a metre across, and at which it does so upright, in metres.
    focal: [f64; 2],
}

impl Viewpoint {
    /// Returns the camera at `eye` that looks at `target`, both in metres, and takes pictures so many times as wide
    /// as high.
    ///
    /// The shorter side of the picture spans the angle of view, in degrees; it is held between 0.1 and 150.
    #[must_use]
    pub fn new(eye: DVec3, target: DVec3, fov_degrees: f64, width_by_height: f64) -> Self {
        let towards = (eye - target).normalize_or(DVec3::Z);
        let focal = 0.5 / libm::tan(fov_degrees.clamp(0.1, 150.0).to_radians() / 2.0);
        let focal = [focal / width_by_height.max(1.0), focal * width_by_height.min(1.0)];
        Self { eye, axes: level(towards), focal }
    }

    /// Returns the picture's right, its up, and the direction towards the camera, as columns.
    #[must_use]
    pub fn axes(&self) -> DMat3 {
        self.axes
    }

    /// Returns where landmarks would be found if nothing hid any of them. The picture is not mirrored.
    #[must_use]
    pub fn landmarks(&self, places: &LandmarkPlaces, seconds: f64) -> Landmarks {
        let hips = places.hips();
        let points = Landmark::ALL.map(|landmark| {
            let place = places.at(landmark);
            Sighting {
                world: world(self.axes, place - hips),
                image: self.image(place, hips),
                visibility: 1.0,
            }
        });
        Landmarks { seconds, mirrored: false, points }
    }

    /// Returns where a place is in the picture.
    fn image(&self, place: DVec3, hips: DVec3) -> ImagePoint {
        let (seen, hips) = (self.seen(place), self.seen(hips));
        let [across, upright] = self.focal;
        ImagePoint {
            x: 0.5 + across * seen.x / seen.z,
            y: 0.5 - upright * seen.y / seen.z,
            z: across * (seen.z - hips.z) / hips.z,
        }
    }

    /// Returns a place as right, up and away from the eye, in metres.
    fn seen(&self, place: DVec3) -> DVec3 {
        let from_eye = self.axes.transpose() * (place - self.eye);
        DVec3::new(from_eye.x, from_eye.y, (-from_eye.z).max(NEAR))
    }
}

impl LandmarkPlaces {
    /// Returns them in MediaPipe's axes, seen from a direction as cameras take it: azimuth 0° is from the front,
    /// 90° from the room's +x, which is at the left of somebody who faces the front; elevation 0° is level,
    /// 90° straight from above.
    #[must_use]
    pub fn world(&self, azimuth_degrees: f64, elevation_degrees: f64) -> [WorldPoint; Landmark::COUNT] {
        let (sin_up, cos_up) = libm::sincos(elevation_degrees.to_radians());
        let (sin_round, cos_round) = libm::sincos(azimuth_degrees.to_radians());
        // Not from the direction towards the camera, which from straight above says nothing of right.
        let right = DVec3::new(cos_round, 0.0, -sin_round);
        let towards = DVec3::new(sin_round * cos_up, sin_up, cos_round * cos_up);
        let axes = DMat3::from_cols(right, towards.cross(right), towards);
        let hips = self.hips();
        Landmark::ALL.map(|landmark| world(axes, self.at(landmark) - hips))
    }
}

/// Returns the axes of a camera that is held level.
fn level(towards: DVec3) -> DMat3 {
    let right = DVec3::new(towards.z, 0.0, -towards.x).normalize_or(DVec3::X);
    DMat3::from_cols(right, towards.cross(right), towards)
}

/// Returns a place from the hips in MediaPipe's axes, of which two run against the camera's.
fn world(axes: DMat3, from_hips: DVec3) -> WorldPoint {
    let seen = axes.transpose() * from_hips;
    WorldPoint { x: seen.x, y: -seen.y, z: -seen.z }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_picture_is_what_is_looked_at() {
        let target = DVec3::new(0.2, 0.8, -0.1);
        let view = Viewpoint::new(DVec3::new(1.5, 1.6, 2.0), target, 30.0, 1.5);
        let at = view.image(target, target);
        assert!((at.x - 0.5).abs() < 1e-12 && (at.y - 0.5).abs() < 1e-12 && at.z.abs() < 1e-12);
        let axes = view.axes();
        assert!((axes * axes.transpose()).abs_diff_eq(DMat3::IDENTITY, 1e-12));
        assert!(axes.determinant() > 0.99 && axes.y_axis.y > 0.0 && axes.x_axis.y.abs() < 1e-12);
    }

    #[test]
    fn the_angle_of_view_spans_the_shorter_side() {
        // At 90° the picture shows one metre to each side at a metre's distance.
        for (wide, edge) in [(1.0, DVec3::Y), (2.0, DVec3::Y), (0.5, DVec3::X)] {
            let view = Viewpoint::new(DVec3::Z, DVec3::ZERO, 90.0, wide);
            let at = view.image(edge, DVec3::ZERO);
            let found = if edge.y > 0.0 { at.y } else { 1.0 - at.x };
            assert!(found.abs() < 1e-12, "{wide}: {at:?}");
            // Across, a metre is the same share of the width as of z.
            let (aside, away) = (view.image(DVec3::X, DVec3::ZERO), view.image(DVec3::NEG_Z, DVec3::ZERO));
            assert!((aside.x - 0.5 - away.z).abs() < 1e-12, "{wide}: {aside:?}, {away:?}");
        }
    }

    #[test]
    fn what_is_behind_the_camera_is_still_a_number() {
        let view = Viewpoint::new(DVec3::Z, DVec3::ZERO, 40.0, 1.0);
        let at = view.image(DVec3::new(0.1, 0.1, 3.0), DVec3::ZERO);
        assert!(at.x.is_finite() && at.y.is_finite() && at.z.is_finite());
    }
}
