//! From samples to the colour of a pixel.

use super::blend::Blend;
use super::facets::{Label, alike, place};
use super::fill::{Band, Row, Samples};
use super::film::{FAR, Film};
use super::receiver::{Receiver, darken};
use super::{SAMPLES, STEPS};
use crate::backdrop::apart;
use crate::lens::Lens;
use crate::number::{least, most, signed};
use crate::shadow::ShadowMap;

/// Samples of facets that look alike share one colour if they differ less than this in distance, relatively.
const SAME: f32 = 0.003;

/// What is needed to colour facets.
struct Colouring<'a> {
    blends: &'a [Blend],
    receivers: Vec<Receiver<'a>>,
}

/// Colours the pixels of a band and puts them on the film; nothing is left in the band.
pub(crate) fn develop(band: &mut Band, receivers: &[ShadowMap], lens: &Lens, film: &mut Film) {
    let apart = apart(film.width, film.height());
    let receivers = receivers.iter().map(|map| Receiver::new(map, lens, apart)).collect();
    let (rows, blends) = band.rows();
    let colouring = Colouring { blends, receivers };
    for Row { y, first, samples } in rows {
        let (layers, distances, mut runs) = film.expose(y, first..first + samples.len());
        let y = signed(y) * STEPS;
        let mut column = 0;
        while let Some(here) = samples.get(column) {
            let begin = column;
            if here.label == [0; 4] {
                column += until(&samples[begin..], |label| label != [0; 4]);
                continue;
            }
            let x = |column: usize| signed(first + column) * STEPS;
            let blend = if is_one(here) {
                let blend = &blends[place(here.label[0])];
                (layers[begin], distances[begin]) = inside(blend, here, [x(begin), y]);
                column += 1;
                if let Some(receiver) = colouring.receiver(blend) {
                    let same = [here.label[0]; 4];
                    let end = column + until(&samples[column..], |label| label != same);
                    for column in column..end {
                        let samples = &samples[column];
                        (layers[column], distances[column]) = inside(blend, samples, [x(column), y]);
                    }
                    column = end;
                    receiver.darken_along(&samples[begin..end], [x(begin), y], &mut layers[begin..end]);
                }
                blend
            } else {
                let blend;
                (layers[begin], distances[begin], blend) = colouring.edge(here, [x(begin), y]);
                column += 1;
                blend
            };
            runs.note(first + begin..first + column, blend.body);
            samples[begin..column].fill(Samples::default());
        }
    }
}

/// Returns how many pixels come before one whose labels are as asked for.
fn until(samples: &[Samples], is: impl Fn([Label; 4]) -> bool) -> usize {
    samples.iter().position(|sample| is(sample.label)).unwrap_or(samples.len())
}

/// Returns whether one facet covers a pixel, or others that look like it on what can be one surface. Everything is
/// computed, whether needed or not: on a body this changes from pixel to pixel, which no processor foresees.
#[inline]
fn is_one(samples: &Samples) -> bool {
    let [a, b, c, d] = samples.inverse();
    let (low, high) = (least(least(a, b), least(c, d)), most(most(a, b), most(c, d)));
    alike(samples.label) & (low > high * (1.0 - SAME))
}

/// Returns light times coverage, and coverage, of a pixel that one facet covers, or as good as that; and the distance of its
/// middle, which is between the first sample and the last.
#[inline(always)]
fn inside(blend: &Blend, samples: &Samples, [x, y]: [i32; 2]) -> ([f32; 4], f32) {
    let [right, down] = SAMPLES[0];
    let [inverse, .., last] = samples.inverse();
    (blend.at((x + right) as f32, (y + down) as f32), 2.0 / (inverse + last))
}

impl<'a> Colouring<'a> {
    /// Returns light times coverage, and coverage, of a pixel that several facets cover, or only some of it; the mean distance
    /// of what does; and one of these facets.
    fn edge(&self, samples: &Samples, [x, y]: [i32; 2]) -> ([f32; 4], f32, &'a Blend) {
        let inverse = samples.inverse();
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
                let (x, y) = ((x + right) as f32, (y + down) as f32);
                let blend = &self.blends[place(label)];
                colour = blend.at(x, y);
                if let Some(receiver) = self.receiver(blend) {
                    darken(&mut colour, receiver.at(x, y, 1.0 / inverse[sample]));
                }
                last = label;
            }
            for channel in 0..4 {
                layer[channel] += colour[channel] * 0.25;
            }
        }
        let [a, b, c, d] = inverse;
        let whole = (a + b + c + d) * 0.25;
        (layer, if whole > 0.0 { layer[3] / whole } else { FAR }, &self.blends[place(last)])
    }

    /// Returns the receiver of shadows that a facet belongs to.
    #[inline]
    fn receiver(&self, blend: &Blend) -> Option<&Receiver<'a>> {
        self.receivers.get(usize::from(blend.receiver).wrapping_sub(1))
    }
}
