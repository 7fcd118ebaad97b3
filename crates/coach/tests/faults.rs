//! Each fault that a camera can judge is named where it is done, and none is invented.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{catalogue, coach, patient, timeline, watch};
use unknot_body::{BodyShape, Side};
use unknot_coach::Coach;
use unknot_patient::{Camera, Deed};

/// How far off landmarks are, in metres.
const NOISE: f64 = 0.003;

/// What nobody sees, though the file has a view for it, and why.
const UNSEEN: &[(&str, &str)] = &[
    // Elbows and forearms are between the camera and the face.
    ("foam-rolling", "head-back"),
    ("foam-rolling", "head-pulled"),
];

fn named(coach: &Coach) -> Vec<Vec<String>> {
    let ids = |faults: &[unknot_routine::FaultSeen]| faults.iter().map(|fault| fault.id.clone()).collect();
    coach.repetitions().iter().map(|repetition| ids(&repetition.faults)).collect()
}

#[test]
fn none_is_invented() {
    let (catalogue, mut patient) = (catalogue(), patient(BodyShape::Woman));
    let mut invented = Vec::new();
    for exercise in catalogue.exercises() {
        let (coach, timeline) = (coach(exercise), timeline(&catalogue, exercise));
        let views = exercise.faults.iter().flat_map(|fault| &fault.views);
        for view in views.collect::<std::collections::BTreeSet<_>>() {
            let camera = Camera { noise: NOISE, ..Camera::from_view(*view, Side::Left) };
            let film = patient.perform(&timeline, &Deed::default(), &camera).unwrap();
            let named = named(&watch(&coach, &film)).concat();
            if !named.is_empty() {
                invented.push(format!("{} {view}: {named:?}", exercise.id));
            }
        }
    }
    assert_eq!(invented, Vec::<String>::new());
}

#[test]
fn each_is_named() {
    let (catalogue, mut patient) = (catalogue(), patient(BodyShape::Woman));
    let (mut missed, mut seen) = (Vec::new(), 0);
    for exercise in catalogue.exercises() {
        let (coach, timeline) = (coach(exercise), timeline(&catalogue, exercise));
        for fault in &exercise.faults {
            if UNSEEN.contains(&(exercise.id.as_str(), fault.id.as_str())) {
                continue;
            }
            for &view in &fault.views {
                let camera = Camera { noise: NOISE, ..Camera::from_view(view, exercise.authored_side) };
                let deed = Deed { fault: Some(fault.clone()), ..Deed::default() };
                let film = patient.perform(&timeline, &deed, &camera).unwrap();
                let named = named(&watch(&coach, &film));
                seen += 1;
                if named.is_empty() || named.iter().any(|ids| !ids.contains(&fault.id)) {
                    missed.push(format!("{} {} {view}: {named:?}", exercise.id, fault.id));
                }
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new(), "of {seen}");
}
