//! How the person breathes: with the words that speak of it, and quietly on between them.

use std::f64::consts::PI;

use super::{Sound, Timeline};

/// The words that are said as a breath goes in, and as it goes out.
const IN: &str = "cue.breathe-in";
const OUT: &str = "cue.and-out";
/// How long breathing in takes, and breathing out, where nothing is said of it, in seconds: half of the usual
/// breath of four.
const HALF: f64 = 2.0;

impl Timeline {
    /// Returns how full the lungs are after that many seconds: 0 when breathed out, 1 when breathed in. It goes in
    /// where "breathe in" begins and out where "and out" does; before, between and after, as evenly as fits.
    #[must_use]
    pub fn breath(&self, seconds: f64) -> f64 {
        let end = self.total().seconds();
        let seconds = if seconds.is_nan() { 0.0 } else { seconds.clamp(0.0, end) };
        let later = self.breaths.partition_point(|(at, _)| *at <= seconds);
        let before = later.checked_sub(1).and_then(|index| self.breaths.get(index)).copied();
        let after = self.breaths.get(later).copied();
        let ((from, begins), (to, ends)) = (before.unwrap_or((0.0, 0.0)), after.unwrap_or((end, 0.0)));
        let halves = halves(to - from, (begins - ends).abs() > 0.5);
        let gone = if to > from { (seconds - from) / (to - from) * f64::from(halves) } else { 0.0 };
        // Half a cosine for each half breath: up and down without a corner.
        let swing = 0.5 - 0.5 * libm::cos(PI * gone);
        if begins > 0.5 { 1.0 - swing } else { swing }
    }
}

/// Returns how many half breaths there are in that many seconds: an odd number where they end otherwise than they
/// began.
fn halves(seconds: f64, is_odd: bool) -> u32 {
    let odd = f64::from(u8::from(is_odd));
    let pairs = ((seconds / HALF - odd) / 2.0).round().max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a timeline has few breaths")]
    let pairs = pairs as u32;
    2 * pairs + u32::from(is_odd)
}

/// Returns when words speak of the breath, in seconds, and how full the lungs are then.
pub(super) fn spoken(utterances: &[super::Utterance]) -> Vec<(f64, f64)> {
    let breath = |utterance: &super::Utterance| {
        let Sound::Words(phrase) = &utterance.sound else { return None };
        let full = match phrase.key.as_str() {
            IN => 0.0,
            OUT => 1.0,
            _ => return None,
        };
        Some((utterance.at.seconds(), full))
    };
    utterances.iter().filter_map(breath).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_breaths_fit_their_time() {
        for seconds in [0.0, 1.0, 3.9, 4.1, 60.0] {
            for is_odd in [false, true] {
                let halves = halves(seconds, is_odd);
                assert_eq!(halves % 2 == 1, is_odd);
                let off = (seconds - HALF * f64::from(halves)).abs();
                assert!(off <= HALF + 1e-9 || halves <= 1, "{seconds} s: {halves}");
            }
        }
    }
}
