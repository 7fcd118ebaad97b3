//! WAV files: 16 bits, one channel.

use crate::SAMPLE_RATE;

/// How many bytes the head of a WAV file has.
pub const WAV_HEADER: usize = 44;
/// Bytes of a sample.
const BYTES: u32 = 2;

/// Returns the head of a WAV file with so many samples, which [`wav_bytes`] then follow in pieces of any size. A
/// file has room for 4 GB; of more, the head says as much as it can.
#[must_use]
pub fn wav_header(samples: u32) -> [u8; WAV_HEADER] {
    let data = samples.saturating_mul(BYTES).min(u32::MAX - 36);
    let mut header = [0; WAV_HEADER];
    let fields: [(usize, &[u8]); 13] = [
        (0, b"RIFF"),
        (4, &(data + 36).to_le_bytes()),
        (8, b"WAVE"),
        (12, b"fmt "),
        (16, &16_u32.to_le_bytes()),
        (20, &1_u16.to_le_bytes()),
        (22, &1_u16.to_le_bytes()),
        (24, &SAMPLE_RATE.to_le_bytes()),
        (28, &(SAMPLE_RATE * BYTES).to_le_bytes()),
        (32, &2_u16.to_le_bytes()),
        (34, &16_u16.to_le_bytes()),
        (36, b"data"),
        (40, &data.to_le_bytes()),
    ];
    for (at, bytes) in fields {
        header[at..at + bytes.len()].copy_from_slice(bytes);
    }
    header
}

/// Returns samples, each from -1 to 1, as a WAV file has them.
pub fn wav_bytes(samples: &[f32]) -> impl Iterator<Item = u8> {
    samples.iter().flat_map(|sample| {
        #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
        let whole = libm::roundf(sample * 32_767.0) as i16;
        whole.to_le_bytes()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_how_long_the_file_is() {
        let header = wav_header(3);
        assert_eq!(&header[..12], b"RIFF\x2a\0\0\0WAVE");
        assert_eq!(&header[36..], b"data\x06\0\0\0");
        assert_eq!(wav_header(u32::MAX)[40..], (u32::MAX - 36).to_le_bytes());
    }

    #[test]
    fn samples_reach_from_end_to_end() {
        let bytes: Vec<u8> = wav_bytes(&[0.0, 1.0, -1.0, 7.0]).collect();
        assert_eq!(bytes, [0, 0, 0xff, 0x7f, 0x01, 0x80, 0xff, 0x7f]);
    }
}
