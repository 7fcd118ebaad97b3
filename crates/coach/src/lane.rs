//! What is followed of one side.

use glam::DVec3;
use unknot_body::Sides;
use unknot_landmarks::Landmark;
use unknot_routine::{FaultSeen, FormFault};

use crate::hold::{Held, Holding, Whereabouts};
use crate::judge::{Judge, Moment};
use crate::measure::Figure;
use crate::movement::Movement;
use crate::pace::Pace;
use crate::points::Points;
use crate::stance::Stance;
use crate::swings::{Sample, Swing, Swings};
use crate::tracker::{Tracked, Tracker};

/// How far off its way a movement may be on average, against how far along it: beyond that it is another one.
const STRAYS: f64 = 0.8;
/// How much of what should move must have moved, on each half of the body, against how far the movement went.
const TAKES_PART: f64 = 0.4;
/// The same of every limb that matters.
const LAZIEST: f64 = 0.15;
/// How much of all movement may be of limbs that should rest: who moves both arms alike where one should rest does half of it
/// with the wrong one.
const RESTING: f64 = 0.25;
/// A repetition takes at least so long, in seconds.
const SHORTEST: f64 = 0.4;
/// Between two pictures that are further apart than this, in seconds, nobody has seen what happened.
const WITNESSES: f64 = 0.6;
/// How far along somebody who has begun is, in shares of their own range.
const RISES: f64 = 0.15;
/// How far along a movement is well on its way.
const FAR_ON: f64 = 0.7;

/// What is followed of one side.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(crate) side: Sides,
    pub(crate) mirrored: bool,
    pub(crate) tracker: Tracker,
    pub(crate) swings: Swings,
    pub(crate) holding: Holding,
    /// Seconds held in the attempt that is going on.
    pub(crate) held: f64,
    pub(crate) pace: Pace,
    pub(crate) judges: Vec<Judge>,
    pub(crate) now: Option<Tracked>,
    /// Which stage of the movement the body is in.
    pub(crate) stage: Option<usize>,
    pub(crate) points: Option<Points>,
    /// When it was followed last.
    pub(crate) then: Option<f64>,
}

impl Lane {
    pub(crate) fn new(side: Sides, mirrored: bool, faults: &[FormFault], steadies: f64) -> Self {
        Self {
            side,
            mirrored,
            tracker: Tracker::default(),
            swings: Swings::default(),
            holding: Holding::default(),
            held: 0.0,
            pace: Pace::new(steadies),
            judges: faults.iter().map(Judge::new).collect(),
            now: None,
            stage: None,
            points: None,
            then: None,
        }
    }

    /// Forgets what was begun: it is not known whether it goes on.
    pub(crate) fn forget_attempt(&mut self) {
        self.swings.forget();
        self.forget_course();
    }

    /// Forgets how it went so far: that is no part of what comes.
    fn forget_course(&mut self) {
        self.pace.forget();
        self.judges.iter_mut().for_each(Judge::forget);
        self.held = 0.0;
    }

    /// Returns whether a movement of this side is well on its way.
    pub(crate) fn is_far(&self) -> bool {
        self.swings.going_on().is_some_and(|(low, high)| high - low > FAR_ON)
    }

    /// Returns how far along the body is from where its movement begins.
    pub(crate) fn risen(&self) -> f64 {
        self.now.as_ref().map_or(0.0, |now| now.progress.along - self.swings.lowest())
    }

    /// Returns whether a movement of this side is going on.
    pub(crate) fn is_busy(&self) -> bool {
        self.swings.going_on().is_some()
    }

    /// Returns how far off its way the body is, squared, if it is followed.
    pub(crate) fn off(&self) -> Option<f64> {
        self.now.as_ref().map(|now| now.progress.off)
    }

