//! Repetitions in a progress that goes up and down: every rise and fall of at least half of a person's own range.

use crate::limbs::Weights;
use crate::stance::Stance;

/// A person's own range until they have shown one, as a share of the movement of the file.
const PRESUMED: f64 = 0.5;
/// The least own range that is believed.
const LEAST: f64 = 0.36;
/// How much of the own range an attempt must have.
const ATTEMPT: f64 = 0.5;
/// How much of what it has risen a movement must have fallen again to be over.
const RETURNED: f64 = 0.62;
/// How much of the own range it rises again where somebody turns round without having come back wholly.
const TURNS: f64 = 0.2;
/// How much of an attempt's rise, and of its fall, must have been seen happening.
const WITNESSED: f64 = 0.4;
/// Where a movement begins, as a share of the own range.
const BEGINS: f64 = 0.15;
/// Where somebody may rest, as a share of the own range, who came back from an attempt further than they rest.
const RESTS: f64 = 0.2;
/// How long it takes for somebody who rests elsewhere than before to be believed, in seconds.
const SETTLES: f64 = 2.0;

/// What is known of one moment of progress.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    pub(crate) seconds: f64,
    /// Seconds since the moment before.
    pub(crate) step: f64,
    pub(crate) along: f64,
    pub(crate) stance: Stance,
    /// The same against the way of the other side, if there is one and the body is on it.
    pub(crate) other: Option<Stance>,
    /// Whether the moment before was so near that the way from it to here was seen.
    pub(crate) witnessed: bool,
    /// Whether the body is about where it should be if the movement begins here.
    pub(crate) placed: bool,
    /// Whether the body was seen about where the movement begins.
    pub(crate) home: bool,
    /// How far a movement must go to be told from trembling.
    pub(crate) doubt: f64,
}

/// A movement out and back that somebody has done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Swing {
    pub(crate) start: f64,
    /// When it was farthest.
    pub(crate) peak: f64,
    pub(crate) end: f64,
    /// How far it went, as a share of the file's movement.
    pub(crate) rise: f64,
    /// The least and the most that it was along.
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// How far off the way it was, against how far along it: 0 is exactly on it.
    pub(crate) stray: f64,
    /// The same on the other side's way.
    pub(crate) stray_other: f64,
    /// How much of what should move has moved, on the half of the body on which it is less.
    pub(crate) least: f64,
    /// The same of the limb that moves least of those that matter.
    pub(crate) laziest: f64,
    /// How much of all movement is of limbs that should rest, 0–1.
    pub(crate) resting: f64,
    /// How far a movement must go to be told from trembling.
    pub(crate) doubt: f64,
    /// Whether it began and ended where it should.
    pub(crate) placed: bool,
    /// Whether enough of it was seen happening.
    pub(crate) witnessed: bool,
}

/// Where the progress turned.
#[derive(Clone, Copy, Debug)]
struct Turn {
    seconds: f64,
    along: f64,
    placed: bool,
    stance: Stance,
    other: Option<Stance>,
}

/// Sums over the way that was gone.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    off: f64,
    gone: f64,
    off_other: f64,
    up: f64,
    down: f64,
}

/// Finds swings in a progress.
#[derive(Clone, Debug)]
pub(crate) struct Swings {
    own: f64,
    shown: bool,
    low: Option<Turn>,
    /// The farthest point of the attempt that is going on.
    high: Option<Turn>,
    /// The lowest point since.
    fallen: Option<Turn>,
    sums: Sums,
    last: f64,
    began: f64,
    doubt: f64,
    home: bool,
}

impl Default for Swings {
    fn default() -> Self {
        Self {
            own: PRESUMED,
            shown: false,
            low: None,
            high: None,
            fallen: None,
            sums: Sums::default(),
            last: 0.0,
            began: 0.0,
            doubt: 0.0,
            home: false,
        }
    }
}

impl Swings {
    /// Returns the person's own range, as a share of the file's movement: presumed until they have shown one.
    pub(crate) fn own(&self) -> f64 {
        self.own
    }

    /// Returns how far this person goes, against the file: as far, until they have shown otherwise.
    pub(crate) fn scale(&self) -> f64 {
        if self.shown { self.own } else { 1.0 }
    }

    /// Returns how far the attempt that is going on has gone, from and to, if one is.
    pub(crate) fn going_on(&self) -> Option<(f64, f64)> {
        Some((self.low?.along, self.high?.along))
    }

    /// Returns how far along the movement is when it begins, as far as that is known.
    pub(crate) fn lowest(&self) -> f64 {
        self.low.map_or(0.0, |low| low.along)
    }

    /// Forgets the attempt that is going on.
    pub(crate) fn forget(&mut self) {
        (self.low, self.high, self.fallen) = (None, None, None);
        self.sums = Sums::default();
    }

