//! The recorded clips, fetched and decoded.

use unknot_voice::{Clip, Index, Recordings, SAMPLE_RATE};
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioBuffer, OfflineAudioContext};

use crate::bundle;

/// Returns every clip that can be had; none where the pack cannot.
pub(super) async fn load(index: &Index) -> Option<Recordings> {
    let pack = bundle::fetch("unknot-voice").await?;
    // It plays nothing: it is there because it decodes without asking anybody, and to our own rate.
    #[expect(clippy::cast_precision_loss, reason = "a rate is a small number")]
    let rate = SAMPLE_RATE as f32;
    let decoder =
        OfflineAudioContext::new_with_number_of_channels_and_length_and_sample_rate(1, 1, rate).ok()?;
    // All at once, as the browser decodes beside the page; each is waited for from the beginning, as a failure that
    // nobody waits for is an error of the page.
    let decoding: Vec<(&Clip, JsFuture)> = index
        .clips()
        .iter()
        .filter_map(|clip| {
            let (start, end) = (u32::try_from(clip.bytes.start).ok()?, u32::try_from(clip.bytes.end).ok()?);
            let bytes = pack.slice_with_end(start, end);
            Some((clip, JsFuture::from(decoder.decode_audio_data(&bytes).ok()?)))
        })
        .collect();
    let mut recordings = Recordings::new();
    for (clip, decoded) in decoding {
        // A clip that is broken is one that is not there.
        if let Ok(samples) = samples(decoded).await {
            recordings.insert(clip, &samples);
        }
    }
    Some(recordings)
}

async fn samples(decoded: JsFuture) -> Result<Vec<f32>, JsValue> {
    let buffer: AudioBuffer = decoded.await?.dyn_into()?;
    buffer.get_channel_data(0)
}
