//! What a record tells.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::RecordId;
use crate::pain::Pain;
use crate::peg::Peg;
use crate::session::SessionDone;
use crate::settings::Settings;
use crate::suggestion::SuggestionKind;

/// What a record tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "entry", rename_all = "kebab-case")]
pub enum Entry {
    /// A session was performed.
    Session(SessionDone),
    /// How much it hurts.
    Pain(PainRating),
    /// A list of the safety screen was answered.
    Screen(ScreenAnswers),
    /// Whether a clinician agrees.
    Clearance(Clearance),
    /// It hurt in a session, which stopped.
    Hurt(Hurt),
    /// Whether a session made something worse.
    Aftermath(Aftermath),
    /// Words of one's own.
    Note(Note),
    /// How somebody likes it.
    Settings(Settings),
    /// An earlier record is wrong.
    Correction(Correction),
    /// How the last week was. Since version 2.
    Peg(Peg),
    /// A rule forbade a session. Since version 2.
    Stop(Stop),
    /// What was said to a suggestion. Since version 2.
    Decision(Decision),
}

/// How much it hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PainRating {
    /// How much.
    pub pain: Pain,
    /// When it was asked.
    pub moment: Moment,
    /// The session that it belongs to, if to any.
    pub session: Option<RecordId>,
}

/// When pain is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Before a session.
    Before,
    /// After it.
    After,
    /// At any other time.
    Other,
}

/// A list of the safety screen with its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenAnswers {
    /// The list.
    pub stage: String,
    /// The boxes that were ticked; none where nothing was the case.
    pub ticked: BTreeSet<String>,
    /// Whether the person was unsure.
    pub unsure: bool,
}

/// Whether a clinician has checked this pain and agreed to exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearance {
    /// Whether so.
    pub agreed: bool,
}

/// It hurt in a session, which stopped and asked how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hurt {
    /// The session.
    pub session: RecordId,
    /// The exercise that was going on, if any.
    pub exercise: Option<String>,
    /// What was answered; none where it was not answered.
    pub answer: Option<HurtAnswer>,
    /// How far into the session, in whole seconds.
    pub seconds: u32,
}

/// What kind of hurt it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HurtAnswer {
    /// A sharp pain.
    Sharp,
    /// New tingling or weakness, dizziness, or disturbed sight.
    NewSymptom,
    /// Anything of the screen's emergency list.
    EmergencySign,
}

/// Whether a session made something worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aftermath {
    /// The session.
    pub session: RecordId,
    /// When it was asked.
    pub when: When,
    /// Whether something was worse.
    pub worse: bool,
    /// What was worse, where that was asked.
    pub hurt: Option<HurtAnswer>,
}

/// When it is asked whether a session made something worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Right after it.
    After,
    /// On the next day, or before the next session.
    NextDay,
}

/// A rule forbade a session, or ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// The rule.
    pub rule: StopRule,
    /// The session that was to begin, if it had a name.
    pub session: Option<RecordId>,
}

/// A rule that forbids a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopRule {
    /// Something of the screen's emergency list is so.
    Emergency,
    /// Something that a clinician should see on the same day.
    ClinicianToday,
    /// Several sessions in a row were worse on the next day.
    WorseSessions,
}

/// What was said to a suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was suggested.
    #[serde(with = "crate::named")]
    pub suggestion: SuggestionKind,
    /// The exercise that it is about, if about one.
    pub exercise: Option<String>,
    /// Whether the person agreed.
    pub agreed: bool,
}

/// Words of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The words.
    pub text: String,
    /// The session that they are about, if about any.
    pub session: Option<RecordId>,
}

/// An earlier record is wrong. Both stay; what is told from them changes. A correction can itself be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The record.
    pub of: RecordId,
    /// What it should have told; none where it should not be there.
    pub instead: Option<Box<Entry>>,
}
