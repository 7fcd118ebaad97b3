//! Watching somebody do an exercise.

use unknot_body::{Body, Side, Sides};
use unknot_landmarks::Landmarks;
use unknot_routine::{Exercise, Form, Observation, PhaseSeen, Repetition, Sight};

use crate::hold::{Held, Holding, Whereabouts};
use crate::limbs;
use crate::movement::Movement;
use crate::points::{Points, Steady};
use crate::swings::{Instant, Swing, Swings};
use crate::tracker::{Tracked, Tracker};

/// How far off its way a movement may be on average, against how far along it: beyond that it is another one.
const STRAYS: f64 = 0.75;
/// A repetition takes at least so long, in seconds.
const SHORTEST: f64 = 0.4;
/// Between two pictures that are further apart than this, in seconds, nobody has seen what happened.
const WITNESSES: f64 = 0.6;
/// How fast limbs may turn on average, in radians a second, and what an uncertain landmark may add.
const FASTEST: f64 = 6.0;
const UNCERTAIN: f64 = 0.4;
/// What has jumped is somebody new when it has stayed for so long, in seconds.
const STAYS: f64 = 0.25;

/// Watches somebody do an exercise. It knows the movement from the exercise's file alone, and learns the range and the
/// resting posture of the person while they move.
#[derive(Clone, Debug)]
pub struct Coach {
    movement: Movement,
    steady: Steady,
    lanes: Vec<Lane>,
    last: Option<f64>,
    sane: Option<Points>,
    jumped: Option<(Points, f64)>,
    repetitions: Vec<Repetition>,
    holds: Vec<HoldSeen>,
    side: Sides,
}

/// A hold that was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldSeen {
    /// The phase.
    pub phase: PhaseSeen,
    /// Which side moved.
    pub side: Sides,
    /// When it began, in seconds.
    pub start: f64,
    /// When it was over, in seconds.
    pub end: f64,
    /// For how many seconds it was held.
    pub seconds: f64,
}

/// What is followed of one side.
#[derive(Clone, Debug)]
struct Lane {
    side: Sides,
    mirrored: bool,
    tracker: Tracker,
    swings: Swings,
    holding: Holding,
    /// Seconds held in the attempt that is going on.
    held: f64,
    now: Option<Tracked>,
}

impl Lane {
    fn new(side: Sides, mirrored: bool) -> Self {
        Self {
            side,
            mirrored,
            tracker: Tracker::default(),
            swings: Swings::default(),
            holding: Holding::default(),
            held: 0.0,
            now: None,
        }
    }

    /// Returns how far off its way the body is, squared, if it is followed.
    fn off(&self) -> Option<f64> {
        self.now.as_ref().map(|now| now.progress.off)
    }
}

impl Coach {
    /// Returns the coach of an exercise, done in one of its ways; the body is what the postures of its file mean.
    #[must_use]
    pub fn new(exercise: &Exercise, form: &Form, body: &Body) -> Self {
        let movement = Movement::of(exercise, form, body);
        let lanes = if movement.one_sided {
            let side: Side = exercise.authored_side;
            vec![Lane::new(side.into(), false), Lane::new(side.other().into(), true)]
        } else {
            vec![Lane::new(Sides::Both, false)]
        };
        Self {
            side: lanes[0].side,
            movement,
            steady: Steady::default(),
            lanes,
            last: None,
            sane: None,
            jumped: None,
            repetitions: Vec::new(),
            holds: Vec::new(),
        }
    }

    /// Returns the repetitions that were counted so far.
    #[must_use]
    pub fn repetitions(&self) -> &[Repetition] {
        &self.repetitions
    }

    /// Returns the holds that are over.
    #[must_use]
    pub fn holds(&self) -> &[HoldSeen] {
        &self.holds
    }

    /// Says that nothing more comes: what is being held is over.
    pub fn finish(&mut self) {
        for lane in 0..self.lanes.len() {
            if let Some(held) = self.lanes[lane].holding.end() {
                self.keep(lane, held);
            }
        }
    }

