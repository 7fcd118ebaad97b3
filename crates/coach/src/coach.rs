//! Watching somebody do an exercise.

use glam::{DVec2, DVec3};
use unknot_body::{Body, Side, Sides};
use unknot_landmarks::{ImagePoint, Landmark, Landmarks};
use unknot_routine::{Exercise, FaultSeen, Form, FormFault, Observation, PhaseSeen, Repetition, Sight};

use crate::hold::{Held, Holding, Whereabouts};
use crate::judge::{Judge, Moment};
use crate::measure::Figure;
use crate::movement::Movement;
use crate::pace::Pace;
use crate::points::{Points, Steadied, Steady};
use crate::swings::{Instant, Stance, Swing, Swings};
use crate::tracker::{Tracked, Tracker};

/// How far off its way a movement may be on average, against how far along it: beyond that it is another one.
const STRAYS: f64 = 0.8;
/// How much of what should move must have moved, on each half of the body, against how far the movement went.
const TAKES_PART: f64 = 0.4;
/// The same of every limb that matters.
const LAZIEST: f64 = 0.15;
/// How much of all movement may be of limbs that should rest.
const RESTING: f64 = 0.4;
/// A repetition takes at least so long, in seconds.
const SHORTEST: f64 = 0.4;
/// Between two pictures that are further apart than this, in seconds, nobody has seen what happened.
const WITNESSES: f64 = 0.6;
/// How long what was seen goes on counting where limbs go far, in seconds, and how far that is.
const STEADIES: f64 = 0.09;
const FAR: f64 = 2.0;
/// How many times further than landmarks tremble a movement must go to be told from that.
const DOUBT: f64 = 4.0;

/// How far along somebody who has begun is, in shares of their own range.
const RISES: f64 = 0.15;
/// How far along a movement is well on its way.
const FAR_ON: f64 = 0.5;
/// From this score on a repetition counts as right, if nothing is wrong with it.
const CORRECT: f64 = 0.35;

/// Watches somebody do an exercise. It knows the movement from the exercise's file alone, and learns the range and the
/// resting posture of the person while they move.
#[derive(Clone, Debug)]
pub struct Coach {
    movement: Movement,
    steady: Steady,
    lanes: Vec<Lane>,
    /// The first time, and the last.
    first: Option<f64>,
    last: Option<f64>,
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
    pace: Pace,
    judges: Vec<Judge>,
    now: Option<Tracked>,
    points: Option<Points>,
    /// When it was followed last.
    then: Option<f64>,
}

