//! Landmarks as lines of JSON: one picture a line, as docs/landmarks.md has it.

use serde_json::{Map, Value, json};

use crate::landmark::Landmark;
use crate::landmarks::{ImagePoint, Landmarks, Sighting, WorldPoint};

/// A line that is not as it should be.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("line {line}: {wrong}")]
pub struct LineError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Wrong {
    /// It is no JSON.
    #[error("not JSON: {0}")]
    Json(String),
    /// It is JSON, and no object.
    #[error("found {0}; accepted is an object with `t` and `world`")]
    NoObject(&'static str),
    /// A key is missing or something else than it should be.
    #[error("`{key}`: found {found}; accepted is {accepted}")]
    Key {
        /// The key.
        key: String,
        /// What was found.
        found: String,
        /// What would be right.
        accepted: &'static str,
    },
    /// The time is before that of the line before.
    #[error("`t`: found {found}, which is before the {before} of the line before; times go on")]
    Backwards {
        /// What was found, in seconds.
        found: f64,
        /// What the line before has, in seconds.
        before: f64,
    },
}

const POINTS: &str = "33 points";
const WORLD_POINT: &str = "[x, y, z, visibility]: metres from the middle between the hips, visibility 0–1";
const IMAGE_POINT: &str = "[x, y, z] or [x, y, z, visibility], in shares of the picture";
const SECONDS: &str = "a number of seconds";

/// Reads lines; empty ones are passed over.
///
/// # Errors
/// A line is not as it should be, or goes back in time; the first one is told.
pub fn read_lines(text: &str) -> Result<Vec<Landmarks>, LineError> {
    let mut all: Vec<Landmarks> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = |wrong| LineError { line: index + 1, wrong };
        let landmarks = read_line(line).map_err(wrong)?;
        let found = landmarks.seconds;
        if let Some(before) = all.last().map(|last| last.seconds).filter(|before| found < *before) {
            return Err(wrong(Wrong::Backwards { found, before }));
        }
        all.push(landmarks);
    }
    Ok(all)
}

/// Reads one line.
///
/// # Errors
/// It is not as it should be.
pub fn read_line(line: &str) -> Result<Landmarks, Wrong> {
    let value: Value = serde_json::from_str(line).map_err(|error| Wrong::Json(error.to_string()))?;
    let Value::Object(object) = value else { return Err(Wrong::NoObject(kind(&value))) };
    let seconds = match object.get("t") {
        Some(value) => number(value).ok_or_else(|| wrong("t", Some(value), SECONDS))?,
        None => return Err(wrong("t", None, SECONDS)),
    };
    let mirrored = match object.get("mirrored") {
        None | Some(Value::Null) => false,
        Some(Value::Bool(mirrored)) => *mirrored,
        other => return Err(wrong("mirrored", other, "true or false")),
    };
    let world = points(&object, "world", WORLD_POINT, 4)?
        .ok_or_else(|| wrong("world", None, "33 points of [x, y, z, visibility]"))?;
    let image = points(&object, "image", IMAGE_POINT, 3)?;
    let mut points = [Sighting::default(); Landmark::COUNT];
    for (index, point) in points.iter_mut().enumerate() {
        let [x, y, z, visibility] = world[index];
        if !(0.0..=1.0).contains(&visibility) {
            return Err(Wrong::Key {
                key: format!("world[{index}][3]"),
                found: visibility.to_string(),
                accepted: "a visibility from 0 to 1",
            });
        }
        point.world = WorldPoint { x, y, z };
        point.visibility = visibility;
        if let Some(image) = &image {
            let [x, y, z, _] = image[index];
            point.image = ImagePoint { x, y, z };
        }
    }
    Ok(Landmarks { seconds, mirrored, points })
}

/// Returns landmarks as one line, without its end. Of a picture nothing is written where nothing is known.
#[must_use]
pub fn write_line(landmarks: &Landmarks) -> String {
    let points = &landmarks.points;
    let world = points.iter().map(|point| {
        let WorldPoint { x, y, z } = point.world;
        json!([rounded(x), rounded(y), rounded(z), rounded(point.visibility)])
    });
    let mut line = Map::new();
    line.insert("t".to_owned(), json!(rounded(landmarks.seconds)));
    line.insert("world".to_owned(), Value::Array(world.collect()));
    if points.iter().any(|point| point.image != ImagePoint::default()) {
        let image = points.iter().map(|point| {
            let ImagePoint { x, y, z } = point.image;
            json!([rounded(x), rounded(y), rounded(z), rounded(point.visibility)])
        });
        line.insert("image".to_owned(), Value::Array(image.collect()));
    }
    line.insert("mirrored".to_owned(), json!(landmarks.mirrored));
    Value::Object(line).to_string()
}

/// To the hundredth of a millimetre, or of a thousandth of the picture: more is noise. Zero has no sign.
fn rounded(value: f64) -> f64 {
    (value * 1e5).round() / 1e5 + 0.0
}

/// Returns the points under a key, each of four numbers or of `least`, filled up with zeros.
fn points(
    object: &Map<String, Value>,
    key: &str,
    accepted: &'static str,
    least: usize,
) -> Result<Option<Vec<[f64; 4]>>, Wrong> {
    let list = match object.get(key) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Array(list)) if list.len() == Landmark::COUNT => list,
        Some(Value::Array(list)) => {
            let found = format!("{} points", list.len());
            return Err(Wrong::Key { key: key.to_owned(), found, accepted: POINTS });
        }
        other => return Err(wrong(key, other, POINTS)),
    };
    let point = |(index, value): (usize, &Value)| {
        let fails = || wrong(&format!("{key}[{index}]"), Some(value), accepted);
        let numbers = value.as_array().filter(|all| (least..=4).contains(&all.len())).ok_or_else(fails)?;
        let mut point = [0.0; 4];
        for (place, value) in point.iter_mut().zip(numbers) {
            *place = number(value).ok_or_else(fails)?;
        }
        Ok(point)
    };
    list.iter().enumerate().map(point).collect::<Result<_, _>>().map(Some)
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.is_finite())
}

fn wrong(key: &str, value: Option<&Value>, accepted: &'static str) -> Wrong {
    let found = match value {
        None => "nothing".to_owned(),
        Some(value @ (Value::Number(_) | Value::String(_) | Value::Bool(_) | Value::Null)) => {
            value.to_string()
        }
        Some(Value::Array(list)) if list.len() <= 6 => Value::Array(list.clone()).to_string(),
        Some(value) => kind(value).to_owned(),
    };
    Wrong::Key { key: key.to_owned(), found, accepted }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests;
