//! Still pictures of the exercises, for lists and for paper: our own figure, drawn when the bundle is made.

use anyhow::{Context as _, Result};
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use unknot_body::{Anatomy, Body, BodyShape};
use unknot_content::{BODY, CHANGES, EXERCISES, File, SCREEN, WORDS_EN};
use unknot_figure::{Palette, Picture};
use unknot_routine::{Catalogue, Plan, Timeline, Words};
use unknot_stage::{Look, Performer, Shot};

use crate::files::Files;

/// In pixels; drawn at twice the size.
const WIDTH: usize = 400;
const HEIGHT: usize = 300;
/// Of a JPEG, up to 100: higher shows no difference.
const QUALITY: u8 = 84;

/// Returns `exercise-ID.jpg` on light paper and `exercise-ID-night.jpg` on dark for each of them.
pub(crate) fn draw() -> Result<Files> {
    let exercises = EXERCISES.iter().map(File::named);
    let catalogue = Catalogue::read(CHANGES.named(), SCREEN.named(), exercises, [])?;
    let words = Words::read("en", WORDS_EN.text)?;
    let anatomy = Anatomy::read(BODY)?;
    let mut performer = Performer::new(Body::new(anatomy.shape(BodyShape::Neutral.into())));
    let (mut files, mut picture) = (Files::default(), Picture::default());
    for exercise in catalogue.exercises() {
        let plan = Plan::alone(exercise, None).context("it has no usual way")?;
        let timeline = Timeline::compile(&catalogue, &plan, &words)?;
        for (palette, suffix) in [(Palette::Paper, ""), (Palette::Night, "-night")] {
            let look =
                Look { width: 2 * WIDTH, height: 2 * HEIGHT, shot: Shot::Best, palette, transparent: false };
            performer.draw(&timeline, timeline.telling_moment(), &look, &mut picture)?;
            files.insert(&format!("exercise-{}{suffix}.jpg", exercise.id), jpeg(&picture.halved())?);
        }
    }
    Ok(files)
}

fn jpeg(picture: &Picture) -> Result<Vec<u8>> {
    let rgb: Vec<u8> = picture.rgba.as_chunks().0.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode(
        &rgb,
        u32::try_from(picture.width)?,
        u32::try_from(picture.height)?,
        ExtendedColorType::Rgb8,
    )?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_jpeg_of_its_size_and_small() {
        let files = draw().unwrap();
        assert_eq!(files.names().count(), 2 * EXERCISES.len());
        for (name, bytes) in files.iter() {
            let size = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().unwrap();
            let (width, height) = size.into_dimensions().unwrap();
            assert_eq!((width as usize, height as usize), (WIDTH, HEIGHT), "{name}");
            assert!(bytes.len() < 20_000, "{name}: {} bytes", bytes.len());
        }
    }
}
