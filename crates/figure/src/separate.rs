//! A soft dark line where something passes in front of something else.
//!
//! A pixel is compared with pairs of neighbours at its opposite sides. On a slope the one is as much nearer as
//! the other is farther, and they cancel; behind an edge only one is nearer, and the pixel darkens.

use crate::raster::{Film, Run};
use crate::shade::{SEPARATION, SEPARATION_ON_PROPS};

/// A ring of neighbours.
struct Ring {
    /// The neighbours on one side, relative to the picture's shorter side; their opposites are the other side. Each
    /// ring is turned against the one within, so that no neighbour stands out.
    neighbours: [[f32; 2]; 4],
    /// How much each of them counts.
    weight: f32,
}

const RINGS: [Ring; 3] = [
    ring(0.0025, [[1.0, 0.0], [0.7, 0.7], [0.0, 1.0], [-0.7, 0.7]], 0.26),
    ring(0.0055, [[0.92, 0.38], [0.38, 0.92], [-0.38, 0.92], [-0.92, 0.38]], 0.15),
    ring(0.0095, [[1.0, 0.0], [0.7, 0.7], [0.0, 1.0], [-0.7, 0.7]], 0.09),
];
/// A neighbour that is this much nearer, in metres, is as good as one that is much nearer.
pub(crate) const STEP: f32 = 0.07;

const fn ring(radius: f32, directions: [[f32; 2]; 4], weight: f32) -> Ring {
    let mut neighbours = directions;
    let mut each = 0;
    while each < neighbours.len() {
        neighbours[each] = [directions[each][0] * radius, directions[each][1] * radius];
        each += 1;
    }
    Ring { neighbours, weight }
}

/// Where to look, for pictures of a certain size.
#[derive(Clone, Debug, Default)]
pub(crate) struct Separation {
    /// For every ring the neighbours on one side, and how much each counts.
    pub(crate) rings: Vec<([[isize; 2]; 4], f32)>,
    line: Vec<f32>,
}

impl Separation {
    /// Prepares for pictures of this size and returns how far away neighbours can be, in pixels.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) -> usize {
        let side = width.min(height) as f32;
        // Never less than a pixel, or it would compare the pixel with itself.
        let least = (1.0 / (side * RINGS[0].neighbours[0][0])).max(1.0);
        let pixels = |ring: Ring| {
            (ring.neighbours.map(|neighbour| neighbour.map(|part| offset(part * side * least))), ring.weight)
        };
        self.rings.clear();
        self.rings.extend(RINGS.map(pixels));
        let neighbours = self.rings.iter().flat_map(|(neighbours, _)| neighbours.as_flattened());
        neighbours.map(|part| part.unsigned_abs()).max().unwrap_or(0) + 1
    }

    /// Returns by how much to multiply every pixel of a run on the film.
    pub(crate) fn along(&mut self, film: &Film, row: usize, run: &Run) -> &[f32] {
        let here = film.distances(row, run, [0, 0]);
        self.line.clear();
        self.line.resize(here.len(), 0.0);
        // Things are not worth the widest ring.
        let rings = if run.body { RINGS.len() } else { RINGS.len() - 1 };
        for &(neighbours, weight) in self.rings.iter().take(rings) {
            let share = weight / STEP;
            let pairs = neighbours.map(|[right, down]| {
                let [one, other] = [[right, down], [-right, -down]];
                (film.distances(row, run, one), film.distances(row, run, other))
            });
            // All four pairs at once, so that the line is gone through once a ring.
            let [(a, a_other), (b, b_other), (c, c_other), (d, d_other)] = pairs;
            let (ab, cd) = (
                a.iter().zip(a_other).zip(b.iter().zip(b_other)),
                c.iter().zip(c_other).zip(d.iter().zip(d_other)),
            );
            for (((dark, &here), (a, b)), (c, d)) in self.line.iter_mut().zip(here).zip(ab).zip(cd) {
                let sum = nearer(here, a) + nearer(here, b) + nearer(here, c) + nearer(here, d);
                *dark += sum * share;
            }
        }
        let strength = if run.body { SEPARATION } else { SEPARATION_ON_PROPS };
        for dark in &mut self.line {
            *dark = 1.0 - strength * if *dark < 1.0 { *dark } else { 1.0 };
        }
        &self.line
    }
}

/// Returns how much nearer, in metres, two neighbours at opposite sides are than what is between them; 0 where they are
/// not. Neither counts for more than [`STEP`]; one that is farther away by more needs no limit, as the other cannot make up
/// for it. Plain comparisons become one instruction each, as `min` and `max` do not.
#[inline]
fn nearer(here: f32, (one, other): (&f32, &f32)) -> f32 {
    let nearest = here - STEP;
    let held = |distance: f32| if distance > nearest { distance } else { nearest };
    let both = (here + here) - (held(*one) + held(*other));
    if both > 0.0 { both } else { 0.0 }
}

#[allow(clippy::cast_possible_truncation, reason = "a few dozen pixels")]
fn offset(pixels: f32) -> isize {
    crate::number::floor(pixels + 0.5) as isize
}
