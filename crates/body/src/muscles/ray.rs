//! Where a way out of the body leaves the skin.

use glam::DVec3;

use crate::shape::Shape;

/// So many triangles, neighbours mostly as the faces of a shape follow each other, make a patch.
const PATCH: usize = 24;

/// A point of the skin, and which way the skin faces there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) point: DVec3,
    pub(super) normal: DVec3,
}

/// The faces of the left half of a shape's skin.
#[derive(Clone, Debug)]
pub(super) struct Skin {
    patches: Vec<Patch>,
}

/// Some triangles, and the ball around them: most patches are nowhere near a way.
#[derive(Clone, Debug)]
struct Patch {
    triangles: Vec<[u16; 3]>,
    middle: DVec3,
    radius_squared: f64,
}

impl Skin {
    /// Returns the left half of a shape's skin.
    pub(super) fn left(shape: &Shape) -> Self {
        let is_left = |vertex: &u16| shape.positions()[usize::from(*vertex)].x >= 0.0;
        let quads = shape.quads().iter().filter(|quad| quad.iter().all(is_left));
        let triangles: Vec<[u16; 3]> = quads.flat_map(|&[a, b, c, d]| [[a, b, c], [a, c, d]]).collect();
        Self { patches: triangles.chunks(PATCH).map(|triangles| Patch::of(shape, triangles)).collect() }
    }

    /// Returns where the way from a point in a direction, of length 1, first leaves the body that has this skin.
    pub(super) fn leave(&self, shape: &Shape, from: DVec3, towards: DVec3) -> Option<Hit> {
        let near = self.patches.iter().filter(|patch| patch.is_on(from, towards));
        let triangles = near.flat_map(|patch| &patch.triangles);
        let hits = triangles.filter_map(|triangle| left(shape, *triangle, from, towards));
        hits.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, hit)| hit)
    }
}

impl Patch {
    fn of(shape: &Shape, triangles: &[[u16; 3]]) -> Self {
        let corners = || triangles.iter().flatten().map(|&corner| point(shape, corner));
        let middle = corners().sum::<DVec3>() / (3 * triangles.len()) as f64;
        let radius_squared = corners().map(|corner| corner.distance_squared(middle)).fold(0.0, f64::max);
        Self { triangles: triangles.to_vec(), middle, radius_squared }
    }

    /// Returns whether a way from a point in a direction, of length 1, or the other way, goes through the ball.
    fn is_on(&self, from: DVec3, towards: DVec3) -> bool {
        let off = self.middle - from;
        let ahead = off.dot(towards);
        off.length_squared() - ahead * ahead <= self.radius_squared
    }
}

fn point(shape: &Shape, vertex: u16) -> DVec3 {
    shape.positions()[usize::from(vertex)].as_dvec3()
}

/// Returns how far away and where a way leaves the body through a triangle.
fn left(shape: &Shape, triangle: [u16; 3], from: DVec3, towards: DVec3) -> Option<(f64, Hit)> {
    let [a, b, c] = triangle.map(|corner| point(shape, corner) - from);
    // Twice the areas, seen along the way, of what its line makes with each edge.
    let areas = [b.cross(c), c.cross(a), a.cross(b)].map(|cross| cross.dot(towards));
    let whole: f64 = areas.iter().sum();
    if whole <= 0.0 || areas.iter().any(|area| *area < 0.0) {
        return None;
    }
    let mix = |[a, b, c]: [DVec3; 3]| (a * areas[0] + b * areas[1] + c * areas[2]) / whole;
    let away = mix([a, b, c]);
    let distance = away.dot(towards);
    let normals = triangle.map(|corner| shape.normals()[usize::from(corner)].as_dvec3());
    let normal = mix(normals).normalize_or(towards);
    (distance > 0.0).then_some((distance, Hit { point: from + away, normal }))
}
