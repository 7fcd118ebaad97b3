//! Pictures of the figure in the form that the terminal takes.

use image::{DynamicImage, RgbaImage};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget as _;
use ratatui_image::Image;
use ratatui_image::protocol::Protocol;
use ratatui_image::protocol::iterm2::Iterm2;
use ratatui_image::protocol::kitty::Kitty;
use ratatui_image::protocol::sixel::Sixel;
use unknot_figure::{Palette, Picture};
use unknot_routine::Timeline;
use unknot_stage::{Look, Performer, Shot};

use super::blocks::Blocks;
use super::display::{Display, Way};

/// Half-blocks are drawn at so many times their size and halved twice, for fine edges.
const FINER: usize = 4;
/// The numbers that pictures have in the terminal, in turn: the one that is shown is never the one that is replaced.
const NUMBERS: [u32; 2] = [0x0055_4e4b, 0x0055_4e4c];

/// A picture as the terminal takes it.
pub(super) enum Drawn {
    /// Of letters that are half a cell.
    Blocks(Blocks),
    /// Of pixels.
    Pixels(Protocol),
}

impl Drawn {
    /// Puts it there.
    pub(super) fn show(&self, buffer: &mut Buffer, area: Rect) {
        match self {
            Self::Blocks(blocks) => blocks.show(buffer, area),
            Self::Pixels(protocol) => Image::new(protocol).render(area, buffer),
        }
    }
}

/// Who draws for a terminal.
pub(super) struct Painter {
    performer: Performer,
    display: Display,
    picture: Picture,
    before: Option<Picture>,
    turn: usize,
}

impl Painter {
    /// Returns a painter of that figure for that terminal.
    pub(super) fn new(performer: Performer, display: Display) -> Self {
        Self { performer, display, picture: Picture::default(), before: None, turn: 0 }
    }

    /// Forgets what was drawn before.
    pub(super) fn forget(&mut self) {
        self.before = None;
    }

    /// Draws a moment in that many cells; nothing where it looks like the one before, or cannot be drawn.
    pub(super) fn paint(&mut self, timeline: &Timeline, seconds: f64, size: Size) -> Option<Drawn> {
        let display = self.display;
        let (columns, rows) = (usize::from(size.width), usize::from(size.height));
        let (width, height) = match display.way {
            Way::Blocks => (columns * FINER, rows * 2 * FINER),
            _ => (columns * usize::from(display.cell.0), rows * usize::from(display.cell.1)),
        };
        let look = Look {
            width,
            height,
            shot: Shot::Best,
            palette: if display.is_dark { Palette::Night } else { Palette::Paper },
            // Pixels that replace others cannot be left out, but be the terminal's own colour where that is known.
            transparent: matches!(display.way, Way::Blocks | Way::Kitty) || display.ground.is_some(),
        };
        self.performer.draw(timeline, seconds, &look, &mut self.picture).ok()?;
        if self.before.as_ref() == Some(&self.picture) {
            return None;
        }
        self.before = Some(self.picture.clone());
        if display.way == Way::Blocks {
            let small = self.picture.halved().halved();
            return Some(Drawn::Blocks(Blocks::of(&small, display.ground, display.colors)));
        }
        let mut rgba = self.picture.rgba.clone();
        if display.way != Way::Kitty
            && let Some(ground) = display.ground
        {
            rgba.as_chunks_mut().0.iter_mut().for_each(|pixel| *pixel = over(*pixel, ground));
        }
        let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
        let image = DynamicImage::ImageRgba8(RgbaImage::from_raw(width, height, rgba)?);
        self.turn = (self.turn + 1) % NUMBERS.len();
        let protocol = match display.way {
            Way::Kitty => Kitty::new(image, size, NUMBERS[self.turn], false, true).map(Protocol::Kitty),
            Way::Sixel => Sixel::new(image, size, false).map(Protocol::Sixel),
            Way::Iterm2 | Way::Blocks => {
                Iterm2::new(image, size, false).map(without_wiping).map(Protocol::ITerm2)
            }
        };
        protocol.ok().map(Drawn::Pixels)
    }
}

/// Returns the picture without what empties its cells first: it fills them, and the emptiness would be seen while it
/// is decoded.
fn without_wiping(mut picture: Iterm2) -> Iterm2 {
    let begin = picture.data.find("\x1b]").unwrap_or_default();
    picture.data.drain(..begin);
    picture
}

/// Returns a pixel on a ground.
pub(super) fn over([red, green, blue, opacity]: [u8; 4], ground: [u8; 3]) -> [u8; 4] {
    let blend = |above: u8, below: u8| {
        let (above, below, share) = (u32::from(above), u32::from(below), u32::from(opacity));
        u8::try_from((above * share + below * (255 - share) + 127) / 255).unwrap_or(u8::MAX)
    };
    [blend(red, ground[0]), blend(green, ground[1]), blend(blue, ground[2]), 255]
}
