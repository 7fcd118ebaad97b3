//! The shape of a body: its bones and its skin as they were modelled, arms out and elbows a little bent.
//!
//! Metres; x to the person's left, y up, z forward. x = 0 is the midplane. The soles are at y = 0: exactly in the
//! neutral shape, within 2 mm in the others. The hip joints are at z = 0. The right is the mirror image of the left,
//! to the last bit, in everything: bones, markers, positions, normals, weights and faces.

mod anatomy;
mod bone;
mod build;
mod bytes;
mod centres;
mod half;
mod marker;
mod material;
mod read;
mod soften;
#[cfg(test)]
mod tests;

pub use anatomy::Anatomy;
pub use bone::{BONES, Bone};
pub use build::{BodyShape, Build};
pub use bytes::AnatomyError;
pub use marker::Marker;
pub use material::Material;

use glam::{DVec3, Vec3};

use crate::side::Side;

/// A vertex of the skin: where it is in the model, and what carries it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkinVertex {
    /// Where it is, in metres.
    pub position: Vec3,
    /// Which way the skin faces there, of length 1.
    pub normal: Vec3,
    /// About which point it turns while its bones disagree, in metres; see [`Shape::centres`].
    pub centre: Vec3,
    /// The bones that carry it; see [`Shape::weights`].
    pub weights: [(u8, u8); 4],
}

/// The shape of a body: its bones and its skin as they were modelled.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    heads: [DVec3; BONES],
    /// The markers of the midplane and of the left.
    markers: Vec<(Marker, DVec3)>,
    positions: Vec<Vec3>,
    normals: Vec<Vec3>,
    centres: Vec<Vec3>,
    weights: Vec<[(u8, u8); 4]>,
    materials: Vec<Material>,
    tints: Vec<u8>,
    quads: Vec<[u16; 4]>,
    images: Vec<u16>,
}

impl Shape {
    /// Returns where a bone begins.
    #[must_use]
    pub fn bone_head(&self, bone: Bone) -> DVec3 {
        self.heads[bone.index()]
    }

    /// Returns where a marker is. Of a paired one without a side that is the middle between both; a side changes
    /// nothing where there is but one.
    #[must_use]
    pub fn marker(&self, marker: Marker, side: Option<Side>) -> DVec3 {
        let found = self.markers.iter().find(|(one, _)| *one == marker);
        let left = found.map(|(_, place)| *place).unwrap_or_default();
        match side {
            Some(side) if marker.paired() => anatomy::on(side, left),
            _ => DVec3::new(0.0, left.y, left.z),
        }
    }

    /// Returns where the vertices are.
    #[must_use]
    pub fn positions(&self) -> &[Vec3] {
        &self.positions
    }

    /// Returns which way each vertex faces. Suit and skin are not sewn together, so their normals do not mix.
    #[must_use]
    pub fn normals(&self) -> &[Vec3] {
        &self.normals
    }

    /// Returns about which point each vertex turns while the bones that carry it disagree, in metres: the middle of
    /// the limb, there where it is. Of a vertex that one bone carries alone it is the vertex itself.
    #[must_use]
    pub fn centres(&self) -> &[Vec3] {
        &self.centres
    }

    /// Returns the bones that carry each vertex, by their places in [`Bone::ALL`], with their shares of 255; the
    /// largest first.
    #[must_use]
    pub fn weights(&self) -> &[[(u8, u8); 4]] {
        &self.weights
    }

    /// Returns a vertex as the bones carry it, if there is one of this number.
    #[must_use]
    pub fn vertex(&self, number: usize) -> Option<SkinVertex> {
        Some(SkinVertex {
            position: *self.positions.get(number)?,
            normal: *self.normals.get(number)?,
            centre: *self.centres.get(number)?,
            weights: *self.weights.get(number)?,
        })
    }

    /// Returns what each vertex shows.
    #[must_use]
    pub fn materials(&self) -> &[Material] {
        &self.materials
    }

    /// Returns how much of each vertex's material covers the skin below it, from 0 to 255: hair thins out towards
    /// the hairline. The suit covers all; bare skin is covered by nothing.
    #[must_use]
    pub fn tints(&self) -> &[u8] {
        &self.tints
    }

    /// Returns the faces, their corners against the clock seen from outside; a triangle repeats its last corner.
    /// They are not quite flat: drawn as two triangles they are 0 1 2 and 0 2 3.
    #[must_use]
    pub fn quads(&self) -> &[[u16; 4]] {
        &self.quads
    }

    /// Returns which vertex is the mirror image of each; those of the midplane are their own.
    pub(crate) fn images(&self) -> &[u16] {
        &self.images
    }
}
