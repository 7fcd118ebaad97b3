//! A facet as arithmetic: which side of its edges a sample is on, and how near the facet is there.

use super::facets::Label;
use super::fill::Samples;
use super::slopes::Slopes;
use super::vertices::Vertex;
use super::{SAMPLES, STEPS};
use crate::number::{narrow, whole};

/// Edge functions are held within this: so far from zero that a piece of a row cannot change their sign.
const HELD: i64 = 1 << 30;

/// Values of the four samples of a pixel.
type Four<T> = [T; 4];

/// The edge functions and the depth of a facet at a pixel, and how they change to the right and down.
pub(super) struct Walk<const CORNERS: usize> {
    /// The edge functions in the middle of the pixel, and by how much they are more at the first two samples; at the others,
    /// which lie opposite, they are so much less. They become four only where they are needed: written to memory one by
    /// one and read as four, they would keep the processor waiting.
    middles: [i32; CORNERS],
    offs: [[i32; 2]; CORNERS],
    inverse: Four<f32>,
    right: ([i32; CORNERS], f32),
    down: ([i32; CORNERS], f32),
}

/// A triangle of any size.
pub(super) struct Large {
    /// Each edge is across from the corner with its number.
    edges: [Edge; 3],
    depth: Depth,
}

/// An edge function: `x * right + y * down + constant` is 0 on the edge, positive inside.
#[derive(Clone, Copy)]
struct Edge {
    right: i32,
    down: i32,
    constant: i64,
}

/// One over the distance of a triangle, everywhere in the picture.
struct Depth {
    right: f32,
    down: f32,
    constant: f32,
}

impl Large {
    /// Returns a triangle whose places are counted from an origin.
    pub(super) fn new([a, b, c]: [&Vertex; 3], origin: [i32; 2]) -> Self {
        let edges = [Edge::new(b, c, origin), Edge::new(c, a, origin), Edge::new(a, b, origin)];
        let depth = Depth::new([a, b, c], &edges, origin);
        Self { edges, depth }
    }

    /// Returns the pixels, from and up to, of a row outside of which no sample is in the triangle; the row is so many
    /// steps below the origin and goes on to the last pixel.
    pub(super) fn reach(&self, down: i32, last: i32) -> (i32, i32) {
        let (mut from, mut to) = (0, i64::from(last) + 1);
        let steps = i64::from(STEPS);
        for edge in &self.edges {
            let most = edge.at(0, down).max(edge.at(0, down + STEPS));
            let pixel = i64::from(edge.right) * steps;
            match pixel.signum() {
                1 => from = from.max((-most).div_euclid(pixel) - 1),
                -1 => to = to.min(most.div_euclid(-pixel) + 2),
                _ if most < 0 => to = 0,
                _ => {}
            }
        }
        let held = |pixel: i64| i32::try_from(pixel.clamp(0, i64::from(last) + 1)).unwrap_or(0);
        (held(from), held(to))
    }

    /// Returns the values at the four samples of the pixel that begins so many steps from the origin. They are good for
    /// a piece of a row.
    pub(super) fn walk(&self, x: i32, y: i32) -> Walk<3> {
        let held = |edge: i64| i32::try_from(edge.clamp(-HELD, HELD)).unwrap_or(0);
        let middles = self.edges.map(|edge| held(edge.at(x + STEPS / 2, y + STEPS / 2)));
        let steps = (self.edges.map(|edge| edge.right), self.edges.map(|edge| edge.down));
        Walk::new(middles, self.depth.samples(x, y), steps, &self.depth)
    }
}

/// Returns 1 for one of the two directions of an edge and 0 for the other: so much less is the edge function of the
/// facet that does not own the samples on the edge itself.
#[inline]
fn not_owned(right: i32, down: i32) -> i32 {
    i32::from(right < 0 || (right == 0 && down <= 0))
}

impl Edge {
    /// Returns the edge from one corner to the next, clockwise, for places counted from an origin.
    fn new(from: &Vertex, to: &Vertex, origin: [i32; 2]) -> Self {
        let (right, down) = (from.y - to.y, to.x - from.x);
        let constant = i64::from(origin[0] - from.x) * i64::from(right)
            + i64::from(origin[1] - from.y) * i64::from(down);
        Self { right, down, constant: constant - i64::from(not_owned(right, down)) }
    }

    fn at(&self, x: i32, y: i32) -> i64 {
        i64::from(x) * i64::from(self.right) + i64::from(y) * i64::from(self.down) + self.constant
    }
}

impl Depth {
    fn new([a, b, c]: [&Vertex; 3], edges: &[Edge; 3], origin: [i32; 2]) -> Self {
        let [_, of_b, of_c] = edges;
        // What two edge functions that meet at a corner say about the third.
        let area = f64::from(b.x - a.x) * f64::from(c.y - a.y) - f64::from(b.y - a.y) * f64::from(c.x - a.x);
        let (to_b, to_c) = (b.inverse - a.inverse, c.inverse - a.inverse);
        let share = 1.0 / narrow(area);
        let right = (of_b.right as f32 * to_b + of_c.right as f32 * to_c) * share;
        let down = (of_b.down as f32 * to_b + of_c.down as f32 * to_c) * share;
        let constant = a.inverse + right * (origin[0] - a.x) as f32 + down * (origin[1] - a.y) as f32;
        Self { right, down, constant }
    }

    /// Returns the values at the four samples of the pixel that begins so many steps from the origin.
    #[inline]
    fn samples(&self, x: i32, y: i32) -> Four<f32> {
        let here = self.constant + self.right * x as f32 + self.down * y as f32;
        SAMPLES.map(|[right, down]| here + self.right * right as f32 + self.down * down as f32)
    }
}

