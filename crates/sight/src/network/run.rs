//! Runs a network, in buffers that are laid out once.

use crate::simd::{Add, Aligned, Clamp, Enlarge, Isa, Pool};

use super::chain::{Chain, Scratch};
use super::convolution::Convolution;
use super::depthwise::Depthwise;
use super::file::{self, NetworkError};
use super::graph::{Activation, Operation, Shape, Step};
use super::layout::Layout;
use super::stage::Stage;
use super::values::Values;

/// A network that is ready to run.
#[derive(Debug)]
pub struct Network {
    isa: Isa,
    layout: Layout,
    stages: Vec<Ready>,
    outputs: Vec<Vec<usize>>,
    buffers: Vec<Aligned>,
    scratch: Scratch,
}

/// A stage with its weights in the order in which they are taken.
#[derive(Debug)]
struct Ready {
    output: usize,
    is_sigmoid: bool,
    work: Work,
}

#[derive(Debug)]
enum Work {
    Chain(Box<Chain>),
    Convolution(Convolution),
    Depthwise(Depthwise),
    Add { input: usize, other: usize, clamp: Clamp },
    Pool { input: usize },
    Enlarge { input: usize, clamp: Clamp },
    Spread { input: usize },
}

impl Network {
    /// Reads a packed network, to be run with the widest instructions that there are.
    ///
    /// # Errors
    ///
    /// Where the bytes are no network.
    pub fn read(bytes: &[u8]) -> Result<Self, NetworkError> {
        Self::read_for(Isa::all()[0], bytes)
    }

    /// Reads a packed network, to be run with instructions of this kind.
    ///
    /// # Errors
    ///
    /// Where the bytes are no network.
    pub fn read_for(isa: Isa, bytes: &[u8]) -> Result<Self, NetworkError> {
        let graph = file::read(bytes)?;
        let stages = Stage::all(&graph);
        let layout = Layout::new(isa, &graph, &stages)?;
        let stages: Vec<_> = stages.into_iter().map(|stage| Ready::new(isa, stage)).collect();
        let buffers = layout.sizes().map(Aligned::zeros).collect();
        let scratch = Scratch::new(stages.iter().map(|stage| stage.needs(&layout)));
        Ok(Self { isa, layout, stages, outputs: graph.outputs, buffers, scratch })
    }

    /// Returns height, width and channels of the picture it takes.
    #[must_use]
    pub fn input(&self) -> [usize; 3] {
        let Shape { height, width, channels } = self.layout.shape(0);
        [height, width, channels]
    }

    /// Returns how many outputs it has, and how many numbers each.
    pub fn outputs(&self) -> impl Iterator<Item = usize> {
        let size = |parts: &Vec<usize>| parts.iter().map(|&value| self.layout.shape(value).numbers()).sum();
        self.outputs.iter().map(size)
    }

    /// Returns where the picture is to be written, row by row, place by place.
    pub fn picture(&mut self) -> &mut [f32] {
        let size = self.layout.size(0);
        self.layout.buffer(0).map(|buffer| &mut self.buffers[buffer][..size]).unwrap_or_default()
    }

    /// Returns the numbers of an output, in order.
    pub fn output(&self, output: usize) -> impl Iterator<Item = f32> {
        let parts = self.outputs.get(output).map(Vec::as_slice).unwrap_or_default();
        parts.iter().flat_map(|&value| {
            let channels = self.layout.shape(value).channels;
            let places = self.values().of(value).chunks_exact(self.layout.stride(value));
            places.flat_map(move |place| &place[..channels]).copied()
        })
    }

    /// Returns the numbers of a place of an output that is one value; none where there is no such place.
    #[must_use]
    pub fn place(&self, output: usize, place: usize) -> &[f32] {
        let [value] = self.outputs.get(output).map(Vec::as_slice).unwrap_or_default() else { return &[] };
        let (stride, channels) = (self.layout.stride(*value), self.layout.shape(*value).channels);
        let places = self.values().of(*value).chunks_exact(stride);
        places.skip(place).map(|numbers| &numbers[..channels]).next().unwrap_or_default()
    }

