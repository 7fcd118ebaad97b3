//! The safety screen: staged lists of boxes, and what a tick in each of them means.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Limits;
use crate::exercise::check_id;
use crate::problem::{FileError, Reading, parse};
use crate::words::WordKey;

/// The safety screen.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// After how many days everything is asked again.
    pub ask_again_after_days: u32,
    /// Where it comes from.
    pub source: Vec<String>,
    /// Its lists, in the order in which they are asked.
    pub stages: Vec<Stage>,
}

/// A list of boxes.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its name.
    pub id: String,
    /// When it is asked.
    pub ask: Ask,
    /// What any tick means.
    pub verdict: Verdict,
    /// Whether being unsure counts as a tick.
    #[serde(default)]
    pub unsure_counts: bool,
    /// The programme that may still be done while a clinician has not agreed.
    pub meanwhile: Option<String>,
    /// The boxes.
    pub boxes: Vec<ScreenBox>,
}

/// When a list is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// Before every session.
    EverySession,
    /// The first time, after some weeks, and when something changed.
    FirstTime,
    /// The first time there is something to do on the floor.
    BeforeFloor,
}

/// What a tick means, the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Call for help now; no session.
    Emergency,
    /// See a clinician today; no session.
    ClinicianToday,
    /// A clinician has to agree first; meanwhile only a little.
    CheckFirst,
    /// Go on, with what the boxes change.
    Adapt,
}

/// A box to tick.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenBox {
    /// Its name; its words are `screen.box-ID`.
    pub id: String,
    /// The condition that exercises' cautions know it by.
    pub condition: Option<String>,
    /// Whether it rules out the floor.
    #[serde(default)]
    pub upright_only: bool,
}

/// What somebody has answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// The day on which the lists of the first time were answered, as in `2027-01-31`.
    pub day: Option<String>,
    /// The lists that were answered.
    pub answered: BTreeSet<String>,
    /// The boxes that were ticked.
    #[serde(default)]
    pub ticked: BTreeSet<String>,
    /// The lists at which the person was unsure.
    #[serde(default)]
    pub unsure: BTreeSet<String>,
    /// Whether a clinician has checked this pain and agreed to exercise, where that was asked.
    #[serde(default)]
    pub cleared: Option<bool>,
}

/// Answers that the screen cannot judge.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScreenError {
    /// A list was not answered.
    #[error("the list `{0}` has not been answered")]
    Unanswered(String),
    /// There is no such box.
    #[error("the screen has no box `{found}`; it has {known}")]
    UnknownBox {
        /// What was given.
        found: String,
        /// The boxes that there are.
        known: String,
    },
    /// There is no such list.
    #[error("the screen has no list `{found}`; it has {known}")]
    UnknownStage {
        /// What was given.
        found: String,
        /// The lists that there are.
        known: String,
    },
}

/// What the answers mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The gravest thing that was ticked; `Adapt` if nothing stops a session.
    pub verdict: Verdict,
    /// What a plan must keep to.
    pub limits: Limits,
    /// The boxes that led to it.
    pub because: Vec<String>,
}

impl Judgement {
    /// Returns whether no session may be planned.
    #[must_use]
    pub fn is_red_flag(&self) -> bool {
        self.verdict <= Verdict::ClinicianToday
    }
}

impl Verdict {
    /// Returns the key of what the person is told.
    #[must_use]
    pub fn word(self) -> WordKey {
        let name = match self {
            Self::Emergency => "verdict-emergency",
            Self::ClinicianToday => "verdict-clinician-today",
            Self::CheckFirst => "verdict-check-first",
            Self::Adapt => "verdict-adapt",
        };
        WordKey::attribute("screen", name)
    }
}

impl Stage {
    /// Returns the key of the question above the list.
    #[must_use]
    pub fn word(&self) -> WordKey {
        WordKey::attribute("screen", &format!("list-{}", self.id))
    }

    /// Returns whether something of the list was ticked, or the person was unsure where that counts.
    #[must_use]
    pub fn applies(&self, answers: &Answers) -> bool {
        let is_unsure = self.unsure_counts && answers.unsure.contains(&self.id);
        is_unsure || self.boxes.iter().any(|tick| answers.ticked.contains(&tick.id))
    }
}

impl ScreenBox {
    /// Returns the key of its words.
    #[must_use]
    pub fn word(&self) -> WordKey {
        WordKey::attribute("screen", &format!("box-{}", self.id))
    }
}