impl<const CORNERS: usize> Walk<CORNERS> {
    /// Returns the values at the four samples of the pixel at the origin, of a facet that is small.
    #[inline]
    pub(super) fn small(corners: &[&Vertex; CORNERS], origin: [i32; 2], slopes: &Slopes<CORNERS>) -> Self {
        let [x, y] = [corners.map(|corner| corner.x - origin[0]), corners.map(|corner| corner.y - origin[1])];
        let mut middles = [0; CORNERS];
        let (mut right, mut down) = ([0; CORNERS], [0; CORNERS]);
        for from in 0..CORNERS {
            let to = (from + 1) % CORNERS;
            (right[from], down[from]) = (y[from] - y[to], x[to] - x[from]);
            let (across, along) = (STEPS / 2 - x[from], STEPS / 2 - y[from]);
            middles[from] = across * right[from] + along * down[from] - not_owned(right[from], down[from]);
        }
        let slope = slopes.of(corners.map(|corner| corner.inverse));
        let constant = slope.first - slope.right * x[0] as f32 - slope.down * y[0] as f32;
        let depth = Depth { right: slope.right, down: slope.down, constant };
        Self::new(middles, depth.samples(0, 0), (right, down), &depth)
    }

    /// Returns the values so many pixels to the right and down, still beside a facet that is small.
    #[inline]
    pub(super) fn moved(&self, right: i32, down: i32) -> Self {
        let mut middles = self.middles;
        for (edge, middle) in middles.iter_mut().enumerate() {
            *middle += self.right.0[edge] * right + self.down.0[edge] * down;
        }
        let change = self.right.1 * right as f32 + self.down.1 * down as f32;
        Self { middles, inverse: self.inverse.map(|inverse| inverse + change), ..*self }
    }

    /// Returns the pixels, from and up to, outside of which no sample of this row is in the facet, of so many.
    #[inline]
    pub(super) fn reach(&self, width: i32) -> (i32, i32) {
        let (mut from, mut to) = (0, width);
        for ((middle, [one, other]), &right) in self.middles.iter().zip(&self.offs).zip(&self.right.0) {
            let most = middle + one.abs().max(other.abs());
            // One pixel more than needed, so that rounding cannot take one away.
            let pixels = -(most as f32) / right as f32;
            match right.signum() {
                1 => from = from.max(whole(pixels) - 1),
                -1 => to = to.min(whole(pixels) + 2),
                _ if most < 0 => to = 0,
                _ => {}
            }
        }
        (from, to)
    }

    #[inline]
    fn new(
        middles: [i32; CORNERS],
        inverse: Four<f32>,
        (right, down): ([i32; CORNERS], [i32; CORNERS]),
        depth: &Depth,
    ) -> Self {
        let pixel = STEPS as f32;
        let off =
            |edge: usize, [x, y]: [i32; 2]| (x - STEPS / 2) * right[edge] + (y - STEPS / 2) * down[edge];
        Self {
            middles,
            offs: std::array::from_fn(|edge| [off(edge, SAMPLES[0]), off(edge, SAMPLES[1])]),
            inverse,
            right: (right.map(|step| step * STEPS), depth.right * pixel),
            down: (down.map(|step| step * STEPS), depth.down * pixel),
        }
    }

    /// Walks over a rectangle of pixels, so many wide, in lines of so many; notes the facet wherever it is nearer
    /// than what is there.
    ///
    /// Whole numbers throughout (those that are positive have the order of the floating ones with the same
    /// bits), and signs instead of branches: so the four samples become one instruction each. Not inlined, or the
    /// compiler takes the four apart.
    #[inline(never)]
    pub(super) fn over(&self, pixels: &mut [Samples], line: usize, width: usize, label: Label) {
        let (mut line_edges, mut line_inverse) = ([[0; 4]; CORNERS], self.inverse);
        for (edge, (middle, [one, other])) in line_edges.iter_mut().zip(self.middles.iter().zip(self.offs)) {
            *edge = [middle + one, middle + other, middle - other, middle - one];
        }
        for pixels in pixels.chunks_mut(line) {
            let (mut edges, mut inverse) = (line_edges, line_inverse);
            let width = width.min(pixels.len());
            for pixel in &mut pixels[..width] {
                let mut outside = edges[0];
                for edge in &edges[1..] {
                    for sample in 0..4 {
                        outside[sample] |= edge[sample];
                    }
                }
                for sample in 0..4 {
                    let nearness = inverse[sample].to_bits().cast_signed();
                    let nearer = pixel.nearness[sample].wrapping_sub(nearness);
                    let taken = (nearer & !outside[sample]) >> 31;
                    pixel.nearness[sample] ^= (pixel.nearness[sample] ^ nearness) & taken;
                    pixel.label[sample] ^= (pixel.label[sample] ^ label) & taken;
                }
                step(&mut edges, &mut inverse, &self.right);
            }
            step(&mut line_edges, &mut line_inverse, &self.down);
        }
    }
}

/// Goes a pixel on.
#[inline(always)]
fn step<const CORNERS: usize>(
    edges: &mut [Four<i32>; CORNERS],
    inverse: &mut Four<f32>,
    by: &([i32; CORNERS], f32),
) {
    for (edge, by) in edges.iter_mut().zip(by.0) {
        for value in edge {
            *value = value.wrapping_add(by);
        }
    }
    for value in inverse {
        *value += by.1;
    }
}
