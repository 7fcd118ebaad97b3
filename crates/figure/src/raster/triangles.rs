//! Triangles that face the eye, sorted into bands of rows.

use super::clip::{Corner, clip};
use super::vertices::{Look, Piece, State, Vertex, Vertices};
use super::{BAND, SAMPLES, STEPS, bands};
use crate::lens::Lens;
use crate::number::{index, pixel, short, signed, split};

/// The bits of a label that number its triangle within its band, counted from 1.
const NUMBER_BITS: u32 = 22;

/// How a sample names its triangle: by number, and above that by tone, so that whoever sees two labels knows
/// whether their triangles look alike. 0 names none.
pub(super) type Label = i32;

/// Returns the place in its band's list of the triangle that a label names.
#[inline]
pub(super) fn place(label: Label) -> usize {
    index((label & ((1 << NUMBER_BITS) - 1)) - 1)
}

/// Returns whether triangles look alike, so that one can stand for the other at the edge between them.
#[inline]
pub(super) fn alike([a, b, c, d]: [Label; 4]) -> bool {
    ((a ^ b) | (a ^ c) | (a ^ d)) >> NUMBER_BITS == 0
}

/// A triangle that covers at least part of a pixel.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Triangle {
    /// Its vertices, clockwise in the picture.
    pub(super) corners: [u32; 3],
    /// The receiver of shadows that it belongs to, counted from 1; 0 for none.
    pub(super) receiver: u16,
    /// Whether it belongs to a body, rather than to a thing.
    pub(super) body: bool,
    /// The colour of its first corner in three bits each of red, green and blue.
    tone: u16,
    /// The pixels that it can cover: first and last column, first and last row.
    pub(super) columns: [u16; 2],
    pub(super) rows: [u16; 2],
}

impl Triangle {
    /// Returns the label that names it, from its place in its band's list.
    #[inline]
    pub(super) fn label(&self, place: u32) -> Label {
        (place + 1).cast_signed() | (i32::from(self.tone) << NUMBER_BITS)
    }
}

/// All triangles of a picture.
#[derive(Clone, Debug, Default)]
pub(crate) struct Triangles {
    pub(super) all: Vec<Triangle>,
    /// The triangles of every band, one band after the other, each in the order in which they came.
    sorted: Vec<u32>,
    /// Where each band begins in that list, and where the last one ends.
    begins: Vec<u32>,
    size: [i32; 2],
}

