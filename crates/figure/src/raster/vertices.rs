//! Vertices, moved into the picture and lit.

use glam::Vec3;

use super::STEPS;
use crate::lens::{Lens, NEAR};
use crate::mesh::{Mesh, Skin};
use crate::number::rounded;
use crate::palette::Colour;
use crate::shade::Lights;

/// Farther from the picture's middle than this, in pixels, a vertex has no whole-number place: its triangles are
/// clipped first.
pub(super) const GUARD: f32 = 16_000.0;

/// A vertex in the picture.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
pub(super) struct Vertex {
    /// Its place in steps of a pixel, from the left and from the top.
    pub(super) x: i32,
    pub(super) y: i32,
    /// One over its distance in front of the eye, per metre: it changes evenly across the picture.
    pub(super) inverse: f32,
    /// Its colour in the light, and a coverage of 1.
    pub(super) look: [f32; 4],
    /// Whether it can be used as it is.
    pub(super) state: State,
}

/// Whether a vertex can be used as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    /// It has a place in the picture, or beside it.
    #[default]
    Placed,
    /// It is behind the eye, or so far beside the picture that its place cannot be written.
    Beyond,
    /// Its position is no number.
    Nowhere,
}

/// Where the colours of a piece come from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Look<'a> {
    /// A skin with a colour at every vertex and an outline.
    Skin(&'a Mesh<'a>),
    /// One colour, and no outline, so that props stay behind.
    Plain(Colour),
}

/// A surface to be drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) positions: &'a [Vec3],
    pub(crate) normals: &'a [Vec3],
    pub(crate) quads: &'a [[u16; 4]],
    pub(crate) look: Look<'a>,
    /// For every quad, which receiver of shadows it belongs to, counted from 1; all belong to none where
    /// this is empty.
    pub(crate) receivers: &'a [u16],
}

/// All vertices of a picture.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vertices {
    pub(super) all: Vec<Vertex>,
}

impl Vertices {
    /// Moves the vertices of all pieces into the picture and lights them.
    pub(crate) fn place(&mut self, pieces: &[Piece<'_>], lens: &Lens, lights: &Lights, floor: f32) {
        self.all.clear();
        for piece in pieces {
            let vertices = piece.positions.iter().zip(piece.normals);
            match piece.look {
                Look::Plain(albedo) => {
                    let skin = Skin { albedo, lengthens: 0.0, works: 0.0 };
                    self.all.extend(vertices.map(|(&position, &normal)| {
                        let colour = lights.lit(&skin, normal, position.y - floor);
                        placed(lens, position, look(colour, 1.0))
                    }));
                }
                Look::Skin(mesh) => {
                    self.all.extend(vertices.enumerate().map(|(index, (&position, &normal))| {
                        let colour = lights.lit(&mesh.skin(index), normal, position.y - floor);
                        let to_eye = lens.eye - position;
                        let facing = normal.dot(to_eye) / to_eye.dot(to_eye).sqrt();
                        placed(lens, position, look(colour, lights.outline(facing.max(0.0))))
                    }));
                }
            }
        }
    }
}

/// Returns a colour, made so much lighter or darker, and a coverage of 1.
#[inline(always)]
fn look(colour: Colour, by: f32) -> [f32; 4] {
    let [red, green, blue] = colour.map(|channel| channel * by);
    [red, green, blue, 1.0]
}

/// Returns a vertex at a point of the room. Always inlined: what a vertex looks like is then written where it belongs,
/// rather than gathered on the way, for which processors wait.
#[inline(always)]
fn placed(lens: &Lens, position: Vec3, look: [f32; 4]) -> Vertex {
    let mut vertex = project(lens, lens.view(position), look);
    if !position.is_finite() {
        vertex.state = State::Nowhere;
    }
    vertex
}

/// Returns a vertex at a point in the camera's axes.
#[inline(always)]
pub(super) fn project(lens: &Lens, view: Vec3, look: [f32; 4]) -> Vertex {
    let inverse = 1.0 / view.z;
    let x = lens.focal * view.x * inverse;
    let y = -lens.focal * view.y * inverse;
    if view.z >= NEAR && x.abs() <= GUARD && y.abs() <= GUARD {
        let step = |from_middle: f32, middle: f32| rounded((from_middle + middle) * STEPS as f32);
        let (x, y) = (step(x, lens.middle[0]), step(y, lens.middle[1]));
        Vertex { x, y, inverse, look, state: State::Placed }
    } else {
        Vertex { look, state: State::Beyond, ..Vertex::default() }
    }
}
