//! Convolutions that are computed together, a few rows at a time.

use std::ops::Range;

use crate::simd::Aligned;

use super::convolution::Convolution;
use super::depthwise::Depthwise;
use super::layout::Layout;
use super::values::Values;

/// How many numbers lie between two convolutions at a time: as many as stay in the second cache with what is made of them.
const BETWEEN: usize = 1 << 15;

/// A depthwise convolution with the one of single places that takes what it makes, and maybe a convolution before. What
/// passes between them is never whole in memory.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) first: Option<Convolution>,
    pub(super) middle: Depthwise,
    pub(super) last: Convolution,
}

/// Room for what passes between the convolutions of a chain, and for what is gathered.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub(super) gathered: Aligned,
    before: Aligned,
    behind: Aligned,
}

impl Scratch {
    /// Returns as much room as the largest need asks for.
    pub(super) fn new(needs: impl Iterator<Item = [usize; 3]>) -> Self {
        let [gathered, before, behind] =
            needs.fold([0; 3], |[a, b, c], [d, e, f]| [a.max(d), b.max(e), c.max(f)]);
        Self {
            gathered: Aligned::zeros(gathered),
            before: Aligned::zeros(before),
            behind: Aligned::zeros(behind),
        }
    }
}

impl Chain {
    /// Returns how many rows are computed at a time.
    fn at_once(&self, layout: &Layout) -> usize {
        let (from, to) = (layout.shape(self.middle.input), layout.shape(self.middle.output));
        let rows = BETWEEN / (from.width * layout.stride(self.middle.input));
        self.middle.rows_of(rows).min(to.height)
    }

    /// Returns how much scratch it needs: gathered, before and behind the middle.
    pub(super) fn needs(&self, layout: &Layout) -> [usize; 3] {
        let at_once = self.at_once(layout);
        let (from, to) = (layout.shape(self.middle.input), layout.shape(self.middle.output));
        let most = (0..to.height)
            .step_by(at_once)
            .map(|first| self.middle.seen(&(first..(first + at_once).min(to.height)), from.height).len())
            .max()
            .unwrap_or_default();
        let before = most * from.width * layout.stride(self.middle.input);
        let behind = at_once * to.width * layout.stride(self.middle.output);
        match &self.first {
            Some(first) => [first.gathered(), before, behind],
            None => [0, 0, behind],
        }
    }

    /// Computes it.
    pub(super) fn run(&self, values: &Values<'_>, scratch: &mut Scratch, out: &mut [f32]) {
        let Self { first, middle, last } = self;
        let shapes = [values.shape(middle.input), values.shape(middle.output)];
        let [from, to] = shapes;
        let (row_before, row_behind) =
            (from.width * values.stride(middle.input), to.width * values.stride(middle.output));
        let of_row = out.len() / to.height;
        let at_once = self.at_once(values.layout);
        let mut there = 0..0;
        for start in (0..to.height).step_by(at_once) {
            let rows = start..(start + at_once).min(to.height);
            let seen = middle.seen(&rows, from.height);
            let behind = &mut scratch.behind[..rows.len() * row_behind];
            if let Some(first) = first {
                let before = &mut scratch.before;
                let new = keep(before, &there, &seen, row_before);
                let room = &mut before[(new.start - seen.start) * row_before..][..new.len() * row_before];
                first.run(values, new, &mut scratch.gathered, room);
                middle.run(&before[..seen.len() * row_before], shapes, &rows, behind);
                there = seen;
            } else {
                let taken = &values.of(middle.input)[seen.start * row_before..seen.end * row_before];
                middle.run(taken, shapes, &rows, behind);
            }
            let out = &mut out[rows.start * of_row..rows.end * of_row];
            last.run_on(values, behind, values.stride(middle.output), rows, out);
        }
    }
}

/// Moves the rows that are seen again to the front, and returns which are new.
fn keep(before: &mut [f32], there: &Range<usize>, seen: &Range<usize>, of_row: usize) -> Range<usize> {
    if there.contains(&seen.start) && there.end <= seen.end {
        before.copy_within((seen.start - there.start) * of_row..there.len() * of_row, 0);
        there.end..seen.end
    } else {
        seen.clone()
    }
}
