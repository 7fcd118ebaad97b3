//! Mixing what is said and sounded to samples, in pieces of any size.

use std::collections::BTreeMap;

use crate::index::Clip;
use crate::speaker::Spoken;
use crate::tone::Tone;
use crate::{SAMPLE_RATE, sample_at};

/// What an MP3 encoder and decoder put before a clip, in samples; decoders that read the file's head leave it away.
const LEAD: usize = 1105;
/// How long what is cut short takes to fade, in samples: 20 ms.
const FADE: u64 = SAMPLE_RATE as u64 / 50;
/// Up to here samples stay as they are; what is louder comes ever closer to 1 and never there.
const KNEE: f32 = 0.85;

/// The decoded clips, by address.
#[derive(Clone, Debug, Default)]
pub struct Recordings {
    samples: BTreeMap<String, Vec<f32>>,
}

impl Recordings {
    /// Returns no recordings yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a decoded clip, one channel at [`SAMPLE_RATE`], and makes it as long as its index says: a decoder may
    /// have left what the encoder put around it.
    pub fn insert(&mut self, clip: &Clip, decoded: &[f32]) {
        let length = clip.samples();
        let lead = if decoded.len() >= length.saturating_add(LEAD) { LEAD } else { 0 };
        let mut samples = decoded.get(lead..).unwrap_or_default().to_vec();
        samples.resize(length, 0.0);
        self.samples.insert(clip.address.clone(), samples);
    }

    /// Returns whether a clip is there.
    #[must_use]
    pub fn has(&self, address: &str) -> bool {
        self.samples.contains_key(address)
    }
}

/// How loud it is, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Volumes {
    /// The voice.
    pub voice: f32,
    /// The tones.
    pub tones: f32,
}

impl Default for Volumes {
    fn default() -> Self {
        Self { voice: 1.0, tones: 1.0 }
    }
}

/// What sounds when, ready to be mixed.
#[derive(Clone, Debug)]
pub struct Mix<'a> {
    sounds: Vec<Sound<'a>>,
    hold: Vec<f32>,
    release: Vec<f32>,
}

#[derive(Clone, Debug)]
struct Sound<'a> {
    /// The sample at which it begins, and before which it is over.
    begins: u64,
    ends: u64,
    source: Source<'a>,
    volume: f32,
    is_cut: bool,
}

#[derive(Clone, Copy, Debug)]
enum Source<'a> {
    Recording(&'a [f32]),
    Tone(Tone),
}

impl<'a> Mix<'a> {
    /// Returns a mix of words, and of tones with their times in milliseconds. A word without a recording is silent.
    #[must_use]
    pub fn new(
        recordings: &'a Recordings,
        spoken: &[Spoken],
        tones: &[(u32, Tone)],
        volumes: Volumes,
    ) -> Self {
        let (hold, release) = (Tone::Hold.samples(), Tone::Release.samples());
        let words = spoken.iter().filter_map(|said| {
            let samples = recordings.samples.get(&said.wish.address)?;
            let begins = sample_at(said.at);
            let ends = sample_at(said.until).min(begins + length(samples));
            let source = Source::Recording(samples);
            Some(Sound {
                begins,
                ends,
                source,
                volume: volumes.voice.clamp(0.0, 1.0),
                is_cut: !said.is_whole(),
            })
        });
        let tone_length = length(&hold);
        let tones = tones.iter().map(|&(at, tone)| {
            let begins = sample_at(at);
            let volume = volumes.tones.clamp(0.0, 1.0);
            Sound { begins, ends: begins + tone_length, source: Source::Tone(tone), volume, is_cut: false }
        });
        let mut sounds: Vec<Sound<'a>> = words.chain(tones).collect();
        // In one order, so that sums are the same to the last bit.
        sounds.sort_by_key(|sound| sound.begins);
        Self { sounds, hold, release }
    }

    /// Returns after how many samples nothing sounds any more.
    #[must_use]
    pub fn samples(&self) -> u64 {
        self.sounds.iter().map(|sound| sound.ends).max().unwrap_or(0)
    }

    /// Returns whether nothing sounds from a sample until before another one.
    #[must_use]
    pub fn is_silent(&self, from: u64, to: u64) -> bool {
        !self.sounds.iter().any(|sound| sound.begins < to && sound.ends > from)
    }

