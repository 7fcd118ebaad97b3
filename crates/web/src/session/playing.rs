//! What is performed just now, and said outside of it.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_routine::{Phrase, Timeline};

/// Words that are said outside of the timeline, one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// Goes up with each time that something is said: the same may be said again.
    pub(crate) times: u32,
    /// The words of the last time.
    pub(crate) phrases: Vec<Phrase>,
    /// Whether they are said by the way: then they wait for other words, or are not said.
    pub(crate) can_wait: bool,
}

/// Which moment of which timeline is performed; it changes only when that does not simply go on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Playing {
    /// The timeline.
    pub(crate) timeline: Arc<Timeline>,
    /// The moment, in seconds from its beginning.
    pub(crate) seconds: f64,
    /// When that was, in milliseconds of the clock of `performance`.
    pub(crate) since: f64,
    /// Whether it goes on.
    pub(crate) running: bool,
}

impl Playing {
    /// Returns the moment that is performed at this time, in seconds.
    pub(crate) fn now(&self) -> f64 {
        let passed = if self.running { (clock() - self.since) / 1000.0 } else { 0.0 };
        self.seconds + passed
    }
}

/// Returns the time of the clock that pictures and sounds go by, in milliseconds.
pub(crate) fn clock() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
