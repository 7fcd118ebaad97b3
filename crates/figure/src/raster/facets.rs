//! What faces the eye, triangle by triangle and, where that looks the same, quad by quad; sorted into bands of rows.

use super::clip::{Corner, clip};
use super::vertices::{Look, Piece, State, Vertex, Vertices};
use super::{BAND, SAMPLES, SMALL, STEPS, bands};
use crate::lens::Lens;
use crate::number::{index, pixel, short, signed, split};

/// How far the look of a quad's corners may be from changing evenly across it, so that it is drawn as one: four times what
/// is then wrong at a corner. Of its colours, and of how much it faces the eye.
const EVEN: f32 = 1.0 / 64.0;

/// The bits of a label that number its facet within its band, counted from 1.
const NUMBER_BITS: u32 = 22;

/// How a sample names its facet: by number, and above that by tone, so that whoever sees two labels knows
/// whether their facets look alike. 0 names none.
pub(super) type Label = i32;

/// Returns the place in its band's list of the facet that a label names.
#[inline]
pub(super) fn place(label: Label) -> usize {
    index((label & ((1 << NUMBER_BITS) - 1)) - 1)
}

/// Returns whether facets look alike, so that one can stand for the other at the edge between them.
#[inline]
pub(super) fn alike([a, b, c, d]: [Label; 4]) -> bool {
    ((a ^ b) | (a ^ c) | (a ^ d)) >> NUMBER_BITS == 0
}

/// A triangle, or a small quad that is as good as flat, which covers at least part of a pixel.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facet {
    /// Its vertices, clockwise in the picture; a triangle names its last one twice.
    pub(super) corners: [u32; 4],
    /// The receiver of shadows that it belongs to, counted from 1; 0 for none.
    pub(super) receiver: u16,
    /// Whether it belongs to a body, rather than to a thing.
    pub(super) body: bool,
    /// Whether 32 bits hold its edge functions.
    pub(super) small: bool,
    /// The colour of its first corner in three bits each of red, green and blue.
    tone: u16,
    /// The pixels that it can cover: first and last column, first and last row.
    pub(super) columns: [u16; 2],
    pub(super) rows: [u16; 2],
}

impl Facet {
    /// Returns whether it is a quad.
    #[inline]
    pub(super) fn is_quad(&self) -> bool {
        self.corners[2] != self.corners[3]
    }

    /// Returns the label that names it, from its place in its band's list.
    #[inline]
    pub(super) fn label(&self, place: u32) -> Label {
        (place + 1).cast_signed() | (i32::from(self.tone) << NUMBER_BITS)
    }
}

/// All facets of a picture.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facets {
    pub(super) all: Vec<Facet>,
    /// The facets of every band, one band after the other, each in the order in which they came.
    sorted: Vec<u32>,
    /// Where each band begins in that list, and where the last one ends.
    begins: Vec<u32>,
    size: [i32; 2],
}

