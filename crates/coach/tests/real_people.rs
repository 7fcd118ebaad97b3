//! Real people: recordings that others have made and labelled, of exercises whose files were written without them.
//! `UNKNOT_EVAL_DATA` names the folder; without it there is nothing to do.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail, and tells what it found")]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use unknot_body::BodyShape;
use unknot_coach::Coach;
use unknot_landmarks::{KinectJoint, Landmarks};
use unknot_routine::Exercise;

/// A row of repetitions that somebody has done one after the other.
struct Stream {
    subject: u32,
    gesture: u32,
    position: String,
    film: Vec<Landmarks>,
    /// From when to when each repetition lasted, and whether it was labelled correct.
    truth: Vec<(f64, f64, bool)>,
}

impl Stream {
    fn healthy(&self) -> bool {
        // As the authors number their people: those of the second hundred are patients.
        self.subject / 100 != 2
    }
}

fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("UNKNOT_EVAL_DATA").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: UNKNOT_EVAL_DATA names no folder with recordings");
    }
    folder
}

fn joints(line: &str) -> [[f64; 3]; KinectJoint::COUNT] {
    let numbers: Vec<f64> = line.split(',').map(|number| number.trim().parse().unwrap()).collect();
    std::array::from_fn(|joint| std::array::from_fn(|axis| numbers[joint * 3 + axis]))
}

/// Reads the streams of IntelliRehabDS.
fn streams(folder: &Path) -> Vec<Stream> {
    let table = std::fs::read_to_string(folder.join("irds_dev/sessions.csv")).unwrap();
    let mut sessions: BTreeMap<(u32, u32, u32), Vec<Vec<String>>> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let row: Vec<String> = line.split(',').map(str::to_owned).collect();
        let number = |column: usize| row[column].parse::<u32>().unwrap();
        sessions.entry((number(1), number(2), number(11))).or_default().push(row);
    }
    let mut streams = Vec::new();
    for ((subject, gesture, _), mut rows) in sessions {
        rows.sort_by_key(|row| row[7].parse::<u64>().unwrap());
        let (mut film, mut truth): (Vec<Landmarks>, Vec<_>) = (Vec::new(), Vec::new());
        for row in &rows {
            let text = std::fs::read_to_string(folder.join("irds_dev/Simplified").join(&row[0])).unwrap();
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            let time = |column: usize| row[column].parse::<f64>().unwrap() / 1000.0;
            // A file goes on where the one before it ended.
            let begin = film.last().map_or(0.0, |last| last.seconds + 1.0 / 30.0);
            let length = (time(10) - time(9)).clamp(0.01, lines.len() as f64 / 10.0);
            for (index, line) in lines.iter().enumerate() {
                let seconds = begin + length * index as f64 / lines.len() as f64;
                film.push(Landmarks::from_kinect(seconds, &joints(line)));
            }
            truth.push((begin, begin + length, row[4] == "1"));
        }
        streams.push(Stream { subject, gesture, position: rows[0][5].clone(), film, truth });
    }
    streams
}

fn exercise(name: &str) -> Exercise {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/exercises/extra").join(name);
    Exercise::parse(name, &std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn counts() {
    let Some(folder) = data() else { return };
    let body = common::body(BodyShape::Neutral);
    let coach_of = |exercise: &Exercise| Coach::new(exercise, &exercise.form, &body);
    let coaches = [coach_of(&exercise("shoulder-abduction.toml")), coach_of(&exercise("forward-elevation.toml"))];
    let (mut exact, mut all, mut worst) = (0, 0, 0);
    for stream in streams(&folder) {
        if let Some(only) = std::env::var_os("ONLY") { if only.to_str().unwrap() != format!("{}-{}-{}", stream.subject, stream.gesture, stream.position) { continue; } } // DEBUGC
        let coach = &coaches[usize::from(stream.gesture == 6)];
        eprintln!("=== own {} {}", stream.subject, stream.gesture); // DEBUGC
        let seen = common::watch(coach, &stream.film);
        eprintln!("=== other {} {}", stream.subject, stream.gesture); // DEBUGC
        let found = seen.repetitions().len();
        let other = common::watch(&coaches[usize::from(stream.gesture != 6)], &stream.film).repetitions().len();
        let off = found.abs_diff(stream.truth.len());
        println!(
            "{} {} {:10} {:2} of {:2} {} other {other}",
            stream.subject,
            stream.gesture,
            stream.position,
            found,
            stream.truth.len(),
            if off > 0 { "<<<<" } else { "" }
        );
        if off > 0 || std::env::var_os("VERBOSE").is_some() {
            for r in seen.repetitions() {
                println!("     {} {:.2}-{:.2} range {:.2} {:.2}", r.side, r.start, r.end, r.range, r.score);
            }
            println!("   truth {:?}", stream.truth.iter().map(|t| format!("{:.2}", t.1)).collect::<Vec<_>>());
        }
        if stream.truth.len() >= 4 {
            all += 1;
            exact += usize::from(off == 0);
            worst = worst.max(off);
        }
    }
    println!("exact {exact} of {all}, worst off by {worst}");
}
