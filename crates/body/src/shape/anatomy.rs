//! The packed body: read once, then any shape is a sum of its parts.

use glam::{DVec3, Vec3};

use super::bytes::AnatomyError;
use super::half::Half;
use super::{BONES, Bone, Build, Marker, Material, Shape, read};
use crate::side::Side;

/// How many fields a shape is the sum of: neutral, towards a man, towards slim, towards heavy.
pub(super) const FIELDS: usize = 4;
/// How many steps of a packed coordinate a metre has.
pub(super) const STEPS_PER_METRE: u16 = 16_384;

/// Where a point is in the neutral shape, and how far it is moved towards a man, a slim and a heavy build; in steps.
pub(super) type Point = [[i16; 3]; FIELDS];

/// Everything that is known of bodies: any [`Shape`] is made of it.
///
/// Only what is on the midplane and on the left is kept; the right is its mirror image, so that left and right agree
/// to the last bit in whatever is made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anatomy {
    /// Where the bones of the midplane and of the left begin.
    pub(super) bones: Vec<Point>,
    /// The single markers, then those of the left.
    pub(super) markers: Vec<Point>,
    pub(super) vertices: Vec<Vertex>,
    pub(super) quads: Vec<[u16; 4]>,
}

/// A vertex of the skin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Vertex {
    pub(super) point: Point,
    /// Up to four bones with their shares of 255, the largest first.
    pub(super) weights: [(u8, u8); 4],
    pub(super) material: Material,
    pub(super) tint: u8,
    /// Whether it is its own mirror image.
    pub(super) middle: bool,
}

impl Anatomy {
    /// Reads a packed body.
    ///
    /// # Errors
    /// The bytes are something else, of another version, cut off, too many, or speak of what is not there.
    pub fn read(bytes: &[u8]) -> Result<Self, AnatomyError> {
        read::anatomy(bytes)
    }

    /// Returns the shape of a build.
    #[must_use]
    pub fn shape(&self, build: Build) -> Shape {
        let shares = build.shares();
        let mut heads = [DVec3::ZERO; BONES];
        for (bone, point) in Bone::ALL.iter().zip(&self.bones) {
            let head = place(point, shares);
            // The bones of the midplane are their own mirror images.
            heads[bone.mirrored().index()] = mirrored(head);
            heads[bone.index()] = head;
        }
        let markers = Marker::ALL.iter().zip(&self.markers);
        let markers = markers.map(|(&marker, point)| (marker, place(point, shares))).collect();
        let positions: Vec<Vec3> =
            self.vertices.iter().map(|vertex| place(&vertex.point, shares).as_vec3()).collect();
        Half { vertices: &self.vertices, quads: &self.quads, positions }.whole(heads, markers)
    }
}

/// Returns where a point is, in metres.
fn place(point: &Point, [man, slim, heavy]: [f64; 3]) -> DVec3 {
    let [neutral, to_man, to_slim, to_heavy] = point.map(|field| DVec3::from_array(field.map(f64::from)));
    (neutral + to_man * man + to_slim * slim + to_heavy * heavy) / f64::from(STEPS_PER_METRE)
}

/// Returns the mirror image of a point.
pub(super) fn mirrored(point: DVec3) -> DVec3 {
    DVec3::new(-point.x, point.y, point.z)
}

/// Returns the point of a side whose left is given.
pub(super) fn on(side: Side, left: DVec3) -> DVec3 {
    match side {
        Side::Left => left,
        Side::Right => mirrored(left),
    }
}
