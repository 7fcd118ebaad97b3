//! Blurring by means of windows: three of them in each direction are as good as a bell curve.

/// The buffers of a blur.
#[derive(Clone, Debug, Default)]
pub(super) struct Blur {
    line: Vec<f32>,
    sums: Vec<f32>,
    copy: Vec<f32>,
}

impl Blur {
    /// Replaces every value by the mean of its neighbourhood, three times over; beyond the edges is nothing.
    pub(super) fn blur(&mut self, values: &mut [f32], width: usize, radius: usize) {
        if width == 0 || values.is_empty() {
            return;
        }
        for _ in 0..3 {
            self.along(values, width, radius);
            self.across(values, width, radius);
        }
    }

    /// Sums up every window anew: a running sum would have to wait for itself at every step.
    fn along(&mut self, values: &mut [f32], width: usize, radius: usize) {
        let share = 1.0 / (2 * radius + 1) as f32;
        // Nothing at both ends, so that windows need no cases.
        self.line.clear();
        self.line.resize(width + 2 * radius, 0.0);
        for row in values.chunks_exact_mut(width) {
            self.line[radius..radius + width].copy_from_slice(row);
            row.fill(0.0);
            for first in 0..=2 * radius {
                for (sum, value) in row.iter_mut().zip(&self.line[first..first + width]) {
                    *sum += value * share;
                }
            }
        }
    }

    /// Keeps a running sum of every column, for many columns at once.
    fn across(&mut self, values: &mut [f32], width: usize, radius: usize) {
        let share = 1.0 / (2 * radius + 1) as f32;
        let height = values.len() / width;
        self.copy.clear();
        self.copy.extend_from_slice(values);
        self.sums.clear();
        self.sums.resize(width, 0.0);
        let row = |of: usize| of * width..(of + 1) * width;
        for y in 0..radius.min(height) {
            for (sum, value) in self.sums.iter_mut().zip(&self.copy[row(y)]) {
                *sum += value;
            }
        }
        for y in 0..height {
            if y + radius < height {
                for (sum, value) in self.sums.iter_mut().zip(&self.copy[row(y + radius)]) {
                    *sum += value;
                }
            }
            if y > radius {
                for (sum, value) in self.sums.iter_mut().zip(&self.copy[row(y - radius - 1)]) {
                    *sum -= value;
                }
            }
            for (value, sum) in values[row(y)].iter_mut().zip(&self.sums) {
                *value = sum.max(0.0) * share;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blurred_point_is_even_and_whole() {
        let (width, height) = (31, 27);
        let mut values = vec![0.0; width * height];
        values[13 * width + 15] = 1.0;
        Blur::default().blur(&mut values, width, 3);
        let at = |x: usize, y: usize| values[y * width + x];
        assert!((values.iter().sum::<f32>() - 1.0).abs() < 1e-4);
        for step in 0..12 {
            assert!((at(15 + step, 13) - at(15 - step, 13)).abs() < 1e-6, "{step}");
            assert!((at(15, 13 + step) - at(15 + step, 13)).abs() < 1e-6, "{step}");
            assert!(at(15 + step + 1, 13) <= at(15 + step, 13) + 1e-6);
        }
        assert!(at(15 + 9, 13) > 0.0 && at(15 + 10, 13) < 1e-6);
    }

    #[test]
    fn a_blur_wider_than_the_picture_is_no_error() {
        let mut values = vec![1.0; 6];
        Blur::default().blur(&mut values, 3, 9);
        assert!(values.iter().all(|value| value.is_finite() && *value < 1.0));
    }
}
