//! What a record is stamped with: the time, a name, the device.

use js_sys::{Date, Intl, Math, Object, Reflect};
use leptos::prelude::window;
use unknot_journal::{DeviceId, RecordId, Time, TimeError};

use super::link;

/// Where the device's name is kept: it is no part of what is told, so it is no record.
const DEVICE: &str = "unknot-device";

/// Returns the time now, with what the clock on the wall shows.
///
/// # Errors
/// The device's clock shows a year that cannot be written.
pub(super) fn now() -> Result<Time, TimeError> {
    now_in(zone().as_deref())
}

fn now_in(zone: Option<&str>) -> Result<Time, TimeError> {
    #[allow(clippy::cast_possible_truncation, reason = "`as` saturates, and it is a whole number")]
    let behind = Date::new_0().get_timezone_offset() as i32;
    Time::new(milliseconds(), -behind, zone)
}

/// Returns the milliseconds since the beginning of 1970 in UTC.
pub(super) fn milliseconds() -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "`as` saturates, and it is a whole number")]
    let milliseconds = Date::now() as i64;
    milliseconds
}

/// Returns today's date, as 2026-11-24.
pub(crate) fn today() -> String {
    // The name of the zone takes long the first time, and changes no date.
    now_in(None).map_or_else(|_| "undated".to_owned(), |now| now.on_the_wall().date().to_string())
}

/// Returns the name of the time zone, where the browser tells it.
fn zone() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&js_sys::Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

/// Returns a name that sorts after the last one.
pub(super) fn name(last: Option<RecordId>, milliseconds: i64) -> RecordId {
    match last {
        Some(last) => last.next(milliseconds, random()),
        None => RecordId::new(milliseconds, random()),
    }
}

/// Returns the name of this browser, which it gets when it is asked for the first time.
pub(super) fn device() -> DeviceId {
    // Where nothing may be kept, it gets another one each time.
    let kept = window().local_storage().ok().flatten();
    let known = kept.as_ref().and_then(|kept| kept.get_item(DEVICE).ok().flatten());
    if let Some(device) = known.and_then(|text| text.parse().ok()) {
        return device;
    }
    let device = DeviceId::new(milliseconds(), random());
    if let Some(kept) = kept {
        let _kept = kept.set_item(DEVICE, &device.to_string());
    }
    device
}

/// Forgets the name of this browser, and what else these pages keep beside the journal; not what it shares a journal with.
pub(super) fn forget_device() {
    let Ok(Some(kept)) = window().local_storage() else { return };
    let names = (0..kept.length().unwrap_or(0)).filter_map(|at| kept.key(at).ok().flatten());
    // Other programs of the same address have names of their own.
    let is_link = |name: &str| [link::TOKEN, link::UNITED].contains(&name);
    let own: Vec<String> = names.filter(|name| name.starts_with("unknot-") && !is_link(name)).collect();
    for name in own {
        let _forgotten = kept.remove_item(&name);
    }
}

fn random() -> [u8; 10] {
    let mut bytes = [0; 10];
    let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // Good enough to tell records apart; nothing is secret here.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
        bytes.fill_with(|| (Math::random() * 256.0) as u8);
    }
    bytes
}
