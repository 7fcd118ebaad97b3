//! A convolution of every channel by itself.

use std::ops::Range;

use half::f16;

use crate::simd::{self, Aligned, Clamp, Isa};

use super::graph::{Filter, Shape};

/// A convolution of every channel by itself.
#[derive(Debug)]
pub(super) struct Depthwise {
    pub(super) input: usize,
    pub(super) output: usize,
    isa: Isa,
    filter: Filter,
    /// The weights and the bias, filled up to whole lanes.
    weights: Aligned,
    bias: Aligned,
    clamp: Clamp,
}

impl Depthwise {
    pub(super) fn new(isa: Isa, [input, output]: [usize; 2], mut filter: Filter, clamp: Clamp) -> Self {
        let channels = filter.bias.len();
        let stride = channels.next_multiple_of(isa.lanes());
        let filled = |numbers: Vec<f16>| {
            let mut filled = Aligned::zeros(numbers.len() / channels * stride);
            for (to, from) in filled.chunks_exact_mut(stride).zip(numbers.chunks_exact(channels)) {
                to.iter_mut().zip(from).for_each(|(to, from)| *to = from.to_f32());
            }
            filled
        };
        let weights = filled(std::mem::take(&mut filter.weights));
        let bias = filled(std::mem::take(&mut filter.bias));
        Self { input, output, isa, filter, weights, bias, clamp }
    }

    /// Returns which rows of what it takes some rows of the result are made of.
    pub(super) fn seen(&self, rows: &Range<usize>, height: usize) -> Range<usize> {
        let Filter { height: size, stride, above, .. } = self.filter;
        let end = (rows.end.saturating_sub(1) * stride + size).saturating_sub(above);
        (rows.start * stride).saturating_sub(above)..end.min(height)
    }

    /// Returns how many rows of the result are made of so many rows, one at least.
    pub(super) fn rows_of(&self, rows: usize) -> usize {
        rows.saturating_sub(self.filter.height) / self.filter.stride + 1
    }

    /// Computes some rows of the result from those rows that are seen.
    pub(super) fn run(&self, taken: &[f32], [from, to]: [Shape; 2], rows: &Range<usize>, out: &mut [f32]) {
        let filter = &self.filter;
        let seen = self.seen(rows, from.height);
        simd::Depthwise {
            isa: self.isa,
            input: taken,
            from: [seen.len(), from.width],
            channels: self.bias.len(),
            size: filter.height,
            stride: filter.stride,
            before: [filter.above.saturating_sub(rows.start * filter.stride), filter.left],
            weights: &self.weights,
            bias: &self.bias,
            clamp: self.clamp,
            to: [rows.len(), to.width],
            out,
        }
        .run();
    }
}
