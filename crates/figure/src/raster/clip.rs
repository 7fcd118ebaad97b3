//! Cutting off what is behind the eye or far beside the picture. Rare, so it is simple rather than quick.

use glam::Vec3;

use super::vertices::{GUARD, Vertex, project};
use crate::lens::{Lens, NEAR};

/// A corner that is being clipped: its place in the camera's axes, and what it looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corner {
    pub(super) view: Vec3,
    pub(super) look: [f32; 4],
}

impl Corner {
    fn between(&self, other: &Self, share: f32) -> Self {
        Self {
            view: self.view + (other.view - self.view) * share,
            look: [0, 1, 2, 3].map(|c| self.look[c] + (other.look[c] - self.look[c]) * share),
        }
    }
}

/// Returns the corners of what is left of a triangle, in order; none where nothing is.
pub(super) fn clip(corners: [Corner; 3], lens: &Lens) -> Vec<Vertex> {
    // Half of the guard, so that rounding cannot put a clipped corner outside of it again.
    let wide = GUARD / 2.0 / lens.focal;
    let planes: [(Vec3, f32); 5] = [
        (Vec3::Z, NEAR * 1.001),
        (Vec3::new(1.0, 0.0, wide), 0.0),
        (Vec3::new(-1.0, 0.0, wide), 0.0),
        (Vec3::new(0.0, 1.0, wide), 0.0),
        (Vec3::new(0.0, -1.0, wide), 0.0),
    ];
    let mut polygon = corners.to_vec();
    for (direction, offset) in planes {
        let inside = |corner: &Corner| corner.view.dot(direction) - offset;
        let mut left = Vec::with_capacity(polygon.len() + 1);
        for (index, corner) in polygon.iter().enumerate() {
            let next = &polygon[(index + 1) % polygon.len()];
            let (here, there) = (inside(corner), inside(next));
            if here >= 0.0 {
                left.push(*corner);
            }
            if (here >= 0.0) != (there >= 0.0) {
                left.push(corner.between(next, here / (here - there)));
            }
        }
        polygon = left;
    }
    polygon.iter().map(|corner| project(lens, corner.view, corner.look)).collect()
}
