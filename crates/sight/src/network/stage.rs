//! What is computed in one go.

use super::graph::{Activation, Graph, Operation, Step};

/// A step, and the value that it makes.
pub(super) type Making = (Step, usize);

/// Steps that are computed in one go, a few rows at a time, so that what lies between them stays in the cache: one by itself,
/// or a depthwise convolution with the one of single places that takes what it makes, and maybe a convolution before.
#[derive(Debug)]
pub(super) struct Stage {
    pub(super) first: Option<Making>,
    pub(super) middle: Option<Making>,
    pub(super) last: Making,
}

impl Stage {
    /// Returns the stages of a network, in an order in which each finds what it takes.
    pub(super) fn all(graph: &Graph) -> Vec<Self> {
        let mut uses = vec![0_usize; graph.shapes.len()];
        let taken = graph.steps.iter().flat_map(Step::inputs).chain(graph.outputs.iter().flatten().copied());
        taken.for_each(|value| uses[value] += 1);
        let mut steps: Vec<_> = graph.steps.iter().cloned().map(Some).collect();
        // What one step alone takes can be computed together with it.
        let mut inner = |value: usize, fits: fn(&Step) -> bool| {
            let step = value.checked_sub(1).filter(|_| uses[value] == 1)?;
            steps[step].take_if(|step| fits(step)).map(|step| (step, value))
        };
        let mut chains = vec![None; graph.steps.len()];
        for (number, step) in graph.steps.iter().enumerate() {
            if !is_of_single_places(graph, number, step) {
                continue;
            }
            let Some(middle) = inner(step.input, is_depthwise) else { continue };
            chains[number] = Some((inner(middle.0.input, is_convolution), middle));
        }
        let stages = steps.into_iter().zip(chains).enumerate().filter_map(|(number, (step, chain))| {
            let (step, output) = (step?, number + 1);
            let (first, middle) = chain.map_or((None, None), |(first, middle)| (first, Some(middle)));
            Some(Self { first, middle, last: (step, output) })
        });
        stages.collect()
    }

    /// Returns every value that it takes.
    pub(super) fn inputs(&self) -> impl Iterator<Item = usize> {
        let begins = self.first.as_ref().or(self.middle.as_ref()).unwrap_or(&self.last);
        let residual = self.middle.as_ref().and(self.last.0.residual());
        begins.0.inputs().chain(residual)
    }
}

fn is_of_single_places(graph: &Graph, number: usize, step: &Step) -> bool {
    let Operation::Convolution { filter, .. } = &step.operation else { return false };
    let (from, to) = (graph.shapes[step.input], graph.shapes[number + 1]);
    filter.is_of_single_places(from, to)
}

fn is_depthwise(step: &Step) -> bool {
    matches!(step.operation, Operation::Depthwise { .. }) && step.activation != Activation::Sigmoid
}

fn is_convolution(step: &Step) -> bool {
    matches!(step.operation, Operation::Convolution { .. }) && step.activation != Activation::Sigmoid
}
