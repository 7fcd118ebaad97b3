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
    triangles: Vec<[Hit; 3]>,
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
        let triangles = left.flat_map(|[a, b, c, d]| [[a, b, c], [a, c, d]]).collect();
        Self { triangles }
    }

    /// Returns where the way from a point in a direction, of length 1, first leaves the body.
    pub(super) fn leave(&self, from: DVec3, towards: DVec3) -> Option<Hit> {
        let hits = self.triangles.iter().filter_map(|triangle| through(triangle, from, towards));
        hits.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, hit)| hit)
    }
}

/// Returns how far away and where a triangle is left that faces along with the way.
fn through(triangle: &[Hit; 3], from: DVec3, towards: DVec3) -> Option<(f64, Hit)> {
    let [a, b, c] = triangle.map(|corner| corner.point - from);
    // Twice the areas, seen along the way, of what the way's line makes with each edge.
    let areas = [b.cross(c), c.cross(a), a.cross(b)].map(|cross| cross.dot(towards));
    let whole: f64 = areas.iter().sum();
    if whole <= 0.0 || areas.iter().any(|area| *area < 0.0) {
        return None;
    }
    let mix = |[a, b, c]: [DVec3; 3]| (a * areas[0] + b * areas[1] + c * areas[2]) / whole;
    let away = mix([a, b, c]);
    let distance = away.dot(towards);
    let normal = mix(triangle.map(|corner| corner.normal)).normalize_or(towards);
    (distance > 0.0).then_some((distance, Hit { point: from + away, normal }))
}
