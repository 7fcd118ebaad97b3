//! How a value changes across a facet that is known at its corners.

use super::vertices::Vertex;

/// Two ways across a facet, from which every slope on it follows: of a triangle two edges, of a quad its diagonals.
pub(super) struct Slopes<const CORNERS: usize> {
    one: [f32; 2],
    other: [f32; 2],
    /// One over the area between the two.
    share: f32,
    /// From the first corner to where the mean of all corners is; of a triangle, the first corner itself.
    middle: [f32; 2],
}

/// A value everywhere on a facet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slope {
    /// The value at the first corner.
    pub(super) first: f32,
    /// What is added for every step to the right and down.
    pub(super) right: f32,
    pub(super) down: f32,
}

impl<const CORNERS: usize> Slopes<CORNERS> {
    /// Returns the slopes of a facet that has an area.
    #[inline]
    pub(super) fn new(corners: &[&Vertex; CORNERS]) -> Self {
        let way = |from: usize, to: usize| [corners[to].x - corners[from].x, corners[to].y - corners[from].y];
        let [one, other] = if CORNERS == 4 { [way(0, 2), way(1, 3)] } else { [way(0, 1), way(0, 2)] };
        let area = i64::from(one[0]) * i64::from(other[1]) - i64::from(one[1]) * i64::from(other[0]);
        let middle = if CORNERS == 4 {
            [0, 1].map(|axis| (way(0, 1)[axis] + way(0, 2)[axis] + way(0, 3)[axis]) as f32 * 0.25)
        } else {
            [0.0; 2]
        };
        let [one, other] = [one, other].map(|way| way.map(|steps| steps as f32));
        Self { one, other, share: 1.0 / area as f32, middle }
    }

    /// Returns how a value changes that is known at the corners; across a quad that changes unevenly, as evenly as it can.
    #[inline]
    pub(super) fn of(&self, values: [f32; CORNERS]) -> Slope {
        let values = values.map(|value| [value; 1]);
        let [[first], [right], [down]] = self.of_all(values.each_ref());
        Slope { first, right, down }
    }

    /// Returns the same of several values at once: those at the first corner, and what is added for every step to the
    /// right and down.
    #[inline(always)]
    pub(super) fn of_all<const VALUES: usize>(
        &self,
        values: [&[f32; VALUES]; CORNERS],
    ) -> [[f32; VALUES]; 3] {
        let [mut first, mut right, mut down] = [[0.0; VALUES]; 3];
        for at in 0..VALUES {
            let (of_one, of_other) = if CORNERS == 4 {
                (values[2][at] - values[0][at], values[3][at] - values[1][at])
            } else {
                (values[1][at] - values[0][at], values[2][at] - values[0][at])
            };
            right[at] = (of_one * self.other[1] - of_other * self.one[1]) * self.share;
            down[at] = (of_other * self.one[0] - of_one * self.other[0]) * self.share;
            first[at] = if CORNERS == 4 {
                let mean = (values[0][at] + values[1][at] + values[2][at] + values[3][at]) * 0.25;
                mean - (right[at] * self.middle[0] + down[at] * self.middle[1])
            } else {
                values[0][at]
            };
        }
        [first, right, down]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_have_the_values_they_were_given_where_these_change_evenly() {
        let places = [(16, 32), (80, 40), (100, 96), (20, 90)];
        let value = |(x, y): (i32, i32)| 0.25 + x as f32 * 0.01 - y as f32 * 0.004;
        let corners = places.map(|(x, y)| Vertex { x, y, ..Vertex::default() });
        let [a, b, c, d] = corners.each_ref();
        let quad = Slopes::new(&[a, b, c, d]).of(places.map(value));
        let triangle = Slopes::new(&[a, b, c]).of([0, 1, 2].map(|at| value(places[at])));
        for slope in [quad, triangle] {
            for (x, y) in places {
                let (right, down) = ((x - places[0].0) as f32, (y - places[0].1) as f32);
                let found = slope.first + slope.right * right + slope.down * down;
                assert!((found - value((x, y))).abs() < 1e-5, "{found} at {x}, {y}");
            }
        }
    }

    #[test]
    fn what_changes_unevenly_across_a_quad_is_a_little_off_at_every_corner() {
        let places = [(0, 0), (64, 0), (64, 64), (0, 64)];
        let corners = places.map(|(x, y)| Vertex { x, y, ..Vertex::default() });
        let slope = Slopes::new(&corners.each_ref()).of([1.0, 0.0, 0.0, 0.0]);
        assert!((slope.first - 0.75).abs() < 1e-6, "{slope:?}");
    }
}
