//! Everything that can happen to a session.

use serde::{Deserialize, Serialize};
use unknot_routine::Answers;

/// Something that happens to a session. From the same beginning the same acts lead to the same session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Act {
    /// Time passes, in seconds.
    Pass(f64),
    /// Pause.
    Pause,
    /// The computer was away.
    Away,
    /// Go on, after a pause or when nothing hurts after all.
    GoOn,
    /// In position.
    Ready,
    /// The next exercise.
    Skip,
    /// Back to the beginning of this exercise, or to the one before.
    Back,
    /// Sore here.
    Sore,
    /// Easier.
    Easier,
    /// It hurts.
    Hurts,
    /// What kind of hurt it is, by its place among all of them.
    HurtIs(usize),
    /// Help me up.
    Up,
    /// Whether changes of position wait until the person is ready.
    Wait(bool),
    /// The lists before the floor are answered.
    Floor(Answers),
    /// Asks whether the session is to end.
    AskEnd,
    /// It ends.
    End,
    /// A camera has counted so many repetitions of the exercise; none where not all of them could be seen.
    Counted(Option<u32>),
    /// The person is through with the repetition before the clock is.
    Through,
}

/// Adds an act to those before: time that passes after time has passed is more of the same.
pub(super) fn add(acts: &mut Vec<Act>, act: Act) {
    match (acts.last_mut(), act) {
        (Some(Act::Pass(before)), Act::Pass(more)) => *before += more,
        (_, act) => acts.push(act),
    }
}
