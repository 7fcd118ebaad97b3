//! The backdrop changes slowly, so it is looked at once for several pixels, and blended in between.

use super::meeting::{Rays, Seen};
use super::{Paints, View};
use crate::encode::{Encoder, Parts};
use crate::number::signed;

/// A row of knots.
#[derive(Clone, Debug, Default)]
pub(super) struct Knots {
    /// What each knot sees.
    pub(super) seen: Seen,
    /// What that looks like.
    pub(super) parts: Vec<Parts>,
    /// The knots from which and up to which there is anything but paper.
    pub(super) ends: [usize; 2],
}

impl Knots {
    /// Looks along a row of so many knots, each so many pixels from the next.
    pub(super) fn look(
        &mut self,
        view: &View<'_>,
        (paints, encoder): (&Paints, &Encoder),
        row: usize,
        [count, apart]: [usize; 2],
    ) {
        let first = view.lens.ray(0.5, signed(row) as f32 + 0.5);
        let step = view.lens.right * (signed(apart) as f32 / view.lens.focal);
        self.seen.look(view, &Rays { first, step, count });
        self.parts.clear();
        self.parts.resize(count, encoder.parts(paints.paper));
        self.ends = [count, 0];
        for ((knot, seen), parts) in self.seen.all().enumerate().zip(&mut self.parts) {
            let [floor, on_floor, wall, on_wall, _] = seen;
            if floor + on_floor + wall + on_wall > 0.0 {
                self.ends = [self.ends[0].min(knot), knot + 1];
                *parts = encoder.parts(paints.of(seen));
            }
        }
    }
}
