//! `unknot render sheet`: all seven exercises on one page.

use std::path::Path;

use unknot_body::BodyShape;
use unknot_figure::{Palette, Picture};
use unknot_stage::Shot;

use super::moments::keys;
use super::page::{Page, Type};
use super::{Studio, file, performer, timeline};
use crate::args::Size;
use crate::failure::Failure;
use crate::known::Known;

/// A4 upright at 200 dots per inch, in pixels.
const PAPER: Size = Size { width: 1654, height: 2339 };
/// 200 dots per inch, in dots per metre.
const DOTS_PER_METRE: u32 = 7874;
/// What most printers leave white is narrower, in pixels.
const MARGIN: usize = 90;
/// How wide the column of names is, with the space beside it, in pixels.
const NAMES: usize = 270;
/// Between two pictures, in pixels.
const GAP: usize = 24;
/// At most so many pictures of an exercise.
const PICTURES: usize = 4;
/// At most so many lines below a picture.
const LINES: usize = 3;

/// Writes the page.
pub(super) fn run(known: &Known, output: &Path) -> Result<(), Failure> {
    file::check_folder(output)?;
    let page = Sheet::new(known)?.set()?;
    file::write(output, |out| file::png(out, &page.picture, Some(DOTS_PER_METRE)))
}

/// What the page is set with.
struct Sheet<'a> {
    known: &'a Known,
    page: Page,
    studio: Studio,
    title: Type,
    name: Type,
    text: Type,
}

impl<'a> Sheet<'a> {
    fn new(known: &'a Known) -> Result<Self, Failure> {
        let palette = Palette::Paper;
        let performer = performer(BodyShape::Neutral)?;
        Ok(Self {
            known,
            page: Page::empty(PAPER.width, PAPER.height, palette),
            studio: Studio { performer, shot: Shot::Best, palette, drawn: Picture::default() },
            title: Type::new(unknot_content::FONT_BOLD, 58.0)?,
            name: Type::new(unknot_content::FONT_BOLD, 34.0)?,
            text: Type::new(unknot_content::FONT, 26.0)?,
        })
    }

    fn set(mut self) -> Result<Page, Failure> {
        let programme = self
            .known
            .catalogue
            .programme(unknot_content::DEFAULT_PROGRAMME)
            .ok_or_else(|| Failure::Failed("the usual programme is missing".to_owned()))?;
        let ids: Vec<&str> = programme.items.iter().map(|item| item.exercise.as_str()).collect();
        self.page.write(&self.title, &self.known.ui("cli-sheet", "title"), MARGIN, MARGIN);
        let foot = self.text.wrap(&self.known.ui("cli-sheet", "foot"), PAPER.width - 2 * MARGIN);
        let top = MARGIN + self.title.line() + GAP;
        let bottom = PAPER.height - MARGIN - foot.len() * self.text.line() - GAP;
        let row = (bottom - top) / ids.len().max(1);
        for (number, id) in ids.iter().enumerate() {
            self.row(number + 1, id, top + number * row, row)?;
        }
        for (number, line) in foot.iter().enumerate() {
            let top = bottom + GAP + number * self.text.line();
            self.page.write(&self.text, line, MARGIN, top);
        }
        Ok(self.page)
    }

    /// Sets an exercise: its name, and beside it its postures with what leads to them.
    fn row(&mut self, number: usize, id: &str, top: usize, height: usize) -> Result<(), Failure> {
        let right = PAPER.width - MARGIN;
        self.page.rule(MARGIN, right, top);
        let top = top + GAP / 2;
        let exercise = self.known.exercise(id)?;
        let name = format!("{number} {}", self.known.word(exercise.name()));
        for (number, line) in self.name.wrap(&name, NAMES - GAP).iter().enumerate() {
            self.page.write(&self.name, line, MARGIN, top + number * self.name.line());
        }
        let timeline = timeline(self.known, exercise, None)?;
        let column = (right - MARGIN - NAMES + GAP) / PICTURES;
        let width = column - GAP;
        let below = LINES * self.text.line();
        let size = Size { width, height: height.saturating_sub(below + GAP).max(1) };
        for (number, key) in keys(&timeline, PICTURES).iter().enumerate() {
            let left = MARGIN + NAMES + number * column;
            let picture = self.studio.take(&timeline, key.at, size)?;
            self.page.paste(&picture, left, top);
            let caption = self.text.wrap(&self.known.say(&key.segment.caption), width);
            for (number, line) in caption.iter().take(LINES).enumerate() {
                self.page.write(&self.text, line, left, top + size.height + number * self.text.line());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_caption_fits_below_its_picture() {
        let known = Known::built_in().unwrap();
        let text = Type::new(unknot_content::FONT, 26.0).unwrap();
        let width = (PAPER.width - 2 * MARGIN - NAMES + GAP) / PICTURES - GAP;
        for exercise in known.catalogue.exercises() {
            let timeline = timeline(&known, exercise, None).unwrap();
            for key in keys(&timeline, PICTURES) {
                let caption = known.say(&key.segment.caption);
                let lines = text.wrap(&caption, width);
                assert!(lines.len() <= LINES, "{}: {lines:?}", exercise.id);
            }
        }
    }
}
