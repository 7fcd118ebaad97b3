//! What a row of pixels sees of the backdrop.

use std::ops::Range;

use super::knots::Knots;
use super::meeting::Glimpse;
use super::{Layer, Paints, View};
use crate::encode::{BAYER, Encoder, PARTS, PATTERN, Parts, dropped};
use crate::number::{byte, half};

/// Pixels from knot to knot in a picture whose shorter side has at least [`LARGE`] pixels: one group of the encoder's
/// pattern.
const APART: usize = PATTERN;
/// The bytes of these pixels.
const GROUP: usize = 4 * APART;
/// In a smaller picture, that many pixels would be too much of it.
const LARGE: usize = 400;
/// Shares of the way between two knots: so few that 16 bits hold all that is blended.
const SHARES: u16 = 4;

/// What a row of pixels sees of the backdrop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    width: usize,
    /// Pixels from knot to knot.
    apart: usize,
    /// The row that was looked at last.
    y: usize,
    upper: Knots,
    lower: Knots,
    /// What the knots above and below come to in this row.
    here: Vec<Parts>,
    /// The knots from which and up to which floor and wall meet: colours cannot be blended there.
    corner: Range<usize>,
}

impl Row {
    /// Prepares for pictures of this size.
    pub(crate) fn prepare(&mut self, width: usize, height: usize) {
        self.width = width;
        self.apart = apart(width, height);
    }

    /// Looks at a row of pixels; rows have to come from the top.
    pub(crate) fn look(&mut self, view: &View<'_>, paints: &Paints, encoder: &Encoder, y: usize) {
        self.y = y;
        if y.is_multiple_of(self.apart) {
            // Those of whole groups, and the one behind the last.
            let count = self.width.next_multiple_of(PATTERN) / self.apart + 1;
            if y == 0 {
                self.lower.look(view, (paints, encoder), 0, [count, self.apart]);
            }
            std::mem::swap(&mut self.upper, &mut self.lower);
            self.lower.look(view, (paints, encoder), y + self.apart, [count, self.apart]);
            self.corner = corner(&self.upper, &self.lower);
        }
        let share = self.share(y);
        self.here.resize(self.upper.parts.len(), Parts::default());
        let rows = self.upper.parts.as_flattened().iter().zip(self.lower.parts.as_flattened());
        for (here, (upper, lower)) in self.here.as_flattened_mut().iter_mut().zip(rows) {
            *here = (upper * (SHARES - share) + lower * share + SHARES / 2) / SHARES;
        }
    }

    /// Writes what was looked at.
    pub(crate) fn write(&self, paints: &Paints, encoder: &Encoder, pixels: &mut [[u8; 4]]) {
        let ends = self.ends();
        let paper = encoder.pixel(paints.paper, BAYER[0][0]);
        pixels[..ends.start].fill(paper);
        pixels[ends.end..].fill(paper);
        let knots = self.here.get(ends.start / self.apart..).unwrap_or_default();
        let pattern = &BAYER[self.y % PATTERN];
        if self.apart == APART {
            write_between(knots, pattern, &mut pixels[ends]);
        } else {
            for ((pixel, knot), more) in pixels[ends].iter_mut().zip(knots).zip(pattern.iter().cycle()) {
                *pixel = knot.map(|parts| dropped(parts, *more));
            }
        }
        for column in self.corner.start * self.apart..(self.corner.end * self.apart).min(self.width) {
            pixels[column] = encoder.pixel(self.light(paints, column), pattern[column % PATTERN]);
        }
    }

    /// Returns the light of one pixel.
    pub(crate) fn light(&self, paints: &Paints, column: usize) -> Layer {
        let [right, down] = [column, self.y].map(|place| f32::from(self.share(place)) / f32::from(SHARES));
        let between = |one: Glimpse, other: Glimpse, share: f32| -> Glimpse {
            std::array::from_fn(|kind| one[kind] + (other[kind] - one[kind]) * share)
        };
        let at = |knot| between(self.upper.seen.at(knot), self.lower.seen.at(knot), down);
        let knot = column / self.apart;
        paints.of(between(at(knot), at(knot + 1), right))
    }

    /// Returns how far a place is from a knot to the next, in shares.
    fn share(&self, place: usize) -> u16 {
        SHARES * half(place % self.apart) / half(self.apart)
    }

