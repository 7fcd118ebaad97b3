//! A page of paper: text and pictures on it.

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};
use unknot_figure::{Palette, Picture, srgb};

use crate::failure::Failure;

/// Between two lines of text, as a share of its size.
const LEADING: f32 = 1.22;

/// A page that things are put on.
pub(super) struct Page {
    pub(super) picture: Picture,
    ink: [u8; 3],
}

/// A face of type in one size.
#[derive(Clone)]
pub(super) struct Type {
    font: FontRef<'static>,
    size: f32,
}

impl Type {
    /// Returns a face, `size` pixels from the top of its highest letters to the bottom of its lowest.
    pub(super) fn new(file: &'static [u8], size: f32) -> Result<Self, Failure> {
        let font =
            FontRef::try_from_slice(file).map_err(|error| Failure::Failed(format!("the font: {error}")))?;
        Ok(Self { font, size })
    }

    /// Returns how far one line is below another, in pixels.
    pub(super) fn line(&self) -> usize {
        pixels(self.size * LEADING)
    }

    /// Returns how wide a text is, in pixels.
    pub(super) fn width(&self, text: &str) -> f32 {
        self.places(text).1
    }

    /// Breaks a text into lines of at most that many pixels; a longer word stands alone.
    pub(super) fn wrap(&self, text: &str, width: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if pixels(self.width(&longer)) <= width {
                    *line = longer;
                    continue;
                }
            }
            lines.push(word.to_owned());
        }
        lines
    }

    /// Returns the letters of a text with how far each is from its beginning, and where it ends.
    fn places(&self, text: &str) -> (Vec<(ab_glyph::GlyphId, f32)>, f32) {
        let scaled = self.font.as_scaled(PxScale::from(self.size));
        let (mut places, mut pen) = (Vec::new(), 0.0);
        for letter in text.chars() {
            let id = scaled.glyph_id(letter);
            if let Some((before, _)) = places.last() {
                pen += scaled.kern(*before, id);
            }
            places.push((id, pen));
            pen += scaled.h_advance(id);
        }
        (places, pen)
    }
}

impl Page {
    /// Returns an empty page of that many pixels.
    pub(super) fn empty(width: usize, height: usize, palette: Palette) -> Self {
        let colours = palette.colours();
        let [red, green, blue] = srgb(colours.paper);
        let rgba = [red, green, blue, u8::MAX].repeat(width * height);
        Self { picture: Picture { width, height, rgba }, ink: srgb(colours.ink) }
    }

    /// Writes a line; `top` is the top of its highest letters. What does not fit the page is left out.
    pub(super) fn write(&mut self, face: &Type, text: &str, left: usize, top: usize) {
        let scale = PxScale::from(face.size);
        let baseline = to_f32(top) + face.font.as_scaled(scale).ascent();
        for (id, along) in face.places(text).0 {
            let glyph = id.with_scale_and_position(scale, point(to_f32(left) + along, baseline));
            let Some(outline) = face.font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            outline.draw(|x, y, cover| {
                self.ink_at(to_f32(x as usize) + corner.x, to_f32(y as usize) + corner.y, cover);
            });
        }
    }

    /// Puts a picture on the page; what does not fit is left out.
    pub(super) fn paste(&mut self, picture: &Picture, left: usize, top: usize) {
        let across = picture.width.min(self.picture.width.saturating_sub(left));
        for y in 0..picture.height.min(self.picture.height.saturating_sub(top)) {
            let from = y * picture.width * 4;
            let to = ((top + y) * self.picture.width + left) * 4;
            let row = picture.rgba.get(from..from + across * 4);
            let place = self.picture.rgba.get_mut(to..to + across * 4);
            if let (Some(row), Some(place)) = (row, place) {
                place.copy_from_slice(row);
            }
        }
    }

    /// Draws a thin line across.
    pub(super) fn rule(&mut self, left: usize, right: usize, top: usize) {
        for x in left..right {
            self.ink_at(to_f32(x), to_f32(top), 0.18);
        }
    }

    fn ink_at(&mut self, x: f32, y: f32, cover: f32) {
        if x < 0.0 || y < 0.0 {
            return;
        }
        let (x, y) = (pixels(x), pixels(y));
        if x >= self.picture.width {
            return;
        }
        let first = (y * self.picture.width + x) * 4;
        let Some(pixel) = self.picture.rgba.get_mut(first..first + 3) else { return };
        for (channel, ink) in pixel.iter_mut().zip(self.ink) {
            let (paper, ink) = (f32::from(*channel), f32::from(ink));
            *channel = byte(paper + (ink - paper) * cover.clamp(0.0, 1.0));
        }
    }
}

fn byte(value: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let byte = value.round() as u8;
    byte
}

fn pixels(length: f32) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let pixels = length.round() as usize;
    pixels
}

fn to_f32(pixels: usize) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "no page has millions of pixels in a row")]
    let length = pixels as f32;
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face() -> Type {
        Type::new(unknot_content::FONT, 30.0).unwrap()
    }

    #[test]
    fn text_is_as_wide_as_it_is_broken() {
        let lines = face().wrap("one two three four five six", 150);
        assert!(lines.len() > 1 && lines.iter().all(|line| face().width(line) <= 150.5), "{lines:?}");
        assert_eq!(lines.join(" "), "one two three four five six");
    }

    #[test]
    fn writing_leaves_ink_where_it_belongs() {
        let mut page = Page::empty(200, 60, Palette::Paper);
        let empty = page.picture.clone();
        page.write(&face(), "Wall", 20, 10);
        let changed = |x: usize| (0..60).any(|y| page.picture.pixel(x, y) != empty.pixel(x, y));
        assert!(!changed(10) && (20..90).any(changed) && !changed(150));
        // What runs over the edge does not come in again on the other side.
        page.write(&face(), "WWWWWWWW", 190, 10);
        assert!(!(0..10).any(|x| (0..60).any(|y| page.picture.pixel(x, y) != empty.pixel(x, y))));
    }
}
