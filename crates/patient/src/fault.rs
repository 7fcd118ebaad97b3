//! Doing something wrong, or less of it.

use std::collections::BTreeMap;

use unknot_body::{Angle, AngleName, Part, Posture, Side, Sides, angles};
use unknot_routine::{
    Activity, Bound, FormFault, Measure, Millis, NamedMeasure, PhaseKind, Reference, Segment,
};

use crate::patient::{Deed, is_phase};

/// How far beyond limit and margin somebody goes who does it wrong, in margins.
const BEYOND: f64 = 1.2;

/// How far a collar bone rises in a shrug that nobody overlooks, in degrees: about 8 cm at its end.
const SHRUG: f64 = 35.0;

/// How much higher than the knee the ankle of whoever lies face down is, in metres.
const LIES: f64 = 0.03;

/// Returns the segments of a timeline as they are done; none if the fault cannot be done by a change of posture or time.
pub(crate) fn done(segments: &[Segment], deed: &Deed) -> Option<Vec<Segment>> {
    let mut segments: Vec<Segment> =
        segments.iter().filter(|segment| !segment.is_change()).cloned().collect();
    let start = segments.first()?.from.clone();
    for index in 0..segments.len() {
        let repetition = usize::try_from(segments[index].repetition.saturating_sub(1)).unwrap_or(0);
        let range = deed.ranges.get(repetition % deed.ranges.len().max(1)).copied().unwrap_or(1.0);
        let to = if range < 1.0 {
            // Back to where this side began, as much of the way as is gone.
            let begin = if segments[index].to.difference(&start, 0.1).is_none() {
                start.clone()
            } else {
                begin(&segments, index)
            };
            begin.blend(&segments[index].to, range)
        } else {
            segments[index].to.clone()
        };
        segments[index].to = to;
    }
    if let Some(fault) = &deed.fault {
        do_wrong(&mut segments, fault)?;
    }
    // Each begins where the one before it has come to.
    for index in 1..segments.len() {
        segments[index].from = segments[index - 1].to.clone();
    }
    Some(segments)
}

/// Returns where the side of a segment began.
fn begin(segments: &[Segment], index: usize) -> Posture {
    let side = segments[index].side;
    let first =
        segments[..=index].iter().rposition(|segment| segment.side != side).map_or(0, |before| before + 1);
    segments[first].from.clone()
}

fn do_wrong(segments: &mut [Segment], fault: &FormFault) -> Option<()> {
    let judged = |segment: &Segment| match &segment.activity {
        Activity::Phase { kind, .. } if fault.phases.is_empty() => {
            // A condition on the posture holds wherever it holds.
            *kind != PhaseKind::Return || fault.gate.is_some() || is_timed(fault)
        }
        Activity::Phase { .. } => fault.phases.iter().any(|phase| is_phase(segment, phase)),
        Activity::Change { .. } => false,
    };
    if is_timed(fault) {
        return hurry(segments, fault, judged);
    }
    let wrong: Vec<bool> = (0..segments.len())
        .map(|index| {
            // What is held wrongly was come to wrongly.
            let next = segments
                .get(index + 1)
                .filter(|next| matches!(next.activity, Activity::Phase { kind, .. } if kind.is_still()));
            let moves = segments[index].repetition > 0;
            moves && (judged(&segments[index]) || next.is_some_and(judged))
        })
        .collect();
    let start = segments.first()?.from.clone();
    let authored = segments.first()?.side;
    for (segment, _) in segments.iter_mut().zip(wrong).filter(|(_, wrong)| *wrong) {
        let mirrored = segment.side != authored && segment.side != Sides::Both;
        let to = if mirrored { segment.to.mirrored() } else { segment.to.clone() };
        let to = faulty(&to, &start, fault)?;
        segment.to = if mirrored { to.mirrored() } else { to };
    }
    Some(())
}

fn is_timed(fault: &FormFault) -> bool {
    matches!(fault.measure, Measure::Named(NamedMeasure::PhaseSeconds | NamedMeasure::RepetitionSeconds))
}

fn hurry(segments: &mut [Segment], fault: &FormFault, judged: impl Fn(&Segment) -> bool) -> Option<()> {
    let Bound::Below(limit) = fault.bound else { return None };
    let wanted = limit - fault.margin * (1.0 + BEYOND);
    let whole: f64 = match fault.measure {
        Measure::Named(NamedMeasure::RepetitionSeconds) => segments
            .iter()
            .filter(|segment| segment.repetition == 1)
            .map(|segment| segment.length().seconds())
            .sum(),
        _ => segments.iter().find(|segment| judged(segment))?.length().seconds(),
    };
    let share = (wanted / whole).max(0.05);
    let mut now = Millis::ZERO;
    for segment in segments {
        let length = segment.length();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of whole milliseconds"
        )]
        let length =
            if judged(segment) { Millis((length.seconds() * share * 1000.0) as u32) } else { length };
        (segment.start, segment.end) = (now, now + length);
        now += length;
    }
    Some(())
}

