//! The figure in front of its backdrop, as bytes.

use crate::backdrop::{Layer, Paints, Row, View};
use crate::encode::{Encoder, PATTERN};
use crate::picture::Picture;
use crate::raster::Film;
use crate::separate::Separation;

/// Puts the layers of a picture together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Composer {
    encoder: Encoder,
    separation: Separation,
    backdrop: Row,
    row: Vec<Layer>,
}

impl Composer {
    /// Prepares for pictures of this size and returns the margin that their film needs, in pixels.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) -> usize {
        self.row.resize(width, [0.0; 4]);
        self.backdrop.prepare(width, height);
        self.separation.prepare(width, height)
    }

    /// Fills a picture of the film's size. Every step goes over the whole row before the next, as a step by itself
    /// is something that processors do to four numbers at once.
    pub(crate) fn compose(&mut self, film: &Film, view: &View<'_>, paints: &Paints, picture: &mut Picture) {
        let transparent = paints.paper()[3] < 1.0;
        let plain = self.plain(paints.paper());
        for (y, bytes) in picture.rgba.chunks_exact_mut(film.width * 4).enumerate() {
            let (pixels, _) = bytes.as_chunks_mut();
            self.backdrop.look(view, y);
            let runs = film.runs(y);
            let [from, to] = match (runs.first(), runs.last()) {
                (Some(first), Some(last)) => self.backdrop.ends_with([first.columns.start, last.columns.end]),
                _ => self.backdrop.ends_with([0, 0]),
            };
            // The encoder's pattern begins anew every few columns.
            let from = from - from % PATTERN;
            self.backdrop.paint(from, paints, &mut self.row[from..to]);
            self.figure(film, y);
            pixels[..from].fill(plain);
            pixels[to..].fill(plain);
            let (row, pixels) = (&mut self.row[from..to], &mut pixels[from..to]);
            if transparent {
                for [red, green, blue, opacity] in &mut *row {
                    let share = if *opacity > 0.0 { 1.0 / *opacity } else { 0.0 };
                    [*red, *green, *blue] = [*red * share, *green * share, *blue * share];
                }
            }
            self.encoder.encode(y, row, pixels, !transparent);
        }
    }

    /// Puts a row of the figure in front of what is there.
    fn figure(&mut self, film: &Film, y: usize) {
        for run in film.runs(y) {
            let shades = self.separation.along(film, y, run);
            let figure = film.layers(y, run).iter().zip(shades);
            for (below, (above, &shade)) in self.row[run.columns.clone()].iter_mut().zip(figure) {
                let left = 1.0 - above[3];
                let shade = [shade, shade, shade, 1.0];
                for channel in 0..4 {
                    below[channel] = above[channel] * shade[channel] + below[channel] * left;
                }
            }
        }
    }

    /// Returns the bytes where there is nothing but paper.
    fn plain(&self, paper: Layer) -> [u8; 4] {
        let mut pixel = [[0; 4]];
        self.encoder.encode(0, &mut [paper], &mut pixel, false);
        let [pixel] = pixel;
        pixel
    }
}
