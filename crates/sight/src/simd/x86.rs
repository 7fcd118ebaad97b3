//! The lanes of processors of the kind x86-64.

use std::arch::x86_64::*;

use super::Task;
use super::lanes::Lanes;

/// Writes how one kind of lanes does each thing.
macro_rules! lanes {
    (
        $(#[$doc:meta])* $name:ident($vector:ty), $count:literal lanes, $rows:literal rows,
        $load:ident, $store:ident, $splat:ident, $add:ident, $min:ident, $max:ident,
        |$sum:ident, $one:ident, $other:ident| $plus_product:expr
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub(crate) struct $name($vector);

        // SAFETY of each: the caller promises that the processor has the instruction, and that the numbers are there.
        impl Lanes for $name {
            const COUNT: usize = $count;
            const ROWS: usize = $rows;

            #[inline(always)]
            unsafe fn load(at: *const f32) -> Self {
                Self(unsafe { $load(at) })
            }

            #[inline(always)]
            unsafe fn store(self, at: *mut f32) {
                unsafe { $store(at, self.0) }
            }

            #[inline(always)]
            unsafe fn splat(value: f32) -> Self {
                Self(unsafe { $splat(value) })
            }

            #[inline(always)]
            unsafe fn plus(self, other: Self) -> Self {
                Self(unsafe { $add(self.0, other.0) })
            }

            #[inline(always)]
            unsafe fn plus_product(self, one: Self, other: Self) -> Self {
                let ($sum, $one, $other) = (self.0, one.0, other.0);
                Self(unsafe { $plus_product })
            }

            #[inline(always)]
            unsafe fn min(self, other: Self) -> Self {
                Self(unsafe { $min(self.0, other.0) })
            }

            #[inline(always)]
            unsafe fn max(self, other: Self) -> Self {
                Self(unsafe { $max(self.0, other.0) })
            }
        }
    };
}

lanes! {
    /// Four numbers, multiplied and added in two steps.
    Sse2(__m128), 4 lanes, 4 rows,
    _mm_loadu_ps, _mm_storeu_ps, _mm_set1_ps, _mm_add_ps, _mm_min_ps, _mm_max_ps,
    |sum, one, other| _mm_add_ps(sum, _mm_mul_ps(one, other))
}

lanes! {
    /// Eight numbers.
    Avx2(__m256), 8 lanes, 6 rows,
    _mm256_loadu_ps, _mm256_storeu_ps, _mm256_set1_ps, _mm256_add_ps, _mm256_min_ps, _mm256_max_ps,
    |sum, one, other| _mm256_fmadd_ps(one, other, sum)
}

lanes! {
    /// Sixteen numbers, in twice as many registers.
    Avx512(__m512), 16 lanes, 12 rows,
    _mm512_loadu_ps, _mm512_storeu_ps, _mm512_set1_ps, _mm512_add_ps, _mm512_min_ps, _mm512_max_ps,
    |sum, one, other| _mm512_fmadd_ps(one, other, sum)
}

/// Does a task, all of it compiled for AVX2.
///
/// # Safety
///
/// The processor has AVX2 and FMA.
#[target_feature(enable = "avx2,fma")]
pub(super) unsafe fn run_avx2<T: Task>(task: T) {
    // SAFETY: as the caller promises.
    unsafe { task.run::<Avx2>() }
}

/// Does a task, all of it compiled for AVX-512.
///
/// # Safety
///
/// The processor has AVX-512 F.
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn run_avx512<T: Task>(task: T) {
    // SAFETY: as the caller promises.
    unsafe { task.run::<Avx512>() }
}
