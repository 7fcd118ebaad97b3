//! The backdrop changes slowly, so it is looked at once for several pixels, and blended in between.

use super::View;
use super::meeting::Seen;
use crate::number::signed;

/// A row of knots.
#[derive(Clone, Debug, Default)]
pub(super) struct Knots {
    /// What each knot sees; one knot more than there are pixels, or groups of them.
    pub(super) seen: Vec<Seen>,
    /// The knots from which and up to which there is anything but paper.
    pub(super) ends: [usize; 2],
}

impl Knots {
    /// Looks along a row of so many knots, each so many pixels from the next.
    pub(super) fn look(&mut self, view: &View<'_>, row: usize, count: usize, apart: usize) {
        self.seen.clear();
        self.ends = [count, 0];
        let first = view.lens.ray(0.5, signed(row) as f32 + 0.5);
        let step = view.lens.right * (signed(apart) as f32 / view.lens.focal);
        for knot in 0..count {
            let seen = view.along(first + step * signed(knot) as f32);
            self.seen.push(seen);
            let [floor, on_floor, wall, on_wall, _] = seen;
            if floor + on_floor + wall + on_wall > 0.0 {
                self.ends = [self.ends[0].min(knot), knot + 1];
            }
        }
    }

    /// Becomes what is that far between two rows.
    pub(super) fn between(&mut self, upper: &Self, lower: &Self, share: f32) {
        self.ends = [upper.ends[0].min(lower.ends[0]), upper.ends[1].max(lower.ends[1])];
        self.seen.resize(upper.seen.len(), Seen::default());
        let rows = upper.seen.as_flattened().iter().zip(lower.seen.as_flattened());
        for (value, (upper, lower)) in self.seen.as_flattened_mut().iter_mut().zip(rows) {
            *value = upper + (lower - upper) * share;
        }
    }
}