    /// Takes the landmarks of the next picture. Whatever they are, this neither fails nor counts what was not done.
    pub fn see(&mut self, landmarks: &Landmarks) -> Observation {
        let seconds = landmarks.seconds;
        let step = match self.last {
            _ if !seconds.is_finite() => return self.nothing(seconds, Sight::OutOfTime),
            Some(last) if seconds <= last => return self.nothing(seconds, Sight::OutOfTime),
            Some(last) => seconds - last,
            None => 0.0,
        };
        self.last = Some(seconds);
        let points = if landmarks.mirrored { Points::of(&landmarks.flipped()) } else { Points::of(landmarks) };
        if self.jumps(&points, seconds, step) {
            return self.nothing(seconds, Sight::Jumped);
        }
        let points = self.steady.follow(points, step);
        for lane in &mut self.lanes {
            let points = if lane.mirrored { points.mirrored() } else { points.clone() };
            lane.now = lane.tracker.follow(&self.movement, &points, step);
        }
        let counted = self.count(seconds, step);
        self.observe(seconds, counted)
    }

    /// Returns whether what was found is elsewhere than a body can be so soon. What stays there is somebody new.
    fn jumps(&mut self, points: &Points, seconds: f64, step: f64) -> bool {
        let near = |one: &Points, step: f64| apart(one, points, &self.movement) < UNCERTAIN + FASTEST * step;
        if self.sane.as_ref().is_none_or(|sane| near(sane, step.max(0.0))) {
            (self.sane, self.jumped) = (Some(points.clone()), None);
            return false;
        }
        let since = match &self.jumped {
            Some((jumped, since)) if near(jumped, step) => *since,
            _ => seconds,
        };
        self.jumped = Some((points.clone(), since));
        if seconds - since < STAYS {
            return true;
        }
        (self.sane, self.jumped) = (Some(points.clone()), None);
        self.steady.forget();
        for lane in &mut self.lanes {
            lane.tracker.forget();
            lane.swings.forget();
        }
        false
    }

    /// Goes on with every lane, and returns the repetition that is over.
    fn count(&mut self, seconds: f64, step: f64) -> Option<Repetition> {
        let offs: Vec<Option<f64>> = self.lanes.iter().map(Lane::off).collect();
        let mut counted = None;
        for index in 0..self.lanes.len() {
            let other = offs.get(1 - index.min(1)).filter(|_| offs.len() > 1).copied().flatten();
            let Some((swing, over)) = self.go_on(index, other, seconds, step) else { continue };
            if let Some(held) = over {
                self.keep(index, held);
            }
            if let Some(swing) = swing.filter(|swing| self.is_repetition(swing)) {
                counted = Some(self.repetition(index, swing));
            }
        }
        counted
    }

    fn go_on(
        &mut self,
        index: usize,
        other: Option<f64>,
        seconds: f64,
        step: f64,
    ) -> Option<(Option<Swing>, Option<Held>)> {
        let lane = &mut self.lanes[index];
        let Some(now) = &lane.now else {
            let over = lane.holding.end();
            return Some((None, over));
        };
        if now.anew {
            lane.swings.forget();
        }
        let instant = Instant {
            seconds,
            step,
            along: now.progress.along,
            off: now.progress.off,
            gone: now.progress.gone,
            off_other: other.unwrap_or(f64::INFINITY),
            witnessed: step <= WITNESSES && !now.anew,
            placed: now.placed,
        };
        let swing = if self.movement.moves() { lane.swings.follow(instant) } else { None };
        let at = Whereabouts {
            along: now.progress.along,
            own: lane.swings.own(),
            attempt: lane.swings.going_on(),
            placed: now.placed,
        };
        let over = lane.holding.follow(&self.movement, at, seconds, step);
        if let Some(over) = over {
            lane.held += over.seconds;
        }
        Some((swing, over))
    }

    fn is_repetition(&self, swing: &Swing) -> bool {
        let own_side = swing.stray <= swing.stray_other || !swing.stray_other.is_finite();
        swing.placed && swing.witnessed && own_side && swing.stray < STRAYS && swing.end - swing.start >= SHORTEST
    }

