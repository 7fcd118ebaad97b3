//! Some numbers that are computed with together.

use super::Clamp;

/// Some numbers that are computed with together.
///
/// # Safety
///
/// Each method may only be called where the processor has the instructions. `load` and `store` need `COUNT` numbers at
/// the address.
pub(crate) trait Lanes: Copy {
    /// How many they are.
    const COUNT: usize;
    /// How many rows of two each of them there are registers for.
    const ROWS: usize;

    /// Returns the numbers at an address.
    unsafe fn load(at: *const f32) -> Self;
    /// Writes them to an address.
    unsafe fn store(self, at: *mut f32);
    /// Returns the same number in each lane.
    unsafe fn splat(value: f32) -> Self;
    /// Returns the sums.
    unsafe fn plus(self, other: Self) -> Self;
    /// Returns these, plus the products of two others.
    unsafe fn plus_product(self, one: Self, other: Self) -> Self;
    /// Returns the smaller of each two.
    unsafe fn min(self, other: Self) -> Self;
    /// Returns the larger of each two.
    unsafe fn max(self, other: Self) -> Self;

    /// Returns them as they are at the end of a task.
    #[inline(always)]
    unsafe fn clamped(self, clamp: Clamp) -> Self {
        // SAFETY: as the caller promises.
        unsafe {
            match clamp {
                Clamp::No => self,
                Clamp::To6 => self.max(Self::splat(0.0)).min(Self::splat(6.0)),
            }
        }
    }
}

/// Lanes that need no instructions of their own: what all others are held against.
#[derive(Clone, Copy)]
pub(crate) struct Plain([f32; 4]);

impl Plain {
    #[inline(always)]
    fn zip(self, other: Self, with: impl Fn(f32, f32) -> f32) -> Self {
        Self(std::array::from_fn(|lane| with(self.0[lane], other.0[lane])))
    }
}

impl Lanes for Plain {
    const COUNT: usize = 4;
    const ROWS: usize = 4;

    #[inline(always)]
    unsafe fn load(at: *const f32) -> Self {
        // SAFETY: the caller promises that four are there.
        Self(unsafe { at.cast::<[f32; 4]>().read_unaligned() })
    }

    #[inline(always)]
    unsafe fn store(self, at: *mut f32) {
        // SAFETY: the caller promises room for four.
        unsafe { at.cast::<[f32; 4]>().write_unaligned(self.0) }
    }

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        Self([value; 4])
    }

    #[inline(always)]
    unsafe fn plus(self, other: Self) -> Self {
        self.zip(other, |a, b| a + b)
    }

    #[inline(always)]
    unsafe fn plus_product(self, one: Self, other: Self) -> Self {
        self.zip(one.zip(other, |a, b| a * b), |a, b| a + b)
    }

    #[inline(always)]
    unsafe fn min(self, other: Self) -> Self {
        self.zip(other, |a, b| if a < b { a } else { b })
    }

    #[inline(always)]
    unsafe fn max(self, other: Self) -> Self {
        self.zip(other, |a, b| if a > b { a } else { b })
    }
}
