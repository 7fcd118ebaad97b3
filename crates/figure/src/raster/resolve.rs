//! From samples to the colour of a pixel.

use super::blend::Blend;
use super::facets::{Label, alike, place};
use super::fill::{Band, Row, Samples};
use super::film::{FAR, Film};
use super::{SAMPLES, STEPS};
use crate::lens::Lens;
use crate::number::signed;
use crate::shade::Lights;
use crate::shadow::ShadowMap;

/// Samples of facets that look alike share one colour if they differ less than this in distance, relatively.
const SAME: f32 = 0.003;

/// What is needed to colour facets.
struct Colouring<'a> {
    blends: &'a [Blend],
    receivers: Vec<Receiver<'a>>,
    lights: &'a Lights,
    /// The facet that was asked for last.
    last: &'a Blend,
}

/// A flat face of a prop as seen through a lens, and the shadow on it.
struct Receiver<'a> {
    map: &'a ShadowMap,
    /// Where the eye is on the shadow, in texels.
    eye: [f32; 2],
    /// How far a ray leads from there with every metre: the one through the picture's corner, and what is added for
    /// every step to the right and down.
    rays: [[f32; 2]; 3],
}

/// Colours the pixels of a band and puts them on the film; nothing is left in the band.
pub(crate) fn develop(
    band: &mut Band,
    receivers: &[ShadowMap],
    (lens, lights): (&Lens, &Lights),
    film: &mut Film,
) {
    let (rows, blends) = band.rows();
    let Some(last) = blends.first() else { return };
    let receivers = receivers.iter().map(|map| Receiver::new(map, lens)).collect();
    let mut colouring = Colouring { blends, receivers, lights, last };
    for Row { y, first, samples } in rows {
        let mut exposure = film.expose(y);
        let y = signed(y) * STEPS;
        for (x, samples) in (first..).zip(samples) {
            if samples.label != [0; 4] {
                let (layer, distance) = colouring.pixel(samples, signed(x) * STEPS, y);
                exposure.put(x, layer, distance, colouring.last.body);
                *samples = Samples::default();
            }
        }
    }
}

impl Colouring<'_> {
    /// Returns light times coverage, and coverage, of a pixel; and the mean distance of what covers it.
    #[inline]
    fn pixel(&mut self, samples: &Samples, x: i32, y: i32) -> ([f32; 4], f32) {
        let inverse = samples.inverse();
        let [a, b, c, d] = inverse;
        if samples.label == [samples.label[0]; 4] {
            let layer = self.colour(samples.label[0], a, x + SAMPLES[0][0], y + SAMPLES[0][1]);
            return (layer, 4.0 / (a + b + c + d));
        }
        let (low, high) = (least(least(a, b), least(c, d)), most(most(a, b), most(c, d)));
        if low > high * (1.0 - SAME) && alike(samples.label) {
            let layer = self.colour(samples.label[0], a, x + SAMPLES[0][0], y + SAMPLES[0][1]);
            return (layer, 4.0 / (a + b + c + d));
        }
        let mut layer = [0.0; 4];
        let mut last = 0;
        let mut colour = [0.0; 4];
        for (sample, [right, down]) in SAMPLES.into_iter().enumerate() {
            let label = samples.label[sample];
            if label == 0 {
                continue;
            }
            // Most neighbours are of one facet.
            if label != last {
                colour = self.colour(label, inverse[sample], x + right, y + down);
                last = label;
            }
            for channel in 0..4 {
                layer[channel] += colour[channel] * 0.25;
            }
        }
        let whole = (a + b + c + d) * 0.25;
        (layer, if whole > 0.0 { layer[3] / whole } else { FAR })
    }

    /// Returns the colour of a facet at a place in the picture, and a coverage of 1.
    #[inline(always)]
    fn colour(&mut self, label: Label, inverse: f32, x: i32, y: i32) -> [f32; 4] {
        self.last = &self.blends[place(label)];
        let look = self.last.at(x, y);
        let mut light = self.lights.outline(look[3]);
        if self.last.receiver > 0
            && let Some(receiver) = self.receivers.get(usize::from(self.last.receiver) - 1)
        {
            light *= 1.0 - receiver.at(x as f32, y as f32, 1.0 / inverse);
        }
        let mut colour = look;
        for channel in &mut colour {
            *channel *= light;
        }
        colour[3] = 1.0;
        colour
    }
}

impl<'a> Receiver<'a> {
    fn new(map: &'a ShadowMap, lens: &Lens) -> Self {
        let step = 1.0 / STEPS as f32;
        let corner = lens.ray(0.0, 0.0);
        let rays = [corner, lens.ray(step, 0.0) - corner, lens.ray(0.0, step) - corner];
        Self { map, eye: map.texel(lens.eye), rays: rays.map(|ray| map.texels(ray)) }
    }

    /// Returns how dark it is at a place in the picture (in steps of a pixel) that is so many metres away.
    #[inline]
    fn at(&self, x: f32, y: f32, distance: f32) -> f32 {
        let [corner, right, down] = &self.rays;
        let along =
            |axis: usize| self.eye[axis] + (corner[axis] + right[axis] * x + down[axis] * y) * distance;
        self.map.at_texel(along(0), along(1))
    }
}

/// Returns the lesser of two numbers; plain comparisons become one instruction, as `min` does not.
#[inline]
fn least(one: f32, other: f32) -> f32 {
    if one < other { one } else { other }
}

/// Returns the greater of two numbers.
#[inline]
fn most(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}