    /// Learns from an attempt that counted: more is believed at once by half, less little by little.
    pub(crate) fn learn(&mut self, rise: f64) {
        let share = if !self.shown {
            1.0
        } else if rise > self.own {
            0.5
        } else {
            0.15
        };
        self.own = (self.own + (rise - self.own) * share).max(LEAST);
        self.shown = true;
    }

    /// Takes the next moment, and returns the movement that it brings to its end, if it does.
    pub(crate) fn follow(&mut self, now: Sample, takes_part: &Weights) -> Option<Swing> {
        let turn = Turn {
            seconds: now.seconds,
            along: now.along,
            placed: now.placed,
            stance: now.stance,
            other: now.other,
        };
        let Some(low) = self.low else {
            (self.low, self.last) = (Some(turn), now.along);
            return None;
        };
        (self.doubt, self.home) = (now.doubt, now.home);
        self.sum(&low, now);
        let Some(high) = self.high else {
            self.rest(low, turn, now);
            return None;
        };
        if now.along > high.along {
            self.high = Some(turn);
            self.fallen = None;
            return None;
        }
        let fallen = self.fallen.filter(|fallen| fallen.along <= now.along).unwrap_or(turn);
        self.fallen = Some(fallen);
        let (rise, fall) = (high.along - low.along, high.along - fallen.along);
        let attempt = (ATTEMPT * self.own).max(now.doubt);
        let back = now.along <= high.along - rise * RETURNED;
        // Nobody knows yet how far somebody goes who has shown nothing: what looks like a turn may be a pause.
        let usual = if self.shown { self.own } else { 1.0 };
        let turned =
            fall >= (ATTEMPT * usual.max(rise)).max(now.doubt) && now.along - fallen.along > TURNS * usual;
        if !now.home || !(back && fall >= attempt || turned) {
            return None;
        }
        let swing = self.swing(&low, &high, &fallen, takes_part);
        self.sums = Sums::default();
        (self.low, self.high, self.fallen) = (Some(fallen), None, None);
        Some(swing)
    }

    /// Says that nothing more comes, and returns the movement that was cut off on its way back.
    pub(crate) fn end(&mut self, takes_part: &Weights) -> Option<Swing> {
        let (low, high, fallen) = (self.low?, self.high?, self.fallen?);
        let back = self.home && high.along - fallen.along >= TURNS * (high.along - low.along);
        let swing = back.then(|| self.swing(&low, &high, &fallen, takes_part));
        self.forget();
        swing
    }

    /// Waits for a rise.
    fn rest(&mut self, low: Turn, now: Turn, sample: Sample) {
        let off = now.along - low.along;
        let settles = if off > 0.0 && off < RESTS * self.own { sample.step / SETTLES } else { 0.0 };
        let low = Turn { along: low.along + off * settles.min(1.0), ..low };
        self.low = Some(low);
        if now.along <= low.along {
            self.low = Some(now);
            self.sums = Sums::default();
        } else if now.along - low.along < BEGINS * self.own {
            // Somebody who rests where they are begins from there, and not when they came.
            self.began = now.seconds;
            if now.placed {
                self.low = Some(Turn { along: low.along, seconds: low.seconds, ..now });
                self.sums = Sums::default();
            }
        } else if now.along - low.along >= (ATTEMPT * self.own).max(sample.doubt) {
            self.high = Some(now);
        }
    }

    fn sum(&mut self, low: &Turn, now: Sample) {
        let step = now.along - self.last;
        self.last = now.along;
        let sums = &mut self.sums;
        let [gone, off] = now.stance.since(&low.stance);
        sums.off += off * step.abs();
        sums.gone += gone * step.abs();
        sums.off_other += match (&now.other, &low.other) {
            (Some(now), Some(low)) => now.since(low)[1] * step.abs(),
            _ => f64::INFINITY,
        };
        if now.witnessed {
            sums.up += step.max(0.0);
            sums.down += (-step).max(0.0);
        }
    }

    fn swing(&self, low: &Turn, high: &Turn, fallen: &Turn, takes_part: &Weights) -> Swing {
        let Sums { off, gone, off_other, up, down } = self.sums;
        let stray = |off: f64| if gone > 0.0 { libm::sqrt(off / gone) } else { f64::INFINITY };
        let (rise, fall) = (high.along - low.along, high.along - fallen.along);
        let [least, laziest, resting] = high.stance.moved_since(&low.stance, takes_part);
        Swing {
            doubt: self.doubt,
            least,
            laziest,
            resting,
            start: self.began.max(low.seconds).min(high.seconds),
            peak: high.seconds,
            end: fallen.seconds,
            rise,
            from: low.along,
            to: high.along,
            stray: stray(off),
            stray_other: stray(off_other),
            placed: low.placed && fallen.placed,
            witnessed: up >= WITNESSED * rise && down >= WITNESSED * fall,
        }
    }
}

#[cfg(test)]
mod tests;
