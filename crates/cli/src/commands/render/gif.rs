//! Clips as GIF: one palette for all pictures, and of each only what differs from the one before.

use std::collections::HashMap;
use std::path::Path;

use color_quant::NeuQuant;
use gif::{DisposalMethod, Encoder, Frame, Repeat};
use unknot_figure::Picture;

use super::clip::Reel;
use super::file;
use crate::failure::Failure;

/// The number in the palette that stands for "as before"; the colours are those below it.
const SAME: u8 = 255;
/// The palette is made from so many pictures.
const SAMPLES: u32 = 6;
/// About so many pixels of each are looked at.
const PIXELS: usize = 40_000;

/// Writes the clip; it begins again for ever.
pub(super) fn write(path: &Path, reel: &mut Reel<'_>) -> Result<(), Failure> {
    let mut colours = Colours::of(reel)?;
    let side = |pixels: usize| u16::try_from(pixels).map_err(|error| error.to_string());
    let mut drawn: Result<(), Failure> = Ok(());
    let written = file::write(path, |out| {
        let said = |error: gif::EncodingError| error.to_string();
        let (width, height) = (side(reel.size.width)?, side(reel.size.height)?);
        let mut encoder = Encoder::new(out, width, height, &colours.palette).map_err(said)?;
        encoder.set_repeat(Repeat::Infinite).map_err(said)?;
        let mut before: Option<Vec<u8>> = None;
        for number in 0..reel.length {
            let picture = match reel.draw(number) {
                Ok(picture) => picture,
                Err(failure) => {
                    drawn = Err(failure);
                    return Err(String::new());
                }
            };
            let now = colours.numbers(&picture);
            let part = Part::of(before.as_deref(), &now, reel.size.width);
            let frame = Frame {
                delay: delay(number, reel.fps),
                dispose: DisposalMethod::Keep,
                transparent: before.is_some().then_some(SAME),
                left: side(part.left)?,
                top: side(part.top)?,
                width: side(part.width)?,
                height: side(part.height)?,
                buffer: part.numbers.into(),
                ..Frame::default()
            };
            encoder.write_frame(&frame).map_err(said)?;
            before = Some(now);
        }
        Ok(())
    });
    drawn.and(written)
}

/// Returns for how long a picture is shown, in hundredths of a second: rounded so that the clip as a whole is right.
fn delay(number: u32, fps: u32) -> u16 {
    let at = |number: u32| (u64::from(number) * 100 + u64::from(fps) / 2) / u64::from(fps);
    u16::try_from(at(number + 1) - at(number)).unwrap_or(u16::MAX)
}

/// The colours of a clip.
struct Colours {
    quantiser: NeuQuant,
    palette: Vec<u8>,
    /// What was found before: clips have the same few thousand colours in every picture.
    found: HashMap<[u8; 3], u8>,
}

impl Colours {
    fn of(reel: &mut Reel<'_>) -> Result<Self, Failure> {
        let mut pixels = Vec::new();
        let mut paper = None;
        for sample in 0..SAMPLES.min(reel.length) {
            let picture = reel.peek(sample * reel.length / SAMPLES.min(reel.length))?;
            let every = (picture.width * picture.height / PIXELS).max(1);
            pixels.extend(picture.rgba.chunks_exact(4).step_by(every).flatten());
            paper = paper.or_else(|| picture.pixel(0, 0));
        }
        // A quarter of what is looked at is enough to learn from.
        let quantiser = NeuQuant::new(4, usize::from(SAME), &pixels);
        let mut palette = quantiser.color_map_rgb();
        palette.resize((usize::from(SAME) + 1) * 3, 0);
        // Most of every picture is paper, and has to have exactly its colour.
        if let Some([red, green, blue, opacity]) = paper {
            let nearest = quantiser.index_of(&[red, green, blue, opacity]) * 3;
            if let Some(place) = palette.get_mut(nearest..nearest + 3) {
                place.copy_from_slice(&[red, green, blue]);
            }
        }
        Ok(Self { quantiser, palette, found: HashMap::new() })
    }

    /// Returns for every pixel the number of its colour.
    fn numbers(&mut self, picture: &Picture) -> Vec<u8> {
        let (quantiser, found) = (&self.quantiser, &mut self.found);
        let number = |&[red, green, blue, _]: &[u8; 4]| {
            *found.entry([red, green, blue]).or_insert_with(|| {
                u8::try_from(quantiser.index_of(&[red, green, blue, u8::MAX])).unwrap_or(0).min(SAME - 1)
            })
        };
        picture.rgba.as_chunks().0.iter().map(number).collect()
    }
}

/// The part of a picture that has to be drawn over the one before.
#[derive(Debug, PartialEq)]
struct Part {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    numbers: Vec<u8>,
}

impl Part {
    fn of(before: Option<&[u8]>, now: &[u8], width: usize) -> Self {
        let width = width.max(1);
        let Some(before) = before else {
            return Self { left: 0, top: 0, width, height: now.len() / width, numbers: now.to_vec() };
        };
        let differs = |at: &usize| before.get(*at) != now.get(*at);
        let (mut left, mut right, mut top, mut bottom) = (width, 0, usize::MAX, 0);
        for at in (0..now.len()).filter(differs) {
            let (x, y) = (at % width, at / width);
            (left, right, top, bottom) = (left.min(x), right.max(x), top.min(y), bottom.max(y));
        }
        // A picture has at least one pixel, even where nothing has changed.
        if left > right {
            (left, right, top, bottom) = (0, 0, 0, 0);
        }
        let places = (top..=bottom).flat_map(|y| (left..=right).map(move |x| y * width + x));
        let numbers =
            places.map(|at| if differs(&at) { now.get(at).copied().unwrap_or(SAME) } else { SAME }).collect();
        Self { left, top, width: right - left + 1, height: bottom - top + 1, numbers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_drawn() {
        let before = [1, 1, 1, 1, 1, 1];
        let all = Part::of(None, &before, 3);
        assert_eq!((all.width, all.height, all.numbers.len()), (3, 2, 6));
        let part = Part::of(Some(&before), &[1, 2, 1, 1, 1, 3], 3);
        let wanted = Part { left: 1, top: 0, width: 2, height: 2, numbers: vec![2, SAME, SAME, 3] };
        assert_eq!(part, wanted);
        let none = Part::of(Some(&before), &before, 3);
        assert_eq!((none.width, none.height, none.numbers), (1, 1, vec![SAME]));
    }

    #[test]
    fn a_second_takes_a_second() {
        for fps in [1, 7, 15, 20, 24, 30, 50] {
            let sum: u32 = (0..fps).map(|number| u32::from(delay(number, fps))).sum();
            assert_eq!(sum, 100, "{fps}");
        }
    }
}
