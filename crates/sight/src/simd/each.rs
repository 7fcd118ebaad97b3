//! What is done to every number by itself, or to a few neighbours.

use super::{Clamp, Isa, Lanes, Task};

/// The sum of two values.
pub(crate) struct Add<'a> {
    pub(crate) isa: Isa,
    pub(crate) one: &'a [f32],
    pub(crate) other: &'a [f32],
    pub(crate) clamp: Clamp,
    pub(crate) out: &'a mut [f32],
}

impl Add<'_> {
    /// Does it.
    pub(crate) fn run(self) {
        let length = self.out.len();
        assert!(self.one.len() == length && self.other.len() == length);
        assert!(length.is_multiple_of(self.isa.lanes()));
        self.isa.run(self);
    }
}

impl Task for Add<'_> {
    #[inline(always)]
    unsafe fn run<L: Lanes>(self) {
        for at in (0..self.out.len()).step_by(L::COUNT) {
            // SAFETY: `Add::run` has seen that all three are as long, and whole lanes.
            unsafe {
                let sum = L::load(self.one.as_ptr().add(at)).plus(L::load(self.other.as_ptr().add(at)));
                sum.clamped(self.clamp).store(self.out.as_mut_ptr().add(at));
            }
        }
    }
}

/// The largest of two by two places. Channels are whole lanes.
pub(crate) struct Pool<'p> {
    pub(crate) isa: Isa,
    pub(crate) input: &'p [f32],
    /// Height and width of the input.
    pub(crate) from: [usize; 2],
    pub(crate) channels: usize,
    pub(crate) out: &'p mut [f32],
}

impl Pool<'_> {
    /// Does it.
    pub(crate) fn run(self) {
        let [height, width] = self.from;
        assert!(self.channels.is_multiple_of(self.isa.lanes()));
        assert!(self.input.len() == height * width * self.channels);
        assert!(self.out.len() == (height / 2) * (width / 2) * self.channels);
        self.isa.run(self);
    }
}

impl Task for Pool<'_> {
    #[inline(always)]
    unsafe fn run<L: Lanes>(self) {
        let ([height, width], channels) = (self.from, self.channels);
        let mut out = self.out.as_mut_ptr();
        for y in 0..height / 2 {
            for x in 0..width / 2 {
                for channel in (0..channels).step_by(L::COUNT) {
                    // SAFETY: `Pool::run` has seen that input and result are as long as they should be.
                    unsafe {
                        let upper = self.input.as_ptr().add((2 * y * width + 2 * x) * channels + channel);
                        let lower = upper.add(width * channels);
                        let of_upper = L::load(upper).max(L::load(upper.add(channels)));
                        let of_lower = L::load(lower).max(L::load(lower.add(channels)));
                        of_upper.max(of_lower).store(out);
                        out = out.add(L::COUNT);
                    }
                }
            }
        }
    }
}

/// Twice the width and the height, bilinearly: a new place lies a quarter of the old distance from the nearest. Channels
/// are whole lanes.
pub(crate) struct Enlarge<'e> {
    pub(crate) isa: Isa,
    pub(crate) input: &'e [f32],
    /// Height and width of the input.
    pub(crate) from: [usize; 2],
    pub(crate) channels: usize,
    pub(crate) clamp: Clamp,
    pub(crate) out: &'e mut [f32],
}

impl Enlarge<'_> {
    /// Does it.
    pub(crate) fn run(self) {
        let [height, width] = self.from;
        assert!(height > 0 && width > 0 && self.channels.is_multiple_of(self.isa.lanes()));
        assert!(self.input.len() == height * width * self.channels);
        assert!(self.out.len() == 4 * self.input.len());
        self.isa.run(self);
    }
}

impl Task for Enlarge<'_> {
    #[inline(always)]
    unsafe fn run<L: Lanes>(self) {
        let ([height, width], channels) = (self.from, self.channels);
        let mut out = self.out.as_mut_ptr();
        for y in 0..2 * height {
            let rows = neighbours(y, height).map(|row| row * width);
            for x in 0..2 * width {
                let columns = neighbours(x, width);
                for channel in (0..channels).step_by(L::COUNT) {
                    // SAFETY: neighbours are places of the input, and `Enlarge::run` has seen how long both are.
                    unsafe {
                        let quarter = L::splat(0.25);
                        let three_quarters = L::splat(0.75);
                        let at = |row: usize, column: usize| {
                            L::load(self.input.as_ptr().add((row + column) * channels + channel))
                        };
                        let of_row = |row| {
                            let far = L::splat(0.0).plus_product(at(row, columns[1]), quarter);
                            far.plus_product(at(row, columns[0]), three_quarters)
                        };
                        let far = L::splat(0.0).plus_product(of_row(rows[1]), quarter);
                        far.plus_product(of_row(rows[0]), three_quarters).clamped(self.clamp).store(out);
                        out = out.add(L::COUNT);
                    }
                }
            }
        }
    }
}

/// Returns the nearer and the farther of the two old places that a new one lies between.
fn neighbours(at: usize, length: usize) -> [usize; 2] {
    let near = at / 2;
    let far = if at.is_multiple_of(2) { near.saturating_sub(1) } else { (near + 1).min(length - 1) };
    [near, far]
}
