//! What a row of pixels sees of the backdrop.

use super::View;
use super::knots::Knots;
use crate::number::signed;
use crate::palette::{Colour, Colours};

/// Light times opacity, and opacity.
pub(crate) type Layer = [f32; 4];

/// Pixels from knot to knot in a picture whose shorter side has at least [`LARGE`] pixels.
const APART: usize = 4;
/// In a smaller picture, that many pixels would be too much of it.
const LARGE: usize = 400;

/// What a row of pixels sees of the backdrop, each from 0 to 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// How much of the floor's and of the wall's colour there is.
    floor: Vec<f32>,
    wall: Vec<f32>,
    /// How dark the shadow is.
    dark: Vec<f32>,
    width: usize,
    /// Pixels from knot to knot.
    apart: usize,
    /// The knots above, below, and here.
    knots: [Knots; 3],
    /// The columns from which and up to which there is anything but paper.
    ends: [usize; 2],
}

/// The colours of a backdrop, each with its opacity.
pub(crate) struct Paints {
    paper: Layer,
    /// What the floor's and the wall's colour change in the paper's.
    floor: Layer,
    wall: Layer,
    shadow: Layer,
}

impl Row {
    /// Prepares for pictures of this size.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) {
        self.width = width;
        self.apart = if width.min(height) >= LARGE { APART } else { 1 };
        // Whole groups of pixels, the last of which may be beyond the picture.
        let pixels = width.next_multiple_of(self.apart);
        for values in [&mut self.floor, &mut self.wall, &mut self.dark] {
            values.resize(pixels, 0.0);
        }
    }

    /// Looks at a row of pixels; rows have to come from the top.
    pub(crate) fn look(&mut self, view: &View<'_>, y: usize) {
        let count = self.floor.len() / self.apart + 1;
        let [upper, lower, here] = &mut self.knots;
        if y == 0 {
            lower.look(view, 0, count, self.apart);
        }
        if y.is_multiple_of(self.apart) {
            std::mem::swap(upper, lower);
            lower.look(view, y + self.apart, count, self.apart);
        }
        let share = signed(y % self.apart) as f32 / signed(self.apart) as f32;
        here.between(upper, lower, share);
        if self.apart == 1 { self.spread::<1>() } else { self.spread::<APART>() }
    }

    /// Blends between the knots of this row.
    fn spread<const APART: usize>(&mut self) {
        let [floor, on_floor, wall, on_wall, share] = &self.knots[2].kinds;
        let (floors, _) = self.floor.as_chunks_mut::<APART>();
        let (walls, _) = self.wall.as_chunks_mut::<APART>();
        let (darks, _) = self.dark.as_chunks_mut::<APART>();
        let [from, to] = self.knots[2].ends;
        let [from, to] = [from.saturating_sub(1), to.min(floors.len())];
        self.ends = [from.min(to) * APART, to * APART];
        // Outside there has to be nothing, as the figure may be in front of it.
        for groups in [&mut *floors, &mut *walls, &mut *darks] {
            groups[..from.min(to)].fill([0.0; APART]);
            groups[to..].fill([0.0; APART]);
        }
        for knot in from..to {
            let spread = |kind: &[f32]| -> [f32; APART] {
                let [here, there] = [kind[knot], kind[knot + 1]];
                std::array::from_fn(|pixel| {
                    here + (there - here) * (signed(pixel) as f32 / signed(APART) as f32)
                })
            };
            let (floor, on_floor, wall, on_wall) =
                (spread(floor), spread(on_floor), spread(wall), spread(on_wall));
            let share = spread(share).map(|share| share.clamp(0.0, 1.0));
            for pixel in 0..APART {
                let left = 1.0 - share[pixel];
                floors[knot][pixel] = floor[pixel] * left;
                walls[knot][pixel] = wall[pixel] * share[pixel];
                darks[knot][pixel] = on_floor[pixel] * left + on_wall[pixel] * share[pixel];
            }
        }
    }

    /// Returns the columns from which and up to which there is anything but paper, widened to hold others.
    pub(crate) fn ends_with(&self, [from, to]: [usize; 2]) -> [usize; 2] {
        // The last group may reach beyond the picture.
        let [left, right] = self.ends.map(|end| end.min(self.width));
        match (left < right, from < to) {
            (true, true) => [left.min(from), right.max(to)],
            (true, false) => [left, right],
            _ => [from, to],
        }
    }

    /// Paints the pixels between two columns.
    pub(crate) fn paint(&self, [from, to]: [usize; 2], paints: &Paints, layers: &mut [Layer]) {
        let seen = self.floor[from..to].iter().zip(&self.wall[from..to]).zip(&self.dark[from..to]);
        for (layer, ((&floor, &wall), &dark)) in layers.iter_mut().zip(seen) {
            *layer = std::array::from_fn(|channel| {
                let lit = paints.paper[channel] + paints.floor[channel] * floor + paints.wall[channel] * wall;
                lit + (paints.shadow[channel] - lit) * dark
            });
        }
    }
}

impl Paints {
    /// Returns the colours on paper, or (transparent) on nothing.
    pub(crate) fn new(colours: &Colours, transparent: bool) -> Self {
        let opaque = |[red, green, blue]: Colour| [red, green, blue, 1.0];
        let paper = if transparent { [0.0; 4] } else { opaque(colours.paper) };
        let change = |colour: Colour| {
            let colour = opaque(colour);
            [0, 1, 2, 3].map(|channel| colour[channel] - paper[channel])
        };
        Self {
            paper,
            floor: change(colours.floor),
            wall: change(colours.wall),
            shadow: opaque(colours.shadow),
        }
    }

    /// Returns the colour where there is nothing else.
    pub(crate) fn paper(&self) -> Layer {
        self.paper
    }
}
