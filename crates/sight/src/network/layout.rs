//! Which buffer each value of a network is in.

use crate::simd::Isa;

use super::file::NetworkError;
use super::graph::{Graph, Shape};
use super::stage::Stage;

/// All buffers of a network together have no more numbers.
const MOST: usize = 1 << 24;

/// Where the values are that pass from stage to stage: a buffer is used again once nobody needs what is in it.
#[derive(Debug)]
pub(super) struct Layout {
    lanes: usize,
    shapes: Vec<Shape>,
    /// The buffer of each value; none where it does not leave its stage.
    buffers: Vec<Option<usize>>,
    sizes: Vec<usize>,
}

impl Layout {
    pub(super) fn new(isa: Isa, graph: &Graph, stages: &[Stage]) -> Result<Self, NetworkError> {
        let shapes = graph.shapes.clone();
        let buffers = vec![None; shapes.len()];
        let mut layout = Self { lanes: isa.lanes(), shapes, buffers, sizes: Vec::new() };
        let mut last_use = vec![0; layout.shapes.len()];
        for (number, stage) in stages.iter().enumerate() {
            stage.inputs().for_each(|value| last_use[value] = number);
        }
        graph.outputs.iter().flatten().for_each(|&value| last_use[value] = usize::MAX);
        let mut free = Vec::new();
        layout.place(0, &mut free);
        for (number, stage) in stages.iter().enumerate() {
            layout.place(stage.last.1, &mut free);
            for value in stage.inputs().filter(|&value| last_use[value] == number) {
                // A value may be taken twice, and is free once.
                free.extend(layout.buffers[value].filter(|buffer| !free.contains(buffer)));
            }
        }
        match layout.sizes.iter().sum::<usize>() {
            0..=MOST => Ok(layout),
            _ => Err(NetworkError::Purpose("it needs more memory than any that is known")),
        }
    }

    /// Puts a value in the smallest free buffer that is large enough, or makes the largest as large, or a new one.
    fn place(&mut self, value: usize, free: &mut Vec<usize>) {
        let size = self.size(value);
        let fitting = (0..free.len())
            .filter(|&at| self.sizes[free[at]] >= size)
            .min_by_key(|&at| self.sizes[free[at]])
            .or_else(|| (0..free.len()).max_by_key(|&at| self.sizes[free[at]]));
        let buffer = match fitting {
            Some(at) => free.swap_remove(at),
            None => {
                self.sizes.push(0);
                self.sizes.len() - 1
            }
        };
        self.sizes[buffer] = self.sizes[buffer].max(size);
        self.buffers[value] = Some(buffer);
    }

    /// Returns how many numbers each buffer has.
    pub(super) fn sizes(&self) -> impl Iterator<Item = usize> {
        self.sizes.iter().copied()
    }

    /// Returns in which buffer a value is, if it leaves its stage.
    pub(super) fn buffer(&self, value: usize) -> Option<usize> {
        self.buffers[value]
    }

    /// Returns the shape of a value.
    pub(super) fn shape(&self, value: usize) -> Shape {
        self.shapes[value]
    }

    /// Returns how many numbers there are from one place of a value to the next: its channels, filled up with zeros to
    /// whole lanes, but for the picture.
    pub(super) fn stride(&self, value: usize) -> usize {
        let channels = self.shapes[value].channels;
        if value == 0 { channels } else { channels.next_multiple_of(self.lanes) }
    }

    /// Returns how many numbers a value has with what it is filled up with.
    pub(super) fn size(&self, value: usize) -> usize {
        self.shapes[value].places() * self.stride(value)
    }
}