    /// Returns the columns from which and up to which there is anything but paper, in whole groups.
    fn ends(&self) -> Range<usize> {
        let [from, to] =
            [self.upper.ends[0].min(self.lower.ends[0]), self.upper.ends[1].max(self.lower.ends[1])];
        // What is between two knots has something of both.
        let from = from.saturating_sub(1) * self.apart / PATTERN * PATTERN;
        let to = (to * self.apart).next_multiple_of(PATTERN).min(self.width);
        from.min(to)..to
    }
}

/// Returns how many pixels apart it is enough, in a picture of this size, to look at what changes slowly.
pub(crate) fn apart(width: usize, height: usize) -> usize {
    if width.min(height) >= LARGE { APART } else { 1 }
}

/// Writes pixels from knots that are [`APART`].
fn write_between(knots: &[Parts], pattern: &[u16; PATTERN], pixels: &mut [[u8; 4]]) {
    let more = std::array::from_fn(|place| pattern[place / 4] * SHARES);
    let (groups, rest) = pixels.as_flattened_mut().as_chunks_mut();
    write_groups(knots, &more, groups);
    if !rest.is_empty() {
        let mut group = [[0; GROUP]];
        write_groups(knots.get(groups.len()..).unwrap_or_default(), &more, &mut group);
        rest.copy_from_slice(&group.as_flattened()[..rest.len()]);
    }
}

/// Writes groups of pixels, each from the knot at its beginning and the next. Not inlined, and all of a group one loop over
/// whole numbers of 16 bits: so the compiler makes a few instructions of it.
#[inline(never)]
fn write_groups(knots: &[Parts], more: &[u16; GROUP], groups: &mut [[u8; GROUP]]) {
    for (pair, group) in knots.windows(2).zip(groups) {
        let (here, next) = (wide(pair[0]), wide(pair[1]));
        for place in 0..GROUP {
            let share = half(place / 4);
            let sum = here[place] * (SHARES - share) + next[place] * share;
            group[place] = byte(usize::from((sum + more[place]) / (SHARES * PARTS)));
        }
    }
}

/// Returns the same for every pixel of a group.
#[inline(always)]
fn wide([r, g, b, o]: Parts) -> [u16; GROUP] {
    [r, g, b, o, r, g, b, o, r, g, b, o, r, g, b, o]
}

/// Returns the knots from which and up to which floor and wall meet, between two rows of knots.
fn corner(upper: &Knots, lower: &Knots) -> Range<usize> {
    let pairs = || upper.seen.share.windows(2).zip(lower.seen.share.windows(2));
    let meet = |(above, below): (&[f32], &[f32])| {
        let mut shares = above.iter().chain(below);
        !(shares.clone().all(|&share| share <= 0.0) || shares.all(|&share| share >= 1.0))
    };
    let ends = pairs().position(meet).zip(pairs().rposition(meet));
    ends.map_or(0..0, |(from, to)| from..to + 1)
}

#[cfg(test)]
mod tests {
    use glam::{DVec3, Vec3};

    use super::*;
    use crate::camera::Camera;
    use crate::lens::Lens;
    use crate::palette::Palette;
    use crate::shadow::{Plane, ShadowMap};

    #[test]
    fn bytes_that_were_blended_are_those_of_the_light() {
        let (encoder, shadow) = (Encoder::default(), ShadowMap::default());
        for ([width, height], transparent) in [([402, 401], false), ([402, 401], true), ([50, 60], false)] {
            let lens = Lens::new(&Camera::around(DVec3::Y * 0.5, 1.0, 25.0, 12.0), width, height);
            let wall = Plane::wall(Vec3::Z * -0.5, Vec3::Z);
            let view = View { lens: &lens, floor: Some((0.0, &shadow)), wall: Some((wall, &shadow)) };
            let paints = Paints::new(&Palette::Paper.colours(), transparent);
            let mut row = Row::default();
            row.prepare(width, height);
            let mut corners = 0;
            for y in 0..height {
                row.look(&view, &paints, &encoder, y);
                let mut pixels = vec![[0; 4]; width];
                row.write(&paints, &encoder, &mut pixels);
                corners += row.corner.len();
                for (x, pixel) in pixels.iter().enumerate() {
                    let exact = encoder.pixel(row.light(&paints, x), BAYER[y % PATTERN][x % PATTERN]);
                    // What is hardly there has no colour of its own.
                    let channels = if exact[3] > 8 { 0..4 } else { 3..4 };
                    let off = channels.map(|channel| pixel[channel].abs_diff(exact[channel])).max();
                    assert!(off <= Some(1), "{x}, {y}: {pixel:?} rather than {exact:?}");
                }
            }
            assert!(corners > 0, "floor and wall meet");
        }
    }
}
