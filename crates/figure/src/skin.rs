//! The skin of a placed body, as it is drawn: carried by the bones, and breathing.

use glam::Vec3;
use unknot_body::{Body, Frames, SkinVertex};

use crate::breath;
use crate::number::narrow;

/// The skin of a placed body: where its vertices are, in metres, and which way it faces there.
#[derive(Clone, Debug, PartialEq)]
pub struct Skin {
    /// Where each vertex is.
    pub positions: Vec<Vec3>,
    /// Which way the skin faces at each, of length 1.
    pub normals: Vec<Vec3>,
    vertices: Vec<SkinVertex>,
    /// How far each vertex rises with a breath, in metres.
    rises: Vec<f32>,
}

impl Skin {
    /// Returns the skin of a body as it was modelled: what does not change from frame to frame is computed once.
    #[must_use]
    pub fn new(body: &Body) -> Self {
        let shape = body.shape();
        Self {
            positions: shape.positions().to_vec(),
            normals: shape.normals().to_vec(),
            vertices: (0..shape.positions().len()).filter_map(|number| shape.vertex(number)).collect(),
            rises: breath::rises(shape),
        }
    }

    /// Returns the skin of a body whose bones are there, breathed out: for a single picture.
    #[must_use]
    pub fn of(body: &Body, frames: &Frames) -> Self {
        let mut skin = Self::new(body);
        skin.follow(frames, 0.0);
        skin
    }

    /// Moves the skin to where the bones of its body are, breathed in so far: from 0, breathed out, to 1.
    pub fn follow(&mut self, frames: &Frames, breath: f64) {
        let breath = if breath > 0.0 { narrow(breath.min(1.0)) } else { 0.0 };
        let places = self.positions.iter_mut().zip(&mut self.normals);
        for ((vertex, rise), (position, normal)) in self.vertices.iter().zip(&self.rises).zip(places) {
            let mut vertex = *vertex;
            vertex.position += vertex.normal * (rise * breath);
            let (at, faces) = frames.skin(&vertex);
            (*position, *normal) = (at.as_vec3(), faces.as_vec3());
        }
    }
}
