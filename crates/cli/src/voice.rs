//! The voice: which clip says what, how long that takes, and its sound.

use std::io::Cursor;

use symphonia_bundle_mp3::{MpaDecoder, MpaReader};
use symphonia_core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia_core::errors::Error;
use symphonia_core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia_core::io::MediaSourceStream;
use unknot_routine::{Phrase, SpokenLength};
use unknot_voice::Clip;

use crate::known::Known;

impl Known {
    /// Returns the clip that says a phrase; none where no clip has these very words.
    pub(crate) fn clip(&self, phrase: &Phrase) -> Option<&Clip> {
        self.voice.saying(&self.words, phrase)
    }
}

impl SpokenLength for Known {
    fn seconds(&self, phrase: &Phrase) -> f64 {
        self.voice.seconds(&self.words, phrase)
    }
}

/// Returns the samples of a clip.
pub(crate) fn decode(clip: &Clip) -> Result<Vec<f32>, String> {
    let bytes = unknot_content::VOICE.get(clip.bytes.clone()).ok_or("the pack of clips is too short")?;
    samples(bytes).map_err(|error| format!("the clip of `{}`: {error}", clip.address))
}

fn samples(bytes: &'static [u8]) -> Result<Vec<f32>, Error> {
    let stream = MediaSourceStream::new(Box::new(Cursor::new(bytes)), Default::default());
    let mut reader = MpaReader::try_new(stream, FormatOptions::default())?;
    let track = reader.default_track(TrackType::Audio).and_then(|track| track.codec_params.as_ref());
    let sound = track.and_then(|parameters| parameters.audio()).ok_or(Error::Unsupported("no sound"))?;
    let mut decoder = MpaDecoder::try_new(sound, &AudioDecoderOptions::default())?;
    let (mut all, mut some) = (Vec::new(), Vec::<f32>::new());
    while let Some(packet) = reader.next_packet()? {
        decoder.decode(&packet)?.copy_to_vec_interleaved(&mut some);
        all.append(&mut some);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loudest(samples: &[f32]) -> f32 {
        samples.iter().fold(0.0, |most, sample| most.max(sample.abs()))
    }

    /// What is heard at the edges of a clip was cut off; a long silence there makes a cue late.
    #[test]
    fn every_clip_is_as_long_as_its_index_says_and_whole() {
        let known = Known::built_in().unwrap();
        for clip in known.voice.clips() {
            let samples = decode(clip).unwrap();
            // A decoder leaves what the encoder put before a clip away, and maybe not all that is behind it.
            assert!((0..576).contains(&(samples.len() - clip.samples())), "{}", clip.address);
            let samples = &samples[..clip.samples()];
            let edge = 22_050 * 3 / 1000;
            let (first, last) = (&samples[..edge], &samples[samples.len() - edge..]);
            let most = loudest(samples);
            assert!(most > 0.2 && most < 0.95, "{}: {most}", clip.address);
            assert!(loudest(first).max(loudest(last)) < most / 30.0, "{} is cut", clip.address);
            let start = &samples[..22_050 * 80 / 1000];
            assert!(loudest(start) > most / 60.0, "{} begins with silence", clip.address);
        }
    }

    #[test]
    fn the_voice_takes_about_as_long_as_words_are_estimated_to() {
        let known = Known::built_in().unwrap();
        for clip in known.voice.clips() {
            let characters = clip.text.chars().count() as f64;
            let seconds = f64::from(clip.milliseconds) / 1000.0;
            assert!(seconds > 0.25 && seconds < 0.35 + 0.09 * characters, "{}: {seconds} s", clip.text);
        }
    }
}
