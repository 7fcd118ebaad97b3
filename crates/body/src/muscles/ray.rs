//! Where a way out of the body leaves the skin.

use glam::DVec3;

use crate::shape::Shape;

/// A point of the skin, and which way the skin faces there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) point: DVec3,
    pub(super) normal: DVec3,
}

/// The faces of the left half of a skin.
pub(super) struct Skin {
    triangles: Vec<Triangle>,
}

struct Triangle {
    corners: [Hit; 3],
    /// The middle, and the square of how far the corners are from it: most triangles are nowhere near a way.
    middle: DVec3,
    reach: f64,
}

impl Skin {
    /// Returns the left half of a shape's skin.
    pub(super) fn left(shape: &Shape) -> Self {
        let corner = |index: u16| Hit {
            point: shape.positions()[usize::from(index)].as_dvec3(),
            normal: shape.normals()[usize::from(index)].as_dvec3(),
        };
        let quads = shape.quads().iter().map(|quad| quad.map(corner));
        let left = quads.filter(|quad| quad.iter().all(|corner| corner.point.x >= 0.0));
        let triangles = left.flat_map(|[a, b, c, d]| [[a, b, c], [a, c, d]]).map(Triangle::of).collect();
        Self { triangles }
    }

    /// Returns where the way from a point in a direction, of length 1, first leaves the body.
    pub(super) fn leave(&self, from: DVec3, towards: DVec3) -> Option<Hit> {
        let hits = self.triangles.iter().filter_map(|triangle| triangle.left(from, towards));
        hits.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, hit)| hit)
    }
}

impl Triangle {
    fn of(corners: [Hit; 3]) -> Self {
        let middle = corners.iter().map(|corner| corner.point).sum::<DVec3>() / 3.0;
        let reach = corners.iter().map(|corner| corner.point.distance_squared(middle)).fold(0.0, f64::max);
        Self { corners, middle, reach }
    }

    /// Returns how far away and where a way leaves the body through this triangle.
    fn left(&self, from: DVec3, towards: DVec3) -> Option<(f64, Hit)> {
        let off = self.middle - from;
        let ahead = off.dot(towards);
        if off.length_squared() - ahead * ahead > self.reach {
            return None;
        }
        let [a, b, c] = self.corners.map(|corner| corner.point - from);
        // Twice the areas, seen along the way, of what its line makes with each edge.
        let areas = [b.cross(c), c.cross(a), a.cross(b)].map(|cross| cross.dot(towards));
        let whole: f64 = areas.iter().sum();
        if whole <= 0.0 || areas.iter().any(|area| *area < 0.0) {
            return None;
        }
        let mix = |[a, b, c]: [DVec3; 3]| (a * areas[0] + b * areas[1] + c * areas[2]) / whole;
        let away = mix([a, b, c]);
        let distance = away.dot(towards);
        let normal = mix(self.corners.map(|corner| corner.normal)).normalize_or(towards);
        (distance > 0.0).then_some((distance, Hit { point: from + away, normal }))
    }
}
