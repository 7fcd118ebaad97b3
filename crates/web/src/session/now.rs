//! What a page shows of a running session.

use unknot_body::Sides;
use unknot_routine::{End, Hurt, State};

/// What a page shows; it changes with what happens, not with every picture.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Now {
    /// What is asked of the person, if anything.
    pub(crate) face: Face,
    /// The name of the exercise.
    pub(crate) exercise: String,
    /// Which exercise it is, and of how many.
    pub(crate) place: Option<(usize, usize)>,
    /// What is to be done now.
    pub(crate) caption: String,
    /// The same for who cannot see it: only what the phase is.
    pub(crate) phase: String,
    /// Whole seconds left of what is going on; none while somebody is waited for.
    pub(crate) seconds: Option<u32>,
    /// Which repetition it is, and of how many; none on the way into position.
    pub(crate) repetition: Option<(u32, u32)>,
    /// Which set it is, and of how many, where there are several.
    pub(crate) set: Option<(u32, u32)>,
    /// Whose turn it is.
    pub(crate) side: Sides,
    /// What comes next.
    pub(crate) next: Next,
    /// Whole minutes left of all of it, to the nearest; 0 in the last one.
    pub(crate) minutes: u32,
    /// What is remarked.
    pub(crate) remark: Option<String>,
}

/// What comes after the exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// This exercise.
    Exercise(String),
    /// The exercises on the floor.
    Floor,
    /// Getting up.
    GetUp,
    /// Nothing: it is the last one.
    Last,
    /// Nothing is to be said of it.
    Nothing,
}

/// What is asked of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Nothing: it goes on.
    Led,
    /// To go on, when they like.
    Paused,
    /// To be in position.
    Waiting,
    /// What the hurt is like.
    Hurting,
    /// To do this step of getting up; none is left when it is empty.
    HelpingUp(String),
    /// Whether it is to end.
    Ending,
    /// The list before the floor.
    Floor,
    /// Nothing any more.
    Ended(End),
}

/// What moves with every picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Frame {
    /// Seconds of the timeline.
    pub(crate) seconds: f64,
    /// The share that is left of what is going on, 0–1.
    pub(crate) left: f64,
    /// The share of the whole session that has passed, 0–1.
    pub(crate) passed: f64,
    /// How full the lungs are, 0–1.
    pub(crate) breath: f64,
}

impl Face {
    /// Returns what a state asks of the person.
    pub(super) fn of(state: State, step: impl FnOnce() -> String) -> Self {
        match state {
            State::Running => Self::Led,
            State::Paused => Self::Paused,
            State::Waiting => Self::Waiting,
            State::Hurting => Self::Hurting,
            State::HelpingUp { .. } => Self::HelpingUp(step()),
            State::Ended(end) => Self::Ended(end),
        }
    }
}

/// Returns the kind of hurt at a place among all of them.
pub(super) fn hurt_at(index: usize) -> Option<Hurt> {
    Hurt::ALL.get(index).copied()
}
