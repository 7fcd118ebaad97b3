//! Hears knocks on the floor with the microphone. What it hears is looked at on the spot and forgotten.

use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AnalyserNode, AudioContext, MediaStream, MediaStreamConstraints, MediaStreamTrack, MediaTrackConstraints,
};

use super::knocks::Knocks;

/// How often it is looked at what was heard. Each look is at more than was heard since the one before.
const EVERY: Duration = Duration::from_millis(16);
/// At how many samples, some twentieth of a second.
const SAMPLES: u32 = 2048;

/// A microphone that listens, or that was asked for.
pub(super) struct Microphone {
    heard: StoredValue<Option<Open>, LocalStorage>,
    is_wanted: StoredValue<bool>,
}

/// A microphone that listens.
struct Open {
    stream: MediaStream,
    context: AudioContext,
    interval: Option<IntervalHandle>,
}

impl Microphone {
    /// Asks for the microphone, and listens for two knocks once it is there. Who says no taps or presses a key instead.
    pub(super) fn open(knocked: impl Fn() + 'static) -> Self {
        let (heard, is_wanted) = (StoredValue::new_local(None), StoredValue::new(true));
        spawn_local(async move {
            let Ok(stream) = ask().await else { return };
            // The page may have gone before the person answered.
            if is_wanted.try_get_value() != Some(true) {
                return let_go(&stream);
            }
            match listen(&stream, knocked) {
                Ok((context, interval)) => heard.set_value(Some(Open { stream, context, interval })),
                Err(_) => let_go(&stream),
            }
        });
        Self { heard, is_wanted }
    }

    /// Listens no more, and lets the microphone go.
    pub(super) fn stop(self) {
        self.is_wanted.set_value(false);
        let Some(open) = self.heard.try_update_value(Option::take).flatten() else { return };
        if let Some(interval) = open.interval {
            interval.clear();
        }
        let_go(&open.stream);
        // Nothing is heard by it any more, closed or not.
        let _closes = open.context.close();
    }
}

async fn ask() -> Result<MediaStream, JsValue> {
    let wanted = MediaTrackConstraints::new();
    // What the page says itself is no knock; what makes voices clearer takes knocks away.
    wanted.set_echo_cancellation(&true.into());
    wanted.set_noise_suppression(&false.into());
    wanted.set_auto_gain_control(&false.into());
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&wanted);
    let asked = window().navigator().media_devices()?.get_user_media_with_constraints(&constraints)?;
    JsFuture::from(asked).await?.dyn_into()
}

fn listen(
    stream: &MediaStream,
    knocked: impl Fn() + 'static,
) -> Result<(AudioContext, Option<IntervalHandle>), JsValue> {
    let context = AudioContext::new()?;
    let analyser = context.create_analyser()?;
    analyser.set_fft_size(SAMPLES);
    context.create_media_stream_source(stream)?.connect_with_audio_node(&analyser)?;
    let knocks = StoredValue::new(Knocks::heard());
    let clock = context.clone();
    let look = move || {
        let (loudest, time) = (loudest(&analyser), clock.current_time() * 1000.0);
        if knocks.try_update_value(|knocks| knocks.take(loudest, time)) == Some(true) {
            knocked();
        }
    };
    Ok((context, set_interval_with_handle(look, EVERY).ok()))
}

/// Returns the loudest of what was heard just now, 0–1.
fn loudest(analyser: &AnalyserNode) -> f64 {
    let mut samples = [0.0_f32; SAMPLES as usize];
    analyser.get_float_time_domain_data(&mut samples);
    samples.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs())).into()
}

fn let_go(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}