    fn repetition(&mut self, index: usize, swing: Swing) -> Repetition {
        let lane = &mut self.lanes[index];
        lane.swings.learn(swing.rise);
        let held = std::mem::take(&mut lane.held);
        self.side = lane.side;
        let repetition = Repetition {
            number: u32::try_from(self.repetitions.len()).unwrap_or(u32::MAX).saturating_add(1),
            side: lane.side,
            start: swing.start,
            end: swing.end,
            range: swing.rise,
            held,
            score: 1.0,
            correct: true,
            faults: Vec::new(),
        };
        self.repetitions.push(repetition.clone());
        repetition
    }

    fn keep(&mut self, index: usize, held: Held) {
        let side = self.lanes[index].side;
        let Held { stage, start, end, seconds } = held;
        self.holds.push(HoldSeen { phase: self.phase(stage), side, start, end, seconds });
    }

    fn phase(&self, stage: usize) -> PhaseSeen {
        let block = self.movement.block.clone();
        let stage = &self.movement.stages[stage];
        PhaseSeen { block, name: stage.name.clone(), kind: stage.kind }
    }

    fn observe(&mut self, seconds: f64, counted: Option<Repetition>) -> Observation {
        let lanes = self.lanes.iter().filter(|lane| lane.now.is_some());
        // Of two sides that one moves which is nearer to its way.
        let lane = lanes.min_by(|a, b| a.off().unwrap_or(f64::INFINITY).total_cmp(&b.off().unwrap_or(f64::INFINITY)));
        let Some((lane, now)) = lane.and_then(|lane| Some((lane, lane.now.as_ref()?))) else {
            return self.nothing(seconds, Sight::Hidden);
        };
        let along = now.progress.along;
        Observation {
            seconds,
            sight: Sight::Seen,
            in_position: now.placed,
            phase: self.stage(lane).map(|stage| self.phase(stage)),
            progress: along,
            relative: along / lane.swings.own(),
            side: lane.side,
            count: self.counted(),
            held: lane.holding.now().map_or(0.0, |held| held.seconds),
            counted,
            faults: Vec::new(),
        }
    }

    /// Returns which stage a side is in.
    fn stage(&self, lane: &Lane) -> Option<usize> {
        let now = lane.now.as_ref().filter(|now| now.placed)?;
        if let Some(held) = lane.holding.now() {
            return Some(held.stage);
        }
        let along = now.progress.along;
        let back = lane.swings.going_on().is_some_and(|(low, high)| along < high - 0.15 * (high - low));
        let back = back && lane.holding.speed() < 0.0;
        let stages = self.movement.stages.iter().enumerate().filter(|(_, stage)| !stage.stays());
        let off = |along: f64, [from, to]: [f64; 2]| {
            let (low, high) = (from.min(to), from.max(to));
            (low - along).max(along - high).max(0.0)
        };
        let own = lane.swings.own().min(1.0);
        let mut stages = stages.filter(|(_, stage)| stage.back == back);
        let first = stages.next()?;
        let nearest = stages.fold(first, |best, next| {
            let closer = off(along / own, next.1.along) < off(along / own, best.1.along);
            if closer { next } else { best }
        });
        Some(nearest.0)
    }

    fn counted(&self) -> u32 {
        u32::try_from(self.repetitions.len()).unwrap_or(u32::MAX)
    }

    fn nothing(&self, seconds: f64, sight: Sight) -> Observation {
        Observation {
            seconds,
            sight,
            in_position: false,
            phase: None,
            progress: 0.0,
            relative: 0.0,
            side: self.side,
            count: self.counted(),
            held: 0.0,
            counted: None,
            faults: Vec::new(),
        }
    }
}

/// Returns how far two bodies are apart, limb by limb, on average.
fn apart(one: &Points, other: &Points, movement: &Movement) -> f64 {
    let (here, there) = (limbs::weights(one, &movement.lengths), limbs::weights(other, &movement.lengths));
    let weights: limbs::Weights = std::array::from_fn(|limb| here[limb].min(there[limb]));
    let (before, after) = (limbs::pose(&one.at), limbs::pose(&other.at));
    let between = std::array::from_fn(|limb| after[limb] - before[limb]);
    let whole: f64 = weights.iter().sum();
    if whole > 0.0 { crate::movement::length(&between, &weights) / libm::sqrt(whole) } else { 0.0 }
}
