//! Other tabs of the same browser.

use unknot_journal::Record;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// The name by which tabs know each other.
const CHANNEL: &str = "unknot-journal";
/// What is sent when everything was forgotten; anything else is a record's line.
const ERASED: &str = "erased";

/// Something that happened in another tab.
pub(super) enum News {
    /// Something was told.
    Told(Record),
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
                Some(line) => {
                    if let Ok(record) = Record::parse(line) {
                        hear(News::Told(record));
                    }
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
            News::Told(record) => record.line(),
            News::Erased => ERASED,
        };
        // It can only fail once the channel is closed, which it never is.
        let _sent = self.channel.post_message(&JsValue::from(message));
    }
}
