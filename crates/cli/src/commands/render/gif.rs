//! Clips as GIF: one palette for all pictures, and of each only what differs from the one before.

use std::collections::HashMap;
use std::fmt::Display;
use std::path::Path;

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use quantette::color_map::{IndexedColorMap as _, NearestNeighborColorMap};
use quantette::color_space::{oklab_to_srgb8, srgb8_to_oklab};
use quantette::deps::palette::{Oklab, Srgb};
use quantette::kmeans::{Kmeans, KmeansOptions};
use quantette::wu::{BinnerF32x3, WuF32x3};
use quantette::{PaletteBuf, PaletteSize};
use unknot_figure::Picture;

use super::area::Area;
use super::clip::Reel;
use super::file;
use crate::failure::Failure;

/// The number in the palette that stands for "as before"; the colours are those below it.
const SAME: u8 = 255;
/// The palette is made from so many pictures.
const SAMPLES: u32 = 12;
/// About so many pixels of each are looked at.
const PIXELS: usize = 40_000;

/// Writes the clip; it begins again for ever.
pub(super) fn write(path: &Path, reel: &mut Reel<'_>) -> Result<(), Failure> {
    let mut colours = Colours::of(reel)?;
    file::write(path, |out| {
        let failed = |error: EncodingError| file::failed(path, &error);
        let side = |pixels: usize| u16::try_from(pixels).map_err(|error| file::failed(path, &error));
        let (width, height) = (side(reel.size.width)?, side(reel.size.height)?);
        let mut encoder = Encoder::new(out, width, height, &colours.palette).map_err(failed)?;
        encoder.set_repeat(Repeat::Infinite).map_err(failed)?;
        let mut before: Option<Vec<u8>> = None;
        for number in 0..reel.length {
            let now = colours.numbers(&reel.draw(number)?);
            let area = Area::changed(before.as_deref(), &now, reel.size.width);
            let frame = Frame {
                delay: u16::try_from(reel.hundredths(number)).unwrap_or(u16::MAX),
                dispose: DisposalMethod::Keep,
                transparent: before.is_some().then_some(SAME),
                left: side(area.left)?,
                top: side(area.top)?,
                width: side(area.width)?,
                height: side(area.height)?,
                buffer: part(before.as_deref(), &now, area, reel.size.width).into(),
                ..Frame::default()
            };
            encoder.write_frame(&frame).map_err(failed)?;
            before = Some(now);
        }
        Ok(())
    })
}

/// Returns an area of a picture, in which only what differs from the one before has a colour.
fn part(before: Option<&[u8]>, now: &[u8], area: Area, width: usize) -> Vec<u8> {
    let number = |at: usize| {
        let now = now.get(at).copied().unwrap_or(SAME);
        if before.and_then(|before| before.get(at)) == Some(&now) { SAME } else { now }
    };
    area.rows(width).flatten().map(number).collect()
}

/// The colours of a clip, chosen and compared as the eye tells them apart: in Oklab.
struct Colours {
    nearest: NearestNeighborColorMap<Oklab, f32, 3>,
    palette: Vec<u8>,
    /// What was found before: clips have the same few thousand colours in every picture.
    found: HashMap<[u8; 3], u8>,
}

impl Colours {
    fn of(reel: &mut Reel<'_>) -> Result<Self, Failure> {
        let mut pixels: Vec<Srgb<u8>> = Vec::new();
        let samples = SAMPLES.min(reel.length);
        for sample in 0..samples {
            let picture = reel.peek(sample * reel.length / samples)?;
            let every = (picture.width * picture.height / PIXELS).max(1);
            let some = picture.rgba.as_chunks().0.iter().step_by(every);
            pixels.extend(some.map(|&[red, green, blue, _]| Srgb::new(red, green, blue)));
        }
        // Most of every picture is paper, and has to have exactly its colour.
        let paper = pixels.first().copied().unwrap_or_default();
        let pixels = srgb8_to_oklab(&pixels);
        let first = WuF32x3::run_slice(&pixels, BinnerF32x3::oklab_from_srgb8())
            .map_err(|error| failed(&error))?
            .palette(PaletteSize::from_u8_clamped(SAME - 1));
        let found = Kmeans::run_slice(&pixels, first, KmeansOptions::new())
            .map_err(|error| failed(&error))?
            .into_palette();
        let mut colours = oklab_to_srgb8(&found);
        colours.push(paper);
        let nearest = NearestNeighborColorMap::new(
            PaletteBuf::new(srgb8_to_oklab(&colours)).map_err(|error| failed(&error))?,
        );
        let mut palette: Vec<u8> = colours.into_iter().flat_map(<[u8; 3]>::from).collect();
        palette.resize((usize::from(SAME) + 1) * 3, 0);
        Ok(Self { nearest, palette, found: HashMap::new() })
    }

    /// Returns for every pixel the number of its colour.
    fn numbers(&mut self, picture: &Picture) -> Vec<u8> {
        let (nearest, found) = (&self.nearest, &mut self.found);
        let number = |&[red, green, blue, _]: &[u8; 4]| {
            *found.entry([red, green, blue]).or_insert_with(|| {
                let color = srgb8_to_oklab(&[Srgb::new(red, green, blue)]);
                color.first().map_or(0, |color| nearest.palette_index(color))
            })
        };
        picture.rgba.as_chunks().0.iter().map(number).collect()
    }
}

fn failed(why: &impl Display) -> Failure {
    Failure::Failed(format!("the colours of the clip: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_drawn() {
        let (before, now) = ([1, 1, 1, 1, 1, 1], [1, 2, 1, 1, 1, 3]);
        let area = Area { left: 1, top: 0, width: 2, height: 2 };
        assert_eq!(part(Some(&before), &now, area, 3), [2, SAME, SAME, 3]);
        assert_eq!(part(None, &now, area, 3), [2, 1, 1, 3]);
    }
}
