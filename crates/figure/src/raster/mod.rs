//! From surfaces to pixels.
//!
//! Vertices are moved into the picture and lit once; facets, triangles or small quads, are sorted into bands of rows; a
//! band is drawn into a small buffer of four samples a pixel that hold which facet is nearest; every pixel is then
//! coloured from the few facets that its samples name. The buffer of a band fits into a processor's nearest
//! memory, which counts for more than anything else here.

mod blend;
mod clip;
mod facets;
mod fill;
mod film;
mod receiver;
mod resolve;
mod slopes;
mod vertices;
mod walk;

pub(crate) use facets::Facets;
pub(crate) use fill::Band;
pub(crate) use film::{Film, Run};
pub(crate) use resolve::develop;
pub(crate) use vertices::{Look, Piece, Vertices};

/// Steps of a vertex's place within a pixel.
const STEPS: i32 = 16;

/// The four samples of a pixel in those steps: one in every row and every column of a 4 × 4 grid, turned so that
/// edges which are nearly level or upright get all four shades.
const SAMPLES: [[i32; 2]; 4] = [[6, 2], [14, 6], [2, 10], [10, 14]];
/// The last two lie opposite the first two: what changes evenly has its mean in the middle of the pixel.
const _: () = {
    let [[a, e], [b, f], [c, g], [d, h]] = SAMPLES;
    assert!(a + d == STEPS && e + h == STEPS && b + c == STEPS && f + g == STEPS);
};

/// Rows of a band.
const BAND: usize = 24;

/// Up to this size in pixels, 32 bits hold every edge function of a facet.
const SMALL: i32 = 1000;

/// Returns how many bands a picture so many pixels high has.
pub(crate) fn bands(height: usize) -> usize {
    height.div_ceil(BAND)
}
