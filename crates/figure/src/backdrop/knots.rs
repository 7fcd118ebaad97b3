//! The backdrop changes slowly, so it is looked at once for several pixels, and blended in between.

use super::View;
use super::meeting::Seen;
use crate::number::signed;

/// A row of knots.
#[derive(Clone, Debug, Default)]
pub(super) struct Knots {
    /// What each knot sees, kind by kind; one knot more than there are pixels, or groups of them.
    pub(super) kinds: [Vec<f32>; std::mem::size_of::<Seen>() / 4],
    /// The knots from which and up to which there is anything but paper.
    pub(super) ends: [usize; 2],
}

impl Knots {
    /// Looks along a row of so many knots, each so many pixels from the next.
    pub(super) fn look(&mut self, view: &View<'_>, row: usize, count: usize, apart: usize) {
        for kind in &mut self.kinds {
            kind.resize(count, 0.0);
        }
        self.ends = [count, 0];
        let first = view.lens.ray(0.5, signed(row) as f32 + 0.5);
        let step = view.lens.right * (signed(apart) as f32 / view.lens.focal);
        for knot in 0..count {
            let seen = view.along(first + step * signed(knot) as f32);
            for (kind, value) in self.kinds.iter_mut().zip(seen) {
                kind[knot] = value;
            }
            let [floor, on_floor, wall, on_wall, _] = seen;
            if floor + on_floor + wall + on_wall > 0.0 {
                self.ends = [self.ends[0].min(knot), knot + 1];
            }
        }
    }

    /// Becomes what is that far between two rows.
    pub(super) fn between(&mut self, upper: &Self, lower: &Self, share: f32) {
        self.ends = [upper.ends[0].min(lower.ends[0]), upper.ends[1].max(lower.ends[1])];
        for (kind, (upper, lower)) in self.kinds.iter_mut().zip(upper.kinds.iter().zip(&lower.kinds)) {
            kind.resize(upper.len(), 0.0);
            for (value, (upper, lower)) in kind.iter_mut().zip(upper.iter().zip(lower)) {
                *value = upper + (lower - upper) * share;
            }
        }
    }
}
