//! How much: repetitions, holds and tempo, and how a choice compares with the usual dose.

use super::form::Block;
use crate::time::Millis;

/// An amount that a plan may choose: of repetitions a count, of holds and tempo milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The usual amount.
    pub default: u32,
    /// The least that a plan may use.
    pub min: u32,
    /// The most that a plan may use.
    pub max: u32,
    /// The distance between two amounts, counted from the usual one.
    pub step: u32,
    /// The amount of the first sessions, where it is less.
    pub gentle: Option<u32>,
    /// What the article asks for, least and most.
    pub asks: Option<(u32, u32)>,
}

impl Dose {
    /// Returns a dose that leaves nothing to choose.
    #[must_use]
    pub fn fixed(amount: u32) -> Self {
        Self { default: amount, min: amount, max: amount, step: 1, gentle: None, asks: None }
    }

    /// Returns every amount a plan may use, the smallest first.
    pub fn amounts(&self) -> impl Iterator<Item = u32> + use<> {
        let Self { default, min, max, step, .. } = *self;
        let step = step.max(1);
        let below = (default - min) / step;
        let above = (max - default) / step;
        (0..=below + above).map(move |index| default - below * step + index * step)
    }

    /// Returns how many amounts there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        let step = self.step.max(1);
        u64::from((self.default - self.min) / step) + u64::from((self.max - self.default) / step) + 1
    }

    /// Returns the dose with another usual amount, which is also the most: what somebody has prescribed.
    #[must_use]
    pub fn prescribed(self, amount: u32) -> Self {
        Self { default: amount, min: self.min.min(amount), max: amount, gentle: None, asks: None, ..self }
    }
}

/// What a plan has chosen for a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlockDose {
    /// How many sets.
    pub sets: u32,
    /// How often in a set.
    pub repetitions: u32,
    /// How long each hold lasts that gives no length itself.
    pub hold: Millis,
    /// How long a repetition takes, where that can be chosen.
    pub tempo: Option<Millis>,
}

/// What a plan has chosen for an exercise: one dose for each of its blocks.
pub type DoseChoice = Vec<BlockDose>;

/// Returns how much a choice is of the usual dose, in millionths.
///
/// Of a block, sets, repetitions and hold count, each relative to the usual one; tempo does not. Blocks count by
/// the seconds they usually take; what cannot be chosen does not count, and an exercise in which nothing
/// can be chosen is always at its usual dose.
#[must_use]
pub fn relative_dose(blocks: &[Block], choice: &[BlockDose], breath: Millis) -> u32 {
    // Rounded at the end only, so that three thirds are a whole.
    const FINE: u128 = 1_000_000;
    let (mut chosen, mut usual) = (0_u128, 0_u128);
    for (block, dose) in blocks.iter().zip(choice).filter(|(block, _)| block.can_be_dosed()) {
        let one = u128::from(block.repetition_length(&block.default_dose(), breath).0);
        let times = |sets: u32, repetitions: u32| u128::from(sets) * u128::from(repetitions);
        let (held, usually_held) = block.hold.map_or((1, 1), |hold| (dose.hold.0, hold.default.max(1)));
        let seconds = one * times(dose.sets, dose.repetitions);
        chosen += seconds * u128::from(held) * FINE * 1_000_000 / u128::from(usually_held);
        usual += one * times(block.sets.default, block.repetitions.default);
    }
    let relative = chosen.checked_div(usual).map_or(1_000_000, |fine| (fine + FINE / 2) / FINE);
    u32::try_from(relative).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_go_in_steps_from_the_usual_one() {
        let dose = Dose { default: 20, min: 9, max: 26, step: 5, gentle: None, asks: None };
        assert_eq!(dose.amounts().collect::<Vec<_>>(), [10, 15, 20, 25]);
        assert_eq!(dose.count(), 4);
        assert_eq!(Dose::fixed(3).amounts().collect::<Vec<_>>(), [3]);
    }
}
