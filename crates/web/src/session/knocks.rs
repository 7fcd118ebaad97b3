//! Two knocks on the floor, as a device that lies there feels or hears them.

/// How much more than usual a knock shakes a device, in m/s². A hand on a floor shakes a phone by 3 to 10, steps beside
/// it by less than 1; nobody has measured this on many floors.
const SHAKES: f64 = 2.0;
/// How much louder than usual a knock is, as a share of the loudest that a microphone can tell. A judgement, too.
const SOUNDS: f64 = 0.08;
/// Two knocks begin so many milliseconds apart.
const APART: std::ops::RangeInclusive<f64> = 150.0..=700.0;
/// After a knock it is still for so many milliseconds.
const STILL: f64 = 100.0;
/// A knock rings on for no longer than so many milliseconds. Words and steps do.
const RINGS: f64 = 100.0;
/// What is usual follows what is felt by this share with each reading.
const FOLLOWS: f64 = 0.1;

/// Listens for two knocks.
#[derive(Clone, Debug)]
pub(super) struct Knocks {
    /// How much more than usual a knock is.
    least: f64,
    usual: Option<f64>,
    /// When what goes on now began and was felt last, in milliseconds.
    now: Option<(f64, f64)>,
    /// When the last knock began.
    last: Option<f64>,
}

impl Knocks {
    /// Listens by a motion sensor: to the strength of the acceleration, in m/s².
    pub(super) fn felt() -> Self {
        Self { least: SHAKES, usual: None, now: None, last: None }
    }

    /// Listens by a microphone: to the loudest of each moment, 0–1.
    pub(super) fn heard() -> Self {
        Self { least: SOUNDS, ..Self::felt() }
    }

    /// Takes how strong it is at a time in milliseconds. Returns whether two knocks are over.
    pub(super) fn take(&mut self, strength: f64, time: f64) -> bool {
        if !strength.is_finite() {
            return false;
        }
        let usual = *self.usual.get_or_insert(strength);
        if (strength - usual).abs() >= self.least {
            let begun = self.now.map_or(time, |(begun, _)| begun);
            self.now = Some((begun, time));
            return false;
        }
        self.usual = Some(usual + (strength - usual) * FOLLOWS);
        let Some((begun, _)) = self.now.take_if(|(_, felt)| time - *felt >= STILL) else { return false };
        if time - begun > RINGS + STILL {
            self.last = None;
            return false;
        }
        let is_second = self.last.is_some_and(|last| APART.contains(&(begun - last)));
        self.last = if is_second { None } else { Some(begun) };
        is_second
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns when two knocks are heard in a minute of stillness with shakes at these times, in milliseconds.
    fn heard(shakes: &[(f64, f64)]) -> Vec<f64> {
        let mut knocks = Knocks::felt();
        let mut heard = Vec::new();
        for step in 0..3600_u32 {
            let time = f64::from(step) * 1000.0 / 60.0;
            let shake = shakes.iter().find(|(at, _)| (time - at).abs() < 1000.0 / 120.0);
            let noise = if step % 2 == 0 { 0.05 } else { -0.05 };
            if knocks.take(9.81 + noise + shake.map_or(0.0, |(_, strength)| *strength), time) {
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
    fn words_are_not_knocks() {
        // Two words of a third of a second, with a pause between them.
        let mut knocks = Knocks::heard();
        let mut knocked = |loud: &dyn Fn(f64) -> bool| {
            (0..200_u32)
                .map(|step| f64::from(step) * 20.0)
                .any(|time| knocks.take(if loud(time) { 0.4 } else { 0.01 }, time))
        };
        assert!(!knocked(&|time| (1000.0..1300.0).contains(&time) || (1500.0..1800.0).contains(&time)));
        assert!(knocked(&|time| (1000.0..1040.0).contains(&time) || (1500.0..1540.0).contains(&time)));
    }

    #[test]
    fn a_third_knock_begins_anew() {
        assert_eq!(heard(&[(5000.0, 6.0), (5400.0, 6.0), (5800.0, 6.0)]).len(), 1);
    }
}
