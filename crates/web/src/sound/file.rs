//! Mixed sound as a file that a media element plays.

use js_sys::{Array, Uint8Array};
use unknot_voice::{Mix, SAMPLE_RATE, wav_bytes, wav_header};
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::pause::pause;
use crate::session::clock;

/// How many samples are mixed at a time.
const PIECE: u32 = SAMPLE_RATE;
/// How many samples a file has in which nothing sounds.
const SILENCE: u32 = SAMPLE_RATE / 10;
/// After so many milliseconds the page gets to do something else.
const AT_ONCE: f64 = 5.0;

/// A WAV file in the browser's memory, which is let go with this.
pub(super) struct File {
    /// Its address.
    pub(super) url: String,
}

impl Drop for File {
    fn drop(&mut self) {
        let _revoked = Url::revoke_object_url(&self.url);
    }
}

impl File {
    /// Mixes so many milliseconds, or as long as anything sounds.
    pub(super) async fn mix(mix: &Mix<'_>, milliseconds: u32) -> Option<Self> {
        let samples = u64::from(milliseconds) * u64::from(SAMPLE_RATE) / 1000;
        let samples = u32::try_from(samples.max(mix.samples())).ok()?;
        let parts = Array::of1(&Uint8Array::from(&wav_header(samples)[..]));
        // Most of a session is silence, and all of it is the same.
        let silence = part(&vec![0.0; PIECE as usize])?;
        let mut from = 0;
        let mut began = clock();
        while from < samples {
            let length = PIECE.min(samples - from);
            if length == PIECE && mix.is_silent(from.into(), (from + length).into()) {
                parts.push(&silence);
            } else {
                let mut piece = vec![0.0; length as usize];
                mix.piece(from.into(), &mut piece);
                let piece = part(&piece)?;
                parts.push(&piece);
                if clock() - began > AT_ONCE {
                    pause().await;
                    began = clock();
                }
            }
            from += length;
        }
        Self::of(&parts)
    }

    /// Returns a file in which nothing sounds: who plays it at a touch may play others later.
    pub(super) fn silent() -> Option<Self> {
        let header = Uint8Array::from(&wav_header(SILENCE)[..]);
        Self::of(&Array::of2(&header, &bytes(&vec![0.0; SILENCE as usize])))
    }

    fn of(parts: &Array) -> Option<Self> {
        let kind = BlobPropertyBag::new();
        kind.set_type("audio/wav");
        let blob = Blob::new_with_u8_array_sequence_and_options(parts, &kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(|url| Self { url })
    }
}

/// Returns samples where the browser keeps them: to make one file of many such parts it need not copy them all at once.
fn part(samples: &[f32]) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(&bytes(samples))).ok()
}

fn bytes(samples: &[f32]) -> Uint8Array {
    Uint8Array::from(&wav_bytes(samples).collect::<Vec<u8>>()[..])
}
