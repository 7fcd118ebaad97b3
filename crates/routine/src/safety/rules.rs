//! What pain before, after and on the next day changes.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Limits;
use crate::problem::{FileError, Reading, parse};
use crate::words::WordKey;

/// The rules about pain, with their numbers (pain is 0–10, NPRS).
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// From this pain on, a session is shortened.
    pub severe_from: u8,
    /// What remains of it then: a programme.
    pub severe_programme: String,
    /// With what share of the range.
    pub severe_range: f64,
    /// After a session that raised the pain by this much, the next one is smaller.
    pub rise: i8,
    /// By this share of the range.
    pub after_rise_range: f64,
    /// After so many sessions in a row that were worse on the next day, a clinician is advised.
    pub worse_sessions: u32,
    /// The share of the range on the sore side.
    pub sore_side_range: f64,
    /// The share of the range that "easier" leaves where an exercise has no easier variant.
    pub easier_range: f64,
    /// The least share of the range that is worth doing.
    pub least_range: f64,
    /// How many first sessions are gentler.
    pub gentle_sessions: u32,
    /// How much longer changes of position take in them.
    pub gentle_changes: f64,
    /// Where the numbers come from.
    pub source: String,
}

/// What is known of somebody's pain before a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PainState {
    /// Pain now, 0–10.
    pub now: Option<u8>,
    /// How much the last session changed it: after less before.
    pub last_change: Option<i8>,
    /// How many sessions in a row were worse on the next day.
    pub worse_next_day: u32,
}

/// Something to tell the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The pain is severe: only a few upright exercises today, and small.
    SevereToday,
    /// The last session raised it: smaller movements today.
    SmallerRange,
    /// It was worse on the next day: half the dose.
    HalfDose,
    /// It was worse several times: see a clinician.
    SeeClinician,
}

impl Advice {
    /// Every advice.
    pub const ALL: &'static [Self] =
        &[Self::SevereToday, Self::SmallerRange, Self::HalfDose, Self::SeeClinician];

    /// Returns the key of its words.
    #[must_use]
    pub fn word(self) -> WordKey {
        let name = match self {
            Self::SevereToday => "severe-today",
            Self::SmallerRange => "smaller-range",
            Self::HalfDose => "half-dose",
            Self::SeeClinician => "see-clinician",
        };
        WordKey::attribute("advice", name)
    }
}

impl Rules {
    /// Reads and checks the rules.
    ///
    /// # Errors
    /// A number is not what it can be.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let rules: Self = parse(file, text)?;
        let mut r = Reading::default();
        let shares = [
            ("severe_range", rules.severe_range),
            ("after_rise_range", rules.after_rise_range),
            ("sore_side_range", rules.sore_side_range),
            ("easier_range", rules.easier_range),
            ("least_range", rules.least_range),
        ];
        for (key, share) in shares {
            if !(share > 0.0 && share <= 1.0) {
                r.key(key, |r| r.wrong(share.to_string(), "more than 0, at most 1"));
            }
        }
        if !(1.0..=5.0).contains(&rules.gentle_changes) {
            r.key("gentle_changes", |r| r.wrong(rules.gentle_changes.to_string(), "from 1 to 5"));
        }
        if rules.severe_from > 10 {
            r.key("severe_from", |r| r.wrong(rules.severe_from.to_string(), "pain from 0 to 10"));
        }
        r.finish(file, text)?;
        Ok(rules)
    }

    /// Returns what a plan must keep to, and what to tell the person.
    #[must_use]
    pub fn judge(&self, pain: PainState) -> (Limits, Vec<Advice>) {
        let mut limits = Limits::default();
        let mut advice = Vec::new();
        if pain.now.is_some_and(|now| now >= self.severe_from) {
            limits.programmes.insert(self.severe_programme.clone());
            limits.range = limits.range.min(self.severe_range);
            advice.push(Advice::SevereToday);
        }
        if pain.last_change.is_some_and(|change| change >= self.rise) {
            limits.range = limits.range.min(self.after_rise_range);
            advice.push(Advice::SmallerRange);
        }
        if pain.worse_next_day > 0 {
            limits.half_dose = true;
            advice.push(Advice::HalfDose);
        }
        if pain.worse_next_day >= self.worse_sessions {
            advice.push(Advice::SeeClinician);
        }
        (limits, advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "severe_from = 7\nsevere_programme = 'office'\nsevere_range = 0.5\nrise = 2\nafter_rise_range = 0.7\n\
        worse_sessions = 3\nsore_side_range = 0.7\neasier_range = 0.6\nleast_range = 0.3\ngentle_sessions = 3\ngentle_changes = 1.5\nsource = 'judgement'\n";

    #[test]
    fn pain_changes_what_is_done() {
        let rules = Rules::parse("rules.toml", TEXT).unwrap();
        let judge =
            |now, last_change, worse_next_day| rules.judge(PainState { now, last_change, worse_next_day });
        assert_eq!(judge(Some(6), Some(1), 0), (Limits::default(), vec![]));
        let (limits, advice) = judge(Some(7), None, 0);
        assert!(
            limits.programmes.contains("office") && limits.range <= 0.5 && advice == [Advice::SevereToday]
        );
        assert_eq!(judge(Some(3), Some(2), 0).1, [Advice::SmallerRange]);
        assert!(judge(None, None, 1).0.half_dose);
        assert_eq!(judge(None, None, 3).1, [Advice::HalfDose, Advice::SeeClinician]);
    }

    #[test]
    fn wrong_rules_are_placed() {
        let error = Rules::parse("rules.toml", &TEXT.replace("severe_range = 0.5", "severe_range = 1.5"))
            .unwrap_err();
        assert_eq!(error.to_string(), "rules.toml:3:16: severe_range: 1.5; more than 0, at most 1");
    }
}
