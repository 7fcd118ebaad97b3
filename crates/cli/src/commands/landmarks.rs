//! `unknot landmarks`: recordings, read and made from others.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use unknot_landmarks::{KinectJoint, Landmarks, read_lines, write_line};

use super::render::file;
use crate::args::{LandmarksCommand, Skeleton};
use crate::failure::Failure;

/// A sensor that gives no times takes so many pictures a second.
const RATE: f64 = 30.0;
/// How many numbers a picture has.
const NUMBERS: usize = KinectJoint::COUNT * 3;

/// Does what is asked for.
pub(crate) fn run(command: &LandmarksCommand) -> Result<(), Failure> {
    match command {
        LandmarksCommand::Convert { from: Skeleton::Kinect25, files, output } => convert(files, output),
    }
}

/// Reads a recording.
pub(crate) fn read(path: &Path) -> Result<Vec<Landmarks>, Failure> {
    let wrong = |error| Failure::Failed(format!("{}: {error}", path.display()));
    read_lines(&text(path)?).map_err(wrong)
}

/// Writes a recording.
pub(crate) fn write(path: &Path, recording: &[Landmarks]) -> Result<(), Failure> {
    let lines: String = recording.iter().map(|landmarks| write_line(landmarks) + "\n").collect();
    file::check_folder(path)?;
    file::write(path, |out| out.write_all(lines.as_bytes()).map_err(|why| file::failed(path, &why)))
}

fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path)
        .map_err(|error| Failure::Usage(format!("cannot read {}: {error}", path.display())))
}

fn convert(files: &[PathBuf], output: &Path) -> Result<(), Failure> {
    let mut recording: Vec<Landmarks> = Vec::new();
    for path in files {
        let begins = recording.last().map_or(0.0, |last| last.seconds + 1.0 / RATE);
        let text = text(path)?;
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (picture, (line, numbers)) in lines.enumerate() {
            let wrong =
                |why: String| Failure::Failed(format!("{}: line {}: {why}", path.display(), line + 1));
            let (seconds, joints) = joints(numbers).map_err(wrong)?;
            let seconds = seconds.unwrap_or(begins + picture as f64 / RATE);
            if let Some(before) = recording.last().map(|last| last.seconds).filter(|before| seconds < *before)
            {
                return Err(wrong(format!(
                    "found the time {seconds}, which is before {before}; times go on"
                )));
            }
            recording.push(Landmarks::from_kinect(seconds, &joints));
        }
    }
    write(output, &recording)
}

/// Reads one picture: a time, if there is one, and the joints.
fn joints(line: &str) -> Result<(Option<f64>, [[f64; 3]; KinectJoint::COUNT]), String> {
    let parts = line.split(|c: char| c == ',' || c.is_whitespace()).filter(|part| !part.is_empty());
    let number = |part: &str| {
        let number = part.parse::<f64>().ok().filter(|number| number.is_finite());
        number.ok_or_else(|| format!("found `{part}`; accepted are numbers"))
    };
    let numbers: Vec<f64> = parts.map(number).collect::<Result<_, _>>()?;
    let (seconds, numbers) = match numbers.len() {
        NUMBERS => (None, &numbers[..]),
        found if found == NUMBERS + 1 => (Some(numbers[0]), &numbers[1..]),
        found => {
            return Err(format!(
                "found {found} numbers; accepted are {NUMBERS}, or {} with the time",
                NUMBERS + 1
            ));
        }
    };
    Ok((seconds, std::array::from_fn(|joint| std::array::from_fn(|axis| numbers[joint * 3 + axis]))))
}
