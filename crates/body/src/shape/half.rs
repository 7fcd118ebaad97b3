//! From the left half of a skin to the whole.

use glam::{DVec3, Vec3};

use super::anatomy::Vertex;
use super::centres::centres;
use super::{BONES, Bone, Marker, Shape};

/// The vertices of the midplane and of the left, where they are in a certain shape, and the faces between them.
pub(super) struct Half<'a> {
    pub(super) vertices: &'a [Vertex],
    pub(super) quads: &'a [[u16; 4]],
    pub(super) positions: Vec<Vec3>,
}

impl Half<'_> {
    /// Returns the whole shape: first all vertices of this half, then the mirror images of those of the left.
    pub(super) fn whole(self, heads: [DVec3; BONES], markers: Vec<(Marker, DVec3)>) -> Shape {
        let flipped = |point: &Vec3| Vec3::new(-point.x, point.y, point.z);
        let sums = self.normals();
        let areas: Vec<f32> = sums.iter().map(|sum| sum.length()).collect();
        let centres = self.doubled(&centres(self.vertices, &self.positions, &areas), flipped);
        let normals: Vec<_> = sums.into_iter().map(Vec3::normalize_or_zero).collect();
        let normals = self.doubled(&normals, flipped);
        let positions = self.doubled(&self.positions, flipped);
        let weights: Vec<_> = self.vertices.iter().map(|vertex| vertex.weights).collect();
        let weights = self.doubled(&weights, |four| four.map(|(bone, share)| (other_side(bone), share)));
        let materials: Vec<_> = self.vertices.iter().map(|vertex| vertex.material).collect();
        let materials = self.doubled(&materials, |material| *material);
        let tints: Vec<_> = self.vertices.iter().map(|vertex| vertex.tint).collect();
        let tints = self.doubled(&tints, |tint| *tint);
        let images = self.images();
        let quads = self.all_quads(&images);
        Shape { heads, markers, positions, normals, centres, weights, materials, tints, quads, images }
    }

    /// Returns what every vertex has, given what those of this half have.
    fn doubled<T: Clone>(&self, half: &[T], mirrored: impl Fn(&T) -> T) -> Vec<T> {
        let left = half.iter().zip(self.vertices).filter(|(_, vertex)| !vertex.middle);
        half.iter().cloned().chain(left.map(|(value, _)| mirrored(value))).collect()
    }

    /// Returns which vertex is the mirror image of each, of both sides.
    fn images(&self) -> Vec<u16> {
        let mut next = self.vertices.len();
        let left = (0..self.vertices.len()).map(|index| {
            let image = if self.vertices[index].middle { index } else { next };
            next += usize::from(!self.vertices[index].middle);
            u16::try_from(image).unwrap_or(u16::MAX)
        });
        let left: Vec<u16> = left.collect();
        let places: Vec<u16> = (0..=u16::MAX).take(left.len()).collect();
        let right = self.doubled(&places, |place| *place).into_iter().skip(left.len());
        left.iter().copied().chain(right).collect()
    }

    /// Returns the faces of both sides, given the mirror image of each vertex.
    fn all_quads(&self, images: &[u16]) -> Vec<[u16; 4]> {
        let image = |quad: &[u16; 4]| {
            let [a, b, c, d] = quad.map(|index| images[usize::from(index)]);
            // In a mirror the corners run the other way; a triangle still repeats its last.
            if c == d { [b, a, c, c] } else { [a, d, c, b] }
        };
        self.quads.iter().copied().chain(self.quads.iter().map(image)).collect()
    }

    /// Returns the sum of the normals of the faces around each vertex, as long as the faces are large.
    fn normals(&self) -> Vec<Vec3> {
        let mut normals = vec![Vec3::ZERO; self.positions.len()];
        for quad in self.quads {
            let [a, b, c, d] = quad.map(|index| self.positions[usize::from(index)]);
            let face = (c - a).cross(d - b);
            let corners = if quad[2] == quad[3] { 3 } else { 4 };
            for &index in &quad[..corners] {
                normals[usize::from(index)] += face;
            }
        }
        for (normal, vertex) in normals.iter_mut().zip(self.vertices) {
            if vertex.middle {
                // What the faces of the other side add to y and z, these have added already; in x they cancel out.
                normal.x = 0.0;
            }
        }
        normals
    }
}

/// Returns the place of the same bone of the other side.
pub(super) fn other_side(bone: u8) -> u8 {
    let other = Bone::ALL.get(usize::from(bone)).map(|bone| bone.mirrored().index());
    other.and_then(|other| u8::try_from(other).ok()).unwrap_or(bone)
}
