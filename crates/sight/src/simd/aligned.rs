//! Numbers that begin where a line of the processor's cache does.

use std::ops::{Deref, DerefMut};

/// How many bytes such a line has.
const LINE: usize = 64;

/// Numbers that begin where a line of the cache does: lanes that lie across two lines take twice as long.
#[derive(Debug, Default)]
pub(crate) struct Aligned {
    values: Vec<f32>,
    start: usize,
}

impl Aligned {
    /// Returns so many zeros.
    pub(crate) fn zeros(length: usize) -> Self {
        let mut values = vec![0.0; length + LINE / size_of::<f32>()];
        let start = values.as_ptr().align_offset(LINE).min(LINE / size_of::<f32>());
        values.truncate(start + length);
        Self { values, start }
    }
}

impl Deref for Aligned {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        &self.values[self.start..]
    }
}

impl DerefMut for Aligned {
    fn deref_mut(&mut self) -> &mut [f32] {
        &mut self.values[self.start..]
    }
}
