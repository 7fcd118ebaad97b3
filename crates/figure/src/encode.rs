//! From linear light to the bytes of sRGB.

use crate::backdrop::Layer;
use crate::number::half;

/// Steps of linear light: so many that the darkest step is a fifth of a byte.
const STEPS: usize = 1 << 14;
/// Parts of a byte.
pub(crate) const PARTS: u16 = 64;

/// Pixels after which the pattern of [`BAYER`] begins anew.
pub(crate) const PATTERN: usize = 4;

/// What is added to the parts of bytes before they are dropped: the pattern of Bayer (1973), so that what changes
/// slowly has no visible steps. It leaves out the ends of the range, so that what is a whole byte stays one
/// everywhere.
pub(crate) const BAYER: [[u16; PATTERN]; PATTERN] =
    [[8, 35, 14, 42], [48, 21, 55, 28], [18, 45, 11, 38], [52, 31, 49, 24]];

/// A pixel in parts of bytes: red, green, blue and opacity.
pub(crate) type Parts = [u16; 4];
/// What is not transparent at all.
const OPAQUE: u16 = 255 * PARTS;

/// The sRGB for every step of linear light, in parts of a byte.
#[derive(Clone, Debug)]
pub(crate) struct Encoder {
    table: Box<[u16; STEPS]>,
}

impl Default for Encoder {
    fn default() -> Self {
        let mut table = Box::new([0; STEPS]);
        for (step, parts) in (0_u16..).zip(table.iter_mut()) {
            let light = f64::from(step) / (STEPS - 1) as f64;
            let value = if light <= 0.003_130_8 {
                light * 12.92
            } else {
                1.055 * libm::pow(light, 1.0 / 2.4) - 0.055
            };
            *parts = crate::number::part(value * f64::from(u8::MAX) * f64::from(PARTS));
        }
        Self { table }
    }
}

impl Encoder {
    /// Writes neighbouring pixels of a row from their light times opacity, and opacity, each from 0 to 1 (less is 0, more
    /// is 255). The light is used up.
    pub(crate) fn encode(
        &self,
        [column, row]: [usize; 2],
        layers: &mut [Layer],
        pixels: &mut [[u8; 4]],
        opaque: bool,
    ) {
        let pattern = &BAYER[row % PATTERN];
        let pattern: [u16; PATTERN] = std::array::from_fn(|place| pattern[(column + place) % PATTERN]);
        if !opaque {
            for ((layer, pixel), more) in layers.iter().zip(pixels).zip(pattern.iter().cycle()) {
                *pixel = self.pixel(*layer, *more);
            }
            return;
        }
        for light in layers.as_flattened_mut() {
            *light = scaled(*light);
        }
        let (groups, rest) = layers.as_chunks::<PATTERN>();
        let (pixel_groups, pixel_rest) = pixels.as_chunks_mut::<PATTERN>();
        // Of known length, so that the compiler writes all of a group out.
        for (layers, pixels) in groups.iter().zip(pixel_groups) {
            *pixels = std::array::from_fn(|place| self.opaque(layers[place], pattern[place]));
        }
        for ((layer, pixel), more) in rest.iter().zip(pixel_rest).zip(pattern) {
            *pixel = self.opaque(*layer, more);
        }
    }

    /// Returns the bytes of a pixel from its light times opacity, and opacity, and what is added to its parts.
    pub(crate) fn pixel(&self, layer: Layer, more: u16) -> [u8; 4] {
        self.parts(layer).map(|parts| dropped(parts, more))
    }

    /// Returns light times opacity, and opacity, as parts of bytes; the opacity is left out of the light.
    #[inline(always)]
    pub(crate) fn parts(&self, mut layer: Layer) -> Parts {
        let opacity = layer[3];
        if opacity < 1.0 {
            let share = if opacity > 0.0 { 1.0 / opacity } else { 0.0 };
            layer = [layer[0] * share, layer[1] * share, layer[2] * share, opacity];
        }
        let [red, green, blue, opacity] = layer.map(|light| step(scaled(light)));
        // Opacity is no light and stays in proportion.
        let opacity = half((opacity * usize::from(OPAQUE) + STEPS / 2) / (STEPS - 1));
        [self.table[red], self.table[green], self.table[blue], opacity]
    }

    #[inline]
    fn opaque(&self, [red, green, blue, _]: Layer, more: u16) -> [u8; 4] {
        let byte = |light: f32| dropped(self.table[step(light)], more);
        [byte(red), byte(green), byte(blue), u8::MAX]
    }
}

/// Returns a byte from parts and what is added to them.
#[inline]
pub(crate) fn dropped(parts: u16, more: u16) -> u8 {
    crate::number::byte(usize::from((parts + more) / PARTS))
}

/// Returns light in steps, as a number that has them in its low bits. Adding 2²³ leaves the rounded whole number there:
/// quicker than a cast that saturates, and the same on every machine.
#[inline]
fn scaled(light: f32) -> f32 {
    // Comparisons rather than `min` and `max`, which would think of what is no number: here that is 0.
    let above = if light > 0.0 { light } else { 0.0 };
    let held = if above < 1.0 { above } else { 1.0 };
    held * (STEPS - 1) as f32 + 8_388_608.0
}

/// Returns the step that was left in the low bits.
#[inline]
fn step(light: f32) -> usize {
    light.to_bits() as usize & (STEPS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::palette::linear;

    fn encoded(encoder: &Encoder, light: [f32; 4], row: usize, opaque: bool) -> [[u8; 4]; 4] {
        let mut pixels = [[1, 2, 3, 4]; 4];
        encoder.encode([0, row], &mut [light; 4], &mut pixels, opaque);
        pixels
    }

    #[test]
    fn every_byte_comes_back_everywhere() {
        let encoder = Encoder::default();
        for byte in 0..=255_u8 {
            let [red, green, blue] = linear(u32::from_be_bytes([0, byte, 0, byte]));
            let opacity = f32::from(byte) / 255.0;
            let glass = [red, green, blue].map(|light| light * opacity);
            for row in 0..4 {
                assert_eq!(encoded(&encoder, [red, green, blue, 1.0], row, true), [[byte, 0, byte, 255]; 4]);
                let [red, green, blue] = glass;
                assert_eq!(
                    encoded(&encoder, [red, green, blue, opacity], row, false),
                    [[byte, 0, byte, byte]; 4]
                );
            }
        }
    }

    #[test]
    fn what_is_between_two_bytes_is_some_of_both() {
        let encoder = Encoder::default();
        let middle = [(linear(0x50)[2] + linear(0x51)[2]) / 2.0; 4];
        let all: Vec<u8> =
            (0..4).flat_map(|row| encoded(&encoder, middle, row, true).map(|pixel| pixel[0])).collect();
        let above = all.iter().filter(|&&byte| byte == 0x51).count();
        assert!(all.iter().all(|byte| (0x50..=0x51).contains(byte)) && (6..=10).contains(&above), "{all:?}");
    }

    #[test]
    fn what_is_beyond_is_held() {
        let encoder = Encoder::default();
        assert_eq!(encoded(&encoder, [-1.0, 0.0, 7.0, 0.6], 0, false)[0], [0, 0, 255, 153]);
        let beyond = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1.0];
        assert_eq!(encoded(&encoder, beyond, 1, false)[2], [0, 255, 0, 255]);
        assert_eq!(encoded(&encoder, [f32::NAN; 4], 1, false)[2], [0; 4]);
    }
}
