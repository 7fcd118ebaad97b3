//! What a row of pixels sees of the backdrop.

use super::View;
use super::knots::Knots;
use super::meeting::Seen;
use crate::number::signed;
use crate::palette::{Colour, Colours};

/// Light times opacity, and opacity.
pub(crate) type Layer = [f32; 4];

/// Pixels from knot to knot in a picture whose shorter side has at least [`LARGE`] pixels.
const APART: usize = 4;
/// In a smaller picture, that many pixels would be too much of it.
const LARGE: usize = 400;

/// What a row of pixels sees of the backdrop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    width: usize,
    /// Pixels from knot to knot.
    apart: usize,
    /// The knots above, below, and here.
    knots: [Knots; 3],
}

/// The colours of a backdrop, each with its opacity.
pub(crate) struct Paints {
    pub(crate) paper: Layer,
    /// What the floor's and the wall's colour change in the paper's.
    pub(crate) floor: Layer,
    pub(crate) wall: Layer,
    pub(crate) shadow: Layer,
}

impl Row {
    /// Prepares for pictures of this size.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) {
        self.width = width;
        self.apart = if width.min(height) >= LARGE { APART } else { 1 };
    }

    /// Looks at a row of pixels; rows have to come from the top.
    pub(crate) fn look(&mut self, view: &View<'_>, y: usize) {
        let count = self.width.div_ceil(self.apart) + 1;
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
    }

    /// Returns the columns from which and up to which there is anything but paper, widened to hold others.
    pub(crate) fn ends_with(&self, [from, to]: [usize; 2]) -> [usize; 2] {
        let [first, last] = self.knots[2].ends;
        // What is between two knots has something of both; the last group may reach beyond the picture.
        let [left, right] = [first.saturating_sub(1), last].map(|end| (end * self.apart).min(self.width));
        match (left < right, from < to) {
            (true, true) => [left.min(from), right.max(to)],
            (true, false) => [left, right],
            _ => [from, to],
        }
    }

    /// Paints pixels from a column on, which has to be a knot's.
    pub(crate) fn paint(&self, from: usize, paints: &Paints, layers: &mut [Layer]) {
        let knots = self.knots[2].seen.get(from / self.apart..).unwrap_or_default();
        if self.apart == 1 {
            paint::<1>(knots, paints, layers);
        } else {
            paint::<APART>(knots, paints, layers);
        }
    }
}

/// Paints so many pixels from each knot to the next.
fn paint<const APART: usize>(knots: &[Seen], paints: &Paints, layers: &mut [Layer]) {
    let Some(&first) = knots.first() else { return };
    let (mut here, mut colour) = (first, paints.of(first));
    let mut next = knots[1..].iter();
    let mut group = || -> [Layer; APART] {
        let there = next.next().copied().unwrap_or(here);
        let next_colour = paints.of(there);
        let share = |pixel: usize| signed(pixel) as f32 / signed(APART) as f32;
        let pixels = if is_edge_between(&here, &there) {
            std::array::from_fn(|pixel| {
                paints.of(std::array::from_fn(|kind| here[kind] + (there[kind] - here[kind]) * share(pixel)))
            })
        } else {
            let change: Layer = std::array::from_fn(|channel| next_colour[channel] - colour[channel]);
            std::array::from_fn(|pixel| {
                std::array::from_fn(|channel| colour[channel] + change[channel] * share(pixel))
            })
        };
        (here, colour) = (there, next_colour);
        pixels
    };
    let (groups, rest) = layers.as_chunks_mut::<APART>();
    for pixels in groups {
        *pixels = group();
    }
    if !rest.is_empty() {
        rest.copy_from_slice(&group()[..rest.len()]);
    }
}

/// Returns whether floor and wall meet between two knots, so that colours cannot be blended there.
fn is_edge_between([.., here]: &Seen, [.., there]: &Seen) -> bool {
    let is_one_thing = (*here <= 0.0 && *there <= 0.0) || (*here >= 1.0 && *there >= 1.0);
    !is_one_thing
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

    /// Returns the colour of what is seen.
    #[inline]
    fn of(&self, [floor, on_floor, wall, on_wall, share]: Seen) -> Layer {
        let share = if share > 0.0 { share } else { 0.0 };
        let share = if share < 1.0 { share } else { 1.0 };
        let left = 1.0 - share;
        let (floor, wall, dark) = (floor * left, wall * share, on_floor * left + on_wall * share);
        std::array::from_fn(|channel| {
            let lit = self.paper[channel] + self.floor[channel] * floor + self.wall[channel] * wall;
            lit + (self.shadow[channel] - lit) * dark
        })
    }

    /// Returns the colour where there is nothing else.
    pub(crate) fn paper(&self) -> Layer {
        self.paper
    }
}
