//! What the figure looks like before it is put in front of its backdrop.

use std::ops::Range;

/// The distance of what is not there, in metres.
pub(crate) const FAR: f32 = 1e6;

/// The figure, pixel by pixel.
#[derive(Clone, Debug, Default)]
pub(crate) struct Film {
    pub(crate) width: usize,
    /// Light times coverage, and coverage; only to be read within runs.
    layers: Vec<[f32; 4]>,
    /// How far in front of the eye, in metres, with a margin all around so that neighbours need no cases.
    distances: Vec<f32>,
    margin: usize,
    /// What is not empty, row by row.
    runs: Vec<Run>,
    /// Where the runs of each row begin and end in that list.
    rows: Vec<Range<usize>>,
}

/// Neighbouring pixels of a row that are not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) columns: Range<usize>,
    /// Whether they show a body, rather than a thing.
    pub(crate) body: bool,
}

/// The runs of a row, noted from the left.
pub(super) struct Runs<'a> {
    runs: &'a mut Vec<Run>,
    row: &'a mut Range<usize>,
    /// The run that goes on; it is put down once it ends.
    run: Run,
}

impl Film {
    /// Empties the film for a picture of this size, with room for neighbours so many pixels away.
    pub(crate) fn clear(&mut self, width: usize, height: usize, margin: usize) {
        if (self.width, self.rows.len(), self.margin) == (width, height, margin) {
            // Most of a film is empty.
            for (row, runs) in self.rows.iter().enumerate() {
                let line = (row + margin) * (width + 2 * margin) + margin;
                for run in &self.runs[runs.clone()] {
                    self.distances[line + run.columns.start..line + run.columns.end].fill(FAR);
                }
            }
        } else {
            (self.width, self.margin) = (width, margin);
            self.layers.resize(width * height, [0.0; 4]);
            self.distances.clear();
            self.distances.resize((width + 2 * margin) * (height + 2 * margin), FAR);
        }
        self.runs.clear();
        self.rows.clear();
        self.rows.resize(height, 0..0);
    }

    /// Returns how many rows it has.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// Returns what of a row is not empty.
    pub(crate) fn runs(&self, row: usize) -> &[Run] {
        let runs = self.rows.get(row).cloned().unwrap_or_default();
        self.runs.get(runs).unwrap_or_default()
    }

    /// Returns what is in a run.
    pub(crate) fn layers(&self, row: usize, run: &Run) -> &[[f32; 4]] {
        &self.layers[row * self.width + run.columns.start..row * self.width + run.columns.end]
    }

    /// Returns the distances along a run, moved by so many pixels (no more than the margin).
    pub(crate) fn distances(&self, row: usize, run: &Run, [right, down]: [isize; 2]) -> &[f32] {
        let line = (row + self.margin).saturating_add_signed(down) * (self.width + 2 * self.margin);
        let first = line + (run.columns.start + self.margin).saturating_add_signed(right);
        &self.distances[first..first + run.columns.len()]
    }

    /// Returns the layers and distances of some pixels of a row, to be exposed, and the runs in which to note those that
    /// were; rows have to come in order.
    pub(super) fn expose(
        &mut self,
        row: usize,
        columns: Range<usize>,
    ) -> (&mut [[f32; 4]], &mut [f32], Runs<'_>) {
        let line = (row + self.margin) * (self.width + 2 * self.margin) + self.margin;
        self.rows[row] = self.runs.len()..self.runs.len();
        let runs =
            Runs { runs: &mut self.runs, row: &mut self.rows[row], run: Run { columns: 0..0, body: false } };
        let layers = &mut self.layers[row * self.width..][columns.clone()];
        (layers, &mut self.distances[line..][columns], runs)
    }
}

impl Runs<'_> {
    /// Notes that columns are exposed, and whether to a body.
    #[inline]
    pub(super) fn note(&mut self, columns: Range<usize>, body: bool) {
        if self.run.columns.end != columns.start || self.run.body != body {
            self.end_run();
            self.run = Run { columns: columns.start..columns.start, body };
        }
        self.run.columns.end = columns.end;
    }

    fn end_run(&mut self) {
        if !self.run.columns.is_empty() {
            self.runs.push(self.run.clone());
            self.row.end += 1;
        }
    }
}

impl Drop for Runs<'_> {
    fn drop(&mut self) {
        self.end_run();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_there_and_nothing_else() {
        let run = |columns, body| Run { columns, body };
        let mut film = Film::default();
        film.clear(12, 3, 2);
        let (layers, distances, mut runs) = film.expose(1, 1..12);
        for (columns, body) in [(2..3, true), (3..5, true), (5..6, false), (8..9, false)] {
            layers[columns.start - 1..columns.end - 1].fill([0.5; 4]);
            distances[columns.start - 1..columns.end - 1].fill(3.0);
            runs.note(columns, body);
        }
        drop(runs);
        let (layers, distances, mut runs) = film.expose(2, 9..10);
        (layers[0], distances[0]) = ([0.25; 4], 4.0);
        runs.note(9..10, false);
        drop(runs);
        assert_eq!(film.runs(0), []);
        assert_eq!(film.runs(1), [run(2..5, true), run(5..6, false), run(8..9, false)]);
        assert_eq!(film.runs(2), [run(9..10, false)]);
        assert_eq!(film.layers(1, &run(2..5, true)), [[0.5; 4]; 3]);
        assert_eq!(film.distances(1, &run(2..5, true), [-1, 0]), [FAR, 3.0, 3.0]);
        assert_eq!(film.distances(1, &run(8..9, true), [1, 1]), [4.0]);
        assert_eq!(film.distances(0, &run(0..1, true), [-2, -2]), [FAR]);
    }
}
