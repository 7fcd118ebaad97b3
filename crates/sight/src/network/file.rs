//! Reads a packed network, whatever its bytes are; `content/assets/pose/README.md` has the format.

use half::f16;
use thiserror::Error;

use super::graph::{Activation, Filter, Graph, Operation, Shape, Step};

const MAGIC: &[u8] = b"UNKNOTN1";
/// No network has more steps.
const MOST_STEPS: usize = 1024;
const NOTHING: u16 = u16::MAX;

/// No value of a network has more numbers, and no convolution more weights, so that no file can ask for all memory.
const MOST: usize = 1 << 22;

/// Why a network cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NetworkError {
    /// It begins with something else.
    #[error("it is no packed network: it begins with other bytes than `UNKNOTN1`")]
    Magic,
    /// It ends too early.
    #[error("it ends at byte {at}, where {wanted} more are to come")]
    Ends {
        /// Where it ends.
        at: usize,
        /// How many bytes are missing there, at least.
        wanted: usize,
    },
    /// It goes on where it should end.
    #[error("{0} bytes follow after its end")]
    GoesOn(usize),
    /// Something in it cannot be.
    #[error("step {step}: {what} cannot be {found}")]
    Step {
        /// Which step, from 0.
        step: usize,
        /// What is wrong in it.
        what: &'static str,
        /// What it is.
        found: usize,
    },
    /// It is a network, but for something else.
    #[error("it is another network than is needed: {0}")]
    Purpose(&'static str),
}

/// The bytes that are left.
struct Bytes<'b> {
    all: &'b [u8],
    at: usize,
}

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], NetworkError> {
        let left = &self.all[self.at..];
        let Some(taken) = left.get(..count) else {
            return Err(NetworkError::Ends { at: self.all.len(), wanted: count - left.len() });
        };
        self.at += count;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<usize, NetworkError> {
        Ok(usize::from(self.take(1)?[0]))
    }

    fn word(&mut self) -> Result<u16, NetworkError> {
        let pair = self.take(2)?;
        Ok(u16::from_le_bytes([pair[0], pair[1]]))
    }

    fn number(&mut self) -> Result<usize, NetworkError> {
        self.word().map(usize::from)
    }

    fn halves(&mut self, count: usize) -> Result<impl Iterator<Item = f16> + use<'b>, NetworkError> {
        let pairs = self.take(2 * count)?.chunks_exact(2);
        Ok(pairs.map(|pair| f16::from_le_bytes([pair[0], pair[1]])))
    }
}

/// Returns an error about a step unless something holds.
fn ensure(holds: bool, step: usize, what: &'static str, found: usize) -> Result<(), NetworkError> {
    if holds { Ok(()) } else { Err(NetworkError::Step { step, what, found }) }
}

/// Reads a network.
pub(super) fn read(bytes: &[u8]) -> Result<Graph, NetworkError> {
    let mut bytes = Bytes { all: bytes, at: 0 };
    if !bytes.all.starts_with(MAGIC) {
        return Err(NetworkError::Magic);
    }
    bytes.take(MAGIC.len())?;
    let input = Shape { height: bytes.number()?, width: bytes.number()?, channels: bytes.number()? };
    let (steps, outputs) = (bytes.number()?, bytes.number()?);
    ensure(steps <= MOST_STEPS, 0, "how many steps there are", steps)?;
    let mut graph = Graph { shapes: vec![checked(input, 0)?], steps: Vec::new(), outputs: Vec::new() };
    for step in 0..steps {
        let (read, shape) = Reader { bytes: &mut bytes, graph: &graph, step }.step()?;
        graph.steps.push(read);
        graph.shapes.push(checked(shape, step)?);
    }
    for _ in 0..outputs {
        let parts = (0..bytes.byte()?).map(|_| {
            let value = bytes.number()?;
            ensure(value < graph.shapes.len(), steps, "an output", value).map(|()| value)
        });
        graph.outputs.push(parts.collect::<Result<_, _>>()?);
    }
    match bytes.all.len() - bytes.at {
        0 => Ok(graph),
        left => Err(NetworkError::GoesOn(left)),
    }
}

fn checked(shape: Shape, step: usize) -> Result<Shape, NetworkError> {
    let Shape { height, width, channels } = shape;
    let size = height.saturating_mul(width).saturating_mul(channels);
    ensure(size > 0 && size <= MOST, step, "how many numbers it makes", size)?;
    Ok(shape)
}

/// Reads one step of what has been read so far.
struct Reader<'r, 'b> {
    bytes: &'r mut Bytes<'b>,
    graph: &'r Graph,
    step: usize,
}

