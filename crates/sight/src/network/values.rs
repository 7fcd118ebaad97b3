//! The values of a network while it runs.

use crate::simd::Aligned;

use super::graph::Shape;
use super::layout::Layout;

/// The values of a network while it runs.
#[derive(Clone, Copy)]
pub(super) struct Values<'v> {
    pub(super) layout: &'v Layout,
    pub(super) buffers: &'v [Aligned],
}

impl<'v> Values<'v> {
    /// Returns the numbers of a value; none where it does not leave its stage.
    pub(super) fn of(&self, value: usize) -> &'v [f32] {
        let buffer = self.layout.buffer(value);
        buffer.map(|buffer| &self.buffers[buffer][..self.layout.size(value)]).unwrap_or_default()
    }

    /// Returns its shape.
    pub(super) fn shape(&self, value: usize) -> Shape {
        self.layout.shape(value)
    }

    /// Returns how many numbers there are from one place to the next.
    pub(super) fn stride(&self, value: usize) -> usize {
        self.layout.stride(value)
    }
}
