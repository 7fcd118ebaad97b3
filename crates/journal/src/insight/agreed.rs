//! What follows from suggestions that somebody agreed to.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use unknot_routine::{Millis, Request};

use super::suggest::{less_time, own_changes};
use crate::correction::Standing;
use crate::entry::{Decision, Entry};
use crate::journal::SessionStory;
use crate::suggestion::SuggestionKind;

/// What somebody agreed to and has not taken back: every plan keeps to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agreed {
    /// How many minutes a session has at most.
    pub minutes: Option<u32>,
    /// The exercises that are left out.
    pub left_out: BTreeSet<String>,
    /// How long changes of position take, in percent of the usual time.
    pub changes: Option<u32>,
}

impl Agreed {
    /// Reads it from what a journal tells and its sessions: of several answers to a suggestion the latest counts. How much
    /// was suggested follows from the sessions before the answer.
    #[must_use]
    pub fn of(standing: &[Standing<'_>], stories: &[SessionStory<'_>]) -> Self {
        let mut latest: BTreeMap<(SuggestionKind, Option<&str>), (&Standing<'_>, &Decision)> =
            BTreeMap::new();
        for told in standing {
            if let Entry::Decision(decision) = told.entry {
                latest.insert((decision.suggestion, decision.exercise.as_deref()), (told, decision));
            }
        }
        let mut agreed = Self::default();
        for (told, decision) in latest.into_values().filter(|(_, decision)| decision.agreed) {
            let before = |story: &&SessionStory<'_>| {
                story.is_done() && story.session.started.timestamp() <= told.record.time().timestamp()
            };
            let done = || stories.iter().filter(before).collect::<Vec<_>>();
            match decision.suggestion {
                SuggestionKind::LessTime => {
                    agreed.minutes = less_time(&done()).and_then(|suggestion| suggestion.amount);
                }
                SuggestionKind::OwnChanges => {
                    agreed.changes = own_changes(&done()).and_then(|suggestion| suggestion.amount);
                }
                SuggestionKind::LeaveOut => agreed.left_out.extend(decision.exercise.clone()),
                // These follow from the last session, unless they are declined.
                SuggestionKind::SmallerRange | SuggestionKind::HalfDose | SuggestionKind::SeeClinician => {}
            }
        }
        agreed
    }

    /// Makes a request keep to it. What somebody asks for today goes before it: set that afterwards.
    pub fn apply(&self, request: &mut Request<'_>) {
        if let Some(minutes) = self.minutes {
            request.budget = request.budget.min(Millis::from_seconds(f64::from(minutes) * 60.0));
        }
        request.left_out.extend(self.left_out.iter().cloned());
        request.change_pace = self.pace(request.change_pace);
    }

    /// Returns how long changes of position take, as a fraction of the usual time: never less than that.
    #[must_use]
    pub fn pace(&self, usual: (u32, u32)) -> (u32, u32) {
        let own = (self.changes.unwrap_or(0), 100);
        let is_slower = u64::from(own.0) * u64::from(usual.1) > u64::from(usual.0) * u64::from(own.1);
        if is_slower { own } else { usual }
    }

    /// Returns the suggestions that it follows from, each with its exercise, if it has one.
    #[must_use]
    pub fn suggestions(&self) -> Vec<(SuggestionKind, Option<String>)> {
        let left_out = self.left_out.iter().map(|id| (SuggestionKind::LeaveOut, Some(id.clone())));
        let time = self.minutes.map(|_| (SuggestionKind::LessTime, None));
        let changes = self.changes.map(|_| (SuggestionKind::OwnChanges, None));
        time.into_iter().chain(left_out).chain(changes).collect()
    }
}
