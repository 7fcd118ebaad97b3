//! A facet's colours, ready to be asked for at any place inside of it.

use super::facets::Facet;
use super::slopes::Slopes;
use super::vertices::Vertex;

/// What a facet looks like everywhere. It is made when the facet is drawn into a band, as its corners are at
/// hand then, and kept until the band is coloured: so colouring looks nowhere but in the band's own small lists.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(super) struct Blend {
    /// The first corner: where it is and what it looks like.
    x: f32,
    y: f32,
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
    /// Returns the colours between the corners of a facet.
    #[inline]
    pub(super) fn new<const CORNERS: usize>(
        facet: &Facet,
        corners: &[&Vertex; CORNERS],
        slopes: &Slopes<CORNERS>,
    ) -> Self {
        let [look, right, down] = slopes.of_all(corners.map(|corner| &corner.look));
        let (receiver, body) = (facet.receiver, facet.body);
        Self { x: corners[0].x as f32, y: corners[0].y as f32, look, right, down, receiver, body }
    }

    /// Returns what the facet looks like at a place inside of it.
    #[inline]
    pub(super) fn at(&self, x: f32, y: f32) -> [f32; 4] {
        let (right, down) = (x - self.x, y - self.y);
        let mut look = self.look;
        // A plain loop becomes one instruction a step, as a closure does not.
        for (channel, (by_right, by_down)) in look.iter_mut().zip(self.right.iter().zip(&self.down)) {
            *channel += by_right * right + by_down * down;
        }
        look
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
        let corners = corners.each_ref();
        let blend = Blend::new(&Facet::default(), &corners, &Slopes::new(&corners));
        for corner in corners {
            let look = blend.at(corner.x as f32, corner.y as f32);
            assert!(look.iter().zip(corner.look).all(|(one, other)| (one - other).abs() < 1e-5), "{look:?}");
        }
    }
}
