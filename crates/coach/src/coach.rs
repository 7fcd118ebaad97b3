//! Watching somebody do an exercise.

use glam::DVec2;
use unknot_body::{Body, Side, Sides};
use unknot_landmarks::{ImagePoint, Landmark, Landmarks};
use unknot_routine::{Exercise, FaultSeen, Form, Observation, PhaseSeen, Repetition, Sight};

use crate::hold::Held;
use crate::judge::Judge;
use crate::lane::{Lane, score};
use crate::movement::Movement;
use crate::points::{Points, Steadied, Steady};
use crate::stance::Stance;
use crate::swings::Swing;

/// How long what was seen goes on counting where limbs go far, in seconds, and how far that is.
const STEADIES: f64 = 0.09;
const FAR: f64 = 2.0;
/// How many times further than landmarks tremble a movement must go to be told from that.
const DOUBT: f64 = 4.0;

/// For how long what has jumped is not seen moving, in seconds.
const FOLLOWS: f64 = 0.05;
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
    /// When something jumped last.
    jumped: Option<f64>,
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
            // Whoever was on the way back when the recording ended has done it; where they came to is not known.
            let swing = self.lanes[lane].swings.end(&self.movement.takes_part);
            if let Some(swing) =
                swing.filter(|swing| self.lanes[lane].is_repetition(&Swing { placed: true, ..*swing }))
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
        if jumped {
            self.jumped = Some(seconds);
        }
        // What was steadied follows a jump for a while.
        let jumped = self.jumped.is_some_and(|then| seconds - then < FOLLOWS);
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
            let busy = self.is_led_by_another(index, Lane::is_busy);
            let lane = &mut self.lanes[index];
            let points = if lane.mirrored { points.mirrored() } else { points.clone() };
            lane.now = lane.tracker.follow(&self.movement, &points, busy, step);
            lane.points = Some(points);
        }
        let counted = self.count(seconds, step, jumped, DOUBT * trembles * self.movement.trembles());
        self.observe(seconds, counted)
    }

    /// Returns whether another side is so far, and further on its way than this one.
    fn is_led_by_another(&self, index: usize, so_far: impl Fn(&Lane) -> bool) -> bool {
        let own = self.lanes[index].risen();
        self.lanes
            .iter()
            .enumerate()
            .any(|(other, lane)| other != index && so_far(lane) && lane.risen() > own)
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
            if self.is_led_by_another(index, Lane::is_far) && !self.lanes[index].is_busy() {
                self.lanes[index].swings.forget();
            }
            let led = self.is_led_by_another(index, Lane::is_busy);
            let (swing, over) =
                self.lanes[index].go_on(&self.movement, other, led, seconds, step, jumped, doubt);
            if let Some(held) = over {
                self.keep(index, held);
            }
            if let Some(swing) = swing.filter(|swing| self.lanes[index].is_repetition(swing)) {
                counted = Some(self.repetition(index, swing));
            }
        }
        counted
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

    fn observe(&self, seconds: f64, counted: Option<Repetition>) -> Observation {
        let lanes = self.lanes.iter().filter(|lane| lane.now.is_some());
        // Of two sides that one moves which is in an attempt, or else which is nearer to its way.
        let off = |lane: &Lane| lane.off().unwrap_or(f64::INFINITY);
        let lane = lanes.min_by(|a, b| b.is_busy().cmp(&a.is_busy()).then(off(a).total_cmp(&off(b))));
        let Some((lane, now)) = lane.and_then(|lane| Some((lane, lane.now.as_ref()?))) else {
            return self.nothing(seconds, Sight::Hidden);
        };
        let along = now.progress.along.max(0.0);
        let mut faults: Vec<FaultSeen> = lane.judges.iter().filter_map(Judge::now).collect();
        faults.sort_by(|a, b| b.sure.total_cmp(&a.sure));
        Observation {
            seconds,
            sight: Sight::Seen,
            in_position: now.placed,
            phase: lane.stage.map(|stage| self.phase(stage)),
            progress: along,
            relative: along / lane.swings.own(),
            side: lane.side,
            count: self.counted(),
            held: lane.holding.now().map_or(0.0, |held| held.seconds),
            counted,
            faults,
        }
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
