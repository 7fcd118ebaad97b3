//! `unknot journal plot`.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use unknot_figure::Palette;
use unknot_journal::Insight;
use unknot_plot::{Course, Language, Look, svg};

use super::insight::asked;
use crate::args::{Drawing, PlotArgs};
use crate::commands::render::file;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::known::Known;
use crate::out;
use crate::request::programme_named;

/// How wide the picture is, in points, and how large its text.
const WIDTH: u32 = 760;
const TEXT: u32 = 15;
/// How many pixels a point has.
const PIXELS: f32 = 2.0;

/// Draws pain over time.
pub(super) fn run(known: &Known, keep: &Keep, args: &PlotArgs) -> Result<(), Failure> {
    let (Drawing::Svg(path) | Drawing::Png(path)) = &args.output;
    file::check_folder(path)?;
    let picture = picture(known, keep, args.night)?;
    let bytes = match &args.output {
        Drawing::Svg(_) => picture.into_bytes(),
        Drawing::Png(_) => pixels(&picture).map_err(|why| file::failed(path, &why))?,
    };
    write(path, &bytes)
}

fn picture(known: &Known, keep: &Keep, night: bool) -> Result<String, Failure> {
    let (journal, asked) = (keep.journal()?, asked(known, &programme_named(known, None)?)?);
    let insight = Insight::of(&journal, &asked);
    let course = Course::of(&journal, &insight, asked.now.on_the_wall().date())
        .ok_or_else(|| Failure::Usage("nothing was told yet: unknot rate 4, or unknot play".to_owned()))?;
    let palette = if night { Palette::Night } else { Palette::Paper };
    let language =
        Language { say: &|phrase| known.say(phrase), date: &|date| date.strftime("%-d %b").to_string() };
    let look = Look { palette, contrast: false, width: WIDTH, text: TEXT };
    svg(&course, &insight, look, &language).map_err(|error| Failure::Failed(error.to_string()))
}

/// Returns the picture as a PNG, in the same face of type.
fn pixels(picture: &str) -> Result<Vec<u8>, String> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(unknot_content::FONT.to_vec());
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(picture, &options).map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size().scale_by(PIXELS).ok_or("it has no size")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("it is too large")?;
    resvg::render(&tree, Transform::from_scale(PIXELS, PIXELS), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    file::write(path, |out| out.write_all(bytes).map_err(|why| file::failed(path, &why)))?;
    out::note(&format!("The picture is in {}.", path.display()));
    Ok(())
}
