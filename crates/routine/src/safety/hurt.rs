//! "It hurts": what kind of hurt, and what follows from it.

use crate::words::WordKey;

/// What kind of hurt it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hurt {
    /// A sharp pain.
    Sharp,
    /// New tingling or weakness, dizziness, or disturbed sight.
    NewSymptom,
    /// Anything of the screen's emergency list.
    EmergencySign,
}

/// What follows from a hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HurtOutcome {
    /// This exercise is left; the session goes on. If the pain stays, the session ends.
    LeaveExercise,
    /// The session ends, with the advice to see a clinician.
    EndAndAdvise,
    /// The session ends, with the advice to call for help.
    Emergency,
}

impl Hurt {
    /// Every kind, the most serious first: the order in which they are asked.
    pub const ALL: &'static [Self] = &[Self::EmergencySign, Self::NewSymptom, Self::Sharp];

    /// Returns what follows.
    #[must_use]
    pub fn outcome(self) -> HurtOutcome {
        match self {
            Self::Sharp => HurtOutcome::LeaveExercise,
            Self::NewSymptom => HurtOutcome::EndAndAdvise,
            Self::EmergencySign => HurtOutcome::Emergency,
        }
    }

    /// Returns the key of the words that ask for it.
    #[must_use]
    pub fn question(self) -> WordKey {
        let name = match self {
            Self::Sharp => "sharp",
            Self::NewSymptom => "new-symptom",
            Self::EmergencySign => "emergency-sign",
        };
        WordKey::attribute("hurt", name)
    }
}

impl HurtOutcome {
    /// Everything that can follow.
    pub(crate) const ALL: &'static [Self] = &[Self::LeaveExercise, Self::EndAndAdvise, Self::Emergency];

    /// Returns the key of what the person is told.
    #[must_use]
    pub fn advice(self) -> WordKey {
        let name = match self {
            Self::LeaveExercise => "leave-exercise",
            Self::EndAndAdvise => "end-and-advise",
            Self::Emergency => "emergency",
        };
        WordKey::attribute("hurt", name)
    }
}
