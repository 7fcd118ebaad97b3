//! Student's t distribution.

/// The distribution for so many degrees of freedom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Student {
    degrees: f64,
    /// The logarithm of what stands before the fraction, of degrees of freedom alone.
    front: f64,
}

impl Student {
    /// Returns the one for so many degrees of freedom.
    pub(super) fn new(degrees: f64) -> Self {
        let half = 0.5 * degrees;
        Self { degrees, front: libm::lgamma(half + 0.5) - libm::lgamma(half) - libm::lgamma(0.5) }
    }

    /// Returns the probability that a t is at most this.
    pub(super) fn cdf(self, t: f64) -> f64 {
        let tail = 0.5 * self.beyond(t * t);
        if t > 0.0 { 1.0 - tail } else { tail }
    }

    /// Returns below what a t is with that probability.
    pub(super) fn quantile(self, probability: f64) -> f64 {
        bisect(-1e4, 1e4, |t| self.cdf(t) < probability)
    }

    /// Returns the probability that the square of a t is more than this.
    fn beyond(self, square: f64) -> f64 {
        let x = self.degrees / (self.degrees + square);
        if x >= 1.0 {
            return 1.0;
        }
        let (a, b) = (0.5 * self.degrees, 0.5);
        let front = libm::exp(self.front + a * libm::log(x) + b * libm::log1p(-x));
        // The fraction is quick on one side only.
        if x > (a + 1.0) / (a + b + 2.0) {
            1.0 - front * fraction(1.0 - x, b, a) / b
        } else {
            front * fraction(x, a, b) / a
        }
    }
}

/// Returns where a condition ceases to hold, between two numbers.
pub(super) fn bisect(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    // After this many halvings nothing is left that anybody would see.
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Returns the continued fraction of the incomplete beta function, by Lentz's way.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let (mut c, mut d) = (1.0, 1.0 / away(1.0 - (a + b) * x / (a + 1.0)));
    let mut fraction = d;
    for step in 1..300_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = fraction;
        for numerator in [even, odd] {
            d = 1.0 / away(1.0 + numerator * d);
            c = away(1.0 + numerator / c);
            fraction *= c * d;
        }
        if (fraction - before).abs() < 1e-13 * fraction.abs() {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_tables_have_it() {
        let table =
            [(1.0, 12.706_205), (2.0, 4.302_653), (5.0, 2.570_582), (26.0, 2.055_529), (1000.0, 1.962_339)];
        for (degrees, wanted) in table {
            let student = Student::new(degrees);
            let found = student.quantile(0.975);
            assert!((found - wanted).abs() < 1e-5, "{degrees}: {found}");
            assert!((student.quantile(0.025) + wanted).abs() < 1e-5);
        }
        assert!((Student::new(7.0).cdf(0.0) - 0.5).abs() < 1e-12);
        assert!((Student::new(1.0).cdf(1.0) - 0.75).abs() < 1e-12);
    }
}
