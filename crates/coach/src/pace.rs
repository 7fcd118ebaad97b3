//! How long a movement took, and each of its phases.

use unknot_routine::{Easing, FormFault, Measure, NamedMeasure};

use crate::movement::{Movement, Stage};
use crate::swings::Swing;

/// The part of a movement over which its speed is measured, in shares of its way: well within it, as nobody can tell
/// when a slow beginning begins.
const FLANK: [f64; 2] = [0.25, 0.6];
/// How much of the time of a smooth movement that part takes, and how much passes before it: people move with the least
/// jerk (Flash and Hogan 1985), of which the curve of the timeline is made.
const SMOOTH: [f64; 2] = [0.195, 0.359];
/// How long what follows at once takes over that part of a movement that is over at once, against how long what was seen
/// goes on counting: the logarithm of 0.75 by 0.4.
const STEADIED: f64 = 0.63;
/// What takes less time over that part of a movement is no movement of a body, in seconds.
const FASTEST: f64 = 0.03;
/// How much earlier than it was told a movement may have begun, and how much later ended, in seconds.
const MOST: f64 = 1.2;
/// How many times further than what cannot be told from trembling a movement must go for its time to be told.
const CLEAR: f64 = 8.0;
/// How much beyond that part its speed is measured too, in shares of it, and of how few pictures none is told.
const AROUND: f64 = 0.25;
const FEW: usize = 4;
/// How many moments are kept.
const KEPT: usize = 4096;

/// The course of an attempt: when it was how far along.
#[derive(Clone, Debug)]
pub(crate) struct Pace {
    course: Vec<(f64, f64)>,
    /// For how long each stage was held.
    held: Vec<(usize, f64)>,
    /// How long what was seen goes on counting, in seconds.
    steadies: f64,
}

impl Pace {
    pub(crate) fn new(steadies: f64) -> Self {
        Self { course: Vec::new(), held: Vec::new(), steadies }
    }

    pub(crate) fn forget(&mut self) {
        self.course.clear();
        self.held.clear();
    }

    pub(crate) fn follow(&mut self, seconds: f64, along: f64) {
        if self.course.len() < KEPT {
            self.course.push((seconds, along));
        }
    }

    pub(crate) fn hold(&mut self, stage: usize, seconds: f64) {
        self.held.push((stage, seconds));
    }

    /// Returns whether a swing went out and back no faster than a body can.
    pub(crate) fn can_be(&self, swing: &Swing) -> bool {
        if swing.rise < CLEAR * swing.doubt {
            return true;
        }
        let slow = |flank: Option<(f64, f64)>| flank.is_none_or(|(_, time)| time > FASTEST);
        slow(self.flank(swing, false, [0.0, 1.0])) && slow(self.flank(swing, true, [1.0, 0.0]))
    }

    /// Returns when a swing began and ended, from how fast it went on its way.
    pub(crate) fn span(&self, swing: &Swing) -> (f64, f64) {
        let start =
            self.flank(swing, false, [0.0, 1.0]).map(|(begin, time)| begin - SMOOTH[1] / SMOOTH[0] * time);
        let end = self
            .flank(swing, true, [1.0, 0.0])
            .map(|(begin, time)| begin + (1.0 - SMOOTH[1]) / SMOOTH[0] * time);
        let start = start.unwrap_or(swing.start);
        let end = end.unwrap_or(swing.end);
        // Whoever pauses on the way was not as slow as that before.
        (start.clamp(swing.start - MOST, swing.start), end.clamp(swing.end, swing.end + MOST))
    }

    /// Returns how long what a fault is about took, in seconds, if it is about time.
    pub(crate) fn seconds(&self, fault: &FormFault, swing: &Swing, movement: &Movement) -> Option<f64> {
        let named =
            |stage: &&(usize, &Stage)| fault.phases.is_empty() || fault.phases.contains(&stage.1.name);
        match fault.measure {
            Measure::Named(NamedMeasure::RepetitionSeconds) => {
                let (start, end) = self.span(swing);
                Some(end - start)
            }
            Measure::Named(NamedMeasure::PhaseSeconds) => {
                let stages: Vec<(usize, &Stage)> = movement.stages.iter().enumerate().collect();
                let times =
                    stages.iter().filter(named).filter_map(|(index, stage)| self.stage(*index, stage, swing));
                // The one that is further from what it should be.
                let beyond = |seconds: &f64| crate::measure::beyond(fault.bound, *seconds);
                times.max_by(|a, b| beyond(a).total_cmp(&beyond(b)))
            }
            _ => None,
        }
    }

    fn stage(&self, index: usize, stage: &Stage, swing: &Swing) -> Option<f64> {
        if stage.stays() {
            let held: f64 = self.held.iter().filter(|held| held.0 == index).map(|held| held.1).sum();
            return Some(held);
        }
        let (_, time) = self.flank(swing, stage.back, stage.along)?;
        let share = if stage.easing == Easing::Even { FLANK[1] - FLANK[0] } else { SMOOTH[0] };
        Some(time / share)
    }

    /// Returns when a part of the way out or back begins, and how long it takes.
    fn flank(&self, swing: &Swing, back: bool, [from, to]: [f64; 2]) -> Option<(f64, f64)> {
        let level = |share: f64| swing.from + (swing.to - swing.from) * (from + (to - from) * share);
        let (near, far) = (level(FLANK[0]), level(FLANK[1]));
        let course = self.course.iter().filter(|(seconds, _)| (*seconds >= swing.peak) == back);
        // Where it trembles across a level, it is there between the first time and the last.
        let passed = |level: f64| {
            let beyond = |along: f64| if to > from { along >= level } else { along <= level };
            let first = course.clone().find(|(_, along)| beyond(*along))?;
            let last = course.clone().rfind(|(_, along)| !beyond(*along));
            Some((first.0 + last.map_or(first.0, |last| last.0)) / 2.0)
        };
        let (begin, end) = (passed(near)?, passed(far)?);
        let took = self.took([begin, end], (far - near).abs()).unwrap_or(end - begin);
        let lag = STEADIED * self.steadies;
        let time = libm::sqrt((took * took - lag * lag).max(0.0));
        (end >= begin).then_some((begin, time))
    }

    /// Returns how long going so far takes at the speed between two times: that of the line that fits best.
    fn took(&self, [begin, end]: [f64; 2], far: f64) -> Option<f64> {
        let around = AROUND * (end - begin);
        let within = |moment: &&(f64, f64)| moment.0 >= begin - around && moment.0 <= end + around;
        let moments: Vec<&(f64, f64)> = self.course.iter().filter(within).collect();
        let count = moments.len() as f64;
        let mean = moments
            .iter()
            .fold((0.0, 0.0), |sum, moment| (sum.0 + moment.0 / count, sum.1 + moment.1 / count));
        let (mut both, mut time) = (0.0, 0.0);
        for (seconds, along) in &moments {
            both += (seconds - mean.0) * (along - mean.1);
            time += (seconds - mean.0) * (seconds - mean.0);
        }
        let speed = (both / time).abs();
        (moments.len() >= FEW && speed.is_finite() && speed > 0.0).then(|| far / speed)
    }
}
