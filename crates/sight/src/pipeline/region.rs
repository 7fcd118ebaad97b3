//! The square part of a picture that a network is shown.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::picture::Picture;

/// How much larger than a body the region around it is.
const MARGIN: f64 = 1.25;

/// Where in a picture something is, in places from its upper left corner.
pub(crate) type Point = [f64; 2];

/// A square in a picture, turned so that whoever is in it stands upright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Region {
    pub(crate) middle: Point,
    /// The length of its sides, in places of the picture.
    pub(crate) side: f64,
    /// How far it is turned, clockwise as one sees it, in radians.
    pub(crate) turn: f64,
}

impl Region {
    /// Returns the smallest one that holds a whole picture, with what is beside it.
    pub(crate) fn whole(picture: &Picture<'_>) -> Self {
        let (width, height) = (picture.width() as f64, picture.height() as f64);
        Self { middle: [width / 2.0, height / 2.0], side: width.max(height), turn: 0.0 }
    }

    /// Returns the one around a body whose hips and whose length and direction are known: the second point lies where the
    /// circle around the body is cut by its axis, above the head. None where there is no such circle in the picture.
    pub(crate) fn around(hips: Point, above: Point, picture: &Picture<'_>) -> Option<Self> {
        let [x, y] = [above[0] - hips[0], above[1] - hips[1]];
        let side = 2.0 * libm::hypot(x, y) * MARGIN;
        let turn = FRAC_PI_2 - libm::atan2(-y, x);
        let turn = turn - TAU * libm::floor((turn + PI) / TAU);
        let [width, height] = [picture.width() as f64, picture.height() as f64];
        let reach = side / 2.0;
        let touches = |at: f64, length: f64| at + reach > 0.0 && at - reach < length;
        // A body that is much larger than the picture, or of less than a place, is none. Neither is one that is not a number.
        let is_sound = side >= 1.0 && side <= 16.0 * width.max(height);
        let is_there = is_sound && touches(hips[0], width) && touches(hips[1], height);
        is_there.then_some(Self { middle: hips, side, turn })
    }

    /// Returns where in the picture a point of the region is, which goes from 0 to 1 both ways.
    pub(crate) fn in_picture(&self, point: Point) -> Point {
        let [x, y] = self.turned([(point[0] - 0.5) * self.side, (point[1] - 0.5) * self.side]);
        [self.middle[0] + x, self.middle[1] + y]
    }

    /// Returns a direction in the region as it is in the picture.
    pub(crate) fn turned(&self, [x, y]: Point) -> Point {
        let (sine, cosine) = libm::sincos(self.turn);
        [cosine * x - sine * y, sine * x + cosine * y]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: [u8; 300] = [0; 300];

    fn picture() -> Picture<'static> {
        Picture::rgb(10, 10, &BYTES).unwrap()
    }

    fn is_near(one: Point, other: Point) -> bool {
        (one[0] - other[0]).abs() < 1e-9 && (one[1] - other[1]).abs() < 1e-9
    }

    #[test]
    fn whoever_lies_is_turned_upright() {
        // The head is on the picture's right.
        let region = Region::around([4.0, 5.0], [6.0, 5.0], &picture()).unwrap();
        assert!((region.turn - FRAC_PI_2).abs() < 1e-9 && (region.side - 5.0).abs() < 1e-9, "{region:?}");
        // What is above the middle in the region is right of it in the picture.
        assert!(is_near(region.in_picture([0.5, 0.1]), [6.0, 5.0]));
        assert!(is_near(region.in_picture([0.5, 0.5]), [4.0, 5.0]));
        let upright = Region::around([5.0, 6.0], [5.0, 4.0], &picture()).unwrap();
        assert!(upright.turn.abs() < 1e-9);
        assert!(is_near(upright.in_picture([0.0, 0.0]), [2.5, 3.5]));
    }

    #[test]
    fn what_is_no_body_in_the_picture_has_no_region() {
        let none = |hips, above| Region::around(hips, above, &picture()).is_none();
        assert!(none([5.0, 5.0], [5.0, 5.0]), "no length");
        assert!(none([f64::NAN, 5.0], [5.0, 1.0]) && none([5.0, 5.0], [f64::INFINITY, 1.0]));
        assert!(none([-90.0, 5.0], [-90.0, 1.0]), "outside");
        assert!(none([5.0, 5.0], [5.0, -995.0]), "too large");
    }

    #[test]
    fn a_whole_picture_lies_in_the_middle_of_its_square() {
        let bytes = [0; 60];
        let region = Region::whole(&Picture::rgb(10, 2, &bytes).unwrap());
        assert!(
            is_near(region.in_picture([0.0, 0.5]), [0.0, 1.0])
                && is_near(region.in_picture([1.0, 0.0]), [10.0, -4.0])
        );
    }
}
