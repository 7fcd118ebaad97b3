//! Landmarks, drawn on the picture.

use std::io::Write as _;
use std::path::Path;

use image::RgbImage;
use resvg::tiny_skia::{Color, LineCap, Paint, PathBuilder, Pixmap, Stroke, Transform};
use unknot_landmarks::{Landmark, LandmarkSide};
use unknot_sight::Sight;

use super::VISIBLE;
use crate::commands::render::file;
use crate::failure::Failure;
use crate::out;

/// Which landmarks a line goes through.
const LINES: &[&[Landmark]] = {
    use Landmark::*;
    &[
        &[LeftEar, LeftEye, Nose],
        &[RightEar, RightEye, Nose],
        &[MouthLeft, MouthRight],
        &[LeftHip, LeftShoulder, LeftElbow, LeftWrist, LeftIndex, LeftPinky, LeftWrist, LeftThumb],
        &[RightHip, RightShoulder, RightElbow, RightWrist, RightIndex, RightPinky, RightWrist, RightThumb],
        &[LeftShoulder, RightShoulder],
        &[LeftHip, RightHip],
        &[LeftHip, LeftKnee, LeftAnkle, LeftHeel, LeftFootIndex, LeftAnkle],
        &[RightHip, RightKnee, RightAnkle, RightHeel, RightFootIndex, RightAnkle],
    ]
};

/// The longer side of the picture is so many times as long as lines are wide.
const THIN: f32 = 240.0;

/// Writes a picture with everybody's landmarks on it: the left in orange, the right in blue, what is hidden pale.
pub(super) fn draw(image: &RgbImage, people: &[Sight], path: &Path) -> Result<(), Failure> {
    let bytes = drawn(image, people).map_err(|why| file::failed(path, &why))?;
    file::write(path, |out| out.write_all(&bytes).map_err(|why| file::failed(path, &why)))?;
    out::note(&format!("The picture is in {}.", path.display()));
    Ok(())
}

fn drawn(image: &RgbImage, people: &[Sight]) -> Result<Vec<u8>, String> {
    let mut pixels = Pixmap::new(image.width(), image.height()).ok_or("it is too large")?;
    for (to, from) in
        pixels.data_mut().as_chunks_mut::<4>().0.iter_mut().zip(image.as_raw().as_chunks::<3>().0)
    {
        *to = [from[0], from[1], from[2], u8::MAX];
    }
    for sight in people {
        for line in LINES {
            for ends in line.windows(2) {
                stroke(&mut pixels, sight, ends[0], ends[1]);
            }
        }
        for landmark in Landmark::ALL {
            stroke(&mut pixels, sight, landmark, landmark);
        }
    }
    pixels.encode_png().map_err(|error| error.to_string())
}

/// Draws a line, or, where both ends are one, a dot of twice its width.
fn stroke(pixels: &mut Pixmap, sight: &Sight, from: Landmark, to: Landmark) {
    let [width, height] = [pixels.width(), pixels.height()].map(|side| side as f32);
    let mut line = PathBuilder::new();
    for (end, landmark) in [from, to].into_iter().enumerate() {
        let at = sight.raw.get(landmark).image;
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a picture has fewer pixels than that tells apart"
        )]
        let [x, y] = [at.x as f32 * width, at.y as f32 * height];
        if end == 0 { line.move_to(x, y) } else { line.line_to(x + 1e-3, y) }
    }
    let Some(line) = line.finish() else { return };
    let is_seen = [from, to].iter().all(|&landmark| sight.raw.get(landmark).visibility >= VISIBLE);
    let side = if from.side() == to.side() { from.side() } else { None };
    let (red, green, blue) = match side {
        Some(LandmarkSide::Left) => (240, 130, 30),
        Some(LandmarkSide::Right) => (30, 120, 220),
        None => (90, 90, 90),
    };
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(red, green, blue, if is_seen { 255 } else { 80 }));
    let thin = (width.max(height) / THIN).max(1.0);
    let width = if from == to { 2.0 * thin } else { thin };
    let stroke = Stroke { width, line_cap: LineCap::Round, ..Stroke::default() };
    pixels.stroke_path(&line, &paint, &stroke, Transform::identity(), None);
}
