//! When nothing moves any more, there is time for a sharper picture.

use std::time::Duration;

use leptos::prelude::*;

/// Nothing moves any more when this long nothing was drawn.
const LONG: Duration = Duration::from_millis(200);

/// Waits until nothing moves any more.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    waiting: StoredValue<Option<TimeoutHandle>>,
    has_come: StoredValue<bool>,
}

impl Rest {
    pub(super) fn new() -> Self {
        let rest = Self { waiting: StoredValue::new(None), has_come: StoredValue::new(false) };
        on_cleanup(move || rest.stop());
        rest
    }

    /// Returns whether it has come, for the picture that is drawn now.
    pub(super) fn take(self) -> bool {
        self.has_come.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Waits for it anew, and asks for a picture then.
    pub(super) fn wait(self, ask: impl Fn() + 'static) {
        self.stop();
        let come = move || {
            // The page may have been left meanwhile.
            if self.has_come.try_set_value(true).is_none() {
                ask();
            }
        };
        self.waiting.set_value(set_timeout_with_handle(come, LONG).ok());
    }

    fn stop(self) {
        if let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
