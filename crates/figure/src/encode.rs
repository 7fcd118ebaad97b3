//! From linear light to the bytes of sRGB.

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
    /// Writes pixels of a row, from the left, from their light and opacity, each from 0 to 1 (less is 0, more is 255).
    /// The light is used up.
    pub(crate) fn encode(&self, row: usize, light: &mut [[f32; 4]], pixels: &mut [[u8; 4]], opaque: bool) {
        for light in light.as_flattened_mut() {
            // Comparisons rather than `min` and `max`, which would think of what is no number: here that is 0.
            let above = if *light > 0.0 { *light } else { 0.0 };
            let held = if above < 1.0 { above } else { 1.0 };
            // Adding 2²³ leaves the rounded whole number in the low bits: quicker than a cast that saturates,
            // and the same on every machine.
            *light = held * (STEPS - 1) as f32 + 8_388_608.0;
        }
        let pattern = &BAYER[row % PATTERN];
        if opaque {
            for (light, pixels) in light.chunks(PATTERN).zip(pixels.chunks_mut(PATTERN)) {
                for ((light, pixel), more) in light.iter().zip(pixels).zip(pattern) {
                    *pixel = self.pixel(light, *more, u8::MAX);
                }
            }
        } else {
            for ((light, pixel), more) in light.iter().zip(pixels).zip(pattern.iter().cycle()) {
                // Opacity is no light and stays in proportion.
                let opacity = (step(light[3]) * usize::from(u8::MAX) + STEPS / 2) / (STEPS - 1);
                *pixel = self.pixel(light, *more, crate::number::byte(opacity));
            }
        }
    }

    #[inline]
    fn pixel(&self, [red, green, blue, _]: &[f32; 4], more: u16, opacity: u8) -> [u8; 4] {
        let byte = |light: f32| crate::number::byte(usize::from((self.table[step(light)] + more) / PARTS));
        [byte(*red), byte(*green), byte(*blue), opacity]
    }
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
        encoder.encode(row, &mut [light; 4], &mut pixels, opaque);
        pixels
    }

    #[test]
    fn every_byte_comes_back_everywhere() {
        let encoder = Encoder::default();
        for byte in 0..=255_u8 {
            let [red, green, blue] = linear(u32::from_be_bytes([0, byte, 0, byte]));
            let light = [red, green, blue, f32::from(byte) / 255.0];
            for row in 0..4 {
                assert_eq!(encoded(&encoder, light, row, false), [[byte, 0, byte, byte]; 4]);
                assert_eq!(encoded(&encoder, light, row, true), [[byte, 0, byte, 255]; 4]);
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
        let beyond = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
        assert_eq!(encoded(&encoder, beyond, 1, false)[2], [0, 255, 0, 0]);
    }
}
