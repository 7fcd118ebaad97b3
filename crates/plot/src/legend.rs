//! What the marks of a picture mean.

use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::Color as _;

use crate::colours::Colours;
use crate::draw::{Area, FINE, PlotError, fill, stroke};
use crate::look::{Language, Look};
use crate::text::{Place, write};

/// Something to explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// Pain before a session, or by itself.
    Before,
    /// Pain after a session.
    After,
    /// A week.
    Week,
    /// The trend.
    Trend,
    /// A session.
    Session,
}

impl Key {
    fn word(self) -> &'static str {
        match self {
            Self::Before => "rating",
            Self::After => "after",
            Self::Week => "week",
            Self::Trend => "trend",
            Self::Session => "session",
        }
    }
}

/// Returns how high the lines of these are, in points.
pub(crate) fn height(keys: &[Key], look: Look) -> u32 {
    u32::try_from(keys.len()).unwrap_or(0) * line(look)
}

fn line(look: Look) -> u32 {
    look.text * 8 / 5
}

/// Draws a line for each, below each other.
pub(crate) fn draw(
    area: &Area<'_>,
    keys: &[Key],
    (left, top): (u32, u32),
    look: Look,
    colours: &Colours,
    language: &Language<'_>,
) -> Result<(), PlotError> {
    let mut y = top + line(look) / 2;
    for key in keys {
        sign(area, *key, (left, y), look, colours)?;
        let at = (left + 2 * look.text, y);
        write(area, look, at, Place::RightOf, &language.word(key.word()), colours.ink)?;
        y += line(look);
    }
    Ok(())
}

/// Draws the mark itself.
fn sign(
    area: &Area<'_>,
    key: Key,
    (x, y): (u32, u32),
    look: Look,
    colours: &Colours,
) -> Result<(), PlotError> {
    let fine = |points: u32| i32::try_from(points * FINE).unwrap_or(i32::MAX);
    let (left, middle, right) =
        (fine(x), fine(x) + fine(look.text) * 2 / 3, fine(x) + fine(look.text) * 4 / 3);
    let (y, up) = (fine(y), fine(look.text) / 2);
    let round = look.text * FINE / 3;
    match key {
        Key::Before => area.draw(&Circle::new((middle, y), round, stroke(colours.ink.to_rgba(), 20))),
        Key::After => area.draw(&Circle::new((middle, y), round, fill(colours.teal.to_rgba()))),
        Key::Session => {
            let tick = vec![(middle, y - up), (middle, y + up)];
            area.draw(&PathElement::new(tick, stroke(colours.teal.to_rgba(), 30)))
        }
        Key::Week => {
            let band = Rectangle::new([(left, y - up), (right, y + up)], fill(colours.teal.mix(0.2)));
            let mean = PathElement::new(vec![(left, y), (right, y)], stroke(colours.teal.to_rgba(), 40));
            area.draw(&band).and_then(|()| area.draw(&mean))
        }
        Key::Trend => {
            let corners = vec![(left, y - up), (right, y), (right, y + up), (left, y)];
            let line = vec![(left, y - up / 2), (right, y + up / 2)];
            area.draw(&Polygon::new(corners, fill(colours.coral.mix(0.22))))
                .and_then(|()| area.draw(&PathElement::new(line, stroke(colours.coral.to_rgba(), 35))))
        }
    }
    .map_err(PlotError::of)
}
