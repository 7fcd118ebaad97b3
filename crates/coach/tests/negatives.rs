//! Nothing is counted of what was not done.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{catalogue, coach, patient, timeline, watch};
use unknot_body::{BodyShape, View};
use unknot_coach::Coach;
use unknot_landmarks::{Landmarks, Sighting};
use unknot_patient::{Camera, Deed};
use unknot_routine::Sight;

fn coaches() -> Vec<(String, Coach)> {
    catalogue().exercises().map(|exercise| (exercise.id.clone(), coach(exercise))).collect()
}

#[test]
fn another_exercise_is_not_counted() {
    let (catalogue, coaches, mut patient) = (catalogue(), coaches(), patient(BodyShape::Man));
    let mut counted = Vec::new();
    for exercise in catalogue.exercises() {
        let timeline = timeline(&catalogue, exercise);
        for azimuth_degrees in [0.0, 90.0, 180.0, -45.0] {
            let camera = Camera { azimuth_degrees, noise: 0.01, ..Camera::perfect(exercise.form.view) };
            let film = patient.perform(&timeline, &Deed::default(), &camera).unwrap();
            for (id, coach) in coaches.iter().filter(|(id, _)| *id != exercise.id) {
                let found = watch(coach, &film).repetitions().len();
                if found > 0 {
                    counted.push(format!("{id} counted {found} of {} from {azimuth_degrees}", exercise.id));
                }
            }
        }
    }
    assert_eq!(counted, Vec::<String>::new());
}

#[test]
fn walking_about_is_not_counted() {
    let (coaches, mut patient) = (coaches(), patient(BodyShape::Woman));
    let mut counted = Vec::new();
    for seed in 0..8 {
        let camera = Camera { noise: 0.01, seed, ..Camera::perfect(View::Front) };
        let film = patient.walk(60.0, &camera);
        for (id, coach) in &coaches {
            let found = watch(coach, &film).repetitions().len();
            if found > 0 {
                counted.push(format!("{id} counted {found}, seed {seed}"));
            }
        }
    }
    assert_eq!(counted, Vec::<String>::new());
}

/// Returns somebody who does an exercise.
fn film() -> (Coach, Vec<Landmarks>) {
    let catalogue = catalogue();
    let exercise = catalogue.exercise("wall-angels").unwrap();
    let camera = Camera::perfect(View::Front);
    let film = patient(BodyShape::Man).perform(&timeline(&catalogue, exercise), &Deed::default(), &camera);
    (coach(exercise), film.unwrap())
}

#[test]
fn what_is_no_body_is_not_counted() {
    let (coach, film) = film();
    let damaged = |damage: &dyn Fn(usize, &mut Landmarks)| {
        let mut film = film.clone();
        film.iter_mut().enumerate().for_each(|(index, landmarks)| damage(index, landmarks));
        watch(&coach, &film).repetitions().len()
    };
    assert_eq!(damaged(&|_, _| ()), 10);
    assert_eq!(damaged(&|_, seen| seen.points.iter_mut().for_each(|point| point.world.x = f64::NAN)), 0);
    assert_eq!(damaged(&|_, seen| seen.points = [Sighting::default(); 33]), 0);
    assert_eq!(damaged(&|_, seen| seen.points.iter_mut().for_each(|point| point.visibility = 0.2)), 0);
    assert_eq!(damaged(&|_, seen| seen.seconds = -seen.seconds), 0);
    assert_eq!(damaged(&|_, seen| seen.seconds = f64::NAN), 0);
    // Bones of other lengths are no bones.
    assert_eq!(damaged(&|_, seen| seen.points.iter_mut().for_each(|point| point.world.y *= 0.1)), 0);
    // A person who is there and gone again in every picture.
    assert_eq!(
        damaged(&|index, seen| {
            if index % 2 == 0 {
                seen.points.iter_mut().for_each(|point| point.image.x += 0.6);
            }
        }),
        0
    );
}

#[test]
fn jumping_from_one_end_to_the_other_is_not_counted() {
    let (coach, film) = film();
    let far = film.iter().min_by(|a, b| a.points[15].world.y.total_cmp(&b.points[15].world.y)).unwrap();
    let jumping: Vec<Landmarks> = (0..600)
        .map(|index| {
            let seen = if index / 30 % 2 == 0 { &film[0] } else { far };
            Landmarks { seconds: f64::from(index) / 30.0, ..seen.clone() }
        })
        .collect();
    assert_eq!(watch(&coach, &jumping).repetitions().len(), 0);
}

#[test]
fn a_moment_of_nonsense_costs_no_repetition() {
    let (coach, mut film) = film();
    for landmarks in film.iter_mut().skip(7).step_by(23) {
        landmarks.points.iter_mut().for_each(|point| point.world.x += 1.5 * point.world.y);
    }
    assert_eq!(watch(&coach, &film).repetitions().len(), 10);
}

#[test]
fn what_cannot_be_seen_is_said() {
    let (coach, film) = film();
    let mut coach = coach.clone();
    assert_eq!(coach.see(&film[0]).sight, Sight::Seen);
    assert_eq!(coach.see(&film[0]).sight, Sight::OutOfTime);
    let mut hidden = film[1].clone();
    hidden.points.iter_mut().for_each(|point| point.visibility = 0.1);
    hidden.seconds = 5.0;
    assert_eq!(coach.see(&hidden).sight, Sight::Hidden);
}
