//! Where two pictures of a clip differ.

use std::ops::Range;

/// A rectangle of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Area {
    /// Returns the smallest area outside of which a picture is as the one before; all of it if there is none before,
    /// and one pixel where nothing differs: formats have no smaller picture.
    pub(super) fn changed<T: PartialEq>(before: Option<&[T]>, now: &[T], width: usize) -> Self {
        let width = width.max(1);
        let Some(before) = before else {
            return Self { left: 0, top: 0, width, height: now.len() / width };
        };
        let (mut left, mut right, mut top, mut bottom) = (width, 0, usize::MAX, 0);
        for at in (0..now.len()).filter(|at| before.get(*at) != now.get(*at)) {
            let (x, y) = (at % width, at / width);
            (left, right, top, bottom) = (left.min(x), right.max(x), top.min(y), bottom.max(y));
        }
        if left > right {
            return Self { left: 0, top: 0, width: 1, height: 1 };
        }
        Self { left, top, width: right - left + 1, height: bottom - top + 1 }
    }

    /// Returns the area with a corner at even numbers, at most one pixel further left and up.
    pub(super) fn at_even(self) -> Self {
        let (odd_left, odd_top) = (self.left % 2, self.top % 2);
        Self {
            left: self.left - odd_left,
            top: self.top - odd_top,
            width: self.width + odd_left,
            height: self.height + odd_top,
        }
    }

    /// Returns which pixels it has, row by row, in a picture of that width.
    pub(super) fn rows(self, width: usize) -> impl Iterator<Item = Range<usize>> {
        let first = move |y: usize| y * width + self.left;
        (self.top..self.top + self.height).map(move |y| first(y)..first(y) + self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_inside() {
        let before = [1, 1, 1, 1, 1, 1];
        let changed = |before, now: &[i32]| Area::changed(before, now, 3);
        assert_eq!(changed(None, &before), Area { left: 0, top: 0, width: 3, height: 2 });
        let area = changed(Some(&before[..]), &[1, 2, 1, 1, 1, 3]);
        assert_eq!(area, Area { left: 1, top: 0, width: 2, height: 2 });
        assert_eq!(area.rows(3).collect::<Vec<_>>(), [1..3, 4..6]);
        assert_eq!(area.at_even(), Area { left: 0, top: 0, width: 3, height: 2 });
        assert_eq!(changed(Some(&before[..]), &before), Area { left: 0, top: 0, width: 1, height: 1 });
    }
}
