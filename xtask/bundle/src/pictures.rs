//! Still pictures of the exercises, for lists and for paper: our own figure, drawn when the bundle is made.

use anyhow::{Context as _, Result, anyhow};
use unknot_body::{Anatomy, Body, BodyShape};
use unknot_content::{BODY, CHANGES, EXERCISES, File, SCREEN, WORDS_EN};
use unknot_figure::{Palette, Picture};
use unknot_routine::{Catalogue, Plan, Timeline, Words};
use unknot_stage::{Look, Performer, Shot};
use webp::{Encoder, WebPConfig};

use crate::files::Files;

/// In pixels; drawn at twice the size.
const WIDTH: usize = 400;
const HEIGHT: usize = 300;
/// Up to 100: higher shows no difference.
const QUALITY: f32 = 80.0;

/// Returns `exercise-ID.webp` on light paper and `exercise-ID-night.webp` on dark for each of them.
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
            files.insert(&format!("exercise-{}{suffix}.webp", exercise.id), webp(&picture.halved())?);
        }
    }
    Ok(files)
}

/// Returns the picture as a WebP, the smallest that every browser shows.
fn webp(picture: &Picture) -> Result<Vec<u8>> {
    let mut config = WebPConfig::new().map_err(|()| anyhow!("libwebp is of another version"))?;
    config.quality = QUALITY;
    // As small as it can: there is time.
    config.method = 6;
    // Otherwise small red things become pale.
    config.use_sharp_yuv = 1;
    let (width, height) = (u32::try_from(picture.width)?, u32::try_from(picture.height)?);
    let rgb: Vec<u8> = picture.rgba.as_chunks().0.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect();
    let encoded = Encoder::from_rgb(&rgb, width, height).encode_advanced(&config);
    Ok(encoded.map_err(|error| anyhow!("a picture is no WebP: {error:?}"))?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_of_its_size_and_small() {
        let files = draw().unwrap();
        assert_eq!(files.names().count(), 2 * EXERCISES.len());
        for (name, bytes) in files.iter() {
            let seen = webp::BitstreamFeatures::new(bytes).unwrap();
            assert_eq!((seen.width() as usize, seen.height() as usize), (WIDTH, HEIGHT), "{name}");
            assert!(bytes.len() < 8_000, "{name}: {} bytes", bytes.len());
        }
    }
}
