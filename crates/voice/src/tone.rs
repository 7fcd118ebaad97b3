//! Soft tones, like a bar of wood that is struck gently.

use std::f64::consts::TAU;

use crate::{SAMPLE_RATE, sample_at};

/// How long a tone sounds, in milliseconds.
const MILLISECONDS: u32 = 400;
/// How long it takes to swell, and to go out at the end, in seconds.
const SWELL: f64 = 0.012;
const FADE: f64 = 0.12;
/// How loud a tone is at most: quieter than the voice.
const LOUDNESS: f64 = 0.16;
/// The overtones of a marimba's bar: how much higher than the lowest each is, how strong it is, and in how many
/// seconds it loses most of its strength.
const OVERTONES: [(f64, f64, f64); 3] = [(1.0, 1.0, 0.22), (3.93, 0.16, 0.06), (9.2, 0.03, 0.02)];

/// A soft tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Now hold.
    Hold,
    /// Now let go: lower.
    Release,
}

impl Tone {
    /// Returns the samples of the tone.
    pub(crate) fn samples(self) -> Vec<f32> {
        let hertz = match self {
            Self::Hold => 523.25,
            Self::Release => 392.0,
        };
        (0..sample_at(MILLISECONDS)).map(|index| sample(hertz, index)).collect()
    }
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a tone has few samples")]
fn sample(hertz: f64, index: u64) -> f32 {
    let seconds = index as f64 / f64::from(SAMPLE_RATE);
    let left = f64::from(MILLISECONDS) / 1000.0 - seconds;
    let waves: f64 = OVERTONES
        .iter()
        .map(|(higher, strength, decay)| {
            strength * libm::exp(-seconds / decay) * libm::sin(TAU * hertz * higher * seconds)
        })
        .sum();
    (LOUDNESS * waves * ramp(seconds / SWELL) * ramp(left / FADE)) as f32
}

/// Returns the way from 0 to 1 without a corner.
fn ramp(share: f64) -> f64 {
    0.5 - 0.5 * libm::cos(share.clamp(0.0, 1.0) * TAU / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_begins_and_ends_in_silence_and_is_soft() {
        for tone in [Tone::Hold, Tone::Release] {
            let samples = tone.samples();
            let loudest = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
            assert_eq!(samples.len(), 8820);
            assert!(loudest > 0.1 && loudest < 0.2, "{loudest}");
            let step = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
            assert!(step < 0.05, "it clicks: {step}");
            assert!(samples[0].abs() < 1e-6 && samples[8819].abs() < 1e-4);
        }
    }
}
