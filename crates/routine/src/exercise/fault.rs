//! Faults of form.

use unknot_body::View;

use super::file::{Reference, Share};
use super::measure::Measure;
use crate::words::WordKey;

/// A fault of form: something measurable that goes beyond a limit.
#[derive(Clone, Debug, PartialEq)]
pub struct FormFault {
    /// Its name within the exercise.
    pub id: String,
    /// What is measured.
    pub measure: Measure,
    /// Whether the measure is the difference between left and right.
    pub between_sides: bool,
    /// What it is measured against.
    pub relative_to: Option<Reference>,
    /// What a distance is a share of; none for metres.
    pub share_of: Option<Share>,
    /// Where the fault begins.
    pub bound: Bound,
    /// How far beyond the limit it must be before anything is said, in the measure's unit.
    pub margin: f64,
    /// The phases in which it is judged; empty for all.
    pub phases: Vec<String>,
    /// It is judged only while this holds.
    pub gate: Option<Gate>,
    /// The views from which a camera can judge it; empty if none can.
    pub views: Vec<View>,
    /// The word that helps.
    pub say: WordKey,
}

/// A limit, in the unit of what is measured: degrees, metres, shares or seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// Everything above it.
    Above(f64),
    /// Everything below it.
    Below(f64),
}

/// A condition under which a fault is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// What is measured.
    pub measure: Measure,
    /// When it holds.
    pub bound: Bound,
}
