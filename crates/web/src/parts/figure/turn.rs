//! How far somebody has turned the figure.

use unknot_routine::Moment;

/// How far the onlooker has gone around the figure from where it is best seen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Turn {
    azimuth_degrees: f64,
    elevation_degrees: f64,
    /// The plan's item that was looked at.
    item: Option<usize>,
}

impl Turn {
    /// Returns it turned further, at a moment.
    #[must_use]
    pub(super) fn further(self, azimuth_degrees: f64, elevation_degrees: f64, moment: &Moment<'_>) -> Self {
        let here = self.at(moment);
        Self {
            azimuth_degrees: (here.azimuth_degrees + azimuth_degrees) % 360.0,
            // Farther than this it would take a while to come back.
            elevation_degrees: (here.elevation_degrees + elevation_degrees).clamp(-60.0, 80.0),
            item: moment.segment.item,
        }
    }

    /// Returns what is left of it at a moment: the next exercise is best seen from where it is best seen, and the
    /// onlooker walks there while its body appears.
    #[must_use]
    fn at(self, moment: &Moment<'_>) -> Self {
        let left = match moment.segment.item == self.item {
            true => 1.0,
            false if moment.segment.is_change() => 1.0 - moment.moved,
            false => 0.0,
        };
        Self {
            azimuth_degrees: self.azimuth_degrees * left,
            elevation_degrees: self.elevation_degrees * left,
            item: self.item,
        }
    }

    /// Returns it at a moment, in degrees: towards the person's left, and upwards.
    pub(super) fn degrees(self, moment: &Moment<'_>) -> [f64; 2] {
        let Self { azimuth_degrees, elevation_degrees, .. } = self.at(moment);
        [azimuth_degrees, elevation_degrees]
    }
}
