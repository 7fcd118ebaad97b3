//! From where a picture is taken.

use glam::DVec3;
use unknot_body::{Side, View};
use unknot_figure::Camera;

use crate::act::extent;

/// How much of the picture the body fills at most, in each direction.
const FILLED: f64 = 0.9;

/// From where a picture is taken, relative to the person.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Shot {
    /// From where the exercise is best seen.
    #[default]
    Best,
    /// From the front.
    Front,
    /// From the person's left.
    Side,
    /// From behind.
    Back,
    /// From anywhere.
    Around {
        /// 0° is the front, 90° the person's left.
        azimuth_degrees: f64,
        /// 0° is level, 90° straight above.
        elevation_degrees: f64,
    },
    /// From where the exercise is best seen, and then around it.
    Turned {
        /// Towards the person's left, in degrees.
        azimuth_degrees: f64,
        /// Upwards, in degrees; it ends level with the floor and straight above.
        elevation_degrees: f64,
    },
}

/// From where an exercise is best seen: its view, and the side of the body that turns to the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) view: View,
    pub(crate) side: Side,
}

impl Shot {
    /// Returns azimuth and elevation in degrees, on the way from one best view to another.
    fn on_the_way(self, from: Seen, to: Seen, fraction: f64) -> (f64, f64) {
        let ((a, low), (b, high)) = (self.direction(from), self.direction(to));
        (a + (b - a) * fraction, low + (high - low) * fraction)
    }

    /// Returns azimuth and elevation in degrees.
    fn direction(self, seen: Seen) -> (f64, f64) {
        let aside = if seen.side == Side::Left { 1.0 } else { -1.0 };
        match (self, seen.view) {
            (Self::Around { azimuth_degrees, elevation_degrees }, _) => (azimuth_degrees, elevation_degrees),
            (Self::Turned { azimuth_degrees, elevation_degrees }, _) => {
                let (azimuth, elevation) = Self::Best.direction(seen);
                (azimuth + azimuth_degrees, (elevation + elevation_degrees).clamp(0.0, 90.0))
            }
            (Self::Front, _) => (0.0, 6.0),
            (Self::Side, _) => (90.0, 6.0),
            (Self::Back, _) => (180.0, 6.0),
            // A little from the side and from above: depth shows, and the joint that matters still does.
            (Self::Best, View::Front) => (18.0 * aside, 8.0),
            (Self::Best, View::Back) => (180.0 - 16.0 * aside, 8.0),
            (Self::Best, View::Left | View::Side) => (72.0, 14.0),
            (Self::Best, View::Right) => (-72.0, 14.0),
            (Self::Best, View::Above) => (70.0, 55.0),
        }
    }
}

/// What has to be in the picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Framing {
    /// The corners of the convex hull would do; points all over the body are as good.
    points: Vec<DVec3>,
}

impl Framing {
    pub(crate) fn of(points: Vec<DVec3>) -> Self {
        Self { points }
    }

    /// Returns the camera that has all of it in a picture of that many times its height in width.
    pub(crate) fn camera(&self, shot: Shot, [from, to]: [Seen; 2], fraction: f64, aspect: f64) -> Camera {
        let (azimuth, elevation) = shot.on_the_way(from, to, fraction);
        let (low, high) = extent(&self.points);
        let mut camera = Camera::around((low + high) / 2.0, 1.0, azimuth, elevation);
        let toward = (camera.eye - camera.target).normalize_or(DVec3::Z);
        let right = DVec3::Y.cross(toward).normalize_or(DVec3::X);
        let up = toward.cross(right);
        // The angle of view is that of the shorter side.
        let tangent = libm::tan(camera.vertical_fov_degrees.to_radians() / 2.0) * FILLED;
        let (across, along) = (tangent * aspect.max(1.0), tangent / aspect.min(1.0));
        // Back until all of it fits, and to the middle of what is seen from there, which moves it again.
        let mut distance = 1.0;
        for _ in 0..4 {
            let seen = |point: &DVec3| {
                let off = *point - camera.target;
                DVec3::new(off.dot(right), off.dot(up), off.dot(toward))
            };
            let seen: Vec<DVec3> = self.points.iter().map(seen).collect();
            let needs = |p: &DVec3| (p.x.abs() / across).max(p.y.abs() / along) + p.z;
            distance = seen.iter().map(needs).fold(0.1, f64::max);
            let flat: Vec<DVec3> = seen
                .iter()
                .map(|p| DVec3::new(p.x, p.y, 0.0) * (distance / (distance - p.z).max(0.1)))
                .collect();
            let (low, high) = extent(&flat);
            let off = (low + high) / 2.0;
            camera.target += right * off.x + up * off.y;
        }
        camera.eye = camera.target + toward * distance;
        camera
    }
}
