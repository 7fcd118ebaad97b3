//! The shadow on a flat face of a prop, or on what lies on the floor.

use super::fill::Samples;
use super::{SAMPLES, STEPS};
use crate::lens::Lens;
use crate::number::signed;
use crate::shadow::ShadowMap;

/// A flat face as seen through a lens, and the shadow on it.
pub(super) struct Receiver<'a> {
    map: &'a ShadowMap,
    /// Where the eye is on the shadow, in texels.
    eye: [f32; 2],
    /// How far a ray leads from there with every metre: the one through the picture's corner, and what is added for
    /// every step to the right and down.
    rays: [[f32; 2]; 3],
    /// A shadow changes slowly, so it is looked at every so many pixels, and blended in between.
    apart: usize,
}

impl<'a> Receiver<'a> {
    pub(super) fn new(map: &'a ShadowMap, lens: &Lens, apart: usize) -> Self {
        let step = 1.0 / STEPS as f32;
        let corner = lens.ray(0.0, 0.0);
        let rays = [corner, lens.ray(step, 0.0) - corner, lens.ray(0.0, step) - corner];
        Self { map, eye: map.texel(lens.eye), rays: rays.map(|ray| map.texels(ray)), apart }
    }

    /// Returns how dark it is at a place in the picture (in steps of a pixel) that is so many metres away.
    #[inline]
    pub(super) fn at(&self, x: f32, y: f32, distance: f32) -> f32 {
        let [corner, right, down] = &self.rays;
        let along =
            |axis: usize| self.eye[axis] + (corner[axis] + right[axis] * x + down[axis] * y) * distance;
        self.map.at_texel(along(0), along(1))
    }

    /// Darkens neighbouring pixels of a row that begin at a place in the picture.
    pub(super) fn darken_along(&self, samples: &[Samples], [x, y]: [i32; 2], layers: &mut [[f32; 4]]) {
        let [right, down] = SAMPLES[0];
        let dark = |at: usize| {
            let (x, y) = (x + signed(at) * STEPS + right, y + down);
            self.at(x as f32, y as f32, 1.0 / samples[at].inverse()[0])
        };
        let last = samples.len() - 1;
        let (mut from, mut here) = (0, dark(0));
        while from < last {
            let to = (from + self.apart).min(last);
            let there = dark(to);
            let change = (there - here) / (to - from) as f32;
            for layer in &mut layers[from..to] {
                darken(layer, here);
                here += change;
            }
            (from, here) = (to, there);
        }
        darken(&mut layers[last], here);
    }
}

/// Takes light away.
#[inline]
pub(super) fn darken(layer: &mut [f32; 4], dark: f32) {
    for channel in &mut layer[..3] {
        *channel *= 1.0 - dark;
    }
}
