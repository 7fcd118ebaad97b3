//! Faults of form: which there are, and how sure that is.

use unknot_body::View;
use unknot_routine::{Bound, FaultSeen, FormFault, Measure, NamedMeasure, Reference, Share, Unit};

use crate::aim::Aim;
use crate::measure::{Figure, Reading, beyond, known};
use crate::movement::Step;

/// For how long something must be wrong, in seconds.
const LASTS: f64 = 0.35;
/// How surely what is measured must be seen.
const SEEN: f64 = 0.5;
/// How fast what somebody looks like at rest becomes their own start, in seconds.
const SETTLES: f64 = 1.0;
/// From how sure on a fault is told: what is less sure is not in an observation at all.
pub const SURE: f64 = 0.5;
/// How much of its margin a fault may be beyond its limit to be wholly sure: at the margin it is one half.
const MARGINS: f64 = 2.0;

/// Watches for one fault.
#[derive(Clone, Debug)]
pub(crate) struct Judge {
    fault: FormFault,
    /// What is measured at rest, on the left and on the right.
    start: [Option<f64>; 2],
    now: f64,
    /// The most of the attempt that is going on.
    most: f64,
}

/// What is known of a body at a moment that is judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment<'a> {
    pub(crate) figure: Figure<'a>,
    /// The file's own body at this point of the way, and all that is seen of it.
    pub(crate) usual: &'a Step,
    pub(crate) aim: Aim,
    /// The name of the phase.
    pub(crate) phase: Option<&'a str>,
    /// Whether somebody rests before they begin.
    pub(crate) rests: bool,
    pub(crate) step: f64,
}

impl Judge {
    pub(crate) fn new(fault: &FormFault) -> Self {
        Self { fault: fault.clone(), start: [None; 2], now: 0.0, most: 0.0 }
    }

    /// Returns the fault with how sure it is now.
    pub(crate) fn now(&self) -> Option<FaultSeen> {
        self.seen(self.now)
    }

    /// Returns the fault with how sure it is of the attempt that is over, and begins anew.
    pub(crate) fn over(
        &mut self,
        seconds: impl Fn(&FormFault) -> Option<f64>,
        aim: Aim,
    ) -> Option<FaultSeen> {
        let timed = match seconds(&self.fault) {
            Some(seconds) if self.is_seen_from(aim) => self.sure(seconds),
            _ => 0.0,
        };
        let most = std::mem::take(&mut self.most).max(timed);
        self.seen(most)
    }

    fn seen(&self, sure: f64) -> Option<FaultSeen> {
        (sure >= SURE).then(|| FaultSeen { id: self.fault.id.clone(), say: self.fault.say.clone(), sure })
    }

    /// Returns whether a camera can judge it from there.
    fn is_seen_from(&self, aim: Aim) -> bool {
        self.fault.views.iter().any(|&view: &View| aim.is(view))
    }

    /// Returns how sure a value is a fault: not at all at the limit, by half at its margin.
    fn sure(&self, value: f64) -> f64 {
        let least = if self.fault.measure.unit() == Unit::Degrees { 1.0 } else { 0.01 };
        (beyond(self.fault.bound, value) / (MARGINS * self.fault.margin.max(least))).clamp(0.0, 1.0)
    }

    /// Takes the next moment.
    pub(crate) fn follow(&mut self, moment: &Moment<'_>) {
        let readings = self.readings(moment, self.fault.measure);
        if moment.rests {
            self.rest(&readings, moment.step);
        }
        let share = 1.0 - libm::exp(-moment.step / LASTS);
        let named =
            |phase: &str| self.fault.phases.is_empty() || self.fault.phases.iter().any(|name| name == phase);
        let judged = moment.phase.is_some_and(named) && self.is_seen_from(moment.aim) && self.is_open(moment);
        let sure =
            if judged { self.value(moment, readings).map_or(0.0, |value| self.sure(value)) } else { 0.0 };
        self.now += (sure - self.now) * share;
        self.most = self.most.max(self.now);
    }

    /// Forgets the attempt that is going on.
    pub(crate) fn forget(&mut self) {
        (self.now, self.most) = (0.0, 0.0);
    }

    fn rest(&mut self, readings: &[Option<Reading>; 2], step: f64) {
        let share = 1.0 - libm::exp(-step / SETTLES);
        for (start, reading) in self.start.iter_mut().zip(readings) {
            if let Some((value, _)) = reading.filter(|(_, sure)| *sure > SEEN) {
                *start = Some(start.map_or(value, |start| start + (value - start) * share));
            }
        }
    }

    /// Returns whether the condition holds under which it is judged.
    fn is_open(&self, moment: &Moment<'_>) -> bool {
        let Some(gate) = self.fault.gate else { return true };
        let readings = self.readings(moment, gate.measure);
        worst(gate.bound, readings.map(|reading| reading.map(|(value, _)| value)), false)
            .is_some_and(|value| beyond(gate.bound, value) > 0.0)
    }

    /// Returns what is measured, corrected by what the same way of measuring gets wrong of the file's own body.
    fn readings(&self, moment: &Moment<'_>, measure: Measure) -> [Option<Reading>; 2] {
        let seen = moment.figure.measure(measure);
        let usual = Figure { at: &moment.usual.at, sure: &[1.0; 33], ..moment.figure };
        let told = usual.measure(measure);
        let is = known(measure, &moment.usual.placement);
        std::array::from_fn(|side| {
            let (value, sure) = seen[side]?;
            let wrong = match (is[side], told[side]) {
                (Some(is), Some((told, _))) => is - told,
                _ => 0.0,
            };
            Some((value + wrong, sure))
        })
    }

    /// Returns the value that the bound is about.
    fn value(&self, moment: &Moment<'_>, readings: [Option<Reading>; 2]) -> Option<f64> {
        let seen = readings.map(|reading| reading.filter(|(_, sure)| *sure > SEEN).map(|(value, _)| value));
        if self.fault.between_sides {
            let [Some(left), Some(right)] = seen else { return None };
            return Some((left - right).abs());
        }
        let usual = known(self.fault.measure, &moment.usual.placement);
        let unit = match self.fault.share_of {
            Some(Share::ShoulderWidth) => moment.figure.shoulder_width(),
            Some(Share::Trunk) => moment.figure.trunk_length(),
            Some(Share::Start) | None => 1.0,
        };
        // Leaning to either side is leaning.
        let unsigned =
            matches!(self.fault.measure, Measure::Named(NamedMeasure::TrunkLean | NamedMeasure::PelvisLevel));
        let value = |side: usize| {
            let value = seen[side]?;
            let value = match self.fault.relative_to {
                Some(Reference::Start) => value - self.start[side]?,
                Some(Reference::Authored) => (value - usual[side]?).abs(),
                None => value,
            };
            let value = if self.fault.share_of == Some(Share::Start) {
                value / self.start[side]?
            } else {
                value / unit
            };
            Some(if unsigned { value.abs() } else { value })
        };
        worst(self.fault.bound, [value(0), value(1)], true)
    }
}

/// Returns the value that is further beyond a bound, or less far.
fn worst(bound: Bound, values: [Option<f64>; 2], worst: bool) -> Option<f64> {
    let far = |value: &f64| if worst { beyond(bound, *value) } else { -beyond(bound, *value) };
    values.into_iter().flatten().max_by(|a, b| far(a).total_cmp(&far(b)))
}
