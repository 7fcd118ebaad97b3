//! The figure in front of its backdrop, as bytes.

use crate::backdrop::{Layer, Paints, Row, View};
use crate::encode::Encoder;
use crate::picture::Picture;
use crate::raster::{Film, Run};
use crate::separate::Separation;

/// Puts the layers of a picture together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Composer {
    encoder: Encoder,
    separation: Separation,
    backdrop: Row,
    run: Vec<Layer>,
}

impl Composer {
    /// Prepares for pictures of this size and returns the margin that their film needs, in pixels.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) -> usize {
        self.backdrop.prepare(width, height);
        self.separation.prepare(width, height)
    }

    /// Fills a picture of the film's size.
    pub(crate) fn compose(&mut self, film: &Film, view: &View<'_>, paints: &Paints, picture: &mut Picture) {
        let opaque = paints.paper[3] >= 1.0;
        for (y, bytes) in picture.rgba.chunks_exact_mut(film.width * 4).enumerate() {
            let (pixels, _) = bytes.as_chunks_mut();
            self.backdrop.look(view, paints, &self.encoder, y);
            self.backdrop.write(paints, &self.encoder, pixels);
            for run in film.runs(y) {
                self.figure(film, y, run, paints);
                let place = [run.columns.start, y];
                self.encoder.encode(place, &mut self.run, &mut pixels[run.columns.clone()], opaque);
            }
        }
    }

    /// Puts a run of the figure in front of what is there.
    fn figure(&mut self, film: &Film, y: usize, run: &Run, paints: &Paints) {
        let shades = self.separation.along(film, y, run);
        self.run.clear();
        self.run.extend_from_slice(film.layers(y, run));
        for (layer, &shade) in self.run.iter_mut().zip(shades) {
            let shade = [shade, shade, shade, 1.0];
            for channel in 0..4 {
                layer[channel] *= shade[channel];
            }
        }
        // Only at edges is there anything left to see of the backdrop.
        for (column, layer) in run.columns.clone().zip(&mut self.run) {
            let left = 1.0 - layer[3];
            if left > 0.0 {
                let behind = self.backdrop.light(paints, column);
                for channel in 0..4 {
                    layer[channel] += behind[channel] * left;
                }
            }
        }
    }
}
