//! Who speaks when, so that no word meets another.
//!
//! Cues, numbers and corrections come as wishes, at any time. What has been granted is taken back only for something
//! that matters more: then it is asked for again, so that it is said later or not at all.

use crate::index::Clip;

/// The silence that is kept after every word, in milliseconds.
const BREATHING_SPACE: u32 = 100;

/// How much it matters that something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// It may be left out.
    May,
    /// It should be said.
    Should,
    /// It must be said.
    Must,
}

/// Something that is to be said. Times are milliseconds of one clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The address of the clip that says it.
    pub address: String,
    /// How long that takes, in milliseconds.
    pub length: u32,
    /// When it is to begin, at the earliest.
    pub at: u32,
    /// When it is to begin, at the latest; none for what is rather said late than not at all.
    pub latest: Option<u32>,
    /// How much it matters.
    pub priority: Priority,
}

impl Wish {
    /// Returns the wish for a cue: at its time or not at all, unless it must be said; then as soon as it can.
    #[must_use]
    pub fn cue(clip: &Clip, at: u32, priority: Priority) -> Self {
        let latest = (priority < Priority::Must).then_some(at);
        Self { address: clip.address.clone(), length: clip.milliseconds, at, latest, priority }
    }

    /// Returns the wish for a number that is counted. A number that comes late counts wrongly: it is said at its
    /// time or, however much it matters, not at all.
    #[must_use]
    pub fn number(clip: &Clip, at: u32, priority: Priority) -> Self {
        Self { latest: Some(at), ..Self::cue(clip, at, priority) }
    }

    /// Returns the wish for a correction, which can wait for so many milliseconds and then is of no use any more.
    #[must_use]
    pub fn correction(clip: &Clip, at: u32, patience: u32, priority: Priority) -> Self {
        Self { latest: Some(at.saturating_add(patience)), ..Self::cue(clip, at, priority) }
    }
}

/// Something that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The wish for it.
    pub wish: Wish,
    /// When it begins.
    pub at: u32,
    /// When it is over: before its end where something that must be said cut it short.
    pub until: u32,
}

impl Spoken {
    /// Returns whether it is said to its end.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.until == self.at.saturating_add(self.wish.length)
    }
}

/// Grants wishes so that no word meets another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// In the order of time.
    spoken: Vec<Spoken>,
}

impl Speaker {
    /// Returns a speaker that says nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns what has been said and what is going to be, in order.
    #[must_use]
    pub fn spoken(&self) -> &[Spoken] {
        &self.spoken
    }

    /// Takes a wish at a moment and returns whether it is granted. What matters more goes before what matters less;
    /// of what matters as much, what was granted stays. What sounds already is cut short only for what must be said.
    pub fn say(&mut self, now: u32, wish: Wish) -> bool {
        let Some(at) = self.room(now, &wish) else { return false };
        let end = at.saturating_add(wish.length);
        let mut displaced = Vec::new();
        self.spoken.retain_mut(|other| {
            let meets = at < free_after(other) && other.at < end.saturating_add(BREATHING_SPACE);
            if meets && other.at > now {
                displaced.push(other.wish.clone());
                return false;
            }
            if meets {
                other.until = other.until.min(at);
            }
            true
        });
        let place = self.spoken.partition_point(|other| other.at <= at);
        self.spoken.insert(place, Spoken { wish, at, until: end });
        displaced.sort_by_key(|wish| (std::cmp::Reverse(wish.priority), wish.at));
        for wish in displaced {
            self.say(now, wish);
        }
        true
    }

    /// Falls silent: what sounds is cut short, and what was to come is not said.
    pub fn hush(&mut self, now: u32) {
        self.spoken.retain(|spoken| spoken.at < now);
        for spoken in &mut self.spoken {
            spoken.until = spoken.until.min(now);
        }
    }

    /// Returns the first moment at which a wish meets nothing that stays.
    fn room(&self, now: u32, wish: &Wish) -> Option<u32> {
        let mut at = wish.at.max(now);
        for other in &self.spoken {
            let sounds = other.at <= now && wish.priority < Priority::Must;
            let stays = sounds || other.wish.priority >= wish.priority;
            let end = at.saturating_add(wish.length).saturating_add(BREATHING_SPACE);
            if stays && at < free_after(other) && other.at < end {
                at = free_after(other);
            }
        }
        (wish.latest.is_none_or(|latest| at <= latest)).then_some(at)
    }
}

/// Returns when the next word can begin.
fn free_after(spoken: &Spoken) -> u32 {
    // What was cut short has made room already.
    let space = if spoken.is_whole() { BREATHING_SPACE } else { 0 };
    spoken.until.saturating_add(space)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(address: &str, milliseconds: u32) -> Clip {
        Clip { address: address.to_owned(), text: String::new(), milliseconds, bytes: 0..0 }
    }

    fn times(speaker: &Speaker) -> Vec<(&str, u32, u32)> {
        speaker.spoken().iter().map(|said| (said.wish.address.as_str(), said.at, said.until)).collect()
    }

    #[test]
    fn a_correction_waits_for_a_cue_or_is_dropped() {
        let mut speaker = Speaker::new();
        assert!(speaker.say(0, Wish::cue(&clip("cue", 1000), 2000, Priority::Should)));
        let correction = |at, patience| Wish::correction(&clip("ribs", 900), at, patience, Priority::May);
        assert!(!speaker.say(1500, correction(1500, 1000)));
        assert!(speaker.say(1500, correction(1500, 2000)));
        assert!(speaker.say(1500, correction(0, 9000)), "later still");
        assert_eq!(times(&speaker), [("cue", 2000, 3000), ("ribs", 3100, 4000), ("ribs", 4100, 5000)]);
    }

    #[test]
    fn what_must_be_said_cuts_short_what_sounds_and_moves_what_can_wait() {
        let mut speaker = Speaker::new();
        speaker.say(0, Wish::cue(&clip("long", 3000), 0, Priority::Should));
        speaker.say(500, Wish::correction(&clip("ribs", 900), 3200, 5000, Priority::May));
        assert!(speaker.say(1000, Wish::cue(&clip("stop", 2500), 1000, Priority::Must)));
        assert_eq!(times(&speaker), [("long", 0, 1000), ("stop", 1000, 3500), ("ribs", 3600, 4500)]);
        speaker.hush(2000);
        assert_eq!(times(&speaker), [("long", 0, 1000), ("stop", 1000, 2000)]);
    }

    #[test]
    fn a_number_is_dropped_rather_than_late() {
        let mut speaker = Speaker::new();
        speaker.say(0, Wish::cue(&clip("stop", 1000), 0, Priority::Must));
        assert!(!speaker.say(0, Wish::number(&clip("three", 500), 1000, Priority::Must)));
        assert!(speaker.say(0, Wish::number(&clip("two", 500), 1100, Priority::Must)));
    }
}
