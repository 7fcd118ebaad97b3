//! A triangle's colours, ready to be asked for at any place inside of it.

use super::triangles::Triangle;
use super::vertices::Vertex;

/// What a triangle looks like everywhere. It is made when the triangle is drawn into a band, as its corners are at
/// hand then, and kept until the band is coloured: so colouring looks nowhere but in the band's own small lists.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(super) struct Blend {
    /// The first corner: where it is and what it looks like.
    x: i32,
    y: i32,
    look: [f32; 4],
    /// What is added for every step to the right and down.
    right: [f32; 4],
    down: [f32; 4],
    /// The receiver of shadows that it belongs to, counted from 1; 0 for none.
    pub(super) receiver: u16,
    /// Whether it belongs to a body, rather than to a thing.
    pub(super) body: bool,
}

impl Blend {
    /// Returns the colours between the corners of a triangle that has an area.
    #[inline]
    pub(super) fn new(triangle: &Triangle, [a, b, c]: [&Vertex; 3]) -> Self {
        let [bx, by, cx, cy] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y].map(|steps| steps as f32);
        let share = 1.0 / (bx * cy - by * cx);
        let (mut right, mut down) = ([0.0; 4], [0.0; 4]);
        for channel in 0..4 {
            let (of_b, of_c) = (b.look[channel] - a.look[channel], c.look[channel] - a.look[channel]);
            right[channel] = (of_b * cy - of_c * by) * share;
            down[channel] = (of_c * bx - of_b * cx) * share;
        }
        let (receiver, body) = (triangle.receiver, triangle.body);
        Self { x: a.x, y: a.y, look: a.look, right, down, receiver, body }
    }

    /// Returns what the triangle looks like at a place inside of it.
    #[inline]
    pub(super) fn at(&self, x: i32, y: i32) -> [f32; 4] {
        let (right, down) = ((x - self.x) as f32, (y - self.y) as f32);
        std::array::from_fn(|channel| {
            self.look[channel] + (self.right[channel] * right + self.down[channel] * down)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_look_like_themselves() {
        let corner = |x, y, look| Vertex { x, y, look, ..Vertex::default() };
        let corners = [
            corner(16, 32, [0.1, 0.2, 0.3, 0.4]),
            corner(80, 40, [0.9, 0.2, 0.1, 0.0]),
            corner(20, 96, [0.5, 0.8, 0.7, 1.0]),
        ];
        let blend = Blend::new(&Triangle::default(), corners.each_ref());
        for corner in &corners {
            let look = blend.at(corner.x, corner.y);
            assert!(look.iter().zip(corner.look).all(|(one, other)| (one - other).abs() < 1e-5), "{look:?}");
        }
    }
}
