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
const STEP: f32 = 0.07;

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
    /// The neighbour on one side, and how much it counts.
    neighbours: Vec<([isize; 2], f32)>,
    line: Vec<f32>,
}

impl Separation {
    /// Prepares for pictures of this size and returns how far away neighbours can be, in pixels.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) -> usize {
        let side = width.min(height) as f32;
        self.neighbours.clear();
        for ring in RINGS {
            // Never less than a pixel, or it would compare the pixel with itself.
            let least = (1.0 / (side * RINGS[0].neighbours[0][0])).max(1.0);
            let offsets = ring.neighbours.map(|neighbour| neighbour.map(|part| offset(part * side * least)));
            self.neighbours.extend(offsets.map(|offset| (offset, ring.weight)));
        }
        let farthest = self.neighbours.iter().flat_map(|(offset, _)| offset.map(isize::unsigned_abs)).max();
        farthest.unwrap_or(0) + 1
    }

    /// Returns by how much to multiply every pixel of a run on the film.
    pub(crate) fn along(&mut self, film: &Film, row: usize, run: &Run) -> &[f32] {
        let here = film.distances(row, run, [0, 0]);
        self.line.clear();
        self.line.resize(here.len(), 0.0);
        // Things are not worth the widest ring.
        let rings = if run.body { RINGS.len() } else { RINGS.len() - 1 };
        let neighbours = RINGS[..rings].iter().map(|ring| ring.neighbours.len()).sum();
        for &([right, down], weight) in self.neighbours.iter().take(neighbours) {
            let one = film.distances(row, run, [right, down]);
            let other = film.distances(row, run, [-right, -down]);
            for (((dark, here), one), other) in self.line.iter_mut().zip(here).zip(one).zip(other) {
                let nearer = |there: f32| ((here - there) * (1.0 / STEP)).clamp(-1.0, 1.0);
                *dark += (nearer(*one) + nearer(*other)).max(0.0) * weight;
            }
        }
        let strength = if run.body { SEPARATION } else { SEPARATION_ON_PROPS };
        for dark in &mut self.line {
            *dark = 1.0 - strength * dark.min(1.0);
        }
        &self.line
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a few dozen pixels")]
fn offset(pixels: f32) -> isize {
    crate::number::floor(pixels + 0.5) as isize
}