    /// Takes the next moment; returns the movement and the hold that are over with it. While this side is `led` by another,
    /// nothing of it is held.
    #[expect(clippy::too_many_arguments, reason = "all that is known of a moment")]
    pub(crate) fn go_on(
        &mut self,
        movement: &Movement,
        other: Option<Stance>,
        led: bool,
        seconds: f64,
        step: f64,
        jumped: bool,
        doubt: f64,
    ) -> (Option<Swing>, Option<Held>) {
        if self.now.as_ref().is_some_and(|now| now.anew) {
            self.forget_attempt();
        }
        self.stage = None;
        let Some(now) = &self.now else { return (None, self.holding.end()) };
        let sample = Sample {
            seconds,
            step,
            along: now.progress.along,
            stance: now.stance,
            other,
            witnessed: !jumped && !now.anew && self.then.is_some_and(|then| seconds - then <= WITNESSES),
            placed: now.placed,
            home: now.home,
            doubt,
        };
        self.then = Some(seconds);
        let swing = if movement.moves() { self.swings.follow(sample, &movement.takes_part) } else { None };
        let at = Whereabouts {
            along: now.progress.along,
            own: self.swings.own(),
            scale: self.swings.scale(),
            attempt: self.swings.going_on(),
            placed: now.placed && !led,
            doubt,
        };
        let mut over = self.holding.follow(movement, at, seconds, step);
        if swing.is_some() {
            // Whoever has come back holds nothing any more.
            over = over.or(self.holding.end());
        }
        if let Some(over) = over {
            self.held += over.seconds;
            self.pace.hold(over.stage, over.seconds);
        }
        let rises = at.along - self.swings.lowest() > RISES * at.own;
        if !rises && swing.is_none() && at.attempt.is_none() {
            // What happens before somebody begins is no part of what they do.
            self.forget_course();
        }
        self.pace.follow(seconds, at.along);
        self.stage = self.stage(movement);
        let rests = !rises && self.now.as_ref().is_some_and(|now| now.placed);
        self.judge(movement, rests, step);
        (swing, over)
    }

    /// Shows the judges the next moment.
    fn judge(&mut self, movement: &Movement, rests: bool, step: f64) {
        let (Some(now), Some(points), stage) = (&self.now, &self.points, self.stage) else { return };
        let at = points.at.map(|point| now.aim.room(point));
        let back = stage.is_some_and(|stage| movement.stages[stage].back);
        let usual = movement.step(now.progress.along.clamp(0.0, 1.0), back);
        let across = |landmark: Landmark| usual.at[landmark.index()];
        let left = (across(Landmark::LeftShoulder) - across(Landmark::RightShoulder)).normalize_or(DVec3::X);
        let figure = Figure { at: &at, sure: &points.sure, left, camera: now.stance.camera };
        let phase = stage.map(|stage| movement.stages[stage].name.as_str());
        // Before anything has begun, nothing can be wrong with it.
        let phase = phase.filter(|_| !rests || !movement.moves());
        let moment = Moment { figure, usual, aim: now.aim, phase, rests, step };
        for judge in &mut self.judges {
            judge.follow(&moment);
        }
    }

    /// Returns whether a movement counts.
    pub(crate) fn is_repetition(&self, swing: &Swing) -> bool {
        let own_side = swing.stray <= swing.stray_other || !swing.stray_other.is_finite();
        let whole = swing.least > TAKES_PART && swing.laziest > LAZIEST && swing.resting < RESTING;
        swing.placed
            && swing.witnessed
            && self.pace.can_be(swing)
            && whole
            && own_side
            && swing.stray < STRAYS
            && swing.end - swing.start >= SHORTEST
    }

    /// Finds which stage of the movement the body is in.
    fn stage(&self, movement: &Movement) -> Option<usize> {
        let now = self.now.as_ref().filter(|now| now.placed)?;
        if let Some(held) = self.holding.now() {
            return Some(held.stage);
        }
        let along = now.progress.along;
        let back = self.swings.going_on().is_some_and(|(low, high)| along < high - 0.15 * (high - low));
        let back = back && self.holding.speed() < 0.0;
        let stages = movement.stages.iter().enumerate().filter(|(_, stage)| !stage.stays());
        let off = |along: f64, [from, to]: [f64; 2]| {
            let (low, high) = (from.min(to), from.max(to));
            (low - along).max(along - high).max(0.0)
        };
        let own = self.swings.own().min(1.0);
        let mut stages = stages.filter(|(_, stage)| stage.back == back);
        let first = stages.next()?;
        let nearest = stages.fold(first, |best, next| {
            let closer = off(along / own, next.1.along) < off(along / own, best.1.along);
            if closer { next } else { best }
        });
        Some(nearest.0)
    }
}

/// Returns how right a movement was, 0–1: how near to the file's way, how far along it, how evenly on both halves, and
/// less for every fault the surer it is.
pub(crate) fn score(swing: &Swing, faults: &[FaultSeen]) -> f64 {
    let near = 1.0 - (swing.stray / STRAYS).powi(2);
    let far = swing.rise.clamp(0.0, 1.0);
    let even = swing.least.clamp(0.0, 1.0);
    let fault = faults.iter().map(|fault| fault.sure).fold(0.0, f64::max);
    near.clamp(0.0, 1.0) * far * even * (1.0 - fault)
}
