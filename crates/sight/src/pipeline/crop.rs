//! What a network sees of a region of a picture.

use crate::picture::Picture;

use super::region::Region;

/// What there is beside a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Black.
    Black,
    /// What is at its edge.
    Edge,
}

/// Where something is in a picture, in parts of a place: whole numbers are added quickly, and the same everywhere.
const PARTS: f64 = (1_u64 << 32) as f64;

/// Writes what there is in a region, as `size` rows of as many places, each between its four neighbours in the picture;
/// 0 to 255 becomes `range`.
pub(crate) fn crop(
    picture: &Picture<'_>,
    region: &Region,
    size: usize,
    beside: Beside,
    range: [f32; 2],
    out: &mut [f32],
) {
    if picture.depth() == 3 {
        Sampler::<3> { picture, beside }.crop(region, size, range, out);
    } else {
        Sampler::<4> { picture, beside }.crop(region, size, range, out);
    }
}

/// Colors between the places of a picture that has so many bytes for each.
struct Sampler<'s, const DEPTH: usize> {
    picture: &'s Picture<'s>,
    beside: Beside,
}

impl<const DEPTH: usize> Sampler<'_, DEPTH> {
    fn crop(&self, region: &Region, size: usize, range: [f32; 2], out: &mut [f32]) {
        let (low, scale) = (range[0], (range[1] - range[0]) / 255.0);
        let step = region.side / size as f64;
        let [right, down] = [region.turned([step, 0.0]), region.turned([0.0, step])];
        // Neighbours are told from the middle of a place.
        let first = region.in_picture([0.0, 0.0]).map(|at| at - 0.5);
        let first = [0, 1].map(|axis| first[axis] + (right[axis] + down[axis]) / 2.0);
        let right = right.map(parts);
        for (row, of_row) in out.chunks_exact_mut(3 * size).enumerate() {
            let mut at = [0, 1].map(|axis| parts(first[axis] + row as f64 * down[axis]));
            for place in of_row.as_chunks_mut::<3>().0 {
                let [red, green, blue, _] = self.at(at).map(|color| low + color * scale);
                *place = [red, green, blue];
                at = [at[0].wrapping_add(right[0]), at[1].wrapping_add(right[1])];
            }
        }
    }

    /// Returns the colors at a point, told from the middle of the first place.
    #[inline]
    fn at(&self, [x, y]: [i64; 2]) -> Colors {
        let [a, b, c, d] = self.four(x >> 32, y >> 32);
        let (across, along) = (share(x), share(y));
        std::array::from_fn(|color| {
            let over = a[color] + (b[color] - a[color]) * across;
            let under = c[color] + (d[color] - c[color]) * across;
            over + (under - over) * along
        })
    }

    /// Returns the colors of a place, of that beside it, and of the two below.
    #[inline]
    fn four(&self, column: i64, row: i64) -> [Colors; 4] {
        let (width, height) = (self.picture.width(), self.picture.height());
        let inside = usize::try_from(column).ok().zip(usize::try_from(row).ok());
        if let Some((x, y)) = inside.filter(|&(x, y)| x + 1 < width && y + 1 < height) {
            let places = self.picture.places::<DEPTH>();
            let (over, under) = (&places[y * width + x..][..2], &places[(y + 1) * width + x..][..2]);
            return [over[0], over[1], under[0], under[1]].map(colors);
        }
        [(0, 0), (1, 0), (0, 1), (1, 1)]
            .map(|(right, down)| self.color(column.saturating_add(right), row.saturating_add(down)))
    }

    /// Returns the colors of a place that may be beside the picture.
    fn color(&self, x: i64, y: i64) -> Colors {
        let nearest =
            |at: i64, length: usize| usize::try_from(at.max(0)).unwrap_or(usize::MAX).min(length - 1);
        let (column, row) = (nearest(x, self.picture.width()), nearest(y, self.picture.height()));
        let is_inside = i64::try_from(column) == Ok(x) && i64::try_from(row) == Ok(y);
        if !is_inside && self.beside == Beside::Black {
            return [0.0; 4];
        }
        colors(self.picture.places::<DEPTH>()[row * self.picture.width() + column])
    }
}

/// Red, green, blue, and a fourth that nobody looks at: four are computed as quickly as one.
type Colors = [f32; 4];

#[inline]
fn colors<const DEPTH: usize>(place: [u8; DEPTH]) -> Colors {
    std::array::from_fn(|color| place.get(color).copied().map_or(0.0, f32::from))
}

/// Returns how many parts of a place that is; what is further away than any picture reaches is as far as can be told.
#[allow(clippy::cast_possible_truncation, reason = "it is as far as can be told")]
fn parts(places: f64) -> i64 {
    (places * PARTS) as i64
}

/// Returns what is left of whole places, as a share of one.
fn share(parts: i64) -> f32 {
    const FINE: f32 = 1.0 / (1 << 24) as f32;
    ((parts >> 8) & 0xff_ffff) as f32 * FINE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture whose red tells the column, whose green tells the row.
    fn ramp() -> Vec<u8> {
        (0..16 * 8).flat_map(|place| [10 * (place % 16), 10 * (place / 16), 0]).collect()
    }

    fn cropped(region: &Region, beside: Beside) -> Vec<f32> {
        let mut out = vec![f32::NAN; 4 * 4 * 3];
        crop(&Picture::rgb(16, 8, &ramp()).unwrap(), region, 4, beside, [0.0, 255.0], &mut out);
        out
    }

    #[test]
    fn an_upright_region_of_the_same_size_is_taken_as_it_is() {
        let out = cropped(&Region { middle: [4.0, 4.0], side: 4.0, turn: 0.0 }, Beside::Black);
        for (place, color) in out.chunks(3).enumerate() {
            let wanted = [20.0 + 10.0 * (place % 4) as f32, 20.0 + 10.0 * (place / 4) as f32, 0.0];
            assert!(
                color.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-3),
                "{place}: {color:?}"
            );
        }
    }

    #[test]
    fn a_turned_region_is_seen_upright() {
        let turn = std::f64::consts::FRAC_PI_2;
        let out = cropped(&Region { middle: [4.0, 4.0], side: 4.0, turn }, Beside::Black);
        // Its upper left corner is the upper right one in the picture.
        assert!((out[0] - 50.0).abs() < 1e-3 && (out[1] - 20.0).abs() < 1e-3, "{:?}", &out[..3]);
    }

    #[test]
    fn beside_the_picture_is_black_or_its_edge() {
        let region = Region { middle: [0.0, 4.0], side: 4.0, turn: 0.0 };
        let (black, edge) = (cropped(&region, Beside::Black), cropped(&region, Beside::Edge));
        assert!(black[1].abs() < 1e-3 && (edge[1] - 20.0).abs() < 1e-3);
        // A whole place outside of a one by one picture, and beyond what fits an integer.
        let far = Region { middle: [1e30, -1e30], side: 1e30, turn: 0.3 };
        assert!(cropped(&far, Beside::Edge).iter().all(|color| color.is_finite()));
    }
}
