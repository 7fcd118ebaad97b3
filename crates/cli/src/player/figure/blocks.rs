//! A picture of half-blocks: letters that fill one half of a cell, so that every cell shows two colours. Where nothing
//! is drawn the cell stays the terminal's own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use unknot_figure::Picture;

use super::super::view::Colors;
use super::painter::over;

/// What is fainter than this is not there, of 255, where the ground is known.
const FAINT: u8 = 8;
/// The same where it is not known: nothing can be blended with it.
const HALF: u8 = 128;

/// A picture of half-blocks.
pub(super) struct Blocks {
    width: usize,
    /// The colours of the upper and lower half of each cell, from the top.
    cells: Vec<[Option<Color>; 2]>,
}

impl Blocks {
    /// Returns a picture of two pixels a cell, on that ground if it is known.
    pub(super) fn of(picture: &Picture, ground: Option<[u8; 3]>, colors: Colors) -> Self {
        let color = |x: usize, y: usize| {
            let pixel = picture.pixel(x, y)?;
            let least = if ground.is_some() { FAINT } else { HALF };
            let [red, green, blue, opacity] = pixel;
            let seen = ground.map_or([red, green, blue, 255], |ground| over(pixel, ground));
            (opacity >= least).then(|| shown(seen, colors))
        };
        let rows = 0..picture.height / 2;
        let cells = rows.flat_map(|row| (0..picture.width).map(move |column| (column, row * 2)));
        let cells = cells.map(|(x, y)| [color(x, y), color(x, y + 1)]).collect();
        Self { width: picture.width, cells }
    }

    /// Puts the picture there.
    pub(super) fn show(&self, buffer: &mut Buffer, area: Rect) {
        let rows = self.cells.chunks(self.width.max(1));
        for (y, row) in (area.top()..area.bottom()).zip(rows) {
            for (x, halves) in (area.left()..area.right()).zip(row) {
                let Some(cell) = buffer.cell_mut((x, y)) else { continue };
                match *halves {
                    [None, None] => {}
                    [Some(upper), None] => {
                        cell.set_symbol("▀").set_fg(upper);
                    }
                    [None, Some(lower)] => {
                        cell.set_symbol("▄").set_fg(lower);
                    }
                    [Some(upper), Some(lower)] => {
                        cell.set_symbol("▀").set_fg(upper).set_bg(lower);
                    }
                }
            }
        }
    }
}

/// Returns the colour of a pixel as the terminal can show it.
fn shown([red, green, blue, _]: [u8; 4], colors: Colors) -> Color {
    if colors == Colors::All {
        Color::Rgb(red, green, blue)
    } else {
        Color::Indexed(indexed([red, green, blue]))
    }
}

/// Returns the nearest of the 256 colours: of the cube of 6 × 6 × 6, or of the 24 greys.
fn indexed(rgb: [u8; 3]) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let off = |other: [u8; 3]| -> u32 {
        rgb.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let cube = (0..6_u8).flat_map(|r| (0..6_u8).flat_map(move |g| (0..6_u8).map(move |b| (r, g, b))));
    let cube =
        cube.map(|(r, g, b)| (16 + 36 * r + 6 * g + b, [r, g, b].map(|step| STEPS[usize::from(step)])));
    let greys = (0..24_u8).map(|step| (232 + step, [8 + 10 * step; 3]));
    cube.chain(greys).min_by_key(|(_, other)| off(*other)).map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_256_colours() {
        assert_eq!([[0; 3], [255; 3], [128; 3]].map(indexed), [16, 231, 244]);
        assert_eq!(indexed([0x35, 0x8c, 0x90]), 66);
    }

    #[test]
    fn where_nothing_is_drawn_the_cell_stays_as_it_is() {
        let (red, nothing) = ([255, 0, 0, 255], [0; 4]);
        let picture = Picture { width: 2, height: 2, rgba: [red, nothing, nothing, nothing].concat() };
        let area = Rect::new(0, 0, 2, 1);
        let mut buffer = Buffer::empty(area);
        Blocks::of(&picture, None, Colors::All).show(&mut buffer, area);
        assert_eq!((buffer[(0, 0)].symbol(), buffer[(0, 0)].fg), ("▀", Color::Rgb(255, 0, 0)));
        assert_eq!((buffer[(0, 0)].bg, buffer[(1, 0)].symbol()), (Color::Reset, " "));
    }
}
