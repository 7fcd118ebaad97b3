//! A skin to be drawn.

use glam::Vec3;

/// A closed surface of quads, as slices that somebody else owns.
///
/// What does not fit together is left out and never an error: a quad that names a vertex that is not there,
/// or one whose position is not finite.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mesh<'a> {
    /// The place of every vertex, in metres.
    pub positions: &'a [Vec3],
    /// The direction in which the surface faces at every vertex, of length one.
    pub normals: &'a [Vec3],
    /// Four vertices each, counter-clockwise as seen from outside. A triangle names its last one twice.
    pub quads: &'a [[u16; 4]],
    /// The colour of every vertex: linear red, green and blue from 0 to 1. White where there is none.
    pub albedo: &'a [[f32; 3]],
    /// How much every vertex is being lengthened, from 0 to 1: it glows. 0 where there is none.
    pub lengthens: &'a [f32],
    /// How hard every vertex works, from 0 to 1: it is tinted. 0 where there is none.
    pub works: &'a [f32],
}

/// What a vertex looks like before light falls on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Skin {
    pub(crate) albedo: [f32; 3],
    pub(crate) lengthens: f32,
    pub(crate) works: f32,
}

impl Mesh<'_> {
    /// Returns what a vertex looks like.
    pub(crate) fn skin(&self, vertex: usize) -> Skin {
        Skin {
            albedo: self.albedo.get(vertex).copied().unwrap_or([1.0; 3]),
            lengthens: self.lengthens.get(vertex).copied().unwrap_or(0.0),
            works: self.works.get(vertex).copied().unwrap_or(0.0),
        }
    }
}
