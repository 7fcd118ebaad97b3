//! Runs a network, in buffers that are laid out once.

use crate::simd::{Add, Aligned, Clamp, Depthwise, Enlarge, Isa, Panels, Pool};

use super::convolution::Convolution;
use super::file::{self, NetworkError};
use super::graph::{Activation, Filter, Graph, Operation, Shape, Step};
use super::layout::Layout;

/// A network that is ready to run.
#[derive(Debug)]
pub struct Network {
    isa: Isa,
    layout: Layout,
    steps: Vec<Ready>,
    outputs: Vec<Vec<usize>>,
    buffers: Vec<Aligned>,
    /// The rows that a filter of several places is multiplied with, a few at a time.
    gathered: Aligned,
}

/// A step with its weights in the order in which they are taken.
#[derive(Debug)]
struct Ready {
    input: usize,
    activation: Activation,
    work: Work,
}

#[derive(Debug)]
enum Work {
    Convolution { filter: Filter, panels: Panels, residual: Option<usize> },
    Depthwise { filter: Filter, weights: Aligned, bias: Aligned },
    Add { other: usize },
    Pool,
    Enlarge,
    Spread,
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
        let layout = Layout::new(isa, &graph)?;
        let Graph { steps, outputs, .. } = graph;
        let steps: Vec<_> = steps.into_iter().map(|step| Ready::new(isa, step)).collect();
        let buffers = layout.sizes().map(Aligned::zeros).collect();
        let gathered = steps.iter().map(Ready::gathered).max().unwrap_or_default();
        Ok(Self { isa, layout, steps, outputs, buffers, gathered: Aligned::zeros(gathered) })
    }

    /// Returns height, width and channels of the picture it takes.
    #[must_use]
    pub fn input(&self) -> [usize; 3] {
        let Shape { height, width, channels } = self.layout.shape(0);
        [height, width, channels]
    }

    /// Returns how many outputs it has, and how many numbers each.
    pub fn outputs(&self) -> impl Iterator<Item = usize> {
        self.outputs.iter().map(|parts| parts.iter().map(|&value| self.layout.shape(value).numbers()).sum())
    }

    /// Returns where the picture is to be written, row by row, place by place.
    pub fn picture(&mut self) -> &mut [f32] {
        &mut self.buffers[self.layout.buffer(0)][..self.layout.size(0)]
    }

    /// Returns the numbers of an output, in order.
    pub fn output(&self, output: usize) -> impl Iterator<Item = f32> {
        let parts = self.outputs.get(output).map(Vec::as_slice).unwrap_or_default();
        parts.iter().flat_map(|&value| {
            let channels = self.layout.shape(value).channels;
            let stride = self.layout.stride(value);
            self.value(value).chunks_exact(stride).flat_map(move |place| &place[..channels]).copied()
        })
    }

    /// Returns the numbers of a place of an output that is one value; none where there is no such place.
    #[must_use]
    pub fn place(&self, output: usize, place: usize) -> &[f32] {
        let [value] = self.outputs.get(output).map(Vec::as_slice).unwrap_or_default() else { return &[] };
        let (stride, channels) = (self.layout.stride(*value), self.layout.shape(*value).channels);
        self.value(*value)
            .chunks_exact(stride)
            .nth(place)
            .map(|numbers| &numbers[..channels])
            .unwrap_or_default()
    }

    fn value(&self, value: usize) -> &[f32] {
        &self.buffers[self.layout.buffer(value)][..self.layout.size(value)]
    }

    /// Computes the outputs of the picture.
    pub fn run(&mut self) {
        for step in 0..self.steps.len() {
            let place = self.layout.buffer(step + 1);
            // Nothing that a step takes is in the buffer of what it makes.
            let mut buffer = std::mem::take(&mut self.buffers[place]);
            let mut gathered = std::mem::take(&mut self.gathered);
            self.step(step, &mut gathered, &mut buffer[..self.layout.size(step + 1)]);
            self.buffers[place] = buffer;
            self.gathered = gathered;
        }
    }

    fn step(&self, number: usize, gathered: &mut [f32], out: &mut [f32]) {
        let Ready { input, activation, work } = &self.steps[number];
        let (from, to) = (self.layout.shape(*input), self.layout.shape(number + 1));
        let (isa, value) = (self.isa, self.value(*input));
        let channels = self.layout.stride(*input);
        let clamp = if *activation == Activation::Relu6 { Clamp::To6 } else { Clamp::No };
        match work {
            Work::Convolution { filter, panels, residual } => {
                let residual = residual.map(|residual| self.value(residual));
                Convolution { filter, panels, residual, clamp, value, from, stride: channels, to }
                    .run(gathered, out);
            }
            Work::Depthwise { filter, weights, bias } => Depthwise {
                isa,
                input: value,
                from: [from.height, from.width],
                channels,
                size: filter.height,
                stride: filter.stride,
                before: [filter.above, filter.left],
                weights,
                bias,
                clamp,
                to: [to.height, to.width],
                out,
            }
            .run(),
            Work::Add { other } => Add { isa, one: value, other: self.value(*other), clamp, out }.run(),
            Work::Pool => Pool { isa, input: value, from: [from.height, from.width], channels, out }.run(),
            Work::Enlarge => {
                Enlarge { isa, input: value, from: [from.height, from.width], channels, clamp, out }.run();
            }
            Work::Spread => spread(value, channels, from, out, self.layout.stride(number + 1)),
        }
        if *activation == Activation::Sigmoid {
            for value in out {
                *value = 1.0 / (1.0 + libm::expf(-*value));
            }
        }
    }
}