impl Triangles {
    /// Collects the triangles of all pieces that can be seen in a picture of this size.
    pub(crate) fn collect(
        &mut self,
        pieces: &[Piece<'_>],
        vertices: &mut Vertices,
        lens: &Lens,
        size: [usize; 2],
    ) {
        self.all.clear();
        self.size = size.map(signed);
        let mut base = 0;
        for piece in pieces {
            let count = piece.positions.len().min(piece.normals.len());
            for (place, quad) in piece.quads.iter().enumerate() {
                if quad.iter().any(|&vertex| usize::from(vertex) >= count) {
                    continue;
                }
                let receiver = piece.receivers.get(place).copied().unwrap_or(0);
                let [a, b, c, d] = *quad;
                let [a, b, c, d] = [usize::from(a), usize::from(b), usize::from(c), usize::from(d)];
                self.add(piece, vertices, lens, base, [a, b, c], receiver);
                if c != d {
                    self.add(piece, vertices, lens, base, [a, c, d], receiver);
                }
            }
            base += count;
        }
        // More would not fit into labels; no scene comes near.
        self.all.truncate((1 << NUMBER_BITS) - 1);
        self.sort(size[1]);
    }

    /// Returns the triangles that reach into a band of rows.
    pub(super) fn band(&self, band: usize) -> &[u32] {
        match self.begins.get(band..band + 2) {
            Some(&[from, to]) => &self.sorted[from as usize..to as usize],
            _ => &[],
        }
    }

    #[inline]
    fn add(
        &mut self,
        piece: &Piece<'_>,
        vertices: &mut Vertices,
        lens: &Lens,
        base: usize,
        corners: [usize; 3],
        receiver: u16,
    ) {
        let body = matches!(piece.look, Look::Skin(_));
        let [a, b, c] = corners;
        let [first, second, third] =
            [&vertices.all[base + a], &vertices.all[base + b], &vertices.all[base + c]];
        let states = [first.state, second.state, third.state];
        if states == [State::Placed; 3] {
            // Counter-clockwise in the room is clockwise here once two corners change places, as y points down.
            let turned = [short(base + a), short(base + c), short(base + b)];
            self.see([first, third, second], turned, receiver, body);
        } else if !states.contains(&State::Nowhere) {
            let cut = clip(
                corners.map(|corner| Corner {
                    view: lens.view(piece.positions[corner]),
                    look: vertices.all[base + corner].look,
                }),
                lens,
            );
            let first = short(vertices.all.len());
            vertices.all.extend(&cut);
            // Rounding could leave a corner outside again; then nobody will miss a triangle so far away.
            let placed = cut.iter().all(|corner| corner.state == State::Placed);
            for last in 2..if placed { cut.len() } else { 0 } {
                let turned = [0, last, last - 1].map(|corner| first + short(corner));
                self.see([&cut[0], &cut[last], &cut[last - 1]], turned, receiver, body);
            }
        }
    }

    /// Adds a triangle if it faces the eye and can cover a sample of the picture.
    #[inline]
    fn see(&mut self, corners: [&Vertex; 3], numbers: [u32; 3], receiver: u16, body: bool) {
        let [a, b, c] = corners;
        let [right, down] = [i64::from(b.x - a.x), i64::from(b.y - a.y)];
        let area = right * i64::from(c.y - a.y) - down * i64::from(c.x - a.x);
        if area <= 0 {
            return;
        }
        let columns = pixels(a.x.min(b.x).min(c.x), a.x.max(b.x).max(c.x), self.size[0]);
        let rows = pixels(a.y.min(b.y).min(c.y), a.y.max(b.y).max(c.y), self.size[1]);
        if columns[0] > columns[1] || rows[0] > rows[1] {
            return;
        }
        self.all.push(Triangle {
            corners: numbers,
            receiver,
            body,
            tone: tone(a.look),
            columns: columns.map(pixel),
            rows: rows.map(pixel),
        });
    }

    /// Sorts by band, keeping the order within each: counting is quicker than comparing.
    fn sort(&mut self, height: usize) {
        let bands = bands(height);
        let bands_of = |triangle: &Triangle| {
            let [first, last] = triangle.rows.map(|row| usize::from(row) / BAND);
            first..=last
        };
        self.begins.clear();
        self.begins.resize(bands + 1, 0);
        for triangle in &self.all {
            for band in bands_of(triangle) {
                self.begins[band + 1] += 1;
            }
        }
        for band in 0..bands {
            self.begins[band + 1] += self.begins[band];
        }
        self.sorted.clear();
        self.sorted.resize(self.begins[bands] as usize, 0);
        // Every band's end moves to its beginning while it is filled; filling backwards keeps the order.
        for (number, triangle) in self.all.iter().enumerate().rev() {
            for band in bands_of(triangle) {
                self.begins[band + 1] -= 1;
                self.sorted[self.begins[band + 1] as usize] = short(number);
            }
        }
        self.begins.remove(0);
        self.begins.push(short(self.sorted.len()));
    }
}

/// Returns a colour in three bits each of red, green and blue, in even steps to the eye.
#[inline]
fn tone(look: [f32; 4]) -> u16 {
    // All four at once, plain comparisons, and no cast that would have to think of every number.
    let steps = look.map(|light| {
        let step = light.sqrt() * 8.0;
        let step = if step > 0.0 { step } else { 0.0 };
        if step < 7.0 { step } else { 7.0 }
    });
    let [red, green, blue, _] = steps.map(|step| pixel(signed(split(step).0)));
    red << 6 | green << 3 | blue
}

/// Returns the first and last pixel that can have a sample between two places; the last is before the first
/// where there is none.
#[inline]
fn pixels(low: i32, high: i32, size: i32) -> [i32; 2] {
    let [first_sample, last_sample] = [SAMPLES[0][1], SAMPLES[3][1]];
    let first = (low - last_sample + STEPS - 1).div_euclid(STEPS);
    let last = (high - first_sample).div_euclid(STEPS);
    [first.max(0), last.min(size - 1)]
}
