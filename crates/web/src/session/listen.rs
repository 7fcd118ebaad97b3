//! Listens for knocks on the floor: with the device's motion sensor, where it has one and the person allows it, and with
//! its microphone for who chose that.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::{JsCast, JsValue};

use super::knocks::Knocks;
use super::microphone::Microphone;

/// Knocks are listened for as long as this is there.
pub(crate) struct Knocking {
    motion: WindowListenerHandle,
    microphone: Option<Microphone>,
}

impl Knocking {
    /// Listens no more.
    pub(crate) fn stop(self) {
        self.motion.remove();
        if let Some(microphone) = self.microphone {
            microphone.stop();
        }
    }
}

/// Asks to feel the device's motion. Only phones of one maker ask the person, and only right after a touch.
pub(crate) fn ask() {
    let asks = Reflect::get(&window(), &"DeviceMotionEvent".into())
        .and_then(|motion| Ok((Reflect::get(&motion, &"requestPermission".into())?, motion)));
    if let Ok((ask, motion)) = asks
        && let Ok(ask) = ask.dyn_into::<Function>()
    {
        // Who says no taps or presses a key instead.
        let _asked = ask.call0(&motion);
    }
}

/// Listens for two knocks, with the microphone, too, or without.
pub(crate) fn listen(with_microphone: bool, knocked: impl Fn() + Clone + 'static) -> Knocking {
    let knocks = StoredValue::new(Knocks::felt());
    let microphone = with_microphone.then(|| Microphone::open(knocked.clone()));
    let motion = window_event_listener_untyped("devicemotion", move |event| {
        let Some(strength) = strength(&event) else { return };
        if knocks.try_update_value(|knocks| knocks.take(strength, event.time_stamp())) == Some(true) {
            knocked();
        }
    });
    Knocking { motion, microphone }
}

/// Returns how strong the acceleration is, gravity included, in m/s².
fn strength(event: &JsValue) -> Option<f64> {
    let acceleration = Reflect::get(event, &"accelerationIncludingGravity".into()).ok()?;
    let axis = |name: &str| Reflect::get(&acceleration, &name.into()).ok()?.as_f64();
    let (x, y, z) = (axis("x")?, axis("y")?, axis("z")?);
    Some((x * x + y * y + z * z).sqrt())
}
