//! How much time has passed for a session, by the browser's two clocks.

/// Without a picture for as long as this, in seconds, a page that can be seen was not running: the computer slept.
const ASLEEP: f64 = 20.0;
/// Pages in the background are run once a minute at least; after longer than this the computer slept.
const ASLEEP_HIDDEN: f64 = 90.0;

/// Two clocks, read at the same time, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// The clock that never goes back; on some systems it stands still while the computer sleeps.
    pub(super) running: f64,
    /// The time of day, which goes on.
    pub(super) day: f64,
    /// Whether the page is in the background.
    pub(super) hidden: bool,
}

/// What has passed between two readings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Passed {
    /// So many seconds.
    Seconds(f64),
    /// The computer was away.
    Away,
}

/// Returns what has passed between two readings. Who has set the time of day back or ahead by a little is not asleep.
pub(super) fn passed(before: Reading, now: Reading) -> Passed {
    let running = (now.running - before.running).max(0.0) / 1000.0;
    let day = (now.day - before.day) / 1000.0;
    let longest = if before.hidden || now.hidden { ASLEEP_HIDDEN } else { ASLEEP };
    if running.max(day) > longest { Passed::Away } else { Passed::Seconds(running) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(running: f64, day: f64, hidden: bool) -> Passed {
        let at = |running, day, hidden| Reading { running: running * 1000.0, day: day * 1000.0, hidden };
        passed(at(1.0, 1000.0, false), at(1.0 + running, 1000.0 + day, hidden))
    }

    #[test]
    fn time_passes_by_the_clock_in_the_background_too() {
        assert_eq!(after(0.016, 0.016, false), Passed::Seconds(0.016));
        assert_eq!(after(60.0, 60.0, true), Passed::Seconds(60.0));
    }

    #[test]
    fn a_long_gap_is_sleep_on_whichever_clock_it_shows() {
        assert_eq!(after(30.0, 30.0, false), Passed::Away);
        assert_eq!(after(0.5, 3600.0, false), Passed::Away);
        assert_eq!(after(0.5, 3600.0, true), Passed::Away);
    }

    #[test]
    fn a_clock_that_is_set_back_changes_nothing() {
        assert_eq!(after(0.5, -3600.0, false), Passed::Seconds(0.5));
    }
}
