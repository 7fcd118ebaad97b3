//! How far things are from a plane, seen from behind it.

use glam::Vec3;

use super::Plane;
use crate::bounds::Bounds;
use crate::number::{floor, index, least, most, signed, split};

/// The side of a texel, in metres, unless so many would be needed that they have to be coarser.
const TEXEL: f32 = 0.02;
/// The most texels to a side.
pub(crate) const MOST: i32 = 256;
/// What is farther from the plane than this, in metres, casts no shadow.
pub(super) const REACH: f32 = 0.9;
/// A body may sink this far into what it rests on, in metres; what is deeper is on the other side.
pub(super) const SUNK: f32 = 0.04;
/// Farther along the plane than this, in metres, nothing is looked for.
const FARTHEST: f32 = 1e5;
/// Room around what is seen for the shadow to spread, in texels.
const MARGIN: i32 = 36;
/// Texels to a side of the groups in which the widest shadow is blurred; the map is made of whole ones.
pub(super) const GROUP: usize = 4;

/// Something that casts a shadow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occluder<'a> {
    pub(crate) positions: &'a [Vec3],
    pub(crate) quads: &'a [[u16; 4]],
    pub(crate) bounds: Bounds,
}

/// The distance from the plane of what is nearest to it, for every texel.
#[derive(Clone, Debug)]
pub(crate) struct Heights {
    /// The side of a texel, in metres.
    pub(super) texel: f32,
    /// The first texel, counted from the plane's origin, so that a body that moves does not shift the grid.
    pub(super) first: [i32; 2],
    /// Texels along the two directions.
    pub(super) size: [usize; 2],
    /// The distance in metres; [`f32::MAX`] where there is nothing.
    pub(super) nearest: Vec<f32>,
    /// Every vertex in the plane's axes; the first two in texels from the first.
    local: Vec<Vec3>,
}

impl Default for Heights {
    fn default() -> Self {
        Self { texel: TEXEL, first: [0; 2], size: [0; 2], nearest: Vec::new(), local: Vec::new() }
    }
}

impl Heights {
    /// Looks at things from behind a plane.
    pub(super) fn look(&mut self, plane: &Plane, occluders: &[Occluder<'_>]) {
        self.local.clear();
        let near = || occluders.iter().filter(|occluder| plane.meets(&occluder.bounds));
        for occluder in near() {
            self.local.extend(occluder.positions.iter().map(|&position| plane.local(position)));
        }
        self.frame(plane);
        self.nearest.clear();
        self.nearest.resize(self.size[0] * self.size[1], f32::MAX);
        if self.nearest.is_empty() {
            return;
        }
        let mut base = 0;
        for occluder in near() {
            let local = &self.local[base..base + occluder.positions.len()];
            for quad in occluder.quads {
                let corner = |corner: usize| local.get(usize::from(quad[corner]));
                if let (Some(a), Some(b), Some(c), Some(d)) = (corner(0), corner(1), corner(2), corner(3)) {
                    quad_nearest(&mut self.nearest, self.size, [a, b, c, d]);
                }
            }
            base += occluder.positions.len();
        }
    }

    /// Chooses the texels from what is near enough, and moves all vertices there.
    fn frame(&mut self, plane: &Plane) {
        let [mut low, mut high] = [[f32::MAX; 2], [f32::MIN; 2]];
        let limit = plane.half.map(|half| least(half, FARTHEST));
        for local in self.local.iter().filter(|local| local.z > -SUNK && local.z < REACH) {
            for (axis, place) in [local.x, local.y].into_iter().enumerate() {
                let place = most(least(place, limit[axis]), -limit[axis]);
                low[axis] = least(place, low[axis]);
                high[axis] = most(place, high[axis]);
            }
        }
        if low[0] > high[0] || low[1] > high[1] {
            self.size = [0; 2];
            return;
        }
        let longest = (high[0] - low[0]).max(high[1] - low[1]);
        let group = signed(GROUP);
        self.texel = TEXEL.max(longest / (MOST - 2 * MARGIN - 2 * group) as f32);
        for axis in [0, 1] {
            let texel = |place: f32| floor(place / self.texel);
            self.first[axis] = (texel(low[axis]) - MARGIN).div_euclid(group) * group;
            let texels = texel(high[axis]).saturating_add(MARGIN).saturating_sub(self.first[axis]);
            self.size[axis] = index((texels / group + 1).min(MOST / group) * group);
        }
        let (texels, first) = (1.0 / self.texel, self.first.map(|first| first as f32));
        for local in &mut self.local {
            local.x = local.x * texels - first[0];
            local.y = local.y * texels - first[1];
        }
    }
}

/// Notes a quad in every texel whose middle it covers, if it is near enough and faces the plane.
#[inline]
fn quad_nearest(nearest: &mut [f32], size: [usize; 2], [a, b, c, d]: [&Vec3; 4]) {
    let low = least(least(a.z, b.z), least(c.z, d.z));
    // Written so that what is no number is left out.
    if !(low < REACH && low > -SUNK) {
        return;
    }
    // Whoever looks from behind sees what faces the plane turning clockwise.
    if (c.x - a.x) * (d.y - b.y) - (c.y - a.y) * (d.x - b.x) >= 0.0 {
        return;
    }
    let texels = |p: f32, q: f32, r: f32, s: f32, size: usize| {
        let size = size as f32;
        let held = |place: f32| split(most(least(place + 0.5, size), 0.0)).0;
        held(least(least(p, q), least(r, s)))..held(most(most(p, q), most(r, s)))
    };
    let columns = texels(a.x, b.x, c.x, d.x, size[0]);
    let rows = texels(a.y, b.y, c.y, d.y, size[1]);
    if columns.is_empty() || rows.is_empty() {
        return;
    }
    for [a, b, c] in [[a, b, c], [a, c, d]] {
        let (ab, ac) = (*b - *a, *c - *a);
        let area = ab.x * ac.y - ab.y * ac.x;
        if area >= 0.0 {
            continue;
        }
        let (rise_b, rise_c) = (ab.z / area, ac.z / area);
        for row in rows.clone() {
            let y = row as f32 + 0.5 - a.y;
            for column in columns.clone() {
                let x = column as f32 + 0.5 - a.x;
                let (of_b, of_c) = (x * ac.y - y * ac.x, ab.x * y - ab.y * x);
                if of_b <= 0.0 && of_c <= 0.0 && of_b + of_c >= area {
                    let height = most(a.z + of_b * rise_b + of_c * rise_c, 0.0);
                    let texel = &mut nearest[row * size[0] + column];
                    *texel = least(height, *texel);
                }
            }
        }
    }
}
