//! What a network is: steps, each of which makes one value of others.

use std::ops::Range;

use half::f16;

/// How large a value is: a picture with so many numbers in each place, written row by row, all numbers of a place
/// together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) height: usize,
    pub(crate) width: usize,
    pub(crate) channels: usize,
}

impl Shape {
    /// Returns how many places it has.
    pub(crate) fn places(self) -> usize {
        self.height * self.width
    }

    /// Returns how many numbers it has.
    pub(crate) fn numbers(self) -> usize {
        self.places() * self.channels
    }
}

/// What is done to every number that a step makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activation {
    /// Nothing.
    None,
    /// Brought between 0 and 6.
    Relu6,
    /// 1 / (1 + e⁻ˣ).
    Sigmoid,
}

/// What a convolution slides over a value.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    pub(crate) height: usize,
    pub(crate) width: usize,
    /// How many places it moves on, both ways.
    pub(crate) stride: usize,
    /// How many rows of zeros it adds above.
    pub(crate) above: usize,
    /// How many columns of zeros it adds on the left. On the right and below are as many as the result asks for.
    pub(crate) left: usize,
    /// Row by row, column by column, channel by channel, and for each all channels that are made of it.
    pub(crate) weights: Vec<f16>,
    pub(crate) bias: Vec<f16>,
}

impl Filter {
    /// Returns whether it makes every place of the same place alone.
    pub(crate) fn is_of_single_places(&self, from: Shape, to: Shape) -> bool {
        let is_single = self.height == 1 && self.width == 1 && self.stride == 1;
        is_single && (from.height, from.width) == (to.height, to.width)
    }

    /// Returns at which places of a row its whole width lies inside.
    pub(crate) fn inside(&self, from: Shape, to: Shape) -> Range<usize> {
        let first = self.left.div_ceil(self.stride);
        let end = (from.width + self.left + self.stride).saturating_sub(self.width) / self.stride;
        first.min(to.width)..end.clamp(first.min(to.width), to.width)
    }
}

/// What a step does.
#[derive(Clone, Debug)]
pub(crate) enum Operation {
    /// Every channel of the result is made of every channel; the residual is added before the activation.
    Convolution { filter: Filter, residual: Option<usize> },
    /// Every channel of the result is made of the same channel alone.
    Depthwise { filter: Filter },
    /// Adds another value.
    Add { other: usize },
    /// Keeps the largest of two by two.
    Pool,
    /// Doubles width and height, bilinearly.
    Enlarge,
    /// Makes two by two places of each, a quarter of its channels in each of them.
    Spread,
}

/// One step. Step number n makes value number n + 1; value 0 is the picture.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) input: usize,
    pub(crate) activation: Activation,
    pub(crate) operation: Operation,
}

impl Step {
    /// Returns every value that it takes.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = usize> + use<> {
        let other = match self.operation {
            Operation::Add { other } => Some(other),
            _ => self.residual(),
        };
        [Some(self.input), other].into_iter().flatten()
    }

    /// Returns the value that a convolution adds.
    pub(crate) fn residual(&self) -> Option<usize> {
        match self.operation {
            Operation::Convolution { residual, .. } => residual,
            _ => None,
        }
    }
}

/// A network as it is read.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    /// The shape of every value.
    pub(crate) shapes: Vec<Shape>,
    pub(crate) steps: Vec<Step>,
    /// Every output, as the values that follow each other in it.
    pub(crate) outputs: Vec<Vec<usize>>,
}
