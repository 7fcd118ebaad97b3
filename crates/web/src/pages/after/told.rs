//! What follows from the answers after a session.

use unknot_routine::{Hurt, HurtOutcome, Rules};

/// What the person is told in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// What a hurt means that ends everything for today.
    Hurt(Hurt),
    /// Rest, and have it checked if it stays.
    Worse,
    /// Smaller movements next time.
    MorePain,
    /// Nothing special.
    Nothing,
}

/// Returns what is told after that pain before and after, and, where something was worse, of what kind it was.
pub(super) fn told(
    rules: &Rules,
    before: Option<u8>,
    after: Option<u8>,
    worse: Option<Option<Hurt>>,
) -> Told {
    let rise = before.zip(after).map(|(before, after)| i16::from(after) - i16::from(before));
    match worse {
        // A sharp pain that is there when nothing moves any more is no reason to skip an exercise, but to rest.
        Some(Some(hurt)) if hurt.outcome() != HurtOutcome::LeaveExercise => Told::Hurt(hurt),
        Some(_) => Told::Worse,
        None if rise.is_some_and(|rise| rise >= i16::from(rules.rise)) => Told::MorePain,
        None => Told::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::Known;

    #[test]
    fn what_is_told_follows_from_the_answers() {
        let rules = Known::built_in().unwrap().rules;
        let told = |before, after, worse| told(&rules, before, after, worse);
        assert_eq!(told(Some(3), Some(4), None), Told::Nothing);
        assert_eq!(told(Some(3), Some(5), None), Told::MorePain);
        assert_eq!(told(None, Some(9), None), Told::Nothing);
        assert_eq!(told(Some(3), None, Some(None)), Told::Worse);
        assert_eq!(told(Some(3), Some(3), Some(Some(Hurt::Sharp))), Told::Worse);
        assert_eq!(told(Some(3), Some(3), Some(Some(Hurt::NewSymptom))), Told::Hurt(Hurt::NewSymptom));
        assert_eq!(told(Some(3), Some(3), Some(Some(Hurt::EmergencySign))), Told::Hurt(Hurt::EmergencySign));
    }
}
