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
    let (low, scale) = (range[0], (range[1] - range[0]) / 255.0);
    let step = region.side / size as f64;
    let [right, down] = [region.turned([step, 0.0]), region.turned([0.0, step])];
    // Neighbours are told from the middle of a place.
    let [x, y] = region.in_picture([0.0, 0.0]).map(|at| at - 0.5);
    let first = [x + (right[0] + down[0]) / 2.0, y + (right[1] + down[1]) / 2.0];
    let sampler = Sampler { picture, beside };
    for (row, of_row) in out.chunks_exact_mut(3 * size).enumerate() {
        let start = [first[0] + row as f64 * down[0], first[1] + row as f64 * down[1]];
        for (column, place) in of_row.chunks_exact_mut(3).enumerate() {
            let at = [start[0] + column as f64 * right[0], start[1] + column as f64 * right[1]];
            for (to, color) in place.iter_mut().zip(sampler.at(at)) {
                *to = low + color * scale;
            }
        }
    }
}

struct Sampler<'s> {
    picture: &'s Picture<'s>,
    beside: Beside,
}

impl Sampler<'_> {
    /// Returns the colors at a point, told from the middle of the first place.
    #[inline]
    fn at(&self, [x, y]: [f64; 2]) -> [f32; 3] {
        let (left, upper) = (libm::floor(x), libm::floor(y));
        #[allow(
            clippy::cast_possible_truncation,
            reason = "regions reach not far beyond pictures; else it saturates"
        )]
        let (column, row, across, along) = (left as i64, upper as i64, (x - left) as f32, (y - upper) as f32);
        let [[a, b], [c, d]] = self.four(column, row);
        std::array::from_fn(|color| {
            let over = a[color] + (b[color] - a[color]) * across;
            let under = c[color] + (d[color] - c[color]) * across;
            over + (under - over) * along
        })
    }

    /// Returns the colors of a place, of that beside it, and of the two below.
    #[inline]
    fn four(&self, column: i64, row: i64) -> [[[f32; 3]; 2]; 2] {
        let (width, height) = (self.picture.width(), self.picture.height());
        let inside = usize::try_from(column).ok().zip(usize::try_from(row).ok());
        if let Some((x, y)) = inside.filter(|&(x, y)| x + 1 < width && y + 1 < height) {
            let color = |x, y| self.picture.color(x, y);
            return [[color(x, y), color(x + 1, y)], [color(x, y + 1), color(x + 1, y + 1)]];
        }
        [[self.color(column, row), self.color(column.saturating_add(1), row)], {
            let below = row.saturating_add(1);
            [self.color(column, below), self.color(column.saturating_add(1), below)]
        }]
    }

    /// Returns the colors of a place that may be beside the picture.
    fn color(&self, x: i64, y: i64) -> [f32; 3] {
        let nearest =
            |at: i64, length: usize| usize::try_from(at.max(0)).unwrap_or(usize::MAX).min(length - 1);
        let (column, row) = (nearest(x, self.picture.width()), nearest(y, self.picture.height()));
        let is_inside = i64::try_from(column) == Ok(x) && i64::try_from(row) == Ok(y);
        if is_inside || self.beside == Beside::Edge { self.picture.color(column, row) } else { [0.0; 3] }
    }
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
