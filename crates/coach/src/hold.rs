//! How long a posture has been held: only while it is.

use crate::movement::{Movement, Stage};

/// Who moves slower than this, in shares of their own range a second, holds still.
const STILL: f64 = 0.15;
/// How much of the way an attempt has gone must be kept for its farthest point to be held.
const KEPT: f64 = 0.85;
/// How much of what cannot be told from trembling is forgiven.
const DOUBT: f64 = 0.25;
/// A hold is over when it has not been held for so long, in seconds.
const OVER: f64 = 0.5;
/// What is shorter is no hold, in seconds.
const LEAST: f64 = 0.6;
/// How long a speed goes on counting, in seconds.
const STEADIES: f64 = 0.4;

/// A hold that was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Held {
    /// Which stage of the movement.
    pub(crate) stage: usize,
    pub(crate) start: f64,
    pub(crate) end: f64,
    pub(crate) seconds: f64,
}

/// Watches for holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Holding {
    slow: Option<f64>,
    speed: f64,
    seconds: f64,
    now: Option<Held>,
}

/// Where somebody is in their attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whereabouts {
    pub(crate) along: f64,
    pub(crate) own: f64,
    /// How far this person goes, against the file.
    pub(crate) scale: f64,
    /// How far the attempt that is going on has gone, from and to, if one is.
    pub(crate) attempt: Option<(f64, f64)>,
    pub(crate) placed: bool,
    /// How far a movement must go to be told from trembling.
    pub(crate) doubt: f64,
}

impl Holding {
    /// Returns how fast the body moves along its way, in shares of the movement a second; negative on the way back.
    pub(crate) fn speed(&self) -> f64 {
        self.speed
    }

    /// Returns the hold that is going on, while it is held.
    pub(crate) fn now(&self) -> Option<Held> {
        self.now.filter(|held| held.seconds >= LEAST && held.end >= self.seconds)
    }

    /// Takes the next moment; returns the hold that is over with it.
    pub(crate) fn follow(
        &mut self,
        movement: &Movement,
        at: Whereabouts,
        seconds: f64,
        step: f64,
    ) -> Option<Held> {
        // How far what follows slowly lags behind: a speed that no single picture decides.
        let share = 1.0 - libm::exp(-step / STEADIES);
        let slow = self.slow.map_or(at.along, |slow| slow + (at.along - slow) * share);
        self.slow = Some(slow);
        self.speed = (at.along - slow) / STEADIES;
        let still = self.speed.abs() < STILL * at.own + DOUBT * at.doubt && at.placed;
        let held = |stage: &&(usize, &Stage)| still && stage.1.stays() && is_there(movement, stage.1, at);
        let stage = movement.stages.iter().enumerate().collect::<Vec<_>>();
        let stage = stage.iter().find(held).map(|stage| stage.0);
        self.go_on(stage, seconds, step)
    }

    /// Ends what is going on: nobody is seen any more.
    pub(crate) fn end(&mut self) -> Option<Held> {
        self.slow = None;
        self.speed = 0.0;
        self.now.take().filter(|held| held.seconds >= LEAST)
    }

    fn go_on(&mut self, stage: Option<usize>, seconds: f64, step: f64) -> Option<Held> {
        self.seconds = seconds;
        let mut over = None;
        if let Some(held) = self.now {
            let elsewhere = stage.is_some_and(|stage| stage != held.stage);
            if elsewhere || (stage.is_none() && seconds - held.end > OVER) {
                over = self.now.take().filter(|held| held.seconds >= LEAST);
            }
        }
        if let Some(stage) = stage {
            let held = self.now.get_or_insert(Held { stage, start: seconds, end: seconds, seconds: 0.0 });
            // A moment that was not seen was not held.
            held.seconds += if held.end < seconds { step.min(seconds - held.end) } else { 0.0 };
            held.end = seconds;
        }
        over
    }
}

/// Returns whether somebody is where a stage has them stay: nearer to it than to any other place to stay.
fn is_there(movement: &Movement, stage: &Stage, at: Whereabouts) -> bool {
    if !movement.moves() {
        return true;
    }
    let here = |stop: f64| (at.along - stop * at.scale).abs();
    let stops = movement.stages.iter().filter(|stage| stage.stays()).map(|stage| stage.along[1]);
    // Where the movement begins somebody stays, too.
    let nearest = stops.chain([0.0]).min_by(|a, b| here(*a).total_cmp(&here(*b)));
    if nearest.is_none_or(|nearest| (nearest - stage.along[1]).abs() > 1e-6) {
        return false;
    }
    let farthest = stage.along[1] > 1.0 - 1e-6;
    match at.attempt {
        // Whoever sinks back from where they have come to does not hold it.
        Some((low, high)) if farthest => at.along - low >= KEPT * (high - low) - DOUBT * at.doubt,
        _ => !farthest,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns what is held of two stages that follow each other, of so many seconds each, looked at so often.
    fn holds(rate: f64, seconds: [f64; 2]) -> Vec<Held> {
        let (mut holding, mut holds) = (Holding::default(), Vec::new());
        for picture in 0_u32.. {
            let now = f64::from(picture) / rate;
            let stage = match now {
                now if now < seconds[0] => Some(1),
                now if now < seconds[0] + seconds[1] => Some(3),
                now if now < seconds[0] + seconds[1] + 2.0 => None,
                _ => break,
            };
            holds.extend(holding.go_on(stage, now, 1.0 / rate));
        }
        holds.extend(holding.end());
        holds
    }

    proptest! {
        #[test]
        fn as_long_is_held_however_often_one_looks(
            rate in 10.0..60.0_f64,
            one in 1.0..30.0_f64,
            other in 1.0..30.0_f64,
        ) {
            let holds = holds(rate, [one, other]);
            prop_assert_eq!(holds.iter().map(|held| held.stage).collect::<Vec<_>>(), [1, 3]);
            for (held, seconds) in holds.iter().zip([one, other]) {
                prop_assert!((held.seconds - seconds).abs() <= 2.0 / rate, "{held:?} {seconds}");
            }
        }
    }

    #[test]
    fn what_is_not_held_or_not_seen_is_not_counted() {
        let mut holding = Holding::default();
        for picture in 0..300 {
            let now = f64::from(picture) / 30.0;
            // Every other second; half a second away does not end it yet.
            let stage = (picture / 15 % 2 == 0).then_some(0);
            assert_eq!(holding.go_on(stage, now, 1.0 / 30.0), None);
        }
        let held = holding.end().unwrap();
        assert!((held.seconds - 5.0).abs() < 0.4, "{held:?}");
        assert_eq!(holding.end(), None);
    }
}
