//! Rows times a matrix: what convolutions come to.

use super::{Aligned, Clamp, Isa, Lanes, Task};

/// How many numbers of the rows stay in the first cache while all panels pass by.
const IN_CACHE: usize = 6144;

/// A matrix in the order in which lanes take it: panels of two lanes' width, or one at the end; in each panel row after row.
#[derive(Debug)]
pub(crate) struct Panels {
    isa: Isa,
    /// How many rows the matrix has.
    inner: usize,
    /// How many columns the panels have: those of the matrix, filled up with zeros to whole lanes.
    columns: usize,
    values: Aligned,
    /// What each column begins with.
    bias: Aligned,
}

impl Panels {
    /// Returns a matrix, which comes row by row, as panels; its columns are as many as the numbers that they begin with.
    pub(crate) fn new(isa: Isa, matrix: impl ExactSizeIterator<Item = f32>, bias: &[f32]) -> Self {
        let (lanes, width) = (isa.lanes(), bias.len());
        let inner = matrix.len().checked_div(width).unwrap_or_default();
        let columns = width.next_multiple_of(lanes);
        let mut values = Aligned::zeros(inner * columns);
        for (at, value) in matrix.take(inner * width).enumerate() {
            let (row, column) = (at / width, at % width);
            let first = column / (2 * lanes) * (2 * lanes);
            let panel = (2 * lanes).min(columns - first);
            values[first * inner + row * panel + column - first] = value;
        }
        let mut filled = Aligned::zeros(columns);
        filled[..width].copy_from_slice(bias);
        Self { isa, inner, columns, values, bias: filled }
    }

    /// Returns how many rows the matrix has.
    pub(crate) fn inner(&self) -> usize {
        self.inner
    }

    /// Returns how many columns the panels have: those of the matrix, filled up to whole lanes.
    pub(crate) fn columns(&self) -> usize {
        self.columns
    }
}

/// Rows times a matrix, plus its bias, plus a residual.
///
/// A row may lie in pieces of the same length, at the same distance from each other: what a filter sees of a picture does.
pub(crate) struct Multiply<'m> {
    /// Where the rows are.
    pub(crate) rows: &'m [f32],
    /// How many numbers there are from the beginning of one to that of the next.
    pub(crate) stride: usize,
    /// How many pieces each has.
    pub(crate) pieces: usize,
    /// How many numbers there are from the beginning of a piece to that of the next.
    pub(crate) pitch: usize,
    /// How many rows there are.
    pub(crate) count: usize,
    pub(crate) panels: &'m Panels,
    /// What is added, in the shape of the result.
    pub(crate) residual: Option<&'m [f32]>,
    pub(crate) clamp: Clamp,
    /// The result: as many rows of as many numbers as the panels have columns.
    pub(crate) out: &'m mut [f32],
}

impl Multiply<'_> {
    /// Does it.
    pub(crate) fn run(self) {
        let Panels { isa, inner, columns, values, bias } = self.panels;
        assert!(self.pieces > 0 && inner.is_multiple_of(self.pieces));
        let of_row = (self.pieces - 1) * self.pitch + inner / self.pieces;
        let long = self.count.checked_sub(1).map_or(0, |before| before * self.stride + of_row);
        assert!(self.rows.len() >= long);
        assert!(values.len() == inner * columns && bias.len() == *columns);
        assert!(columns.is_multiple_of(isa.lanes()) && self.out.len() == self.count * columns);
        assert!(self.residual.is_none_or(|residual| residual.len() == self.out.len()));
        isa.run(self);
    }
}