impl Ready {
    fn new(isa: Isa, step: Step) -> Self {
        let Step { input, activation, operation } = step;
        let work = match operation {
            Operation::Convolution { mut filter, residual } => {
                let panels = Panels::new(isa, &filter.weights, &filter.bias);
                (filter.weights, filter.bias) = (Vec::new(), Vec::new());
                Work::Convolution { filter, panels, residual }
            }
            Operation::Depthwise { filter } => {
                let channels = filter.bias.len();
                let mut weights =
                    Aligned::zeros(filter.height * filter.width * channels.next_multiple_of(isa.lanes()));
                let mut bias = Aligned::zeros(channels.next_multiple_of(isa.lanes()));
                bias[..channels].copy_from_slice(&filter.bias);
                for (wide, narrow) in
                    weights.chunks_exact_mut(bias.len()).zip(filter.weights.chunks_exact(channels))
                {
                    wide[..channels].copy_from_slice(narrow);
                }
                Work::Depthwise {
                    filter: Filter { weights: Vec::new(), bias: Vec::new(), ..filter },
                    weights,
                    bias,
                }
            }
            Operation::Add { other } => Work::Add { other },
            Operation::Pool => Work::Pool,
            Operation::Enlarge => Work::Enlarge,
            Operation::Spread => Work::Spread,
        };
        Self { input, activation, work }
    }

    /// Returns how many numbers it gathers at once.
    fn gathered(&self) -> usize {
        match &self.work {
            Work::Convolution { panels, .. } => super::convolution::gathered(panels),
            _ => 0,
        }
    }
}

/// Makes two by two places of each, a quarter of its channels in each of them.
fn spread(value: &[f32], stride: usize, from: Shape, out: &mut [f32], out_stride: usize) {
    let channels = from.channels / 4;
    for (index, place) in value.chunks_exact(stride).enumerate() {
        let (y, x) = (2 * (index / from.width), 2 * (index % from.width));
        for quarter in 0..4 {
            let to = (y + quarter / 2) * 2 * from.width + x + quarter % 2;
            out[to * out_stride..][..channels].copy_from_slice(&place[quarter * channels..][..channels]);
        }
    }
}
