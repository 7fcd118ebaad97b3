//! The finished shadow on a plane.

use glam::Vec3;

use super::Plane;
use super::blur::Blur;
use super::heights::{GROUP, Heights, REACH};
use crate::number::{signed, split};
use crate::shade::SHADOW;

/// One of the shadows that together are the shadow: what is close makes it, and it spreads.
struct Reach {
    /// What is farther away than this makes none of it, in metres.
    height: f32,
    /// How far it spreads: the radius of the running mean, in texels (for the widest, in groups of texels).
    spread: usize,
}

/// What touches; what is close; and a body as a whole.
const REACHES: [Reach; 3] = [
    Reach { height: 0.06, spread: 1 },
    Reach { height: 0.25, spread: 4 },
    Reach { height: REACH, spread: 3 },
];

/// How dark every place of a plane is, from 0 (untouched) to 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct ShadowMap {
    /// From metres to texels from the first, for the two directions: a direction, and what is added.
    pub(crate) along: [Vec3; 2],
    pub(crate) shift: [f32; 2],
    pub(crate) size: [usize; 2],
    /// The last texel, beyond which there is nothing to blend with.
    pub(crate) last: [f32; 2],
    pub(crate) dark: Vec<f32>,
    /// The narrower shadows, and the widest in groups of texels.
    contact: Vec<f32>,
    close: Vec<f32>,
    whole: Vec<f32>,
    line: Vec<f32>,
}

impl ShadowMap {
    /// Makes darkness out of nearness.
    pub(super) fn darken(&mut self, plane: &Plane, heights: &Heights, blur: &mut Blur) {
        self.size = heights.size;
        self.last = heights.size.map(|size| size as f32 - 1.0);
        for axis in [0, 1] {
            self.along[axis] = plane.axes[axis] / heights.texel;
            // Values stand for the middles of texels.
            self.shift[axis] = -plane.origin.dot(self.along[axis]) - heights.first[axis] as f32 - 0.5;
        }
        let [width, height] = self.size;
        let [contact, close, whole] = &REACHES;
        let near = |reach: &Reach, height: f32| (1.0 - height / reach.height).max(0.0);
        let very_near = |reach: &Reach, height: f32| near(reach, height) * near(reach, height);
        self.contact.clear();
        self.contact.extend(heights.nearest.iter().map(|&height| very_near(contact, height)));
        self.close.clear();
        self.close.extend(heights.nearest.iter().map(|&height| very_near(close, height)));
        let groups = [width / GROUP, height / GROUP];
        self.whole.clear();
        self.whole.resize(groups[0] * groups[1], 0.0);
        for (row, line) in heights.nearest.chunks_exact(width.max(1)).enumerate() {
            let sums = &mut self.whole[row / GROUP * groups[0]..][..groups[0]];
            for (sum, group) in sums.iter_mut().zip(line.chunks_exact(GROUP)) {
                for &height in group {
                    *sum += near(whole, height) * (1.0 / (GROUP * GROUP) as f32);
                }
            }
        }
        blur.blur(&mut self.contact, width, contact.spread);
        blur.blur(&mut self.close, width, close.spread);
        blur.blur(&mut self.whole, groups[0], whole.spread);
        self.combine(groups);
    }

    /// Joins the three shadows.
    fn combine(&mut self, [columns, rows]: [usize; 2]) {
        self.dark.clear();
        if columns == 0 || rows == 0 {
            return;
        }
        let width = self.size[0];
        self.line.clear();
        self.line.resize(width, 0.0);
        let narrow = self.contact.chunks_exact(width).zip(self.close.chunks_exact(width));
        for (row, (contact, close)) in narrow.enumerate() {
            let (above, share) = between(row);
            let [above, below] = [above, above + 1].map(|row| row.clamp(1, rows) - 1);
            let [above, below] = [above, below].map(|row| &self.whole[row * columns..(row + 1) * columns]);
            let down = |column: usize| above[column] + (below[column] - above[column]) * share;
            // Four texels at a time lie between the middles of two groups; at both ends there are but two.
            let mut here = down(0);
            self.line[..GROUP / 2].fill(here);
            let (groups, rest) = self.line[GROUP / 2..].as_chunks_mut::<GROUP>();
            for (column, group) in (1..columns).zip(groups) {
                let next = down(column);
                for (texel, value) in group.iter_mut().enumerate() {
                    *value = here + (next - here) * between(texel + GROUP / 2).1;
                }
                here = next;
            }
            rest.fill(here);
            for ((contact, close), whole) in contact.iter().zip(close).zip(&self.line) {
                let light =
                    (1.0 - SHADOW[0] * contact) * (1.0 - SHADOW[1] * close) * (1.0 - SHADOW[2] * whole);
                self.dark.push(1.0 - light);
            }
        }
    }

    /// Returns how dark a place on the plane is.
    #[cfg(test)]
    pub(super) fn at(&self, place: Vec3) -> f32 {
        let [x, y] = self.texel(place);
        self.at_texel(x, y)
    }

    /// Returns how far a direction leads with every metre, in texels.
    #[inline]
    pub(crate) fn texels(&self, direction: Vec3) -> [f32; 2] {
        [direction.dot(self.along[0]), direction.dot(self.along[1])]
    }

    /// Returns where a place is, in texels.
    #[inline]
    pub(crate) fn texel(&self, place: Vec3) -> [f32; 2] {
        let [x, y] = self.texels(place);
        [x + self.shift[0], y + self.shift[1]]
    }

    /// Returns how dark it is at a place in texels; nothing is dark beyond the map.
    #[inline]
    pub(crate) fn at_texel(&self, x: f32, y: f32) -> f32 {
        // Also false for what is no number and where there is no map.
        if !(x >= 0.0 && y >= 0.0 && x < self.last[0] && y < self.last[1]) {
            return 0.0;
        }
        let ((column, right), (row, down)) = (split(x), split(y));
        let (first, width) = (row * self.size[0] + column, self.size[0]);
        // One slice, so that there is one thing to check.
        let Some(texels) = self.dark.get(first..first + width + 2) else { return 0.0 };
        let upper = texels[0] + (texels[1] - texels[0]) * right;
        let lower = texels[width] + (texels[width + 1] - texels[width]) * right;
        upper + (lower - upper) * down
    }
}

/// Returns the group (counted from 1) whose middle is before that of a texel, and how far the texel is from there
/// to the next one.
#[inline]
fn between(texel: usize) -> (usize, f32) {
    let halves = texel + GROUP / 2;
    (halves / GROUP, (signed(halves % GROUP) as f32 + 0.5) / GROUP as f32)
}
