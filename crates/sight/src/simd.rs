//! Arithmetic on many numbers at once: the one place with `unsafe`, behind a safe face.
//!
//! A [`Task`] is written once, for [`Lanes`] of any width. [`Isa::run`] compiles it for each kind of instructions there is and
//! takes the widest that the processor has. Tests hold every kind against the plain one, the last of [`Isa::all`].

#![allow(unsafe_code, reason = "the instructions of a processor have no safe face of their own")]

mod aligned;
mod depthwise;
mod each;
mod lanes;
mod multiply;
#[cfg(test)]
mod tests;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

pub(crate) use aligned::Aligned;
pub(crate) use depthwise::Depthwise;
pub(crate) use each::{Add, Enlarge, Pool};
use lanes::{Lanes, Plain};
pub(crate) use multiply::{Multiply, Panels};

/// What every number is brought to at the end of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clamp {
    /// It stays as it is.
    No,
    /// Between 0 and 6.
    To6,
}

/// A kind of instructions that this processor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Isa(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Wasm,
    #[cfg(target_arch = "x86_64")]
    Sse2,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

/// What can be done on lanes of any width.
pub(crate) trait Task {
    /// Does it.
    ///
    /// # Safety
    ///
    /// The processor has the instructions of `L`.
    unsafe fn run<L: Lanes>(self);
}

impl Isa {
    /// Returns every kind that this processor has, the widest first. The last needs nothing that not every processor has.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            if std::is_x86_feature_detected!("avx512f") {
                all.push(Self(Kind::Avx512));
            }
            if std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma") {
                all.push(Self(Kind::Avx2));
            }
            all.push(Self(Kind::Sse2));
        }
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        all.push(Self(Kind::Wasm));
        all.push(Self(Kind::Plain));
        all
    }

    /// Returns its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            Kind::Plain => "plain",
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Wasm => "simd128",
            #[cfg(target_arch = "x86_64")]
            Kind::Sse2 => "sse2",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => "avx2",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => "avx512",
        }
    }

    /// Returns how many numbers it takes at once.
    pub(crate) fn lanes(self) -> usize {
        match self.0 {
            Kind::Plain => Plain::COUNT,
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Wasm => wasm::Wasm::COUNT,
            #[cfg(target_arch = "x86_64")]
            Kind::Sse2 => x86::Sse2::COUNT,
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => x86::Avx2::COUNT,
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => x86::Avx512::COUNT,
        }
    }

    /// Does a task with these instructions.
    fn run(self, task: impl Task) {
        // SAFETY: a kind is only made by `all`, which has asked the processor.
        unsafe {
            match self.0 {
                Kind::Plain => task.run::<Plain>(),
                #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
                Kind::Wasm => task.run::<wasm::Wasm>(),
                #[cfg(target_arch = "x86_64")]
                Kind::Sse2 => task.run::<x86::Sse2>(),
                #[cfg(target_arch = "x86_64")]
                Kind::Avx2 => x86::run_avx2(task),
                #[cfg(target_arch = "x86_64")]
                Kind::Avx512 => x86::run_avx512(task),
            }
        }
    }
}