    fn values(&self) -> Values<'_> {
        Values { layout: &self.layout, buffers: &self.buffers }
    }

    /// Computes the outputs of the picture.
    pub fn run(&mut self) {
        let mut scratch = std::mem::take(&mut self.scratch);
        for stage in &self.stages {
            let Some(buffer) = self.layout.buffer(stage.output) else { continue };
            // Nothing that a stage takes is in the buffer of what it makes.
            let mut made = std::mem::take(&mut self.buffers[buffer]);
            let values = Values { layout: &self.layout, buffers: &self.buffers };
            let out = &mut made[..self.layout.size(stage.output)];
            stage.run(self.isa, &values, &mut scratch, out);
            self.buffers[buffer] = made;
        }
        self.scratch = scratch;
    }
}

impl Ready {
    fn new(isa: Isa, stage: Stage) -> Self {
        let Stage { first, middle, last } = stage;
        let (output, is_sigmoid) = (last.1, last.0.activation == Activation::Sigmoid);
        let work = |(step, output)| Work::new(isa, step, output);
        let work = match (first.map(work), middle.map(work), work(last)) {
            (None, Some(Work::Depthwise(middle)), Work::Convolution(last)) => {
                Work::Chain(Box::new(Chain { first: None, middle, last }))
            }
            (Some(Work::Convolution(first)), Some(Work::Depthwise(middle)), Work::Convolution(last)) => {
                Work::Chain(Box::new(Chain { first: Some(first), middle, last }))
            }
            (_, _, last) => last,
        };
        Self { output, is_sigmoid, work }
    }

    /// Returns how much scratch it needs.
    fn needs(&self, layout: &Layout) -> [usize; 3] {
        match &self.work {
            Work::Chain(chain) => chain.needs(layout),
            Work::Convolution(convolution) => [convolution.gathered(), 0, 0],
            _ => [0; 3],
        }
    }

    fn run(&self, isa: Isa, values: &Values<'_>, scratch: &mut Scratch, out: &mut [f32]) {
        let to = values.shape(self.output);
        let size = |value: usize| [values.shape(value).height, values.shape(value).width];
        match &self.work {
            Work::Chain(chain) => chain.run(values, scratch, out),
            Work::Convolution(convolution) => {
                convolution.run(values, 0..to.height, &mut scratch.gathered, out);
            }
            Work::Depthwise(depthwise) => {
                let shapes = [values.shape(depthwise.input), to];
                depthwise.run(values.of(depthwise.input), shapes, &(0..to.height), out);
            }
            Work::Add { input, other, clamp } => {
                Add { isa, one: values.of(*input), other: values.of(*other), clamp: *clamp, out }.run();
            }
            Work::Pool { input } => {
                let channels = values.stride(*input);
                Pool { isa, input: values.of(*input), from: size(*input), channels, out }.run();
            }
            Work::Enlarge { input, clamp } => {
                let (from, channels) = (size(*input), values.stride(*input));
                Enlarge { isa, input: values.of(*input), from, channels, clamp: *clamp, out }.run();
            }
            Work::Spread { input } => spread(values, [*input, self.output], out),
        }
        if self.is_sigmoid {
            out.iter_mut().for_each(|value| *value = 1.0 / (1.0 + libm::expf(-*value)));
        }
    }
}

impl Work {
    fn new(isa: Isa, step: Step, output: usize) -> Self {
        let Step { input, activation, operation } = step;
        let clamp = if activation == Activation::Relu6 { Clamp::To6 } else { Clamp::No };
        match operation {
            Operation::Convolution { filter, residual } => {
                Self::Convolution(Convolution::new(isa, [input, output], filter, residual, clamp))
            }
            Operation::Depthwise { filter } => {
                Self::Depthwise(Depthwise::new(isa, [input, output], filter, clamp))
            }
            Operation::Add { other } => Self::Add { input, other, clamp },
            Operation::Pool => Self::Pool { input },
            Operation::Enlarge => Self::Enlarge { input, clamp },
            Operation::Spread => Self::Spread { input },
        }
    }
}

/// Makes two by two places of each, a quarter of its channels in each of them.
fn spread(values: &Values<'_>, [input, output]: [usize; 2], out: &mut [f32]) {
    let (width, channels) = (values.shape(input).width, values.shape(output).channels);
    let stride = values.stride(output);
    for (index, place) in values.of(input).chunks_exact(values.stride(input)).enumerate() {
        let (y, x) = (2 * (index / width), 2 * (index % width));
        for (quarter, part) in place.chunks_exact(channels).take(4).enumerate() {
            let to = (y + quarter / 2) * 2 * width + x + quarter % 2;
            out[to * stride..][..channels].copy_from_slice(part);
        }
    }
}
