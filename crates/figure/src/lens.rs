//! The camera as arithmetic: from a point of the room to a pixel and back.

use glam::{DVec3, Vec3};

use crate::camera::Camera;
use crate::number::narrow;

/// What is nearer to the eye than this, in metres, is cut off.
pub(crate) const NEAR: f32 = 0.05;

/// A camera with its axes, for a picture of a certain size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lens {
    /// Where it is.
    pub(crate) eye: Vec3,
    /// The picture's right. It is level, so that a row of pixels meets a level plane at one distance.
    pub(crate) right: Vec3,
    /// The picture's up.
    pub(crate) up: Vec3,
    /// Where it looks.
    pub(crate) forward: Vec3,
    /// The focal length in pixels, and one over it.
    pub(crate) focal: f32,
    per_pixel: f32,
    /// The picture's middle, in pixels.
    pub(crate) middle: [f32; 2],
    /// Half of what the picture's shorter side shows at the target, in metres.
    pub(crate) framed: f32,
    /// What is in the middle of the picture.
    pub(crate) target: Vec3,
}

impl Lens {
    /// Returns the lens of a camera. One that looks nowhere (or is not finite) looks along −z.
    pub(crate) fn new(camera: &Camera, width: usize, height: usize) -> Self {
        let finite = |v: DVec3, or: DVec3| if v.is_finite() { v } else { or };
        let eye = finite(camera.eye, DVec3::Z);
        let target = finite(camera.target, DVec3::ZERO);
        let forward = (target - eye).normalize_or(DVec3::NEG_Z);
        let right = DVec3::new(-forward.z, 0.0, forward.x).normalize_or(DVec3::X);
        let fov = if camera.vertical_fov_degrees.is_finite() { camera.vertical_fov_degrees } else { 45.0 };
        let half_tangent = libm::tan(fov.clamp(0.1, 150.0).to_radians() / 2.0);
        let half_side = width.min(height) as f64 / 2.0;
        Self {
            eye: eye.as_vec3(),
            right: right.as_vec3(),
            up: right.cross(forward).as_vec3(),
            forward: forward.as_vec3(),
            focal: narrow(half_side / half_tangent),
            per_pixel: narrow(half_tangent / half_side),
            middle: [width as f32 / 2.0, height as f32 / 2.0],
            framed: narrow(eye.distance(target) * half_tangent),
            target: target.as_vec3(),
        }
    }

    /// Returns a point in the camera's axes: right, up and forward of the eye.
    pub(crate) fn view(&self, point: Vec3) -> Vec3 {
        let from_eye = point - self.eye;
        Vec3::new(from_eye.dot(self.right), from_eye.dot(self.up), from_eye.dot(self.forward))
    }

    /// Returns the direction of the ray through a place in the picture, in pixels; one metre along it is
    /// one metre forward.
    pub(crate) fn ray(&self, x: f32, y: f32) -> Vec3 {
        let sideways = (x - self.middle[0]) * self.per_pixel;
        let upwards = (self.middle[1] - y) * self.per_pixel;
        self.forward + self.right * sideways + self.up * upwards
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ray_goes_through_the_point_it_came_from() {
        let camera = Camera::around(DVec3::new(0.2, 0.8, -0.1), 1.0, 35.0, 20.0);
        let lens = Lens::new(&camera, 640, 480);
        let point = Vec3::new(0.5, 1.1, 0.3);
        let view = lens.view(point);
        let x = lens.middle[0] + lens.focal * view.x / view.z;
        let y = lens.middle[1] - lens.focal * view.y / view.z;
        assert!((lens.eye + lens.ray(x, y) * view.z).distance(point) < 1e-5);
        assert!(view.x > 0.0, "what is at the person's left is right in a picture from the front");
    }

    #[test]
    fn a_camera_that_looks_nowhere_still_looks() {
        let nan = Camera { eye: DVec3::NAN, target: DVec3::NAN, vertical_fov_degrees: f64::NAN };
        let lens = Lens::new(&nan, 10, 10);
        assert!(lens.forward.is_finite() && lens.right.is_finite() && lens.focal.is_finite());
    }
}