    /// Mixes the piece that begins at a sample. However the whole is divided, its samples are the same; none is
    /// beyond 1 or -1.
    pub fn piece(&self, from: u64, out: &mut [f32]) {
        out.fill(0.0);
        let to = from.saturating_add(length(out));
        for sound in self.sounds.iter().filter(|sound| sound.begins < to && sound.ends > from) {
            let (begins, ends) = (sound.begins.max(from), sound.ends.min(to));
            let inside = |sample: u64| usize::try_from(sample).unwrap_or(usize::MAX);
            let samples = match sound.source {
                Source::Recording(samples) => samples,
                Source::Tone(Tone::Hold) => &self.hold,
                Source::Tone(Tone::Release) => &self.release,
            };
            let target = &mut out[inside(begins - from)..inside(ends - from)];
            let samples = samples.iter().skip(inside(begins - sound.begins));
            for ((at, mixed), sample) in (begins..).zip(target).zip(samples) {
                *mixed += sample * sound.volume * sound.fade(at);
            }
        }
        out.iter_mut().for_each(|sample| *sample = limited(*sample));
    }
}

impl Sound<'_> {
    /// Returns how much is left of the sound at a sample.
    fn fade(&self, at: u64) -> f32 {
        let left = (self.ends - at).min(FADE);
        #[expect(clippy::cast_precision_loss, reason = "a fade has few samples")]
        let share = left as f32 / FADE as f32;
        if self.is_cut { share } else { 1.0 }
    }
}

fn length(samples: &[f32]) -> u64 {
    u64::try_from(samples.len()).unwrap_or(u64::MAX)
}

/// Returns a sample as loud as there is room for, without a corner.
fn limited(sample: f32) -> f32 {
    let over = (sample.abs() - KNEE).max(0.0) / (1.0 - KNEE);
    let loud = sample.abs().min(KNEE) + (1.0 - KNEE) * over / (1.0 + over);
    loud.copysign(sample)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::{Priority, Speaker, Wish};

    #[test]
    fn a_decoder_may_leave_what_the_encoder_put_around_a_clip() {
        let clip = Clip { address: "a".to_owned(), text: String::new(), milliseconds: 20, bytes: 0..0 };
        let sounding: Vec<f32> = (0..441_u16).map(|n| f32::from(n) / 441.0).collect();
        let around = [vec![0.0; LEAD], sounding.clone(), vec![0.0; 300]].concat();
        for decoded in [&sounding, &around] {
            let mut recordings = Recordings::new();
            recordings.insert(&clip, decoded);
            assert_eq!(recordings.samples["a"], sounding);
        }
    }

    #[test]
    fn what_is_cut_short_fades() {
        let clip = |address: &str, milliseconds| Clip {
            address: address.to_owned(),
            text: String::new(),
            milliseconds,
            bytes: 0..0,
        };
        let (long, silent) = (clip("long", 1000), clip("silent", 100));
        let mut recordings = Recordings::new();
        recordings.insert(&long, &[0.5; 22_050]);
        let mut speaker = Speaker::new();
        speaker.say(0, Wish::cue(&long, 0, Priority::Should));
        speaker.say(500, Wish::cue(&silent, 500, Priority::Must));
        let mut out = vec![0.0; 22_050];
        Mix::new(&recordings, speaker.spoken(), &[], Volumes::default()).piece(0, &mut out);
        assert!((out[10_000] - 0.5).abs() < 1e-6 && out[11_024] < 0.01 && out[11_025] == 0.0);
        assert!(out[10_584..11_025].is_sorted_by(|a, b| a >= b));
        let mix = Mix::new(&recordings, &speaker.spoken()[..1], &[], Volumes::default());
        assert!(mix.is_silent(11_025, 22_050) && !mix.is_silent(11_024, 22_050));
    }

    #[test]
    fn loud_samples_stay_below_one_and_quiet_ones_as_they_are() {
        let near = |a: f32, b: f32| (a - b).abs() < 1e-6;
        assert!(near(limited(0.5), 0.5) && near(limited(-0.85), -0.85));
        assert!(limited(1.2) > limited(1.0) && limited(100.0) <= 1.0 && limited(-100.0) >= -1.0);
    }
}
