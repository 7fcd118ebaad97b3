//! Faults of form, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;
use unknot_body::View;

use super::vocabulary::{Source, Word};

/// A fault of form: something measurable that goes beyond a limit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Fault")]
pub(crate) struct FaultFile {
    /// Its name within the exercise.
    pub(crate) id: String,
    /// What is measured: an angle (`neck.flexion`, `right.elbow.flexion`; without a side the worse one
    /// counts), or one of the named measures of the format's description.
    pub(crate) measure: String,
    /// Whether the measure is the difference between left and right.
    #[serde(default)]
    pub(crate) between_sides: bool,
    /// What it is measured against: the starting posture, the posture written here, or nothing.
    pub(crate) relative_to: Option<Reference>,
    /// For distances: measured in shares of this, instead of metres.
    pub(crate) share_of: Option<Share>,
    /// It is a fault above this.
    pub(crate) above: Option<f64>,
    /// It is a fault below this.
    pub(crate) below: Option<f64>,
    /// How far beyond the limit it must be before anything is said.
    pub(crate) margin: f64,
    /// Judged only in these phases. Default all.
    #[serde(default)]
    pub(crate) phases: Vec<String>,
    /// Judged only while this holds too.
    #[serde(rename = "while")]
    pub(crate) while_: Option<WhileFile>,
    /// The views from which a camera can judge it; empty if none can, and it is only a spoken reminder.
    pub(crate) views: Vec<Word<View>>,
    /// The word that helps.
    pub(crate) say: String,
    /// Where the numbers come from.
    pub(crate) source: Option<Source>,
}

/// A condition on a measure.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "While")]
pub(crate) struct WhileFile {
    /// What is measured.
    pub(crate) measure: String,
    /// Holds above this.
    pub(crate) above: Option<f64>,
    /// Holds below this.
    pub(crate) below: Option<f64>,
}

/// What a measure is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// The person's own starting posture.
    Start,
    /// The posture that the file has at that moment.
    Authored,
}

/// What a distance is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Share {
    /// The same distance in the person's own starting posture.
    Start,
    /// The distance between the shoulders.
    ShoulderWidth,
    /// The distance from shoulder to hip.
    Trunk,
}
