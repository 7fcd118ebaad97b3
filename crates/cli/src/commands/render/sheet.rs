//! `unknot render sheet`: all seven exercises on one page.

use std::path::Path;

use unknot_body::{BodyShape, Ground};
use unknot_figure::Palette;
use unknot_stage::Shot;

use super::moments::{Key, keys};
use super::page::{Page, Type};
use super::{Studio, file, timeline};
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
/// No picture is wider than if there were so many.
const WIDEST: usize = 3;

/// Writes the page.
pub(super) fn run(known: &Known, output: &Path) -> Result<(), Failure> {
    file::check_folder(output)?;
    let page = Sheet::new(known)?.set()?;
    file::png(output, &page.picture, Some(DOTS_PER_METRE))
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
        Ok(Self {
            known,
            page: Page::empty(PAPER.width, PAPER.height, palette),
            studio: Studio::new(BodyShape::Neutral, Shot::Best, palette)?,
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
        let mut top = MARGIN + self.title.line() + GAP;
        let bottom = PAPER.height - MARGIN - foot.len() * self.text.line() - GAP;
        let shares: Vec<usize> = ids.iter().map(|id| share(self.known, id)).collect();
        let unit = (bottom - top) / shares.iter().sum::<usize>().max(1);
        for (number, (id, share)) in ids.iter().zip(shares).enumerate() {
            self.row(number + 1, id, top, share * unit)?;
            top += share * unit;
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
        let keys = keys(&timeline, PICTURES);
        let width = width(keys.len());
        let captions: Vec<Vec<String>> =
            keys.iter().map(|key| self.text.wrap(&caption(self.known, key), width)).collect();
        let lines = captions.iter().map(Vec::len).max().unwrap_or(0);
        let below = lines * self.text.line() + GAP;
        let size = Size { width, height: height.saturating_sub(below + GAP / 2).max(1) };
        for (number, (key, caption)) in keys.iter().zip(captions).enumerate() {
            let left = MARGIN + NAMES + number * (width + GAP);
            let picture = self.studio.take(&timeline, key.at, None, size)?;
            self.page.paste(&picture, left, top);
            for (number, line) in caption.iter().enumerate() {
                let top = top + size.height + GAP / 4 + number * self.text.line();
                self.page.write(&self.text, line, left, top);
            }
        }
        Ok(())
    }
}

/// Returns how much of the page's height an exercise gets: who stands or sits is tall.
fn share(known: &Known, id: &str) -> usize {
    let position = known.catalogue.exercise(id).map(|exercise| exercise.form.position);
    if position.is_some_and(|position| position.ground() == Ground::Floor) { 5 } else { 6 }
}

/// Returns how wide each of so many pictures beside a name is, in pixels.
fn width(count: usize) -> usize {
    (PAPER.width - 2 * MARGIN - NAMES + GAP) / count.clamp(WIDEST, PICTURES) - GAP
}

/// Returns what stands below a picture.
fn caption(known: &Known, key: &Key<'_>) -> String {
    key.captions.iter().map(|caption| known.say(caption)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_caption_fits_below_its_picture() {
        let known = Known::built_in().unwrap();
        let text = Type::new(unknot_content::FONT, 26.0).unwrap();
        for exercise in known.catalogue.exercises() {
            let timeline = timeline(&known, exercise, None).unwrap();
            let keys = keys(&timeline, PICTURES);
            for key in &keys {
                let lines = text.wrap(&caption(&known, key), width(keys.len()));
                assert!(lines.len() <= 3, "{}: {lines:?}", exercise.id);
            }
        }
    }
}
