//! Soft shadows on flat things: how much of the light from all around a body takes from what it is close to.
//!
//! A body is looked at from behind the plane that receives the shadow, in coarse texels that hold how far
//! away it is. Nearness becomes darkness twice: close contact, hardly blurred, and the body as a whole,
//! blurred widely.

mod blur;
mod heights;
mod map;

#[cfg(feature = "webgl")]
pub(crate) use heights::MOST;
pub(crate) use heights::{Heights, Occluder};
pub(crate) use map::ShadowMap;

use glam::Vec3;

use crate::bounds::Bounds;

/// A flat thing that receives shadows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plane {
    /// A point on it, in metres.
    pub(crate) origin: Vec3,
    /// Two directions on it and the one in which it faces, each of length one; right-handed in this order.
    pub(crate) axes: [Vec3; 3],
    /// How far it reaches from its origin along its two directions, in metres.
    pub(crate) half: [f32; 2],
}

impl Plane {
    /// Returns a floor at a height in metres.
    pub(crate) fn floor(height: f32) -> Self {
        let axes = [Vec3::Z, Vec3::X, Vec3::Y];
        Self { origin: Vec3::Y * height, axes, half: [f32::MAX; 2] }
    }

    /// Returns an upright wall through a point that faces in a direction.
    pub(crate) fn wall(origin: Vec3, faces: Vec3) -> Self {
        let faces = Vec3::new(faces.x, 0.0, faces.z).normalize_or(Vec3::Z);
        Self { origin, axes: [Vec3::Y.cross(faces), Vec3::Y, faces], half: [f32::MAX; 2] }
    }

    /// Returns whether anything in a box can be near enough to darken the plane.
    pub(crate) fn meets(&self, bounds: &Bounds) -> bool {
        let middle = self.local(bounds.middle());
        let half = self.axes.map(|axis| axis.abs().dot(bounds.half()));
        let reached = |axis: usize| middle[axis].abs() - half[axis] < self.half[axis] + heights::REACH;
        // Written so that what is no number meets nothing.
        reached(0) && reached(1) && middle.z - half[2] < heights::REACH && middle.z + half[2] > -heights::SUNK
    }

    /// Returns a point in the plane's axes: along its two directions, and away from it, in metres.
    pub(crate) fn local(&self, point: Vec3) -> Vec3 {
        let off = point - self.origin;
        Vec3::new(off.dot(self.axes[0]), off.dot(self.axes[1]), off.dot(self.axes[2]))
    }
}

/// The buffers that making a shadow needs, kept from frame to frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workshop {
    heights: Heights,
    blur: blur::Blur,
}

impl Workshop {
    /// Makes the shadow of things on a plane.
    pub(crate) fn cast(&mut self, plane: &Plane, occluders: &[Occluder<'_>], into: &mut ShadowMap) {
        self.heights.look(plane, occluders);
        into.darken(plane, &self.heights, &mut self.blur);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ball of quads.
    fn ball(centre: Vec3, radius: f32) -> (Vec<Vec3>, Vec<[u16; 4]>) {
        let place = |row: u16, column: u16| {
            let (up, round) = (
                f64::from(row) / 24.0 * std::f64::consts::PI,
                f64::from(column) / 12.0 * std::f64::consts::PI,
            );
            let (sin, cos) = libm::sincos(up);
            let (x, z) = libm::sincos(round);
            centre + glam::DVec3::new(x * sin, -cos, z * sin).as_vec3() * radius
        };
        let positions = (0..25).flat_map(|row| (0..24).map(move |column| place(row, column))).collect();
        let quad = |row: u16, column: u16| {
            let next = (column + 1) % 24;
            [row * 24 + column, row * 24 + next, row * 24 + 24 + next, row * 24 + 24 + column]
        };
        (positions, (0..24).flat_map(|row| (0..24).map(move |column| quad(row, column))).collect())
    }

    fn shadow_of_ball(height: f32) -> ShadowMap {
        let (positions, quads) = ball(Vec3::new(0.3, height, -0.2), 0.1);
        let mut map = ShadowMap::default();
        let occluder = Occluder { positions: &positions, quads: &quads, bounds: Bounds::of(&positions) };
        Workshop::default().cast(&Plane::floor(0.0), &[occluder], &mut map);
        map
    }

    #[test]
    fn a_shadow_is_darkest_under_what_touches() {
        let map = shadow_of_ball(0.1);
        let dark_at = |away: f32| map.at(Vec3::new(0.3 + away, 0.0, -0.2));
        let dark: Vec<f32> = (0..40_u8).map(|step| dark_at(f32::from(step) * 0.01)).collect();
        assert!(dark[0] > 0.3, "{dark:?}");
        assert!(dark.windows(2).all(|pair| pair[1] <= pair[0] + 1e-3), "{dark:?}");
        assert!(dark[39] < 0.02, "{dark:?}");
    }

    #[test]
    fn a_shadow_fades_with_height() {
        let under = |height| shadow_of_ball(height).at(Vec3::new(0.3, 0.0, -0.2));
        let dark: Vec<f32> = (0..12_u8).map(|step| under(0.1 + 0.1 * f32::from(step))).collect();
        assert!(dark.windows(2).all(|pair| pair[1] < pair[0] || pair[0] == 0.0), "{dark:?}");
        assert_eq!(dark.last(), Some(&0.0));
    }

    #[test]
    fn what_is_no_number_casts_no_shadow() {
        let positions = [Vec3::NAN, Vec3::INFINITY, Vec3::splat(1e30), Vec3::ZERO];
        let quads = [[0, 1, 2, 3], [3, 2, 1, 0], [3, 3, 3, 3], [9, 9, 9, 9]];
        let mut map = ShadowMap::default();
        let occluder = Occluder { positions: &positions, quads: &quads, bounds: Bounds::of(&positions) };
        Workshop::default().cast(&Plane::floor(0.0), &[occluder], &mut map);
        assert!(map.at(Vec3::ZERO) < 1.0);
        assert!(map.at(Vec3::NAN) <= 0.0);
    }
}
