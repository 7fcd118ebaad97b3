//! Other tabs of the same browser.

use unknot_journal::{Record, write_lines};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// The name by which tabs know each other.
const CHANNEL: &str = "unknot-journal";
/// What is sent when everything was forgotten; anything else are lines of records.
const ERASED: &str = "erased";

/// Something that happened in another tab.
pub(super) enum News {
    /// Something was told.
    Told(Vec<Record>),
    /// Everything was forgotten.
    Erased,
}

/// A line to the other tabs.
pub(super) struct Tabs {
    channel: BroadcastChannel,
    _hears: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Listens to them; none where the browser has no such line.
    pub(super) fn listen(hear: impl Fn(News) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let hears = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().as_string().as_deref() {
                Some(ERASED) => hear(News::Erased),
                // A tab with a newer version may send what cannot be read; it is there when the page is loaded again.
                Some(lines) => {
                    hear(News::Told(lines.lines().filter_map(|line| Record::parse(line).ok()).collect()));
                }
                None => {}
            }
        });
        channel.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        Some(Self { channel, _hears: hears })
    }

    /// Tells them.
    pub(super) fn tell(&self, news: &News) {
        let message = match news {
            News::Told(records) => write_lines(records),
            News::Erased => ERASED.to_owned(),
        };
        // It can only fail once the channel is closed, which it never is.
        let _sent = self.channel.post_message(&JsValue::from(message));
    }
}
