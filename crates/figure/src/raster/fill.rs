//! Which facet is nearest at every sample of a band of rows.
//!
//! Places are whole numbers, so a sample between two facets that share an edge belongs to exactly one of
//! them, and every machine agrees which.

use std::ops::RangeInclusive;

use super::blend::Blend;
use super::facets::{Facet, Facets, Label};
use super::slopes::Slopes;
use super::vertices::{Vertex, Vertices};
use super::walk::{Large, Walk};
use super::{BAND, STEPS};
use crate::number::{index, signed};

/// A long row is drawn in pieces of this many pixels, at whose beginnings the edge functions are exact.
const PIECE: i32 = 64;
/// The rows of a facet that is no wider than this many pixels are drawn as wide as all of it: finding out where each
/// begins and ends would cost more.
const NARROW: i32 = 16;

/// What the four samples of a pixel see.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
pub(super) struct Samples {
    /// The bits of one over the distance of what is nearest; 0 where there is nothing.
    pub(super) nearness: [i32; 4],
    /// The label of the nearest facet; 0 for none.
    pub(super) label: [Label; 4],
}

impl Samples {
    /// Returns one over the distance of what each sample sees, per metre; 0 where there is nothing.
    #[inline]
    pub(super) fn inverse(&self) -> [f32; 4] {
        self.nearness.map(|bits| f32::from_bits(bits.cast_unsigned()))
    }
}

/// A band of rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Band {
    /// What each sample sees; nothing before a band is drawn.
    samples: Vec<Samples>,
    /// The colours of its facets, in the order in which labels number them.
    blends: Vec<Blend>,
    width: usize,
    /// The first row of the picture that is in the band.
    top: usize,
    /// The rows of the band that are in the picture.
    rows: usize,
    /// The columns from which and up to which anything can be.
    ends: [usize; 2],
}

/// What is in a row of a band.
pub(super) struct Row<'a> {
    /// The row of the picture.
    pub(super) y: usize,
    /// The column of its first pixel.
    pub(super) first: usize,
    pub(super) samples: &'a mut [Samples],
}

impl Band {
    /// Draws the facets of a band; false where there are none.
    pub(crate) fn draw(
        &mut self,
        number: usize,
        facets: &Facets,
        vertices: &Vertices,
        [width, height]: [usize; 2],
    ) -> bool {
        let chosen = facets.band(number);
        if chosen.is_empty() {
            return false;
        }
        if self.width != width {
            self.width = width;
            self.samples.clear();
            self.samples.resize(width * BAND, Samples::default());
        }
        self.top = number * BAND;
        self.rows = (height - self.top).min(BAND);
        self.ends = [width, 0];
        self.blends.clear();
        for (place, &number) in (0..).zip(chosen) {
            let facet = &facets.all[number as usize];
            let [first, last] = facet.columns.map(usize::from);
            self.ends = [self.ends[0].min(first), self.ends[1].max(last + 1)];
            let [a, b, c, d] = facet.corners.map(|corner| &vertices.all[corner as usize]);
            if facet.is_quad() {
                self.facet(facet, &[a, b, c, d], facet.label(place));
            } else {
                self.facet(facet, &[a, b, c], facet.label(place));
            }
        }
        true
    }

    /// Returns the rows of the band between its ends, and the colours of its facets. Whoever takes a sample leaves nothing
    /// in its place.
    pub(super) fn rows(&mut self) -> (impl Iterator<Item = Row<'_>>, &[Blend]) {
        let ([first, end], top) = (self.ends, self.top);
        let lines = self.samples.chunks_exact_mut(self.width).take(self.rows).zip(top..);
        (lines.map(move |(line, y)| Row { y, first, samples: &mut line[first..end] }), &self.blends)
    }

    #[inline]
    fn facet<const CORNERS: usize>(&mut self, facet: &Facet, corners: &[&Vertex; CORNERS], label: Label) {
        let slopes = Slopes::new(corners);
        self.blends.push(Blend::new(facet, corners, &slopes));
        let top = signed(self.top);
        let first_row = i32::from(facet.rows[0]).max(top);
        let last_row = i32::from(facet.rows[1]).min(top + signed(self.rows) - 1);
        let [first, last] = facet.columns.map(i32::from);
        // Everything is counted from the first pixel, so that numbers are small.
        let origin = [first * STEPS, first_row * STEPS];
        let rows = index(first_row - top)..=index(last_row - top);
        let width = last - first + 1;
        if !facet.small {
            let [a, b, c] = [0, 1, 2].map(|corner| corners[corner]);
            self.large(&Large::new([a, b, c], origin), rows, first, width, label);
            return;
        }
        let walk = Walk::small(corners, origin, &slopes);
        if width <= NARROW {
            let begin = rows.start() * self.width + index(first);
            let end = rows.end() * self.width + index(last) + 1;
            walk.over(&mut self.samples[begin..end], self.width, index(width), label);
            return;
        }
        for (down, row) in (0..).zip(rows) {
            let row_walk = walk.moved(0, down);
            let (begin, end) = row_walk.reach(width);
            self.pieces(row, first, (begin, end), label, |begin| row_walk.moved(begin, 0));
        }
    }

    /// Draws a triangle that is too large for 32 bits.
    fn large(&mut self, large: &Large, rows: RangeInclusive<usize>, first: i32, width: i32, label: Label) {
        for (down, row) in (0..).zip(rows) {
            let ends = large.reach(down * STEPS, width - 1);
            self.pieces(row, first, ends, label, |begin| large.walk(begin * STEPS, down * STEPS));
        }
    }

    /// Draws part of a row in pieces; its ends are counted from the first pixel of the facet, as the beginnings of
    /// walks are.
    #[inline]
    fn pieces<const CORNERS: usize>(
        &mut self,
        row: usize,
        first: i32,
        (mut begin, end): (i32, i32),
        label: Label,
        walk: impl Fn(i32) -> Walk<CORNERS>,
    ) {
        let line = row * self.width;
        while begin < end {
            let until = (begin + PIECE).min(end);
            let pixels = &mut self.samples[line + index(first + begin)..line + index(first + until)];
            walk(begin).over(pixels, self.width, index(until - begin), label);
            begin = until;
        }
    }
}
