//! `unknot coach`: what is seen in a recording of somebody who does an exercise.

use serde::Serialize;
use unknot_body::Named as _;
use unknot_coach::{Coach, HoldSeen};
use unknot_routine::{Exercise, Phrase, Repetition, Sight};

use super::landmarks::read;
use super::render::body;
use crate::args::CoachArgs;
use crate::failure::Failure;
use crate::known::Known;
use crate::{files, out, own};

/// What is printed for programs.
#[derive(Serialize)]
struct Watched<'a> {
    exercise: &'a str,
    /// How many pictures there were, and in how many enough was seen.
    pictures: usize,
    seen: usize,
    repetitions: usize,
    reps: Vec<Rep>,
    holds: Vec<Hold<'a>>,
}

#[derive(Serialize)]
struct Rep {
    side: &'static str,
    start: f64,
    end: f64,
    range: f64,
    held: f64,
    score: f64,
    correct: bool,
    faults: Vec<Fault>,
}

#[derive(Serialize)]
struct Fault {
    id: String,
    sure: f64,
    say: String,
}

#[derive(Serialize)]
struct Hold<'a> {
    phase: &'a str,
    side: &'static str,
    start: f64,
    end: f64,
    seconds: f64,
}

/// Watches a recording.
pub(crate) fn run(known: &mut Known, args: &CoachArgs) -> Result<(), Failure> {
    let exercise = exercise(known, &args.exercise)?;
    let recording = read(&args.landmarks)?;
    let mut coach = Coach::new(&exercise, &exercise.form, &body()?);
    let seen = recording.iter().filter(|landmarks| coach.see(landmarks).sight == Sight::Seen).count();
    coach.finish();
    let reps: Vec<Rep> = coach.repetitions().iter().map(|repetition| rep(known, repetition)).collect();
    let watched = Watched {
        exercise: &exercise.id,
        pictures: recording.len(),
        seen,
        repetitions: reps.len(),
        reps,
        holds: coach.holds().iter().map(hold).collect(),
    };
    if args.form.json { out::json(&watched) } else { out::print(&told(&watched)) }
}

/// Returns the exercise of an id, or of a file.
fn exercise(known: &mut Known, wanted: &str) -> Result<Exercise, Failure> {
    if !wanted.ends_with(".toml") {
        return known.exercise(wanted).cloned();
    }
    let text = files::read(wanted.as_ref())?;
    let wrong = |error| Failure::Failed(format!("{wanted}:\n{error}"));
    let exercise = Exercise::parse(wanted, &text).map_err(wrong)?;
    own::complete(known, exercise, wanted, &text).map_err(wrong)
}

fn rep(known: &Known, repetition: &Repetition) -> Rep {
    let faults = repetition.faults.iter().map(|fault| Fault {
        id: fault.id.clone(),
        sure: hundredths(fault.sure),
        say: known.say(&Phrase::plain(fault.say.clone())),
    });
    Rep {
        side: repetition.side.name(),
        start: hundredths(repetition.start),
        end: hundredths(repetition.end),
        range: hundredths(repetition.range),
        held: hundredths(repetition.held),
        score: hundredths(repetition.score),
        correct: repetition.correct,
        faults: faults.collect(),
    }
}

fn hold(hold: &HoldSeen) -> Hold<'_> {
    Hold {
        phase: &hold.phase.name,
        side: hold.side.name(),
        start: hundredths(hold.start),
        end: hundredths(hold.end),
        seconds: hundredths(hold.seconds),
    }
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Returns the same for people.
fn told(watched: &Watched<'_>) -> String {
    let Watched { exercise, pictures, seen, repetitions, reps, holds } = watched;
    let mut text =
        format!("{exercise}: {repetitions} repetitions; enough is seen in {seen} of {pictures} pictures\n");
    for (index, rep) in reps.iter().enumerate() {
        let faults: Vec<&str> = rep.faults.iter().map(|fault| fault.id.as_str()).collect();
        let faults = if faults.is_empty() { String::new() } else { format!("  {}", faults.join(", ")) };
        let verdict = if rep.correct { "right" } else { "not right" };
        text.push_str(&format!(
            "{:>3}  {:<5} {:>7.2}–{:.2} s  range {:.2}  score {:.2}  {verdict}{faults}\n",
            index + 1,
            rep.side,
            rep.start,
            rep.end,
            rep.range,
            rep.score,
        ));
    }
    for hold in holds {
        text.push_str(&format!(
            "     {:<5} {:>7.2} s  {} held {:.1} s\n",
            hold.side, hold.start, hold.phase, hold.seconds
        ));
    }
    text
}
