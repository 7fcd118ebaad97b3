//! The colours of the backdrop.

use super::meeting::Glimpse;
use crate::palette::{Colour, Colours};

/// Light times opacity, and opacity.
pub(crate) type Layer = [f32; 4];

/// The colours of a backdrop, each with its opacity.
pub(crate) struct Paints {
    pub(crate) paper: Layer,
    /// What the floor's and the wall's colour change in the paper's.
    pub(crate) floor: Layer,
    pub(crate) wall: Layer,
    pub(crate) shadow: Layer,
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
    #[inline(always)]
    pub(super) fn of(&self, [floor, on_floor, wall, on_wall, share]: Glimpse) -> Layer {
        let share = if share > 0.0 { share } else { 0.0 };
        let share = if share < 1.0 { share } else { 1.0 };
        let left = 1.0 - share;
        let (floor, wall, dark) = (floor * left, wall * share, on_floor * left + on_wall * share);
        let mut colour = self.paper;
        // A plain loop becomes one instruction a step, as a closure does not.
        for (channel, colour) in colour.iter_mut().enumerate() {
            let lit = *colour + self.floor[channel] * floor + self.wall[channel] * wall;
            *colour = lit + (self.shadow[channel] - lit) * dark;
        }
        colour
    }
}
