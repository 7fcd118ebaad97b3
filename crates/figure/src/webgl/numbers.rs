//! The numbers of the one picture, as a shader writes them: none stands twice.

use std::fmt::Write as _;

use super::shadows::LAYERS;
use crate::backdrop::meeting;
use crate::encode::{BAYER, PARTS, PATTERN};
use crate::lens::NEAR;
use crate::separate::STEP;
use crate::shade;
use crate::shadow::MOST;

/// Returns what every shader begins with.
pub(super) fn prelude() -> String {
    let numbers = [
        ("WRAP", shade::WRAP),
        ("WORKS_COVER", shade::WORKS_COVER),
        ("LENGTHENS_COVER", shade::LENGTHENS_COVER),
        ("WORKS_GLOW", shade::WORKS_GLOW),
        ("FLOOR_SHADE", shade::FLOOR_SHADE),
        ("FLOOR_REACH", shade::FLOOR_REACH),
        ("SEPARATION", shade::SEPARATION),
        ("SEPARATION_ON_PROPS", shade::SEPARATION_ON_PROPS),
        ("SEPARATION_STEP", STEP),
        ("FLOOR_SEEN", meeting::FLOOR_REACH),
        ("WALL_SEEN", meeting::WALL_REACH),
        ("WALL_TOP", meeting::WALL_TOP),
        ("CORNER", meeting::CORNER),
        ("CORNER_REACH", meeting::CORNER_REACH),
        ("NEAR", NEAR),
        ("PARTS", f32::from(PARTS)),
        ("SHADOW_SIDE", MOST as f32),
    ];
    let mut text = String::from(
        "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2DArray;\n",
    );
    // Writing to a text cannot fail.
    for (name, number) in numbers {
        let _ = writeln!(text, "const float {name} = {number:?};");
    }
    let _ = writeln!(text, "const int LAYERS = {LAYERS};\nconst int PATTERN = {PATTERN};");
    let bayer: Vec<String> =
        BAYER.as_flattened().iter().map(|&part| format!("{:?}", f32::from(part))).collect();
    let _ = writeln!(text, "const float BAYER[{}] = float[]({});", bayer.len(), bayer.join(", "));
    text
}
