//! Boxes with rounded edges: each side is a flat quad with a rim that bends by 45° towards its neighbours.

use glam::Vec3;

use super::surface::{Surface, steps};
use crate::number::narrow;

/// One of the six sides of a box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    /// The axis that it faces along.
    axis: usize,
    /// Whether it faces against the axis.
    against: bool,
}

/// The sides in the order in which faces are counted.
pub(super) const SIDES: [Side; 6] = [
    Side { axis: 0, against: false },
    Side { axis: 0, against: true },
    Side { axis: 1, against: false },
    Side { axis: 1, against: true },
    Side { axis: 2, against: false },
    Side { axis: 2, against: true },
];

impl Side {
    /// Returns two edges and the direction it faces, right-handed in this order.
    pub(super) fn axes(self) -> [Vec3; 3] {
        let [along, across, out] =
            [self.axis + 1, self.axis + 2, self.axis].map(|axis| Vec3::AXES[axis % Vec3::AXES.len()]);
        if self.against { [along, -across, -out] } else { [along, across, out] }
    }
}

/// Returns the surface of a box from half its extents and the radius of its edges, in metres.
pub(super) fn surface(half: Vec3, rounding: f32) -> Surface {
    let lean = lean(steps(rounding));
    let inner = (half - Vec3::splat(rounding)).max(Vec3::ZERO);
    let mut surface = Surface::default();
    for (face, side) in (0..).zip(SIDES) {
        let [along, across, out] = side.axes();
        let first = u16::try_from(surface.positions.len()).unwrap_or(u16::MAX);
        for &(row, up) in &lean {
            for &(column, over) in &lean {
                let normal = (out + along * over + across * up).normalize_or(out);
                let corner = out + along * column + across * row;
                surface.positions.push(corner * inner + normal * rounding);
                surface.normals.push(normal);
            }
        }
        let side_length = u16::try_from(lean.len()).unwrap_or(u16::MAX);
        for row in 0..side_length - 1 {
            for column in 0..side_length - 1 {
                let corner = first + row * side_length + column;
                surface.quads.push([corner, corner + 1, corner + side_length + 1, corner + side_length]);
                surface.faces.push(face);
            }
        }
    }
    surface
}

/// Returns, from one edge of a side to the other, on which end (−1 or 1) a line of vertices is and how far its
/// normal leans (the tangent).
fn lean(steps: u16) -> Vec<(f32, f32)> {
    let quarter = std::f64::consts::FRAC_PI_4;
    let tangent = |step: u16| narrow(libm::tan(quarter * (1.0 - f64::from(step) / f64::from(steps))));
    let rising = (0..=steps).map(|step| (-1.0, -tangent(step)));
    let falling = (0..=steps).rev().map(|step| (1.0, tangent(step)));
    rising.chain(falling).collect()
}
