//! A filter that every channel has for itself.

use super::{Clamp, Isa, Lanes, Task};

/// How many places, or how many lanes of one place, are computed at once.
const AT_ONCE: usize = 4;

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
        let out = self.out.as_mut_ptr();
        let [height, width] = self.from;
        let [above, left] = self.before;
        // Places from here to there have the whole width of the filter inside the input.
        let inside =
            left.div_ceil(STRIDE)..((width + left).saturating_sub(SIZE - STRIDE) / STRIDE).min(self.to[1]);
        for y in 0..self.to[0] {
            let filter_rows = inside_of(y * STRIDE, above, SIZE, height);
            let row = Row { y, filter_rows, out: unsafe { out.add(y * self.to[1] * self.channels) } };
            // SAFETY: the rows and columns of the filter that are taken lie in the input, and every place lies in the result.
            unsafe {
                let mut x = 0;
                while x < self.to[1] {
                    if inside.contains(&x) && inside.len() >= AT_ONCE {
                        // The last few are computed once more rather than one by one.
                        let first = x.min(inside.end - AT_ONCE);
                        self.places::<L, SIZE, STRIDE>(row, first);
                        x = first + AT_ONCE;
                    } else {
                        self.place::<L, SIZE, STRIDE>(row, x);
                        x += 1;
                    }
                }
            }
        }
    }

    /// Does it for places beside each other where the whole width of the filter is inside the input.
    #[inline(always)]
    unsafe fn places<L: Lanes, const SIZE: usize, const STRIDE: usize>(&self, of: Row, x: usize) {
        let Row { y, filter_rows: (first, end), out } = of;
        let channels = self.channels;
        let row = self.from[1] * channels;
        // SAFETY: as the caller promises.
        unsafe {
            let mut weights = self.weights.as_ptr().add(first * SIZE * channels);
            let mut input = self
                .input
                .as_ptr()
                .add((y * STRIDE + first - self.before[0]) * row + (x * STRIDE - self.before[1]) * channels);
            let mut out = out.add(x * channels);
            let mut bias = self.bias.as_ptr();
            for _ in 0..channels / L::COUNT {
                let mut sums = [L::load(bias); AT_ONCE];
                let (mut of_row, mut weight) = (input, weights);
                for _ in first..end {
                    for column in 0..SIZE {
                        let by = L::load(weight.add(column * channels));
                        for (place, sum) in sums.iter_mut().enumerate() {
                            let value = L::load(of_row.add((place * STRIDE + column) * channels));
                            *sum = sum.plus_product(value, by);
                        }
                    }
                    of_row = of_row.wrapping_add(row);
                    weight = weight.wrapping_add(SIZE * channels);
                }
                for (place, sum) in sums.into_iter().enumerate() {
                    sum.clamped(self.clamp).store(out.add(place * channels));
                }
                (weights, input) = (weights.add(L::COUNT), input.add(L::COUNT));
                (out, bias) = (out.add(L::COUNT), bias.add(L::COUNT));
            }
        }
    }

    /// Does it for one place, which may be at the edge: some channels at once, then the others.
    #[inline(always)]
    unsafe fn place<L: Lanes, const SIZE: usize, const STRIDE: usize>(&self, of: Row, x: usize) {
        let mut channel = 0;
        // SAFETY: as the caller promises.
        unsafe {
            while channel + AT_ONCE * L::COUNT <= self.channels {
                self.channels_of::<L, SIZE, STRIDE, AT_ONCE>(of, x, channel);
                channel += AT_ONCE * L::COUNT;
            }
            while channel < self.channels {
                self.channels_of::<L, SIZE, STRIDE, 1>(of, x, channel);
                channel += L::COUNT;
            }
        }
    }

    #[inline(always)]
    unsafe fn channels_of<L: Lanes, const SIZE: usize, const STRIDE: usize, const MANY: usize>(
        &self,
        of: Row,
        x: usize,
        channel: usize,
    ) {
        let Row { y, filter_rows, out } = of;
        let channels = self.channels;
        let columns = inside_of(x * STRIDE, self.before[1], SIZE, self.from[1]);
        // SAFETY: as the caller promises.
        unsafe {
            let mut sums = [L::splat(0.0); MANY];
            for (many, sum) in sums.iter_mut().enumerate() {
                *sum = L::load(self.bias.as_ptr().add(channel + many * L::COUNT));
            }
            for row in filter_rows.0..filter_rows.1 {
                let above = (y * STRIDE + row - self.before[0]) * self.from[1];
                for column in columns.0..columns.1 {
                    let at = above + x * STRIDE + column - self.before[1];
                    let value = self.input.as_ptr().add(at * channels + channel);
                    let by = self.weights.as_ptr().add((row * SIZE + column) * channels + channel);
                    for (many, sum) in sums.iter_mut().enumerate() {
                        let lane = many * L::COUNT;
                        *sum = sum.plus_product(L::load(value.add(lane)), L::load(by.add(lane)));
                    }
                }
            }
            for (many, sum) in sums.into_iter().enumerate() {
                sum.clamped(self.clamp).store(out.add(x * channels + channel + many * L::COUNT));
            }
        }
    }
}

/// A row of the result, and which rows of the filter lie inside the input there.
#[derive(Clone, Copy)]
struct Row {
    y: usize,
    filter_rows: (usize, usize),
    out: *mut f32,
}

/// Returns from where to where a filter that begins `before` in front of `at` lies inside.
fn inside_of(at: usize, before: usize, size: usize, length: usize) -> (usize, usize) {
    let first = before.saturating_sub(at).min(size);
    (first, (length + before).saturating_sub(at).clamp(first, size))
}
