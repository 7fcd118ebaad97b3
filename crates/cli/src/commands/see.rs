//! `unknot see`: who is in a picture, and where their joints are.

mod draw;
mod load;

use std::path::Path;

use image::RgbImage;
use serde::Serialize;
use unknot_landmarks::{Landmark, Landmarks};
use unknot_sight::{Networks, Picture, Sight};

use super::render::file;
use crate::args::SeeArgs;
use crate::failure::Failure;
use crate::out;

/// A landmark that is less likely to be visible counts as hidden.
const VISIBLE: f64 = 0.5;

/// Looks at pictures.
pub(crate) fn run(args: &SeeArgs) -> Result<(), Failure> {
    if let Some(path) = &args.draw {
        if args.images.len() > 1 {
            return Err(Failure::Usage("--draw takes one picture at a time".to_owned()));
        }
        file::check_folder(path)?;
    }
    let landmarks = if args.full { unknot_content::POSE_FULL } else { unknot_content::POSE_LITE };
    let mut networks = Networks::read(unknot_content::POSE_DETECTOR, landmarks)
        .map_err(|error| Failure::Failed(error.to_string()))?;
    for path in &args.images {
        let image = load::image(path)?;
        let people = networks.people(&picture(&image)?);
        if let Some(to) = &args.draw {
            draw::draw(&image, &people, to)?;
        }
        if args.form.json { json(path, &people)? } else { out::print(&text(path, &people))? }
    }
    Ok(())
}

fn picture(image: &RgbImage) -> Result<Picture<'_>, Failure> {
    let side = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    Picture::rgb(side(image.width()), side(image.height()), image.as_raw())
        .map_err(|error| Failure::Failed(error.to_string()))
}

/// Says who is seen in a picture.
fn text(path: &Path, people: &[Sight]) -> String {
    let path = path.display();
    if people.is_empty() {
        return format!("{path}: nobody is seen\n");
    }
    let lines = people.iter().map(|sight| {
        let sure = sight.presence * 100.0;
        let hidden = Landmark::ALL.into_iter().filter(|&at| sight.raw.get(at).visibility < VISIBLE);
        let hidden: Vec<_> = hidden.map(|landmark| landmark.name().replace('_', " ")).collect();
        let visible = Landmark::COUNT - hidden.len();
        let hidden =
            if hidden.is_empty() { String::new() } else { format!("; hidden: {}", hidden.join(", ")) };
        format!(
            "{path}: somebody, {sure:.0} % sure; {visible} of {} landmarks visible{hidden}\n",
            Landmark::COUNT
        )
    });
    lines.collect()
}

/// A picture, for programs.
#[derive(Serialize)]
struct Seen<'s> {
    file: String,
    people: &'s [Person],
}

/// Somebody, for programs: x, y, z and visibility of each landmark.
#[derive(Serialize)]
struct Person {
    presence: f64,
    image: Vec<[f64; 4]>,
    world: Vec<[f64; 4]>,
}

/// Writes who is seen in a picture as one line.
fn json(path: &Path, people: &[Sight]) -> Result<(), Failure> {
    let people: Vec<_> = people.iter().map(person).collect();
    let seen = Seen { file: path.display().to_string(), people: &people };
    let line = serde_json::to_string(&seen).map_err(|error| Failure::Failed(error.to_string()))?;
    out::print(&format!("{line}\n"))
}

fn person(sight: &Sight) -> Person {
    let Landmarks { points, .. } = &sight.raw;
    let image = points.iter().map(|point| {
        let at = point.image;
        [at.x, at.y, at.z, point.visibility].map(rounded)
    });
    let world = points.iter().map(|point| {
        let at = point.world;
        [at.x, at.y, at.z, point.visibility].map(rounded)
    });
    Person { presence: rounded(sight.presence), image: image.collect(), world: world.collect() }
}

/// A millionth is less than any network knows.
fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}
