//! What somebody who watches sees of a person who exercises. Plain values: who watches is another room.

use unknot_body::Sides;

use crate::exercise::PhaseKind;
use crate::words::WordKey;

/// What is seen of a person at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The moment, in seconds from where watching began.
    pub seconds: f64,
    /// Whether enough of them is seen to judge anything.
    pub sight: Sight,
    /// Whether they are where the exercise has them.
    pub in_position: bool,
    /// Which phase they are in, if they are in position.
    pub phase: Option<PhaseSeen>,
    /// How far along the movement they are: 0 where it begins, 1 where the file has its farthest point.
    pub progress: f64,
    /// The same against the person's own range.
    pub relative: f64,
    /// Which side moves.
    pub side: Sides,
    /// How many repetitions were counted so far.
    pub count: u32,
    /// For how many seconds the hold that is going on has been held; 0 while nothing is held.
    pub held: f64,
    /// The repetition that has just been counted.
    pub counted: Option<Repetition>,
    /// What is wrong with the form, where it can be judged, the surest first.
    pub faults: Vec<FaultSeen>,
}

/// Whether enough of a person is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It is.
    Seen,
    /// Nobody is seen, or only parts that do not tell what is done.
    Hidden,
    /// What was found has jumped: it is somebody else, or nobody.
    Jumped,
    /// The time is not after the time before, or is no number.
    OutOfTime,
}

/// The phase that somebody is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseSeen {
    /// The block.
    pub block: String,
    /// Its name within the block.
    pub name: String,
    /// What kind of phase it is.
    pub kind: PhaseKind,
}

/// A repetition that was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Repetition {
    /// Its number, from 1.
    pub number: u32,
    /// Which side moved.
    pub side: Sides,
    /// When it began, in seconds.
    pub start: f64,
    /// When it was over, in seconds.
    pub end: f64,
    /// How far it went, as a share of the way that the file has.
    pub range: f64,
    /// For how many seconds it was held.
    pub held: f64,
    /// How right it was, from 0 to 1.
    pub score: f64,
    /// Whether it was right.
    pub correct: bool,
    /// What was wrong with it, the surest first.
    pub faults: Vec<FaultSeen>,
}

/// A fault of form that was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct FaultSeen {
    /// Its name within the exercise.
    pub id: String,
    /// The word that helps.
    pub say: WordKey,
    /// How sure it is, from 0 to 1: one half is as far beyond its limit as its margin.
    pub sure: f64,
}
