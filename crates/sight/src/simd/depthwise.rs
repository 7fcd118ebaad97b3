//! A filter that every channel has for itself.

use super::{Clamp, Isa, Lanes, Task};

/// A filter of 3×3 or 5×5 places for every channel by itself. Channels are whole lanes.
pub(crate) struct Depthwise<'d> {
    pub(crate) isa: Isa,
    pub(crate) input: &'d [f32],
    /// Height and width of the input.
    pub(crate) from: [usize; 2],
    pub(crate) channels: usize,
    /// Height and width of the filter: 3 or 5.
    pub(crate) size: usize,
    pub(crate) stride: usize,
    /// How many rows and columns of zeros come before the input.
    pub(crate) before: [usize; 2],
    /// The weights of every place of the filter, row by row, for each channel.
    pub(crate) weights: &'d [f32],
    pub(crate) bias: &'d [f32],
    pub(crate) clamp: Clamp,
    /// Height and width of the result.
    pub(crate) to: [usize; 2],
    pub(crate) out: &'d mut [f32],
}

impl Depthwise<'_> {
    /// Does it.
    pub(crate) fn run(self) {
        let (isa, channels) = (self.isa, self.channels);
        assert!(matches!(self.size, 3 | 5) && matches!(self.stride, 1 | 2));
        for side in 0..2 {
            let last = self.to[side].saturating_sub(1) * self.stride;
            assert!(self.before[side] < self.size && last < self.from[side] + self.before[side]);
        }
        assert!(channels.is_multiple_of(isa.lanes()) && self.bias.len() == channels);
        assert!(self.weights.len() == self.size * self.size * channels);
        assert!(self.input.len() == self.from[0] * self.from[1] * channels);
        assert!(self.out.len() == self.to[0] * self.to[1] * channels);
        isa.run(self);
    }
}

impl Task for Depthwise<'_> {
    #[inline(always)]
    unsafe fn run<L: Lanes>(self) {
        // SAFETY: `Depthwise::run` has seen that everything is as long as it should be.
        unsafe {
            match (self.size, self.stride) {
                (3, 1) => self.rows::<L, 3, 1>(),
                (3, 2) => self.rows::<L, 3, 2>(),
                (5, 1) => self.rows::<L, 5, 1>(),
                (5, 2) => self.rows::<L, 5, 2>(),
                _ => {}
            }
        }
    }
}

impl Depthwise<'_> {
    #[inline(always)]
    unsafe fn rows<L: Lanes, const SIZE: usize, const STRIDE: usize>(self) {
        let mut out = self.out.as_mut_ptr();
        let [height, width] = self.from;
        let [above, left] = self.before;
        // Places from here to there have the whole width of the filter inside the input.
        let inside =
            left.div_ceil(STRIDE)..((width + left).saturating_sub(SIZE - STRIDE) / STRIDE).min(self.to[1]);
        for y in 0..self.to[0] {
            let filter_rows = inside_of(y * STRIDE, above, SIZE, height);
            let mut x = 0;
            while x < self.to[1] {
                let columns = inside_of(x * STRIDE, left, SIZE, width);
                let place = Place { y, x, filter_rows, columns, out };
                let is_inside = inside.contains(&x);
                let many = if is_inside && x + 4 <= inside.end { 4 } else { 1 };
                // SAFETY: the rows and columns of the filter that are taken lie in the input, and the result has room for
                // every place once.
                unsafe {
                    match (is_inside, many) {
                        (true, 4) => self.places::<L, SIZE, STRIDE, 4>(place),
                        (true, _) => self.places::<L, SIZE, STRIDE, 1>(place),
                        _ => self.edge::<L, SIZE, STRIDE>(place),
                    }
                    out = out.add(many * self.channels);
                }
                x += many;
            }
        }
    }

    /// Does it for places beside each other where the whole width of the filter is inside the input.
    #[inline(always)]
    unsafe fn places<L: Lanes, const SIZE: usize, const STRIDE: usize, const MANY: usize>(
        &self,
        place: Place,
    ) {
        let Place { y, x, filter_rows: (first, end), mut out, .. } = place;
        let channels = self.channels;
        let row = self.from[1] * channels;
        // SAFETY: as the caller promises.
        unsafe {
            let mut weights = self.weights.as_ptr().add(first * SIZE * channels);
            let mut input = self
                .input
                .as_ptr()
                .add((y * STRIDE + first - self.before[0]) * row + (x * STRIDE - self.before[1]) * channels);
            let mut bias = self.bias.as_ptr();
            for _ in 0..channels / L::COUNT {
                let mut sums = [L::load(bias); MANY];
                let (mut of_row, mut weight) = (input, weights);
                for _ in first..end {
                    for column in 0..SIZE {
                        let by = L::load(weight.add(column * channels));
                        for (many, sum) in sums.iter_mut().enumerate() {
                            let value = L::load(of_row.add((many * STRIDE + column) * channels));
                            *sum = sum.plus_product(value, by);
                        }
                    }
                    of_row = of_row.add(row);
                    weight = weight.add(SIZE * channels);
                }
                for (many, sum) in sums.into_iter().enumerate() {
                    sum.clamped(self.clamp).store(out.add(many * channels));
                }
                (weights, input) = (weights.add(L::COUNT), input.add(L::COUNT));
                (out, bias) = (out.add(L::COUNT), bias.add(L::COUNT));
            }
        }
    }

    /// Does it for a place at the edge.
    #[inline(always)]
    unsafe fn edge<L: Lanes, const SIZE: usize, const STRIDE: usize>(&self, place: Place) {
        let Place { y, x, filter_rows, columns, out } = place;
        let channels = self.channels;
        // SAFETY: as the caller promises.
        unsafe {
            let mut channel = 0;
            while channel < channels {
                let mut sum = L::load(self.bias.as_ptr().add(channel));
                for row in filter_rows.0..filter_rows.1 {
                    for column in columns.0..columns.1 {
                        let at = (y * STRIDE + row - self.before[0]) * self.from[1] + x * STRIDE + column
                            - self.before[1];
                        let value = L::load(self.input.as_ptr().add(at * channels + channel));
                        let by =
                            L::load(self.weights.as_ptr().add((row * SIZE + column) * channels + channel));
                        sum = sum.plus_product(value, by);
                    }
                }
                sum.clamped(self.clamp).store(out.add(channel));
                channel += L::COUNT;
            }
        }
    }
}

/// A place of the result, and which rows and columns of the filter lie inside the input there.
#[derive(Clone, Copy)]
struct Place {
    y: usize,
    x: usize,
    filter_rows: (usize, usize),
    columns: (usize, usize),
    out: *mut f32,
}

/// Returns from where to where a filter that begins `before` in front of `at` lies inside.
fn inside_of(at: usize, before: usize, size: usize, length: usize) -> (usize, usize) {
    let first = before.saturating_sub(at).min(size);
    (first, (length + before).saturating_sub(at).clamp(first, size))
}
