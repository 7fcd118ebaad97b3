//! Reading pictures that somebody names, without trusting them.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, RgbImage, RgbaImage};

use crate::failure::Failure;

/// No larger picture is decoded, in pixels: cameras make none that shows more.
const LARGEST: u64 = 64_000_000;
/// What decoding may take beside it, in bytes.
const MEMORY: u64 = 1 << 30;

/// Returns a picture as whoever took it held the camera.
pub(super) fn image(path: &Path) -> Result<RgbImage, Failure> {
    let refuse = |why: String| Failure::Usage(format!("cannot read {}: {why}", path.display()));
    let file = File::open(path).map_err(|error| refuse(error.to_string()))?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(refuse("it is a folder".to_owned()));
    }
    let mut reader = ImageReader::new(BufReader::new(file));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let reader = reader.with_guessed_format().map_err(|error| refuse(error.to_string()))?;
    if reader.format().is_none() {
        return Err(refuse("it is no JPEG, PNG, WebP or GIF".to_owned()));
    }
    let mut decoder = reader.into_decoder().map_err(|error| refuse(error.to_string()))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > LARGEST {
        return Err(refuse(format!(
            "it has {width}×{height} pixels, and at most {} megapixels are looked at",
            LARGEST / 1_000_000
        )));
    }
    let orientation = decoder.orientation().map_err(|error| refuse(error.to_string()))?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| refuse(error.to_string()))?;
    image.apply_orientation(orientation);
    Ok(if image.color().has_alpha() { on_white(&image.into_rgba8()) } else { image.into_rgb8() })
}

/// Returns a picture on white paper.
fn on_white(image: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, opacity] = image.get_pixel(x, y).0;
        let mixed = |color: u8| {
            let sum = u16::from(color) * u16::from(opacity) + 255 * (255 - u16::from(opacity));
            u8::try_from(sum / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([red, green, blue].map(mixed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_transparent_is_white() {
        let image = RgbaImage::from_raw(3, 1, vec![9, 8, 7, 255, 9, 8, 7, 0, 0, 100, 200, 51]).unwrap();
        assert_eq!(on_white(&image).as_raw(), &[9, 8, 7, 255, 255, 255, 204, 224, 244]);
    }
}
