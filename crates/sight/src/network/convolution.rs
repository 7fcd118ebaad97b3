//! A convolution, as rows times a matrix.

use std::ops::Range;

use half::f16;

use crate::simd::{Clamp, Isa, Multiply, Panels};

use super::graph::{Filter, Shape};
use super::values::Values;

/// What the filter sees at the edge is gathered first, so many numbers at a time that they stay in the first cache.
const GATHERED: usize = 6144;

/// A convolution of every channel with every channel.
#[derive(Debug)]
pub(super) struct Convolution {
    pub(super) input: usize,
    pub(super) output: usize,
    residual: Option<usize>,
    filter: Filter,
    panels: Panels,
    clamp: Clamp,
}

impl Convolution {
    pub(super) fn new(
        isa: Isa,
        [input, output]: [usize; 2],
        mut filter: Filter,
        residual: Option<usize>,
        clamp: Clamp,
    ) -> Self {
        let [weights, bias] = [std::mem::take(&mut filter.weights), std::mem::take(&mut filter.bias)];
        let bias: Vec<f32> = bias.into_iter().map(f16::to_f32).collect();
        let panels = Panels::new(isa, weights.into_iter().map(f16::to_f32), &bias);
        Self { input, output, residual, filter, panels, clamp }
    }

    fn places_at_once(&self) -> usize {
        (GATHERED / self.panels.inner().max(1)).max(1)
    }

    /// Returns how much room gathering needs.
    pub(super) fn gathered(&self) -> usize {
        self.places_at_once() * self.panels.inner()
    }

    /// Computes some rows of the result.
    pub(super) fn run(&self, values: &Values<'_>, rows: Range<usize>, gathered: &mut [f32], out: &mut [f32]) {
        let (from, to) = (values.shape(self.input), values.shape(self.output));
        let (value, stride) = (values.of(self.input), values.stride(self.input));
        if self.filter.is_of_single_places(from, to) {
            self.run_on(values, &value[rows.start * from.width * stride..], stride, rows, out);
            return;
        }
        let Self { filter, panels, clamp, .. } = self;
        let residual = self.residual(values, &rows);
        // Where a filter's row lies inside, what it sees of it lies side by side, unless places are filled up.
        let inside = if stride == from.channels { filter.inside(from, to) } else { 0..0 };
        let of_row = to.width * panels.columns();
        for (y, out) in
            rows.zip(out.chunks_exact_mut(of_row)).enumerate().map(|(index, (y, out))| ((index, y), out))
        {
            let (index, y) = y;
            let residual = residual.map(|residual| &residual[index * of_row..][..of_row]);
            let part = |xs: &Range<usize>| xs.start * panels.columns()..xs.end * panels.columns();
            let top = (y * filter.stride)
                .checked_sub(filter.above)
                .filter(|top| top + filter.height <= from.height);
            let inside = if top.is_some() { inside.clone() } else { 0..0 };
            if let Some(top) = top.filter(|_| !inside.is_empty()) {
                let first = top * from.width + inside.start * filter.stride - filter.left;
                Multiply {
                    rows: &value[first * stride..],
                    stride: filter.stride * stride,
                    pieces: filter.height,
                    pitch: from.width * stride,
                    count: inside.len(),
                    panels,
                    residual: residual.map(|residual| &residual[part(&inside)]),
                    clamp: *clamp,
                    out: &mut out[part(&inside)],
                }
                .run();
            }
            for edge in [0..inside.start, inside.end..to.width] {
                let mut first = edge.start;
                while first < edge.end {
                    let xs = first..edge.end.min(first + self.places_at_once());
                    for (x, row) in xs.clone().zip(gathered.chunks_exact_mut(panels.inner())) {
                        self.gather(value, stride, from, [y, x], row);
                    }
                    Multiply {
                        rows: gathered,
                        stride: panels.inner(),
                        pieces: 1,
                        pitch: 0,
                        count: xs.len(),
                        panels,
                        residual: residual.map(|residual| &residual[part(&xs)]),
                        clamp: *clamp,
                        out: &mut out[part(&xs)],
                    }
                    .run();
                    first = xs.end;
                }
            }
        }
    }

    /// Computes some rows of the result of a filter of single places, from just these rows of what it takes.
    pub(super) fn run_on(
        &self,
        values: &Values<'_>,
        taken: &[f32],
        stride: usize,
        rows: Range<usize>,
        out: &mut [f32],
    ) {
        let count = rows.len() * values.shape(self.output).width;
        let residual = self.residual(values, &rows);
        let Self { panels, clamp, .. } = self;
        Multiply { rows: taken, stride, pieces: 1, pitch: 0, count, panels, residual, clamp: *clamp, out }
            .run();
    }

    /// Returns these rows of what is added.
    fn residual<'v>(&self, values: &Values<'v>, rows: &Range<usize>) -> Option<&'v [f32]> {
        let of_row = values.shape(self.output).width * self.panels.columns();
        self.residual.map(|residual| &values.of(residual)[rows.start * of_row..rows.end * of_row])
    }

    /// Gathers what the filter sees at a place.
    fn gather(&self, value: &[f32], stride: usize, from: Shape, [y, x]: [usize; 2], row: &mut [f32]) {
        let filter = &self.filter;
        for (seen, part) in row.chunks_exact_mut(from.channels).enumerate() {
            let above = y * filter.stride + seen / filter.width;
            let left = x * filter.stride + seen % filter.width;
            match above.checked_sub(filter.above).zip(left.checked_sub(filter.left)) {
                Some((y, x)) if y < from.height && x < from.width => {
                    part.copy_from_slice(&value[(y * from.width + x) * stride..][..from.channels]);
                }
                _ => part.fill(0.0),
            }
        }
    }
}
