//! Skinning: where every vertex of a body's skin is, carried by the bones.

use glam::{DMat3, DVec3, Mat3, Vec3};
use unknot_body::{Body, Bone, Frames};

/// The skin of a placed body: where its vertices are, in metres, and which way it faces there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Skin {
    /// Where each vertex is.
    pub positions: Vec<Vec3>,
    /// Which way the skin faces at each, of length 1.
    pub normals: Vec<Vec3>,
}

impl Skin {
    /// Returns the skin of a body whose bones are there: each vertex is the mean of where its bones would have
    /// it (linear blend skinning).
    #[must_use]
    pub fn of(body: &Body, frames: &Frames) -> Self {
        let mut skin = Self::default();
        skin.follow(body, frames);
        skin
    }

    /// The same in place, for the next of many frames.
    pub fn follow(&mut self, body: &Body, frames: &Frames) {
        let carried: Vec<(Mat3, Vec3)> = Bone::ALL
            .iter()
            .map(|&bone| {
                let turn: DMat3 = frames.rotation(bone);
                let shift: DVec3 = frames.head(bone) - turn * body.rest().head(bone);
                (turn.as_mat3(), shift.as_vec3())
            })
            .collect();
        self.positions.clear();
        self.normals.clear();
        let shape = body.shape();
        let vertices = shape.positions().iter().zip(shape.normals()).zip(shape.weights());
        for ((&position, &normal), bones) in vertices {
            let (mut at, mut faces) = (Vec3::ZERO, Vec3::ZERO);
            for &(bone, share) in bones.iter().filter(|(_, share)| *share > 0) {
                let (turn, shift) = &carried[usize::from(bone)];
                let share = f32::from(share) / 255.0;
                at += (*turn * position + *shift) * share;
                faces += *turn * normal * share;
            }
            self.positions.push(at);
            self.normals.push(faces.normalize_or_zero());
        }
    }
}