impl Screen {
    /// Reads and checks a screen.
    ///
    /// # Errors
    /// The file is not as the format has it, or a name occurs twice.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let screen: Self = parse(file, text)?;
        let mut r = Reading::default();
        let mut seen = BTreeSet::new();
        r.each("stages", &screen.stages, |r, stage| {
            r.key("id", |r| check_id(r, &stage.id));
            r.each("boxes", &stage.boxes, |r, tick| {
                r.key("id", |r| {
                    check_id(r, &tick.id);
                    if !seen.insert(tick.id.clone()) {
                        r.wrong(format!("two boxes are called `{}`", tick.id), "a name of its own for each");
                    }
                });
            });
        });
        r.finish(file, text)?;
        Ok(screen)
    }

    /// Returns every condition that a box stands for.
    #[must_use]
    pub fn conditions(&self) -> Vec<&str> {
        self.stages
            .iter()
            .flat_map(|stage| &stage.boxes)
            .filter_map(|tick| tick.condition.as_deref())
            .collect()
    }

    /// Returns the key of the words of the box that stands for a condition.
    #[must_use]
    pub fn word_of(&self, condition: &str) -> Option<WordKey> {
        let mut boxes = self.stages.iter().flat_map(|stage| &stage.boxes);
        boxes.find(|tick| tick.condition.as_deref() == Some(condition)).map(ScreenBox::word)
    }

    /// Returns every word it says.
    pub fn word_keys(&self) -> impl Iterator<Item = WordKey> {
        let lists = self
            .stages
            .iter()
            .flat_map(|stage| stage.boxes.iter().map(ScreenBox::word).chain([stage.word()]));
        let verdicts = [Verdict::Emergency, Verdict::ClinicianToday, Verdict::CheckFirst, Verdict::Adapt];
        let asked = ["intro", "none-of-these", "unsure", "cleared", "between-the-blades"];
        lists.chain(verdicts.map(Verdict::word)).chain(asked.map(|word| WordKey::attribute("screen", word)))
    }

    /// Returns whether something was ticked that a clinician has to check first, and none has agreed yet.
    #[must_use]
    pub fn must_be_checked(&self, answers: &Answers) -> bool {
        let mut to_check = self.stages.iter().filter(|stage| stage.verdict == Verdict::CheckFirst);
        answers.cleared != Some(true) && to_check.any(|stage| stage.applies(answers))
    }

    /// Judges answers. The lists before the floor need no answer: what is not answered there only changes
    /// nothing yet. Nor do those that come after a red flag.
    ///
    /// # Errors
    /// A list that every session needs was not answered, or an answer is to nothing that was asked.
    pub fn judge(&self, answers: &Answers) -> Result<Judgement, ScreenError> {
        self.check_names(answers)?;
        let mut judgement =
            Judgement { verdict: Verdict::Adapt, limits: Limits::default(), because: Vec::new() };
        for stage in &self.stages {
            let is_needed = stage.ask != Ask::BeforeFloor && !judgement.is_red_flag();
            if is_needed && !answers.answered.contains(&stage.id) {
                return Err(ScreenError::Unanswered(stage.id.clone()));
            }
            if !stage.applies(answers) {
                continue;
            }
            let ticked: Vec<&ScreenBox> =
                stage.boxes.iter().filter(|tick| answers.ticked.contains(&tick.id)).collect();
            judgement.because.extend(ticked.iter().map(|tick| tick.id.clone()));
            judgement.limits.conditions.extend(ticked.iter().filter_map(|tick| tick.condition.clone()));
            judgement.limits.upright_only |= ticked.iter().any(|tick| tick.upright_only);
            let settled = stage.verdict == Verdict::CheckFirst && answers.cleared == Some(true);
            if !settled {
                judgement.verdict = judgement.verdict.min(stage.verdict);
                judgement.limits.programmes.extend(stage.meanwhile.clone());
            }
        }
        Ok(judgement)
    }

    fn check_names(&self, answers: &Answers) -> Result<(), ScreenError> {
        let stages: Vec<&str> = self.stages.iter().map(|stage| stage.id.as_str()).collect();
        let boxes: Vec<&str> =
            self.stages.iter().flat_map(|stage| &stage.boxes).map(|tick| tick.id.as_str()).collect();
        if let Some(found) = answers.ticked.iter().find(|id| !boxes.contains(&id.as_str())) {
            return Err(ScreenError::UnknownBox { found: found.clone(), known: boxes.join(", ") });
        }
        if let Some(found) =
            answers.answered.iter().chain(&answers.unsure).find(|id| !stages.contains(&id.as_str()))
        {
            return Err(ScreenError::UnknownStage { found: found.clone(), known: stages.join(", ") });
        }
        Ok(())
    }
}
