//! The clock of a session: how much time has passed since it was read last.

use std::time::{Duration, Instant, SystemTime};

/// After a gap as long as this between two readings the computer was asleep, not slow.
pub(super) const ASLEEP: Duration = Duration::from_secs(5);

/// A clock that is read again and again.
pub(super) struct Clock {
    read: Instant,
    /// The time of day: it goes on while the computer sleeps, which `Instant` does not on every system.
    day: SystemTime,
}

impl Clock {
    /// Returns a clock that starts now.
    pub(super) fn start() -> Self {
        Self { read: Instant::now(), day: SystemTime::now() }
    }

    /// Returns how much time has passed since the last reading.
    pub(super) fn passed(&mut self) -> Duration {
        let (now, day) = (Instant::now(), SystemTime::now());
        let passed = now.saturating_duration_since(self.read);
        // If somebody has set the time of day back, nothing is known from it.
        let by_day = day.duration_since(self.day).unwrap_or_default();
        (self.read, self.day) = (now, day);
        if by_day > ASLEEP { passed.max(by_day) } else { passed }
    }
}