impl Facets {
    /// Collects the facets of all pieces that can be seen in a picture of this size.
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
            let body = matches!(piece.look, Look::Skin(_));
            for (place, quad) in piece.quads.iter().enumerate() {
                if quad.iter().any(|&vertex| usize::from(vertex) >= count) {
                    continue;
                }
                let receiver = piece.receivers.get(place).copied().unwrap_or(0);
                let [a, b, c, d] = quad.map(usize::from);
                // Counter-clockwise in the room is clockwise here the other way round, as y points down.
                let numbers = if c == d { [a, c, b, b] } else { [a, d, c, b] }.map(|number| base + number);
                let corners = numbers.map(|number| &vertices.all[number]);
                if corners.iter().all(|corner| corner.state == State::Placed) {
                    let kind = Kind { receiver, body };
                    self.see(corners, numbers.map(short), kind);
                    continue;
                }
                self.cut(piece, vertices, lens, base, [a, b, c], receiver);
                if c != d {
                    self.cut(piece, vertices, lens, base, [a, c, d], receiver);
                }
            }
            base += count;
        }
        // More would not fit into labels; no scene comes near.
        self.all.truncate((1 << NUMBER_BITS) - 1);
        self.sort(size[1]);
    }

    /// Returns the facets that reach into a band of rows.
    pub(super) fn band(&self, band: usize) -> &[u32] {
        match self.begins.get(band..band + 2) {
            Some(&[from, to]) => &self.sorted[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Adds what is left of a triangle that is not wholly in front of the eye and beside the picture.
    fn cut(
        &mut self,
        piece: &Piece<'_>,
        vertices: &mut Vertices,
        lens: &Lens,
        base: usize,
        corners: [usize; 3],
        receiver: u16,
    ) {
        if corners.iter().any(|corner| vertices.all[base + corner].state == State::Nowhere) {
            return;
        }
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
        let kind = Kind { receiver, body: matches!(piece.look, Look::Skin(_)) };
        for last in 2..if placed { cut.len() } else { 0 } {
            let numbers = [0, last, last - 1, last - 1];
            self.see(numbers.map(|corner| &cut[corner]), numbers.map(|corner| first + short(corner)), kind);
        }
    }

    /// Adds what faces the eye of a quad or, where the last corner comes twice, a triangle: as one facet if that looks the
    /// same as two.
    #[inline]
    fn see(&mut self, corners: [&Vertex; 4], numbers: [u32; 4], kind: Kind) {
        let [a, b, c, d] = corners;
        let (one, other) = (area([a, b, c]), area([a, c, d]));
        if one <= 0 && other <= 0 {
            return;
        }
        let beside = area([b, c, d]);
        let convex = one > 0 && other > 0 && beside > 0 && one + other > beside;
        if convex && is_even(corners) && is_small(corners) {
            self.add(corners, numbers, kind);
            return;
        }
        let [a, b, c, d] = [0, 1, 2, 3];
        for (area, triangle) in [(one, [a, b, c, c]), (other, [a, c, d, d])] {
            if area > 0 {
                self.add(triangle.map(|at| corners[at]), triangle.map(|at| numbers[at]), kind);
            }
        }
    }

    /// Adds a facet if it can cover a sample of the picture.
    #[inline]
    fn add(&mut self, corners: [&Vertex; 4], numbers: [u32; 4], kind: Kind) {
        let [low, high] = ends(corners);
        let columns = pixels(low[0], high[0], self.size[0]);
        let rows = pixels(low[1], high[1], self.size[1]);
        if columns[0] > columns[1] || rows[0] > rows[1] {
            return;
        }
        self.all.push(Facet {
            corners: numbers,
            receiver: kind.receiver,
            body: kind.body,
            small: is_small(corners),
            tone: tone(corners[0].look),
            columns: columns.map(pixel),
            rows: rows.map(pixel),
        });
    }

    /// Sorts by band, keeping the order within each: counting is quicker than comparing.
    fn sort(&mut self, height: usize) {
        let bands = bands(height);
        let bands_of = |facet: &Facet| {
            let [first, last] = facet.rows.map(|row| usize::from(row) / BAND);
            first..=last
        };
        self.begins.clear();
        self.begins.resize(bands + 1, 0);
        for facet in &self.all {
            for band in bands_of(facet) {
                self.begins[band + 1] += 1;
            }
        }
        for band in 0..bands {
            self.begins[band + 1] += self.begins[band];
        }
        self.sorted.clear();
        self.sorted.resize(self.begins[bands] as usize, 0);
        // Every band's end moves to its beginning while it is filled; filling backwards keeps the order.
        for (number, facet) in self.all.iter().enumerate().rev() {
            for band in bands_of(facet) {
                self.begins[band + 1] -= 1;
                self.sorted[self.begins[band + 1] as usize] = short(number);
            }
        }
        self.begins.remove(0);
        self.begins.push(short(self.sorted.len()));
    }
}

/// What a facet belongs to.
#[derive(Clone, Copy)]
struct Kind {
    receiver: u16,
    body: bool,
}

/// Returns twice the area of a triangle; less than nothing where it is counter-clockwise.
#[inline]
fn area([a, b, c]: [&Vertex; 3]) -> i64 {
    i64::from(b.x - a.x) * i64::from(c.y - a.y) - i64::from(b.y - a.y) * i64::from(c.x - a.x)
}

/// Returns the lowest and highest coordinates of some corners.
#[inline]
fn ends([a, b, c, d]: [&Vertex; 4]) -> [[i32; 2]; 2] {
    let low = |p: i32, q: i32, r: i32, s: i32| p.min(q).min(r.min(s));
    let high = |p: i32, q: i32, r: i32, s: i32| p.max(q).max(r.max(s));
    [[low(a.x, b.x, c.x, d.x), low(a.y, b.y, c.y, d.y)], [high(a.x, b.x, c.x, d.x), high(a.y, b.y, c.y, d.y)]]
}

/// Returns whether 32 bits hold the edge functions everywhere around some corners.
#[inline]
fn is_small(corners: [&Vertex; 4]) -> bool {
    let [low, high] = ends(corners);
    high[0] - low[0] < SMALL * STEPS && high[1] - low[1] < SMALL * STEPS
}

/// Returns whether what corners look like changes as good as evenly across a quad.
#[inline]
fn is_even([a, b, c, d]: [&Vertex; 4]) -> bool {
    (0..3).all(|channel| (a.look[channel] - b.look[channel] + c.look[channel] - d.look[channel]).abs() < EVEN)
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
