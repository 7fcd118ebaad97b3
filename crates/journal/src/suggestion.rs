//! What can be suggested.

use unknot_body::Named;

/// What can be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// Smaller movements: the last session raised the pain.
    SmallerRange,
    /// Half the dose: it was worse on the next day.
    HalfDose,
    /// Have it checked: it was worse several times.
    SeeClinician,
    /// A shorter session: the last ones were ended early.
    LessTime,
    /// Leave out an exercise that is always skipped.
    LeaveOut,
    /// One's own times to change position.
    OwnChanges,
}

impl Named for SuggestionKind {
    const KIND: &'static str = "suggestion";

    const ALL: &'static [Self] = &[
        Self::SmallerRange,
        Self::HalfDose,
        Self::SeeClinician,
        Self::LessTime,
        Self::LeaveOut,
        Self::OwnChanges,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::SmallerRange => "smaller-range",
            Self::HalfDose => "half-dose",
            Self::SeeClinician => "see-clinician",
            Self::LessTime => "less-time",
            Self::LeaveOut => "leave-out",
            Self::OwnChanges => "own-changes",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::SmallerRange => "Smaller movements: the last session raised the pain.",
            Self::HalfDose => "Half the dose: it was worse on the next day.",
            Self::SeeClinician => "Have it checked: it was worse several times.",
            Self::LessTime => "A shorter session: the last ones were ended early.",
            Self::LeaveOut => "Leave out an exercise that is always skipped.",
            Self::OwnChanges => "One's own times to change position.",
        }
    }
}
