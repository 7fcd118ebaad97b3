//! What comes out: rows of pixels.

use crate::encode::Encoder;
use crate::palette::linear;

/// The longest side that a picture may have, in pixels.
const LONGEST: usize = 4096;

/// A picture, or room for one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// The rows from the top, each pixel as red, green, blue and opacity: sRGB, opacity not multiplied in.
    pub rgba: Vec<u8>,
}

/// A size that no picture can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a picture of {width} × {height} pixels cannot be drawn; each side may have 0 to {LONGEST}")]
pub struct TooLarge {
    /// The width that was asked for, in pixels.
    pub width: usize,
    /// The height that was asked for, in pixels.
    pub height: usize,
}

impl Picture {
    /// Gives the picture another size; what it shows is no longer defined.
    pub(crate) fn resize(&mut self, width: usize, height: usize) -> Result<(), TooLarge> {
        if width > LONGEST || height > LONGEST {
            return Err(TooLarge { width, height });
        }
        (self.width, self.height) = (width, height);
        self.rgba.resize(width * height * 4, 0);
        Ok(())
    }

    /// Returns a pixel, or nothing outside of the picture.
    #[must_use]
    pub fn pixel(&self, x: usize, y: usize) -> Option<[u8; 4]> {
        let first = (x < self.width && y < self.height).then_some((y * self.width + x) * 4)?;
        self.rgba.get(first..first + 4)?.try_into().ok()
    }

    /// Returns the picture at half the size, four pixels blended into one: drawn at twice the size and halved, a
    /// picture has finer edges than one that is drawn at its size. An odd row or column is left out.
    #[must_use]
    pub fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut rgba = vec![0; width * height * 4];
        if rgba.is_empty() {
            return Self { width, height, rgba };
        }
        let encoder = Encoder::default();
        let light: Vec<f32> = (0..256).map(|byte| linear(byte)[2]).collect();
        let mut row = vec![[0.0; 4]; width];
        for (y, bytes) in rgba.chunks_exact_mut(width * 4).enumerate() {
            for (x, blend) in row.iter_mut().enumerate() {
                let four = [(0, 0), (1, 0), (0, 1), (1, 1)];
                let pixels =
                    four.map(|(right, down)| self.pixel(2 * x + right, 2 * y + down).unwrap_or_default());
                *blend = blended(pixels, &light);
            }
            encoder.encode([0, y], &mut row, bytes.as_chunks_mut().0, false);
        }
        Self { width, height, rgba }
    }

    /// Returns a number that differs when (almost certainly) any pixel does: FNV-1a of size and bytes, to
    /// compare what two machines have drawn.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let sides = [self.width as u64, self.height as u64];
        let bytes = sides.iter().flat_map(|side| side.to_le_bytes()).chain(self.rgba.iter().copied());
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }
}

/// Returns the mean of pixels as light times opacity, and opacity: what is not there has no say in the light.
fn blended(pixels: [[u8; 4]; 4], light: &[f32]) -> [f32; 4] {
    let mut sums = [0.0; 4];
    for [red, green, blue, opacity] in pixels {
        let share = f32::from(opacity) / 255.0;
        for (sum, channel) in sums.iter_mut().zip([red, green, blue]) {
            *sum += light[usize::from(channel)] * share;
        }
        sums[3] += share;
    }
    sums.map(|sum| sum * 0.25)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halving_blends_light() {
        let (white, black, nothing) = ([255; 4], [0, 0, 0, 255], [9, 9, 9, 0]);
        let rgba = [white, black, nothing, nothing, black, white, nothing, white].concat();
        let half = Picture { width: 4, height: 2, rgba }.halved();
        assert_eq!((half.width, half.height), (2, 1));
        // Half the light is more than half of 255; and what is not there does not darken what is.
        assert!((187..=188).contains(&half.rgba[0]), "{half:?}");
        assert_eq!(half.rgba[3..], [255, 255, 255, 255, 64]);
    }

    #[test]
    fn nothing_can_be_halved() {
        for (width, height) in [(0, 0), (1, 5), (0, 9)] {
            let picture = Picture { width, height, rgba: vec![0; width * height * 4] };
            assert!(picture.halved().rgba.is_empty());
        }
    }
}