/// Returns a posture with a fault, as far beyond limit and margin as it takes to be told; none if no body can do that,
/// or no change of an angle makes the fault.
#[must_use]
pub fn faulty(posture: &Posture, start: &Posture, fault: &FormFault) -> Option<Posture> {
    let sign = if matches!(fault.bound, Bound::Above(_)) { 1.0 } else { -1.0 };
    let (Bound::Above(limit) | Bound::Below(limit)) = fault.bound;
    let value = limit + sign * fault.margin * (1.0 + BEYOND);
    let mut degrees: BTreeMap<Angle, f64> = angles()
        .iter()
        .flat_map(|info| Angle::places(info.name))
        .map(|angle| (angle, posture.degrees(angle)))
        .collect();
    let mut set = |name: AngleName, side: Option<Side>, wanted: f64| {
        let info = name.info();
        for angle in Angle::places(name).filter(|angle| side.is_none() || angle.side() == side) {
            degrees.insert(angle, wanted.clamp(info.min_degrees, info.max_degrees));
        }
    };
    match fault.measure {
        Measure::Angle { name, side, factor } => {
            let info = name.info();
            let place = Angle::places(name).find(|angle| side.is_none() || angle.side() == side)?;
            let base = match fault.relative_to {
                Some(Reference::Start) => factor * start.degrees(place),
                Some(Reference::Authored) => factor * posture.degrees(place),
                None => 0.0,
            };
            if fault.between_sides {
                let (left, right) =
                    (Angle::new(name, Some(Side::Left))?, Angle::new(name, Some(Side::Right))?);
                let middle = (posture.degrees(left) + posture.degrees(right)) / 2.0;
                let half = (value / 2.0).min(middle - info.min_degrees).min(info.max_degrees - middle);
                if half * 2.0 < limit + fault.margin {
                    return None;
                }
                set(name, Some(Side::Left), middle + half);
                set(name, Some(Side::Right), middle - half);
            } else {
                let wanted = factor * (base + value);
                if wanted < info.min_degrees || wanted > info.max_degrees {
                    return None;
                }
                set(name, side, wanted);
            }
        }
        Measure::Named(NamedMeasure::TrunkLean) => {
            set(AngleName::LumbarSideBend, None, value * 0.6);
            set(AngleName::ThoracicSideBend, None, value * 0.6);
            set(AngleName::PelvisList, None, value * 0.4);
        }
        Measure::Named(NamedMeasure::PelvisLevel) => set(AngleName::PelvisList, None, value),
        Measure::Named(NamedMeasure::ForearmLean) => {
            let turned = posture.degrees(Angle::new(AngleName::ShoulderRotation, Some(Side::Left))?);
            set(AngleName::ShoulderRotation, None, turned - value);
        }
        Measure::Named(NamedMeasure::EarToShoulder | NamedMeasure::ShoulderHeight) => {
            let raised = posture.degrees(Angle::new(AngleName::ScapulaElevation, Some(Side::Left))?);
            set(AngleName::ScapulaElevation, None, raised + SHRUG);
        }
        Measure::Named(NamedMeasure::AnkleHeight) => {
            // A shin is about 0.4 m long, and where it lies the ankle is a little higher than the knee already. Angles yield
            // to what the thighs touch by up to 10°.
            let lifted = libm::asin(((value + LIES) / 0.4).clamp(0.0, 1.0)).to_degrees() + 10.0;
            let bent = posture.degrees(Angle::new(AngleName::KneeFlexion, Some(Side::Left))?);
            set(AngleName::KneeFlexion, None, bent + lifted);
        }
        Measure::Named(_) => return None,
    }
    // Feet that are lifted touch nothing, and whoever leans away lets go of what they held.
    let lifts = fault.measure == Measure::Named(NamedMeasure::AnkleHeight);
    let leans = fault.measure == Measure::Named(NamedMeasure::TrunkLean);
    let foot = |part: Part| matches!(part, Part::Foot | Part::Heel | Part::Toes | Part::Instep | Part::Shin);
    let lets_go = |part: Part| lifts && foot(part) || leans && part == Part::Hand;
    let contacts = posture.contacts().filter(|contact| !lets_go(contact.part));
    Posture::new(unknot_body::Position::Standing, &degrees, contacts).ok()
}