impl Reader<'_, '_> {
    fn step(mut self) -> Result<(Step, Shape), NetworkError> {
        let kind = self.bytes.byte()?;
        let activation = match self.bytes.byte()? {
            0 => Activation::None,
            1 => Activation::Relu6,
            2 => Activation::Sigmoid,
            other => return Err(self.wrong("its activation", other)),
        };
        let input = self.value()?;
        // A picture has three channels, which are no whole lanes: only a convolution takes it as it is.
        ensure(input > 0 || kind == 1, self.step, "what takes the picture", kind)?;
        let from = self.graph.shapes[input];
        let (operation, shape) = match kind {
            1 => self.convolution(from)?,
            2 => self.depthwise(from)?,
            3 => {
                let other = self.value()?;
                self.same(other, from)?;
                (Operation::Add { other }, from)
            }
            4 => (Operation::Pool, Shape { height: from.height / 2, width: from.width / 2, ..from }),
            5 => (Operation::Enlarge, Shape { height: 2 * from.height, width: 2 * from.width, ..from }),
            6 => {
                ensure(from.channels.is_multiple_of(4), self.step, "channels to spread", from.channels)?;
                let shape =
                    Shape { height: 2 * from.height, width: 2 * from.width, channels: from.channels / 4 };
                (Operation::Spread, shape)
            }
            other => return Err(self.wrong("its kind", other)),
        };
        let has_activation = !matches!(operation, Operation::Pool | Operation::Spread);
        ensure(has_activation || activation == Activation::None, self.step, "its activation", 1)?;
        Ok((Step { input, activation, operation }, shape))
    }

    fn wrong(&self, what: &'static str, found: usize) -> NetworkError {
        NetworkError::Step { step: self.step, what, found }
    }

    /// Reads the number of a value that is there already.
    fn value(&mut self) -> Result<usize, NetworkError> {
        let value = self.bytes.number()?;
        ensure(value < self.graph.shapes.len(), self.step, "a value it takes", value)?;
        Ok(value)
    }

    /// Returns an error unless a value that is to be added has this shape.
    fn same(&self, value: usize, shape: Shape) -> Result<(), NetworkError> {
        ensure(value > 0 && self.graph.shapes[value] == shape, self.step, "what is added", value)
    }

    fn convolution(&mut self, from: Shape) -> Result<(Operation, Shape), NetworkError> {
        let (mut filter, shape) = self.filter(from)?;
        let residual = match self.bytes.word()? {
            NOTHING => None,
            value => {
                let value = usize::from(value);
                ensure(value < self.graph.shapes.len(), self.step, "a value it takes", value)?;
                self.same(value, shape)?;
                Some(value)
            }
        };
        filter.weights = self.weights(filter.height * filter.width * from.channels, shape.channels)?;
        filter.bias = self.weights(1, shape.channels)?;
        Ok((Operation::Convolution { filter, residual }, shape))
    }

    fn depthwise(&mut self, from: Shape) -> Result<(Operation, Shape), NetworkError> {
        let (mut filter, shape) = self.filter(from)?;
        ensure(shape.channels == from.channels, self.step, "its channels", shape.channels)?;
        ensure(filter.height == filter.width, self.step, "the width of its filter", filter.width)?;
        ensure(matches!(filter.width, 3 | 5), self.step, "the width of its filter", filter.width)?;
        filter.weights = self.weights(filter.height * filter.width, shape.channels)?;
        filter.bias = self.weights(1, shape.channels)?;
        Ok((Operation::Depthwise { filter }, shape))
    }

    /// Reads all of a filter but its weights, and the shape of what it makes.
    fn filter(&mut self, from: Shape) -> Result<(Filter, Shape), NetworkError> {
        let (height, width, stride) = (self.bytes.byte()?, self.bytes.byte()?, self.bytes.byte()?);
        let (above, left) = (self.bytes.byte()?, self.bytes.byte()?);
        ensure((1..=8).contains(&height), self.step, "the height of its filter", height)?;
        ensure((1..=8).contains(&width), self.step, "the width of its filter", width)?;
        ensure((1..=2).contains(&stride), self.step, "its stride", stride)?;
        ensure(above < height, self.step, "what it adds above", above)?;
        ensure(left < width, self.step, "what it adds on the left", left)?;
        let shape = Shape {
            height: self.bytes.number()?,
            width: self.bytes.number()?,
            channels: self.bytes.number()?,
        };
        checked(shape, self.step)?;
        // Every place of the result sees something of the input.
        ensure((shape.height - 1) * stride < from.height + above, self.step, "its height", shape.height)?;
        ensure((shape.width - 1) * stride < from.width + left, self.step, "its width", shape.width)?;
        Ok((Filter { height, width, stride, above, left, weights: Vec::new(), bias: Vec::new() }, shape))
    }

    /// Reads as many rows of as many weights: all of them, or a bit for each and those that are not zero.
    fn weights(&mut self, rows: usize, columns: usize) -> Result<Vec<f16>, NetworkError> {
        let count = rows.saturating_mul(columns);
        ensure(count <= MOST, self.step, "how many weights it has", count)?;
        match self.bytes.byte()? {
            0 => Ok(self.bytes.halves(count)?.collect()),
            1 => {
                let bits = self.bytes.take(count.div_ceil(8))?;
                let is_there = |index: usize| bits[index / 8] >> (index % 8) & 1 == 1;
                let there = (0..count).filter(|&index| is_there(index)).count();
                let mut halves = self.bytes.halves(there)?;
                let weight =
                    |index| if is_there(index) { halves.next().unwrap_or_default() } else { f16::ZERO };
                Ok((0..count).map(weight).collect())
            }
            other => Err(self.wrong("how its weights are written", other)),
        }
    }
}
