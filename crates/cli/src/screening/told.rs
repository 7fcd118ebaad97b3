//! What was answered, as the journal's entries.

use unknot_journal::{Clearance, Entry, ScreenAnswers, Stop, StopRule};
use unknot_routine::Verdict;

use super::{Asker, Screened};
use crate::known::Known;

/// Returns the entries for what somebody was asked just now, and for what that forbids.
pub(crate) fn entries(known: &Known, asker: &Asker<'_>, screened: &Screened) -> Vec<Entry> {
    let (asked, agreed) = asker.asked();
    let answers = &screened.answers;
    let stages = known.catalogue.screen.stages.iter().filter(|stage| asked.contains(&stage.id));
    let mut entries: Vec<Entry> = stages
        .map(|stage| {
            let boxes = stage.boxes.iter().map(|tick| tick.id.clone());
            Entry::Screen(ScreenAnswers {
                stage: stage.id.clone(),
                ticked: boxes.filter(|id| answers.ticked.contains(id)).collect(),
                unsure: answers.unsure.contains(&stage.id),
            })
        })
        .collect();
    entries.extend(agreed.map(|agreed| Entry::Clearance(Clearance { agreed })));
    let rule = match screened.judgement.verdict {
        Verdict::Emergency => Some(StopRule::Emergency),
        Verdict::ClinicianToday => Some(StopRule::ClinicianToday),
        _ => None,
    };
    entries.extend(rule.map(|rule| Entry::Stop(Stop { rule, session: None })));
    entries
}
