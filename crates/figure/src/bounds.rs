//! Boxes around things.

use glam::Vec3;

/// The smallest box along the axes of the room that holds some points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    low: Vec3,
    high: Vec3,
}

impl Bounds {
    /// Returns the box around points; those that are no number are left out.
    pub(crate) fn of(points: &[Vec3]) -> Self {
        let (mut low, mut high) = ([f32::MAX; 3], [f32::MIN; 3]);
        for point in points {
            for (axis, value) in point.to_array().into_iter().enumerate() {
                // Plain comparisons become one instruction; `min` and `max` would think of what is no number.
                low[axis] = if value < low[axis] { value } else { low[axis] };
                high[axis] = if value > high[axis] { value } else { high[axis] };
            }
        }
        Self { low: low.into(), high: high.into() }
    }

    /// Returns its middle.
    pub(crate) fn middle(&self) -> Vec3 {
        self.low * 0.5 + self.high * 0.5
    }

    /// Returns half of its size; negative where there are no points.
    pub(crate) fn half(&self) -> Vec3 {
        self.high * 0.5 - self.low * 0.5
    }
}
