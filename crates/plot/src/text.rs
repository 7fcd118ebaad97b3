//! Text in a picture.

use plotters::element::Text;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, IntoFont as _, RGBColor, TextStyle};

use crate::draw::{Area, FINE, PlotError};
use crate::look::Look;

/// The face of type, and what stands in for it.
const FACE: &str = "Atkinson Hyperlegible Next, sans-serif";
/// What is written is smaller by this than what is asked for: the library takes a size to be that of a whole line.
const LINE: f64 = 1.24;

/// Where text stands from a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Below it, from it on.
    Below,
    /// Left of it, in the middle of its height.
    LeftOf,
    /// Right of it, in the middle of its height.
    RightOf,
}

/// Writes a line. It is never measured.
pub(crate) fn write(
    area: &Area<'_>,
    look: Look,
    (x, y): (u32, u32),
    place: Place,
    text: &str,
    colour: RGBColor,
) -> Result<(), PlotError> {
    let anchor = match place {
        Place::Below => Pos::new(HPos::Left, VPos::Top),
        Place::LeftOf => Pos::new(HPos::Right, VPos::Center),
        Place::RightOf => Pos::new(HPos::Left, VPos::Center),
    };
    let size = f64::from(look.text * FINE) * LINE;
    let style = TextStyle::from((FACE, size, FontStyle::Normal).into_font()).color(&colour).pos(anchor);
    let fine = |points: u32| i32::try_from(points * FINE).unwrap_or(i32::MAX);
    area.draw(&Text::new(text.to_owned(), (fine(x), fine(y)), style)).map_err(PlotError::of)
}
