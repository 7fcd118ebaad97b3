//! Damped least squares with bounds, for few unknowns (Levenberg 1944, Marquardt 1963).

/// Equations that are to hold as well as they can: the sum of the squares of what is left of each.
pub(super) struct Equations {
    unknowns: usize,
    /// The lower triangle of Jᵀ J, row by row in full rows.
    matrix: Vec<f64>,
    /// Jᵀ r.
    gradient: Vec<f64>,
    /// Half the sum of squares.
    cost: f64,
}

impl Equations {
    pub(super) fn new(unknowns: usize) -> Self {
        Self { unknowns, matrix: vec![0.0; unknowns * unknowns], gradient: vec![0.0; unknowns], cost: 0.0 }
    }

    /// Adds an equation: what is left of it now, and how that grows with each unknown.
    pub(super) fn add(&mut self, left: f64, row: &[f64]) {
        self.cost += 0.5 * left * left;
        for (i, &a) in row.iter().enumerate() {
            if a == 0.0 {
                continue;
            }
            self.gradient[i] += a * left;
            let line = &mut self.matrix[i * self.unknowns..i * self.unknowns + i + 1];
            for (value, &b) in line.iter_mut().zip(row) {
                *value += a * b;
            }
        }
    }

    /// Adds an equation in which only one unknown stands.
    pub(super) fn add_single(&mut self, unknown: usize, left: f64, slope: f64) {
        self.cost += 0.5 * left * left;
        self.gradient[unknown] += slope * left;
        self.matrix[unknown * self.unknowns + unknown] += slope * slope;
    }

    pub(super) fn cost(&self) -> f64 {
        self.cost
    }

    /// Returns the step that solves them, damped; unknowns that are held do not move.
    pub(super) fn step(&self, damping: f64, held: &[bool]) -> Vec<f64> {
        let n = self.unknowns;
        let mut lower = self.matrix.clone();
        let mut step: Vec<f64> = self.gradient.iter().map(|g| -g).collect();
        for i in 0..n {
            lower[i * n + i] += damping * (lower[i * n + i] + 1e-3);
            if held[i] {
                for j in 0..n {
                    lower[if j <= i { i * n + j } else { j * n + i }] = 0.0;
                }
                lower[i * n + i] = 1.0;
                step[i] = 0.0;
            }
        }
        // Cholesky, in place; the damping keeps every pivot positive.
        for i in 0..n {
            for j in 0..=i {
                let (before, this) = lower.split_at_mut(i * n);
                let other = if j == i { &this[..j] } else { &before[j * n..j * n + j] };
                let value = this[j] - dot(&this[..j], other);
                this[j] = if i == j { value.max(1e-12).sqrt() } else { value / before[j * n + j] };
            }
        }
        for i in 0..n {
            let sum = dot(&lower[i * n..i * n + i], &step[..i]);
            step[i] = (step[i] - sum) / lower[i * n + i];
        }
        for i in (0..n).rev() {
            let sum: f64 = (i + 1..n).map(|j| lower[j * n + i] * step[j]).sum();
            step[i] = (step[i] - sum) / lower[i * n + i];
        }
        step
    }
}

/// Returns the scalar product of two rows. Four sums at a time, as one would have to wait for itself at every step.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let ((fours, rest), (other_fours, other_rest)) = (one.as_chunks::<4>(), other.as_chunks::<4>());
    let mut sums = [0.0; 4];
    for (a, b) in fours.iter().zip(other_fours) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let left: f64 = rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_through_points() {
        let (mut a, mut b) = (0.0, 0.0);
        let mut equations = Equations::new(2);
        for (x, y) in [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)] {
            equations.add(a * x + b - y, &[x, 1.0]);
        }
        let step = equations.step(0.0, &[false, false]);
        (a, b) = (a + step[0], b + step[1]);
        assert!((a - 2.0).abs() < 1e-9 && (b - 1.0).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn rows_of_any_length_are_multiplied() {
        let row: Vec<f64> = (1..=11).map(f64::from).collect();
        for length in 0..=row.len() {
            let whole: f64 = row[..length].iter().map(|value| value * value).sum();
            assert!((dot(&row[..length], &row[..length]) - whole).abs() < 1e-9, "{length}");
        }
    }

    #[test]
    fn what_is_held_stays() {
        let mut equations = Equations::new(2);
        equations.add(-4.0, &[1.0, 1.0]);
        equations.add_single(1, 0.0, 1e-6);
        let step = equations.step(1e-12, &[true, false]);
        assert_eq!(step[0].to_bits(), 0);
        assert!((step[1] - 4.0).abs() < 1e-6);
    }
}
