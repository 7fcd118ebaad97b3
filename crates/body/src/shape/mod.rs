//! The shape of a body: its bones and its skin as they were modelled, arms out and elbows a little bent.
//!
//! Metres; x to the person's left, y up, z forward; the soles near height 0, the middle at x = 0.

mod anatomy;
mod bone;
mod build;
mod marker;

pub use anatomy::{Anatomy, AnatomyError};
pub use bone::{BONES, Bone};
pub use build::{BodyShape, Build};
pub use marker::Marker;

use std::collections::BTreeMap;

use glam::{DVec3, Vec3};

use crate::side::Side;

/// What a vertex of the figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Material {
    /// The suit.
    Suit,
    /// Bare skin.
    Skin,
    /// An eye.
    Eye,
}

/// The shape of a body: its bones and its skin as they were modelled.
#[derive(Clone, Debug)]
pub struct Shape {
    heads: [DVec3; BONES],
    markers: BTreeMap<(Marker, Option<Side>), DVec3>,
    positions: Vec<Vec3>,
    normals: Vec<Vec3>,
    weights: Vec<[(u8, u8); 4]>,
    materials: Vec<Material>,
    quads: Vec<[u16; 4]>,
}

impl Shape {
    /// Returns a shape from its parts: where the bones begin, places, and of the skin the vertices, which bones
    /// carry each with which share of 255, what each shows, and its faces, seen from outside against the clock.
    pub(super) fn new(
        heads: [DVec3; BONES],
        markers: BTreeMap<(Marker, Option<Side>), DVec3>,
        positions: Vec<Vec3>,
        weights: Vec<[(u8, u8); 4]>,
        materials: Vec<Material>,
        quads: Vec<[u16; 4]>,
    ) -> Self {
        let normals = normals(&positions, &quads);
        Self { heads, markers, positions, normals, weights, materials, quads }
    }

    /// Returns where a bone begins.
    #[must_use]
    pub fn bone_head(&self, bone: Bone) -> DVec3 {
        self.heads[bone.index()]
    }

    /// Returns where a place is; the middle of the body for one that is not known.
    #[must_use]
    pub fn marker(&self, marker: Marker, side: Option<Side>) -> DVec3 {
        self.markers.get(&(marker, side)).copied().unwrap_or_default()
    }

    /// Returns the vertices of the skin.
    #[must_use]
    pub fn positions(&self) -> &[Vec3] {
        &self.positions
    }

    /// Returns which way the skin faces at each vertex.
    #[must_use]
    pub fn normals(&self) -> &[Vec3] {
        &self.normals
    }

    /// Returns the bones that carry each vertex, by their places in [`Bone::ALL`], with their shares of 255.
    #[must_use]
    pub fn weights(&self) -> &[[(u8, u8); 4]] {
        &self.weights
    }

    /// Returns what each vertex shows.
    #[must_use]
    pub fn materials(&self) -> &[Material] {
        &self.materials
    }

    /// Returns the faces; a triangle repeats its last vertex.
    #[must_use]
    pub fn quads(&self) -> &[[u16; 4]] {
        &self.quads
    }
}

/// Returns smooth normals: of the faces around a vertex the mean, larger ones counting more.
fn normals(positions: &[Vec3], quads: &[[u16; 4]]) -> Vec<Vec3> {
    let mut normals = vec![Vec3::ZERO; positions.len()];
    for quad in quads {
        let [a, b, c, d] = quad.map(|index| positions[usize::from(index)]);
        let face = (c - a).cross(d - b);
        for &index in quad {
            normals[usize::from(index)] += face;
        }
    }
    normals.into_iter().map(Vec3::normalize_or_zero).collect()
}