impl Task for Multiply<'_> {
    #[inline(always)]
    unsafe fn run<L: Lanes>(self) {
        let Panels { inner, columns, values, bias, .. } = self.panels;
        let out = self.out.as_mut_ptr();
        let chunk = (IN_CACHE / (*inner).max(1)).max(1).next_multiple_of(L::ROWS);
        let mut first = 0;
        while first < self.count {
            let count = chunk.min(self.count - first);
            let mut column = 0;
            while column < *columns {
                let wide = column + L::COUNT < *columns;
                let tiles = count.div_ceil(L::ROWS);
                let mut row = first;
                for tile in 0..tiles {
                    let height = count / tiles + usize::from(tile < count % tiles);
                    let at = row * columns + column;
                    // SAFETY: `Multiply::run` has seen that rows, panels, residual and result are as long as they should be,
                    // and all that is taken here lies in rows `row..row + height`, and in a panel that is there.
                    unsafe {
                        let tile = Tile {
                            rows: self.rows.as_ptr().add(row * self.stride),
                            stride: self.stride,
                            panel: values.as_ptr().add(column * inner),
                            pieces: self.pieces,
                            pitch: self.pitch,
                            length: inner / self.pieces,
                            bias: bias.as_ptr().add(column),
                            residual: self.residual.map(|residual| residual.as_ptr().add(at)),
                            clamp: self.clamp,
                            out: out.add(at),
                            columns: *columns,
                        };
                        if wide { tile.run_high::<L, 2>(height) } else { tile.run_high::<L, 1>(height) }
                    }
                    row += height;
                }
                column += if wide { 2 } else { 1 } * L::COUNT;
            }
            first += count;
        }
    }
}

/// A few rows times one panel: as much as stays in registers.
#[derive(Clone, Copy)]
struct Tile {
    rows: *const f32,
    stride: usize,
    panel: *const f32,
    pieces: usize,
    pitch: usize,
    /// How many numbers each piece has.
    length: usize,
    bias: *const f32,
    residual: Option<*const f32>,
    clamp: Clamp,
    out: *mut f32,
    columns: usize,
}

impl Tile {
    /// Does it for so many rows.
    ///
    /// # Safety
    ///
    /// The processor has `L`; rows, panel, bias, residual and result are there.
    #[inline(always)]
    unsafe fn run_high<L: Lanes, const WIDE: usize>(self, height: usize) {
        macro_rules! heights {
            ($($height:literal)+) => {
                match height {
                    // What lanes have no registers for is never asked for, and need not be compiled.
                    $($height if L::ROWS >= $height => unsafe { self.run::<L, $height, WIDE>() },)+
                    _ => {}
                }
            };
        }
        heights!(1 2 3 4 5 6 7 8 9 10 11 12);
    }

    /// Does it for `HIGH` rows and `WIDE` lanes of the panel.
    #[inline(always)]
    unsafe fn run<L: Lanes, const HIGH: usize, const WIDE: usize>(self) {
        // SAFETY: as the caller promises; every address is one of row `row`, of the panel's, or of the result's.
        unsafe {
            let mut sums = [[L::splat(0.0); WIDE]; HIGH];
            for of_row in &mut sums {
                for (lane, sum) in of_row.iter_mut().enumerate() {
                    *sum = L::load(self.bias.add(lane * L::COUNT));
                }
            }
            let (mut panel, mut rows) = (self.panel, self.rows);
            for _ in 0..self.pieces {
                for inner in 0..self.length {
                    let mut weights = [L::splat(0.0); WIDE];
                    for (lane, weight) in weights.iter_mut().enumerate() {
                        *weight = L::load(panel.add(lane * L::COUNT));
                    }
                    panel = panel.add(WIDE * L::COUNT);
                    for (row, of_row) in sums.iter_mut().enumerate() {
                        let value = L::splat(*rows.add(row * self.stride + inner));
                        for (sum, weight) in of_row.iter_mut().zip(weights) {
                            *sum = sum.plus_product(value, weight);
                        }
                    }
                }
                rows = rows.wrapping_add(self.pitch);
            }
            for (row, of_row) in sums.into_iter().enumerate() {
                for (lane, mut sum) in of_row.into_iter().enumerate() {
                    let at = row * self.columns + lane * L::COUNT;
                    if let Some(residual) = self.residual {
                        sum = sum.plus(L::load(residual.add(at)));
                    }
                    sum.clamped(self.clamp).store(self.out.add(at));
                }
            }
        }
    }
}
