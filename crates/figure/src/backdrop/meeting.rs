//! Where a ray meets the floor and the wall, and what there is.

use glam::Vec3;

use super::View;
use crate::shadow::{Plane, ShadowMap};

/// How far the floor reaches, relative to half of what the picture shows.
pub(crate) const FLOOR_REACH: f32 = 1.3;
/// How far the wall reaches to each side of what the camera looks at, relative to the same.
pub(crate) const WALL_REACH: f32 = 1.5;
/// At this height over the floor the wall has faded, in metres.
pub(crate) const WALL_TOP: f32 = 2.7;
/// How dark the corner between floor and wall is.
pub(crate) const CORNER: f32 = 0.18;
/// How far from the corner half of that is gone, in metres.
pub(crate) const CORNER_REACH: f32 = 0.10;
/// So many pixels behind the edge between floor and wall, the one hides the other from all neighbouring knots too.
const HIDDEN: f32 = 32.0;

/// What a ray sees of the backdrop: how plain the floor and how dark the shadow on it is, the same for the wall, and
/// how much wall there is rather than floor: below 0 for the floor in front of it, above 1 for the wall above it,
/// so that what is between can be found in between.
pub(super) type Seen = [f32; 5];

impl View<'_> {
    /// Returns what a ray sees that leads there from the eye.
    #[inline]
    pub(super) fn along(&self, ray: Vec3) -> Seen {
        let to_floor = self.floor.and_then(|(height, _)| distance(height - self.lens.eye.y, ray.y));
        let to_wall =
            self.wall.and_then(|(wall, _)| distance(-wall.local(self.lens.eye).z, ray.dot(wall.axes[2])));
        let share = match (to_wall, to_floor) {
            (None, _) => 0.0,
            (Some(_), None) => 2.0,
            // The edge is smoothed over the height that a pixel spans there.
            (Some(there), Some(_)) => {
                let above = self.lens.eye.y + ray.y * there - self.floor_height();
                (above * self.lens.focal / there + 0.5).clamp(-1e3, 1e3)
            }
        };
        // What is so well hidden is not looked at.
        let to_floor = to_floor.filter(|_| share < HIDDEN);
        let to_wall = to_wall.filter(|_| share > -HIDDEN);
        let [floor, on_floor] = to_floor.map_or([0.0; 2], |there| self.floor_at(self.lens.eye + ray * there));
        let [wall, on_wall] = match (self.wall, to_wall) {
            (Some((wall, shadow)), Some(there)) => self.wall_at(self.lens.eye + ray * there, &wall, shadow),
            _ => [0.0; 2],
        };
        [floor, on_floor, wall, on_wall, share]
    }

    fn floor_height(&self) -> f32 {
        self.floor.map_or(0.0, |(height, _)| height)
    }

    fn floor_at(&self, place: Vec3) -> [f32; 2] {
        let off = (place - self.lens.target) / (self.lens.framed * FLOOR_REACH);
        let plain = fade(off.x * off.x + off.z * off.z);
        let corner = self.wall.map_or(0.0, |(wall, _)| corner(wall.local(place).z) * plain);
        let shadow = self.floor.map_or(0.0, |(_, shadow)| shadow.at(place));
        [plain, both(corner, shadow)]
    }

    fn wall_at(&self, place: Vec3, wall: &Plane, shadow: &ShadowMap) -> [f32; 2] {
        let aside = (place - self.lens.target).dot(wall.axes[0]) / (self.lens.framed * WALL_REACH);
        let height = place.y - self.floor_height();
        let plain = fade(aside * aside) * fade(height * height / (WALL_TOP * WALL_TOP));
        let corner = if self.floor.is_some() { corner(height) * plain } else { 0.0 };
        [plain, both(corner, shadow.at(place))]
    }
}

/// Returns how far along a ray a plane is that is so far away, where the ray goes so far with every metre; nothing
/// where it goes the other way.
fn distance(away: f32, goes: f32) -> Option<f32> {
    (away < 0.0 && goes < -1e-6).then(|| away / goes)
}

/// Returns 1 in the middle, falling smoothly to 0 where the squared distance is 1.
fn fade(squared: f32) -> f32 {
    let left = (1.0 - squared).max(0.0);
    left * left
}

/// Returns how much darker it is so far from the corner of floor and wall, in metres.
fn corner(away: f32) -> f32 {
    let relative = away.max(0.0) * (1.0 / CORNER_REACH);
    CORNER / (1.0 + relative * relative)
}

/// Returns the darkness of two shadows that fall on the same place.
fn both(one: f32, other: f32) -> f32 {
    one + other - one * other
}
