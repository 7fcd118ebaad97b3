//! Real people: recordings that others have made and labelled, of exercises whose files were written without them.
//! `UNKNOT_EVAL_DATA` names the folder; without it there is nothing to do. docs/coach.md has what comes of it:
//!
//!     UNKNOT_EVAL_DATA=FOLDER cargo test -p unknot-coach --test real_people -- --nocapture

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail, and tells what it found")]

mod common;
mod recordings;

use common::{extras, watch};
use recordings::{Stream, data, streams};
use unknot_coach::Coach;

/// How often people are drawn anew for the interval of a number.
const DRAWS: usize = 2000;

/// Returns the coaches of shoulder abduction, and of forward elevation.
fn coaches() -> [Coach; 2] {
    let extras = extras();
    ["shoulder-abduction", "forward-elevation"].map(|id| common::coach(extras.exercise(id).unwrap()))
}

/// A repetition that somebody did: how it was labelled, and what was made of it.
struct Judged {
    subject: u32,
    healthy: bool,
    right: bool,
    score: f64,
    /// Whether something was said against it; none where it was not counted.
    blamed: Option<bool>,
}

/// Returns what was made of every repetition: the counted one that shares most of its time.
fn judged(stream: &Stream, seen: &Coach) -> Vec<Judged> {
    let judge = |&(start, end, right): &(f64, f64, bool)| {
        let shared = |r: &&unknot_routine::Repetition| (r.end.min(end) - r.start.max(start)).max(0.0);
        let found = seen.repetitions().iter().max_by(|a, b| shared(a).total_cmp(&shared(b)));
        let found = found.filter(|found| shared(found) > 0.3 * (end - start));
        Judged {
            subject: stream.subject,
            healthy: stream.healthy(),
            right,
            score: found.map_or(0.0, |found| found.score),
            blamed: found.map(|found| !found.correct || !found.faults.is_empty()),
        }
    };
    stream.truth.iter().map(judge).collect()
}

/// Returns how likely a right repetition has a higher score than a wrong one (the area under the ROC curve).
fn area<'a>(all: impl Iterator<Item = &'a Judged>) -> Option<f64> {
    let (right, wrong): (Vec<&Judged>, Vec<&Judged>) = all.partition(|judged| judged.right);
    if right.is_empty() || wrong.is_empty() {
        return None;
    }
    let wins = right.iter().flat_map(|r| wrong.iter().map(move |w| r.score.total_cmp(&w.score)));
    let won: f64 = wins
        .map(|order| match order {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        })
        .sum();
    Some(won / (right.len() * wrong.len()) as f64)
}

/// Returns the middle 95 of 100 of what the area is for people drawn anew, each with all they did.
fn interval(all: &[Judged]) -> [f64; 2] {
    let mut people: Vec<u32> = all.iter().map(|judged| judged.subject).collect();
    people.dedup();
    let mut state = 1_u64;
    let mut areas: Vec<f64> = (0..DRAWS)
        .filter_map(|_| {
            let drawn: Vec<u32> = people
                .iter()
                .map(|_| {
                    // Knuth's generator of 64 bits: of its upper half any person is as likely as another.
                    state =
                        state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    people[(state >> 33) as usize % people.len()]
                })
                .collect();
            area(drawn.iter().flat_map(|person| all.iter().filter(move |judged| judged.subject == *person)))
        })
        .collect();
    areas.sort_by(f64::total_cmp);
    [areas[areas.len() / 40], areas[areas.len() - 1 - areas.len() / 40]]
}

#[test]
fn people_are_counted_and_judged() {
    let Some(folder) = data() else { return };
    let coaches = coaches();
    let (mut offs, mut all, mut foreign) = (Vec::new(), Vec::new(), 0);
    for stream in streams(&folder) {
        let (own, other) = (usize::from(stream.gesture == 6), usize::from(stream.gesture != 6));
        let seen = watch(&coaches[own], &stream.film);
        foreign += watch(&coaches[other], &stream.film).repetitions().len();
        let (found, done) = (seen.repetitions().len(), stream.truth.len());
        if found != done {
            println!("{} {} {}: {found} of {done}", stream.subject, stream.gesture, stream.position);
        }
        offs.push((stream.subject, stream.healthy(), done, found.abs_diff(done)));
        all.extend(judged(&stream, &seen));
    }
    let long: Vec<_> = offs.iter().filter(|(_, _, done, _)| *done >= 4).collect();
    let within = |off: usize| long.iter().filter(|(.., found)| *found <= off).count();
    println!("streams of four and more: {} exact, {} within one, of {}", within(0), within(1), long.len());
    let healthy: Vec<_> = long.iter().filter(|(_, healthy, ..)| *healthy).collect();
    let exact = healthy.iter().filter(|(.., found)| *found == 0).count();
    println!("of healthy people: {exact} exact of {}", healthy.len());
    // A rule is chosen by looking at one half of the people; the other half tells whether it is one.
    let mut people: Vec<u32> = offs.iter().map(|(subject, ..)| *subject).collect();
    people.dedup();
    for half in [0, 1] {
        let of = |subject: &u32| people.iter().position(|known| known == subject).unwrap() % 2 == half;
        let all: Vec<_> = long.iter().filter(|(subject, ..)| of(subject)).collect();
        let exact = all.iter().filter(|(.., found)| *found == 0).count();
        println!("every other person, from number {half} on: {exact} exact of {}", all.len());
    }
    println!("counted by the other exercise's coach: {foreign}");
    let right: Vec<_> = all.iter().filter(|judged| judged.healthy && judged.right).collect();
    let found: Vec<bool> = right.iter().filter_map(|judged| judged.blamed).collect();
    let blamed = found.iter().filter(|blamed| **blamed).count();
    println!("healthy people's correct repetitions: {blamed} of {} blamed", found.len());
    let patients: Vec<Judged> = all.into_iter().filter(|judged| !judged.healthy).collect();
    let (Some(area), [low, high]) = (area(patients.iter()), interval(&patients)) else { return };
    let wrong = patients.iter().filter(|judged| !judged.right).count();
    println!(
        "patients: {} repetitions, {wrong} not right; AUC {area:.3}, {low:.3} to {high:.3}",
        patients.len()
    );
    // What it was when this was written, less what one person changes.
    assert!(within(0) * 100 >= long.len() * 90, "{} of {}", within(0), long.len());
    assert!(blamed * 20 <= found.len(), "{blamed} of {}", found.len());
    assert!(foreign <= 2, "{foreign}");
}

#[test]
fn other_recordings_are_not_counted() {
    let Some(folder) = data() else { return };
    let catalogue = common::catalogue();
    let mut coaches: Vec<(String, Coach)> =
        catalogue.exercises().map(|exercise| (exercise.id.clone(), common::coach(exercise))).collect();
    let [abduction, elevation] = coaches_named();
    coaches.extend([abduction, elevation]);
    let mut counted = Vec::new();
    let films = recordings::others(&folder);
    println!("{} other recordings", films.len());
    for (name, film) in films {
        for (id, coach) in &coaches {
            let found = watch(coach, &film).repetitions().len();
            if found > 0 {
                counted.push(format!("{id} counted {found} of {name}"));
            }
        }
    }
    println!("{counted:#?}");
    assert!(counted.len() <= 2, "{counted:?}");
}

fn coaches_named() -> [(String, Coach); 2] {
    let [abduction, elevation] = coaches();
    [("shoulder-abduction".to_owned(), abduction), ("forward-elevation".to_owned(), elevation)]
}
