//! Where the picture is taken from.

use glam::DVec3;

/// How much of the picture's shorter side a framed sphere fills.
const FILLED: f64 = 0.94;

/// A camera that is held level: the room's up is the picture's up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Where it is, in metres.
    pub eye: DVec3,
    /// What is in the middle of the picture, in metres.
    pub target: DVec3,
    /// The angle that the picture's height spans, in degrees. A picture that is narrower than high takes it
    /// across its width instead, so that what is framed stays in the frame.
    pub vertical_fov_degrees: f64,
}

impl Camera {
    /// The angle of view of [`Camera::around`], in degrees: that of a portrait lens, which hardly
    /// exaggerates the limbs that are near.
    pub const FOV_DEGREES: f64 = 22.0;

    /// Returns the camera that frames a sphere (centre and radius in metres).
    ///
    /// Azimuth 0° looks from the front (from +z), 90° from the person's left (from +x), 180° from behind.
    /// Elevation 0° is level, 90° looks straight down.
    #[must_use]
    pub fn around(
        centre: DVec3,
        radius_of_bounding_sphere: f64,
        azimuth_degrees: f64,
        elevation_degrees: f64,
    ) -> Self {
        let half_fov = Self::FOV_DEGREES.to_radians() / 2.0;
        let distance = radius_of_bounding_sphere.max(0.01) / (FILLED * libm::sin(half_fov));
        // Looking exactly down would leave open which way is up in the picture.
        let (sin_up, cos_up) = libm::sincos(elevation_degrees.clamp(-89.9, 89.9).to_radians());
        let (sin_round, cos_round) = libm::sincos(azimuth_degrees.to_radians());
        let direction = DVec3::new(sin_round * cos_up, sin_up, cos_round * cos_up);
        Self { eye: centre + direction * distance, target: centre, vertical_fov_degrees: Self::FOV_DEGREES }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn azimuth_goes_from_the_front_to_the_persons_left() {
        let eye = |azimuth, elevation| Camera::around(DVec3::ZERO, 1.0, azimuth, elevation).eye.normalize();
        assert!(eye(0.0, 0.0).distance(DVec3::Z) < 1e-12);
        assert!(eye(90.0, 0.0).distance(DVec3::X) < 1e-12);
        assert!(eye(180.0, 0.0).distance(DVec3::NEG_Z) < 1e-12);
        assert!(eye(0.0, 90.0).distance(DVec3::Y) < 0.01);
    }
}
