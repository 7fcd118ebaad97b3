//! A solid as a surface of quads.

use glam::Vec3;
use unknot_body::{PlacedSolid, Solid};

use super::{boxes, cylinder};
use crate::number::narrow;

/// The surface of one solid, in the axes of the room.
#[derive(Clone, Debug, Default)]
pub(super) struct Surface {
    pub(super) positions: Vec<Vec3>,
    pub(super) normals: Vec<Vec3>,
    pub(super) quads: Vec<[u16; 4]>,
    /// For every quad, which of a box's six faces it belongs to; empty for what has no flat faces.
    pub(super) faces: Vec<u8>,
}

/// A flat face of a box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    /// Its middle, in the axes of the room.
    pub(super) middle: Vec3,
    /// Two edges and the direction it faces, each of length one; right-handed in this order.
    pub(super) axes: [Vec3; 3],
    /// Half of its size along the two edges, in metres.
    pub(super) half: [f32; 2],
}

impl Surface {
    /// Returns the surface of a solid at its place.
    pub(super) fn new(placed: &PlacedSolid) -> Self {
        let rounding = narrow(placed.solid.rounding());
        let mut surface = match placed.solid {
            Solid::Box { half, .. } => boxes::surface(half.as_vec3(), rounding),
            Solid::Cylinder { radius, half_length, .. } => {
                cylinder::surface(narrow(radius), narrow(half_length), rounding)
            }
        };
        let (turn, shift) = (placed.at.matrix3.as_mat3(), placed.at.translation.as_vec3());
        for position in &mut surface.positions {
            *position = turn * *position + shift;
        }
        for normal in &mut surface.normals {
            *normal = turn * *normal;
        }
        surface
    }
}

/// Returns the six faces of a box in the order in which [`Surface::faces`] counts them; none of a cylinder.
pub(super) fn faces(placed: &PlacedSolid) -> Vec<Face> {
    let Solid::Box { half, .. } = placed.solid else { return Vec::new() };
    let half = half.as_vec3();
    let (turn, shift) = (placed.at.matrix3.as_mat3(), placed.at.translation.as_vec3());
    let face = |side: &boxes::Side| {
        let axes = side.axes();
        let extent = axes.map(|axis| axis.abs().dot(half));
        Face {
            middle: turn * (axes[2] * extent[2]) + shift,
            axes: axes.map(|axis| turn * axis),
            half: [extent[0], extent[1]],
        }
    };
    boxes::SIDES.iter().map(face).collect()
}

/// Returns how many steps a rounded edge is drawn in.
pub(super) fn steps(rounding: f32) -> u16 {
    match rounding {
        r if r >= 0.03 => 4,
        r if r >= 0.008 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use glam::{DAffine3, DVec3};
    use unknot_body::PropMaterial;

    fn placed(solid: Solid) -> PlacedSolid {
        let at =
            DAffine3::from_rotation_translation(glam::DQuat::from_rotation_y(0.5), DVec3::new(0.1, 0.4, 0.2));
        PlacedSolid { solid, at, material: PropMaterial::Wood }
    }

    fn all() -> [PlacedSolid; 4] {
        [
            placed(Solid::Box { half: DVec3::new(0.3, 0.2, 0.1), rounding: 0.04 }),
            placed(Solid::Box { half: DVec3::new(0.3, 0.01, 0.1), rounding: 0.0 }),
            placed(Solid::Cylinder { radius: 0.075, half_length: 0.45, rounding: 0.01 }),
            placed(Solid::Cylinder { radius: 0.2, half_length: 0.1, rounding: 0.1 }),
        ]
    }

    #[test]
    fn every_vertex_is_on_the_solid() {
        for solid in all() {
            let mesh = Surface::new(&solid);
            for (position, normal) in mesh.positions.iter().zip(&mesh.normals) {
                let away = solid.distance(position.as_dvec3());
                assert!(away.abs() < 1e-6, "{away} in {solid:?}");
                let out = solid.distance((*position + *normal * 0.01).as_dvec3());
                assert!((out - 0.01).abs() < 1e-4, "normals point outwards: {out} in {solid:?}");
            }
        }
    }

    #[test]
    fn every_quad_faces_outwards() {
        for solid in all() {
            let mesh = Surface::new(&solid);
            let mut volume = 0.0;
            for quad in &mesh.quads {
                let [a, b, c, d] = quad.map(|vertex| mesh.positions[usize::from(vertex)]);
                let normal = mesh.normals[usize::from(quad[0])] + mesh.normals[usize::from(quad[2])];
                for across in [(b - a).cross(c - a), (c - a).cross(d - a)] {
                    assert!(across.dot(normal) >= -1e-9);
                    volume += across.dot(a) / 6.0;
                }
            }
            let extents = solid.solid.half_extents();
            assert!(volume > 0.0 && f64::from(volume) <= 8.0 * extents.element_product());
        }
    }

    #[test]
    fn faces_are_where_the_surface_is() {
        for solid in all() {
            for face in faces(&solid) {
                assert!(solid.distance(face.middle.as_dvec3()).abs() < 1e-6);
                assert!(face.axes[0].cross(face.axes[1]).distance(face.axes[2]) < 1e-6);
                let out = face.middle + face.axes[2] * 0.05;
                assert!((solid.distance(out.as_dvec3()) - 0.05).abs() < 1e-6);
            }
        }
    }
}
