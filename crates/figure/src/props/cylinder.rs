//! Cylinders around the x axis with rounded edges, turned on a lathe.

use glam::{Vec2, Vec3};

use super::surface::{Surface, steps};
use crate::number::narrow;

/// Quads around the axis.
const AROUND: u16 = 40;

/// A point of the outline that is turned: x along the axis, y away from it.
struct Outline {
    place: Vec2,
    normal: Vec2,
}

/// Returns the surface of a cylinder from its radius, half its length and the radius of its edges, in metres.
pub(super) fn surface(radius: f32, half_length: f32, rounding: f32) -> Surface {
    let outline = outline(radius, half_length, rounding);
    let mut surface = Surface::default();
    for point in &outline {
        for step in 0..AROUND {
            let (sin, cos) = libm::sincos(std::f64::consts::TAU * f64::from(step) / f64::from(AROUND));
            let turn = |p: Vec2| Vec3::new(p.x, p.y * narrow(cos), p.y * narrow(sin));
            surface.positions.push(turn(point.place));
            surface.normals.push(turn(point.normal));
        }
    }
    let rings = u16::try_from(outline.len()).unwrap_or(u16::MAX);
    for ring in 0..rings - 1 {
        for step in 0..AROUND {
            let [here, there] = [step, (step + 1) % AROUND].map(|step| ring * AROUND + step);
            surface.quads.push([here, there, there + AROUND, here + AROUND]);
        }
    }
    surface
}

/// Returns the outline from the middle of the one end to the middle of the other.
fn outline(radius: f32, half_length: f32, rounding: f32) -> Vec<Outline> {
    let corner = Vec2::new(half_length - rounding, radius - rounding);
    let steps = steps(rounding);
    let bend = |step: u16| {
        let (sin, cos) = libm::sincos(std::f64::consts::FRAC_PI_2 * f64::from(step) / f64::from(steps));
        let normal = Vec2::new(narrow(cos), narrow(sin));
        Outline { place: corner + normal * rounding, normal }
    };
    let end = Outline { place: Vec2::new(half_length, 0.0), normal: Vec2::X };
    let right: Vec<Outline> = std::iter::once(end).chain((0..=steps).map(bend)).collect();
    let flip = |p: Vec2| Vec2::new(-p.x, p.y);
    let left = right.iter().map(|o| Outline { place: flip(o.place), normal: flip(o.normal) });
    let mut outline: Vec<Outline> = left.collect();
    outline.extend(right.into_iter().rev());
    outline
}
