//! From samples to the colour of a pixel.

use super::blend::Blend;
use super::facets::{Label, alike, place};
use super::fill::{Band, Row, Samples};
use super::film::{FAR, Film};
use super::receiver::{Receiver, darken};
use super::{SAMPLES, STEPS};
use crate::backdrop::apart;
use crate::lens::Lens;
use crate::number::signed;
use crate::shadow::ShadowMap;

/// Samples of facets that look alike share one colour if they differ less than this in distance, relatively.
const SAME: f32 = 0.003;

/// What is needed to colour facets.
struct Colouring<'a> {
    blends: &'a [Blend],
    receivers: Vec<Receiver<'a>>,
    /// The facet that was asked for last.
    last: &'a Blend,
}

/// Colours the pixels of a band and puts them on the film; nothing is left in the band.
pub(crate) fn develop(band: &mut Band, receivers: &[ShadowMap], lens: &Lens, film: &mut Film) {
    let (rows, blends) = band.rows();
    let Some(last) = blends.first() else { return };
    let apart = apart(film.width, film.height());
    let receivers = receivers.iter().map(|map| Receiver::new(map, lens, apart)).collect();
    let mut colouring = Colouring { blends, receivers, last };
    for Row { y, first, samples } in rows {
        let (layers, distances, mut runs) = film.expose(y, first..first + samples.len());
        let y = signed(y) * STEPS;
        let mut column = 0;
        while let Some(here) = samples.get(column) {
            let same = [here.label[0]; 4];
            let x = signed(first + column) * STEPS;
            let begin = column;
            if here.label == same {
                let others = samples[begin..].iter().position(|sample| sample.label != same);
                column = others.map_or(samples.len(), |others| begin + others);
                if same[0] == 0 {
                    continue;
                }
                let span = begin..column;
                colouring.span(
                    &samples[span.clone()],
                    [x, y],
                    &mut layers[span.clone()],
                    &mut distances[span],
                );
            } else {
                (layers[begin], distances[begin]) = colouring.edge(here, x, y);
                column += 1;
            }
            runs.note(first + begin..first + column, colouring.last.body);
            samples[begin..column].fill(Samples::default());
        }
    }
}

/// Returns whether distances differ so little that they can be of one surface.
#[inline]
fn is_smooth([a, b, c, d]: [f32; 4]) -> bool {
    let (low, high) = (least(least(a, b), least(c, d)), most(most(a, b), most(c, d)));
    low > high * (1.0 - SAME)
}

impl<'a> Colouring<'a> {
    /// Colours neighbouring pixels of a row that one facet covers: notes light times coverage, and coverage; and the
    /// distance of each pixel's middle, which is between its first sample and its last.
    #[inline]
    fn span(
        &mut self,
        samples: &[Samples],
        [x, y]: [i32; 2],
        layers: &mut [[f32; 4]],
        distances: &mut [f32],
    ) {
        self.last = &self.blends[place(samples[0].label[0])];
        let [right, down] = SAMPLES[0];
        let (x, y) = ((x + right) as f32, (y + down) as f32);
        let mut column = x;
        for ((samples, layer), distance) in samples.iter().zip(&mut *layers).zip(distances) {
            let [inverse, .., last] = samples.inverse();
            *layer = self.last.at(column, y);
            *distance = 2.0 / (inverse + last);
            column += STEPS as f32;
        }
        if let Some(receiver) = self.receiver() {
            receiver.darken_along(samples, [x, y], layers);
        }
    }

    /// Returns the same of a pixel that several facets cover, or only some of it; its distance is the mean of what does.
    fn edge(&mut self, samples: &Samples, x: i32, y: i32) -> ([f32; 4], f32) {
        let inverse = samples.inverse();
        let [a, b, c, d] = inverse;
        if alike(samples.label) && is_smooth(inverse) {
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
        let mut colour = self.last.at(x as f32, y as f32);
        if let Some(receiver) = self.receiver() {
            darken(&mut colour, receiver.at(x as f32, y as f32, 1.0 / inverse));
        }
        colour
    }

    /// Returns the receiver of shadows that the facet which was asked for last belongs to.
    #[inline]
    fn receiver(&self) -> Option<&Receiver<'a>> {
        self.receivers.get(usize::from(self.last.receiver).wrapping_sub(1))
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
