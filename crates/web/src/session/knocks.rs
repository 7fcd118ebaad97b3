//! Two knocks on the floor, as a device that lies there feels them.

/// How much more than usual a knock shakes, in m/s². A hand on a floor shakes a phone by 3 to 10, steps beside it by
/// less than 1; nobody has measured this on many floors.
const KNOCK: f64 = 2.0;
/// Two knocks lie so many milliseconds apart.
const APART: std::ops::RangeInclusive<f64> = 150.0..=700.0;
/// A knock rings on for so many milliseconds.
const RINGS: f64 = 120.0;
/// What is usual follows what is felt by this share with each reading.
const FOLLOWS: f64 = 0.1;

/// Listens for two knocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Knocks {
    usual: Option<f64>,
    /// When the last knock began, in milliseconds.
    last: Option<f64>,
    /// When it was felt last.
    shaken: Option<f64>,
}

impl Knocks {
    /// Takes what is felt at a time: the strength of the acceleration in m/s² and the time in milliseconds. Returns
    /// whether this was the second of two knocks.
    pub(crate) fn feel(&mut self, strength: f64, time: f64) -> bool {
        if !strength.is_finite() {
            return false;
        }
        let Some(usual) = self.usual else {
            self.usual = Some(strength);
            return false;
        };
        if (strength - usual).abs() < KNOCK {
            self.usual = Some(usual + (strength - usual) * FOLLOWS);
            return false;
        }
        // A device that is carried shakes on and on; a knock is over at once.
        let rings = self.shaken.is_some_and(|shaken| time - shaken < RINGS);
        self.shaken = Some(time);
        if rings {
            return false;
        }
        let is_second = self.last.is_some_and(|last| APART.contains(&(time - last)));
        self.last = if is_second { None } else { Some(time) };
        is_second
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns when two knocks are heard in a minute of stillness with shakes at these times, in milliseconds.
    fn heard(shakes: &[(f64, f64)]) -> Vec<f64> {
        let mut knocks = Knocks::default();
        let mut heard = Vec::new();
        for step in 0..3600_u32 {
            let time = f64::from(step) * 1000.0 / 60.0;
            let shake = shakes.iter().find(|(at, _)| (time - at).abs() < 1000.0 / 120.0);
            let noise = if step % 2 == 0 { 0.05 } else { -0.05 };
            if knocks.feel(9.81 + noise + shake.map_or(0.0, |(_, strength)| *strength), time) {
                heard.push(time);
            }
        }
        heard
    }

    #[test]
    fn two_knocks_are_heard() {
        assert_eq!(heard(&[(5000.0, 6.0), (5400.0, -5.0)]).len(), 1);
        assert_eq!(heard(&[(5000.0, 6.0), (5400.0, 5.0), (9000.0, 4.0), (9300.0, 4.0)]).len(), 2);
    }

    #[test]
    fn one_knock_or_two_far_apart_are_not() {
        assert_eq!(heard(&[]), [0.0; 0]);
        assert_eq!(heard(&[(5000.0, 6.0)]), [0.0; 0]);
        assert_eq!(heard(&[(5000.0, 6.0), (6000.0, 6.0)]), [0.0; 0]);
        // One that rings on is one.
        assert_eq!(heard(&[(5000.0, 6.0), (5083.0, 4.0)]), [0.0; 0]);
    }

    #[test]
    fn steps_beside_it_and_being_carried_are_not() {
        assert_eq!(heard(&[(5000.0, 0.8), (5400.0, 0.8)]), [0.0; 0]);
        let carried: Vec<(f64, f64)> =
            (0..60).map(|step| (5000.0 + f64::from(step) * 1000.0 / 60.0, 4.0)).collect();
        assert_eq!(heard(&carried), [0.0; 0]);
    }

    #[test]
    fn a_third_knock_begins_anew() {
        assert_eq!(heard(&[(5000.0, 6.0), (5400.0, 6.0), (5800.0, 6.0)]).len(), 1);
    }
}
