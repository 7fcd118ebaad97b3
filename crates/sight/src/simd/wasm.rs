//! The lanes of WebAssembly.

use std::arch::wasm32::*;

use super::lanes::Lanes;

/// Four numbers, multiplied and added in two steps, so that every browser computes the same.
#[derive(Clone, Copy)]
pub(crate) struct Wasm(v128);

impl Lanes for Wasm {
    const COUNT: usize = 4;
    const ROWS: usize = 4;

    #[inline(always)]
    unsafe fn load(at: *const f32) -> Self {
        // SAFETY: the caller promises that four are there.
        Self(unsafe { v128_load(at.cast()) })
    }

    #[inline(always)]
    unsafe fn store(self, at: *mut f32) {
        // SAFETY: the caller promises room for four.
        unsafe { v128_store(at.cast(), self.0) }
    }

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        Self(f32x4_splat(value))
    }

    #[inline(always)]
    unsafe fn plus(self, other: Self) -> Self {
        Self(f32x4_add(self.0, other.0))
    }

    #[inline(always)]
    unsafe fn plus_product(self, one: Self, other: Self) -> Self {
        Self(f32x4_add(self.0, f32x4_mul(one.0, other.0)))
    }

    #[inline(always)]
    unsafe fn min(self, other: Self) -> Self {
        Self(f32x4_pmin(other.0, self.0))
    }

    #[inline(always)]
    unsafe fn max(self, other: Self) -> Self {
        Self(f32x4_pmax(other.0, self.0))
    }
}
