//! Recordings that others have made.

#![allow(unreachable_pub, reason = "tests are programs of their own")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use unknot_landmarks::{ImagePoint, KinectJoint, Landmark, Landmarks, Sighting, WorldPoint};

/// A row of repetitions that somebody has done one after the other.
pub struct Stream {
    pub subject: u32,
    pub gesture: u32,
    pub position: String,
    pub film: Vec<Landmarks>,
    /// From when to when each repetition lasted, in seconds, and whether it was labelled correct.
    pub truth: Vec<(f64, f64, bool)>,
}

impl Stream {
    /// Returns whether it is no patient: as the authors number their people, those are of the second hundred.
    pub fn healthy(&self) -> bool {
        self.subject / 100 != 2
    }
}

/// Returns the folder with recordings, if one is named.
pub fn data() -> Option<PathBuf> {
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

/// Returns the streams of IntelliRehabDS (Miron et al. 2021): repetitions that follow each other, joined.
pub fn streams(folder: &Path) -> Vec<Stream> {
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

/// Returns recordings of other exercises: push-ups and squats in pixels, and squats, planks, curls and lunges in shares
/// of the picture, made as large as a person by the length of their trunk. A row is taken for a thirtieth of a second.
pub fn others(folder: &Path) -> Vec<(String, Vec<Landmarks>)> {
    let read = |path: &str| std::fs::read_to_string(folder.join(path)).unwrap_or_default();
    let mut films: BTreeMap<String, Vec<Landmarks>> = BTreeMap::new();
    for line in read("mlkit_fitness_samples/fitness_pose_samples.csv").lines() {
        let parts: Vec<&str> = line.split(',').collect();
        let numbers: Vec<f64> = parts.iter().skip(2).filter_map(|part| part.parse().ok()).collect();
        if let (Some(class), Some(points)) = (parts.get(1), points(&numbers, 3, None)) {
            let kind = class.split('_').next().unwrap_or(class);
            push(films.entry(format!("mlkit {kind}")).or_default(), points);
        }
    }
    for model in ["squat_model", "plank_model", "bicep_model", "lunge_model"] {
        for entry in folder.join("exercise_correction_ngo/core").join(model).read_dir().into_iter().flatten()
        {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "csv") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let Some((head, rows)) = text.split_once('\n') else { continue };
            let names: Vec<String> = head.split([',', '\t']).skip(1).step_by(4).map(named).collect();
            for row in rows.lines() {
                let numbers: Vec<f64> =
                    row.split([',', '\t']).skip(1).filter_map(|n| n.parse().ok()).collect();
                if let Some(points) = points(&numbers, 4, Some(&names)) {
                    let file = path.file_name().unwrap().to_string_lossy().into_owned();
                    push(films.entry(format!("{model} {file}")).or_default(), points);
                }
            }
        }
    }
    films.into_iter().collect()
}

/// Returns the landmark's name of a column such as `left_shoulder_x`.
fn named(column: &str) -> String {
    column.trim().trim_end_matches("_x").to_lowercase()
}

fn points(numbers: &[f64], each: usize, names: Option<&[String]>) -> Option<[Sighting; Landmark::COUNT]> {
    let mut points = [Sighting::default(); Landmark::COUNT];
    for landmark in Landmark::ALL {
        let place = match names {
            Some(names) => names.iter().position(|name| name == landmark.name()),
            None => Some(landmark.index()),
        };
        let Some(place) = place else { continue };
        let at = |part: usize| numbers.get(place * each + part).copied();
        let visibility = if each == 4 { at(3)?.clamp(0.0, 1.0) } else { 1.0 };
        points[landmark.index()] = Sighting {
            world: WorldPoint { x: at(0)?, y: at(1)?, z: at(2)? },
            image: ImagePoint::default(),
            visibility,
        };
    }
    let middle = |left: Landmark| {
        let (a, b) = (points[left.index()].world, points[left.mirrored().index()].world);
        [(a.x + b.x) / 2.0, (a.y + b.y) / 2.0, (a.z + b.z) / 2.0]
    };
    let (hips, shoulders) = (middle(Landmark::LeftHip), middle(Landmark::LeftShoulder));
    let trunk = ((hips[0] - shoulders[0]).powi(2) + (hips[1] - shoulders[1]).powi(2)).sqrt();
    for point in &mut points {
        let WorldPoint { x, y, z } = point.world;
        let scaled = |value: f64, hip: f64| (value - hip) * 0.5 / trunk.max(1e-9);
        point.world = WorldPoint { x: scaled(x, hips[0]), y: scaled(y, hips[1]), z: scaled(z, hips[2]) };
    }
    Some(points)
}

fn push(film: &mut Vec<Landmarks>, points: [Sighting; Landmark::COUNT]) {
    film.push(Landmarks { seconds: film.len() as f64 / 30.0, mirrored: false, points });
}