impl Lane {
    fn new(side: Sides, mirrored: bool, faults: &[FormFault], steadies: f64) -> Self {
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
            points: None,
            then: None,
        }
    }

    /// Forgets what was begun: it is not known whether it goes on.
    fn forget_attempt(&mut self) {
        self.swings.forget();
        self.pace.forget();
        self.judges.iter_mut().for_each(Judge::forget);
        self.held = 0.0;
    }

    /// Returns whether a movement of this side is well on its way.
    fn is_far(&self) -> bool {
        self.swings.going_on().is_some_and(|(low, high)| high - low > FAR_ON)
    }

    /// Returns whether a movement of this side is going on.
    fn is_busy(&self) -> bool {
        self.swings.going_on().is_some()
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
        let (faults, steadies) = (&exercise.faults, steadies(&movement));
        let lanes = if movement.one_sided {
            let side: Side = exercise.authored_side;
            vec![
                Lane::new(side.into(), false, faults, steadies),
                Lane::new(side.other().into(), true, faults, steadies),
            ]
        } else {
            vec![Lane::new(Sides::Both, false, faults, steadies)]
        };
        Self {
            side: lanes[0].side,
            steady: Steady::new(steadies),
            movement,
            lanes,
            first: None,
            last: None,
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
            // Whoever was on the way back when the recording ended has done it; where they came to is not known.
            let swing = self.lanes[lane].swings.end(&self.movement.takes_part);
            if let Some(swing) =
                swing.filter(|swing| self.is_repetition(lane, &Swing { placed: true, ..*swing }))
            {
                self.repetition(lane, swing);
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
        self.first.get_or_insert(seconds);
        let points =
            if landmarks.mirrored { Points::of(&landmarks.flipped()) } else { Points::of(landmarks) };
        let Steadied { points, doubtful, jumped, another, trembles } =
            self.steady.follow(points, hips(landmarks), seconds);
        if another {
            for lane in &mut self.lanes {
                lane.tracker.forget();
                lane.forget_attempt();
            }
        }
        if doubtful {
            return self.nothing(seconds, Sight::Jumped);
        }
        for index in 0..self.lanes.len() {
            let busy = self.lanes.iter().enumerate().any(|(other, lane)| other != index && lane.is_busy());
            let lane = &mut self.lanes[index];
            let points = if lane.mirrored { points.mirrored() } else { points.clone() };
            lane.now = lane.tracker.follow(&self.movement, &points, busy, step);
            lane.points = Some(points);
        }
        let counted = self.count(seconds, step, jumped, DOUBT * trembles * self.movement.trembles());
        self.observe(seconds, counted)
    }

    /// Goes on with every lane, and returns the repetition that is over.
    fn count(&mut self, seconds: f64, step: f64, jumped: bool, doubt: f64) -> Option<Repetition> {
        let stances: Vec<Option<Stance>> =
            self.lanes.iter().map(|lane| Some(lane.now.as_ref()?.stance)).collect();
        let mut counted = None;
        for index in 0..self.lanes.len() {
            let other = stances.iter().enumerate().find(|(other, _)| *other != index);
            let other = other.and_then(|(_, stance)| *stance);
            // While the other side is well on its way, this one has not begun.
            let other_far =
                self.lanes.iter().enumerate().any(|(other, lane)| other != index && lane.is_far());
            if other_far && !self.lanes[index].is_busy() {
                self.lanes[index].swings.forget();
            }
            let Some((swing, over)) = self.go_on(index, other, seconds, step, jumped, doubt) else {
                continue;
            };
            if let Some(held) = over {
                self.keep(index, held);
            }
            if let Some(swing) = swing.filter(|swing| self.is_repetition(index, swing)) {
                counted = Some(self.repetition(index, swing));
            }
        }
        counted
    }

    fn go_on(
        &mut self,
        index: usize,
        other: Option<Stance>,
        seconds: f64,
        step: f64,
        jumped: bool,
        doubt: f64,
    ) -> Option<(Option<Swing>, Option<Held>)> {
        let lane = &mut self.lanes[index];
        let Some(now) = &lane.now else {
            let over = lane.holding.end();
            return Some((None, over));
        };
        if now.anew {
            lane.forget_attempt();
        }
        let Some(now) = &lane.now else { return None };
        let instant = Instant {
            seconds,
            step,
            along: now.progress.along,
            stance: now.stance,
            other,
            witnessed: !jumped && !now.anew && lane.then.is_some_and(|then| seconds - then <= WITNESSES),
            placed: now.placed,
            doubt,
        };
        lane.then = Some(seconds);
        let swing =
            if self.movement.moves() { lane.swings.follow(instant, &self.movement.takes_part) } else { None };
        let at = Whereabouts {
            along: now.progress.along,
            own: lane.swings.own(),
            scale: lane.swings.scale(),
            attempt: lane.swings.going_on(),
            placed: now.placed,
            doubt,
        };
        let mut over = lane.holding.follow(&self.movement, at, seconds, step);
        if swing.is_some() {
            // Whoever has come back holds nothing any more.
            over = over.or(lane.holding.end());
        }
        if let Some(over) = over {
            lane.held += over.seconds;
            lane.pace.hold(over.stage, over.seconds);
        }
        let rises = at.along - lane.swings.lowest() > RISES * at.own;
        if !rises && swing.is_none() && at.attempt.is_none() {
            // What happens before somebody begins is no part of what they do.
            lane.pace.forget();
            lane.judges.iter_mut().for_each(Judge::forget);
            lane.held = 0.0;
        }
        lane.pace.follow(seconds, at.along);
        let stage = self.stage(index);
        self.judge(index, stage, !rises && at.placed, step);
        Some((swing, over))
    }

    /// Shows the judges of a side the next moment.
    fn judge(&mut self, index: usize, stage: Option<usize>, rests: bool, step: f64) {
        let lane = &mut self.lanes[index];
        let (Some(now), Some(points)) = (&lane.now, &lane.points) else { return };
        let at = points.at.map(|point| now.aim.room(point));
        let back = stage.is_some_and(|stage| self.movement.stages[stage].back);
        let usual = self.movement.step(now.progress.along.clamp(0.0, 1.0), back);
        let across = |landmark: Landmark| usual.at[landmark.index()];
        let left = (across(Landmark::LeftShoulder) - across(Landmark::RightShoulder)).normalize_or(DVec3::X);
        let figure = Figure { at: &at, sure: &points.sure, left, camera: now.stance.camera };
        let phase = stage.map(|stage| self.movement.stages[stage].name.as_str());
        // Before anything has begun, nothing can be wrong with it.
        let phase = phase.filter(|_| !rests || !self.movement.moves());
        let moment = Moment { figure, usual, aim: now.aim, phase, rests, step };
        for judge in &mut lane.judges {
            judge.follow(&moment);
        }
    }

    fn is_repetition(&self, lane: usize, swing: &Swing) -> bool {
        let own_side = swing.stray <= swing.stray_other || !swing.stray_other.is_finite();
        let whole = swing.least > TAKES_PART && swing.laziest > LAZIEST && swing.resting < RESTING;
        swing.placed
            && swing.witnessed
            && self.lanes[lane].pace.can_be(swing)
            && whole
            && own_side
            && swing.stray < STRAYS
            && swing.end - swing.start >= SHORTEST
    }

    fn repetition(&mut self, index: usize, swing: Swing) -> Repetition {
        let lane = &mut self.lanes[index];
        lane.swings.learn(swing.rise);
        let held = std::mem::take(&mut lane.held);
        self.side = lane.side;
        let (start, end) = lane.pace.span(&swing);
        // Both are told from speed. Where two meet, the one begins when the other has ended.
        let mut start = start.max(self.first.unwrap_or(start));
        if let Some(last) = self.repetitions.last_mut().filter(|last| last.end > start) {
            start = (start + last.end) / 2.0;
            last.end = start;
        }
        let aim = lane.now.as_ref().map(|now| now.aim);
        let (movement, pace) = (&self.movement, &lane.pace);
        let over = |judge: &mut Judge| judge.over(|fault| pace.seconds(fault, &swing, movement), aim?);
        let mut faults: Vec<FaultSeen> = lane.judges.iter_mut().filter_map(over).collect();
        faults.sort_by(|a, b| b.sure.total_cmp(&a.sure));
        let score = score(&swing, &faults);
        let repetition = Repetition {
            number: u32::try_from(self.repetitions.len()).unwrap_or(u32::MAX).saturating_add(1),
            side: lane.side,
            start,
            end,
            range: swing.rise,
            held,
            score,
            correct: score >= CORRECT && faults.is_empty(),
            faults,
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
        let lanes = self.lanes.iter().enumerate().filter(|(_, lane)| lane.now.is_some());
        // Of two sides that one moves which is nearer to its way.
        let off = |lane: &Lane| lane.off().unwrap_or(f64::INFINITY);
        let lane = lanes.min_by(|a, b| off(a.1).total_cmp(&off(b.1)));
        let Some((index, lane, now)) = lane.and_then(|(index, lane)| Some((index, lane, lane.now.as_ref()?)))
        else {
            return self.nothing(seconds, Sight::Hidden);
        };
        let along = now.progress.along;
        let mut faults: Vec<FaultSeen> = lane.judges.iter().filter_map(Judge::now).collect();
        faults.sort_by(|a, b| b.sure.total_cmp(&a.sure));
        Observation {
            seconds,
            sight: Sight::Seen,
            in_position: now.placed,
            phase: self.stage(index).map(|stage| self.phase(stage)),
            progress: along,
            relative: along / lane.swings.own(),
            side: lane.side,
            count: self.counted(),
            held: lane.holding.now().map_or(0.0, |held| held.seconds),
            counted,
            faults,
        }
    }

    /// Returns which stage a side is in.
    fn stage(&self, index: usize) -> Option<usize> {
        let lane = &self.lanes[index];
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

/// Returns how right a movement was, 0–1: how near to the file's way, how far along it, how evenly on both halves, and
/// less for every fault the surer it is.
fn score(swing: &Swing, faults: &[FaultSeen]) -> f64 {
    let near = 1.0 - (swing.stray / STRAYS).powi(2);
    let far = swing.rise.clamp(0.0, 1.0);
    let even = swing.least.clamp(0.0, 1.0);
    let fault = faults.iter().map(|fault| fault.sure).fold(0.0, f64::max);
    near.clamp(0.0, 1.0) * far * even * (1.0 - fault)
}

/// Returns how long what was seen goes on counting, in seconds: short where limbs go far, so that quick movements are seen
/// whole; longer where they go less far than landmarks tremble.
fn steadies(movement: &Movement) -> f64 {
    STEADIES * (FAR / movement.far().max(1e-9)).clamp(1.0, 3.0)
}

/// Returns where the middle of the hips is in the picture, if anything is known of a picture.
fn hips(landmarks: &Landmarks) -> Option<DVec2> {
    let hip = |landmark: Landmark| landmarks.get(landmark).image;
    let (left, right) = (hip(Landmark::LeftHip), hip(Landmark::RightHip));
    let at = DVec2::new(left.x + right.x, left.y + right.y) / 2.0;
    (landmarks.points.iter().any(|point| point.image != ImagePoint::default()) && at.is_finite())
        .then_some(at)
}
