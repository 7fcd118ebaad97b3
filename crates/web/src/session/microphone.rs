//! Hears knocks on the floor with the microphone. What it hears is looked at on the spot and forgotten.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioContext, MediaStream, MediaStreamConstraints, MediaStreamTrack, MediaTrackConstraints};

use super::knocks::Knocks;

/// How often it is looked at what was heard.
const EVERY: Duration = Duration::from_millis(50);
/// How many samples are kept between two looks: some two thirds of a second, for when the page is busy.
const KEPT: u32 = 32_768;
/// Into how many moments a second is cut.
const MOMENTS: f64 = 100.0;

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

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "time goes on: what is counted is positive and small"
)]
fn listen(
    stream: &MediaStream,
    knocked: impl Fn() + 'static,
) -> Result<(AudioContext, Option<IntervalHandle>), JsValue> {
    let context = AudioContext::new()?;
    let analyser = context.create_analyser()?;
    analyser.set_fft_size(KEPT);
    context.create_media_stream_source(stream)?.connect_with_audio_node(&analyser)?;
    let rate = f64::from(context.sample_rate());
    let clock = context.clone();
    let (mut knocks, mut seen, mut kept) =
        (Knocks::heard(), clock.current_time(), vec![0.0_f32; KEPT as usize]);
    let look = move || {
        let now = clock.current_time();
        analyser.get_float_time_domain_data(&mut kept);
        // Every moment since the last look, so that a page that is late misses no knock.
        let new = (((now - seen) * rate).round() as usize).min(kept.len());
        seen = now;
        let began = now - new as f64 / rate;
        let moment = (rate / MOMENTS) as usize;
        for (index, samples) in kept[kept.len() - new..].chunks(moment).enumerate() {
            let loudest = samples.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
            let time = (began + (index * moment) as f64 / rate) * 1000.0;
            if knocks.take(loudest.into(), time) {
                knocked();
            }
        }
    };
    let look = RefCell::new(look);
    Ok((context, set_interval_with_handle(move || (look.borrow_mut())(), EVERY).ok()))
}

fn let_go(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}
