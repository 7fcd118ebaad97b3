//! A convolution, as rows times a matrix.

use crate::simd::{Clamp, Multiply, Panels};

use super::graph::{Filter, Shape};

/// A row of every place that a filter sees is gathered first, so many numbers at a time that they stay in the first cache.
const GATHERED: usize = 6144;

/// Returns how many places are gathered at once.
fn places_at_once(panels: &Panels) -> usize {
    (GATHERED / panels.inner().max(1)).max(12)
}

/// Returns how much room gathering needs.
pub(super) fn gathered(panels: &Panels) -> usize {
    places_at_once(panels) * panels.inner()
}

/// A convolution of one value.
pub(super) struct Convolution<'c> {
    pub(super) filter: &'c Filter,
    pub(super) panels: &'c Panels,
    pub(super) residual: Option<&'c [f32]>,
    pub(super) clamp: Clamp,
    pub(super) value: &'c [f32],
    pub(super) from: Shape,
    /// How many numbers there are from one place of the value to the next.
    pub(super) stride: usize,
    pub(super) to: Shape,
}

impl Convolution<'_> {
    /// Computes it.
    pub(super) fn run(&self, gathered: &mut [f32], out: &mut [f32]) {
        let Self { panels, residual, clamp, stride, .. } = *self;
        if self.takes_places_as_they_are() {
            let count = self.to.places();
            Multiply { rows: self.value, stride, count, panels, residual, clamp, out }.run();
            return;
        }
        let (inner, columns) = (panels.inner(), panels.columns());
        let at_once = places_at_once(panels);
        for (chunk, out) in out.chunks_mut(at_once * columns).enumerate() {
            let (first, count) = (chunk * at_once, out.len() / columns);
            for (place, row) in (first..).zip(gathered.chunks_exact_mut(inner).take(count)) {
                self.gather(place / self.to.width, place % self.to.width, row);
            }
            let residual = residual.map(|residual| &residual[first * columns..][..out.len()]);
            Multiply { rows: gathered, stride: inner, count, panels, residual, clamp, out }.run();
        }
    }

    fn takes_places_as_they_are(&self) -> bool {
        let Self { filter, from, to, .. } = self;
        filter.height == 1 && filter.width == 1 && (from.height, from.width) == (to.height, to.width)
    }

    /// Gathers what the filter sees at a place.
    fn gather(&self, y: usize, x: usize, row: &mut [f32]) {
        let Self { filter, from, stride, .. } = *self;
        let channels = from.channels;
        for (seen, part) in row.chunks_exact_mut(channels).enumerate() {
            let above = y * filter.stride + seen / filter.width;
            let left = x * filter.stride + seen % filter.width;
            let at = above.checked_sub(filter.above).zip(left.checked_sub(filter.left));
            match at {
                Some((y, x)) if y < from.height && x < from.width => {
                    part.copy_from_slice(&self.value[(y * from.width + x) * stride..][..channels]);
                }
                _ => part.fill(0.0),
            }
        }
    }
}
