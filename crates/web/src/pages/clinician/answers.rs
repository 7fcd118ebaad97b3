//! What was answered to the safety questions last.

use leptos::prelude::*;
use unknot_journal::{Entry, Journal, ScreenAnswers, Standing};
use unknot_routine::Stage;

use crate::known::Known;
use crate::parts::date;

/// Where more boxes than these are ticked, they are printed smaller, so that all of them find room on one page.
const MANY: usize = 16;

/// Shows every list with its latest answer, and whether a clinician agrees.
pub(super) fn answers(known: &Known, journal: &Journal) -> impl IntoView + use<> {
    let standing = journal.standing();
    let mut boxes = 0;
    let lists = known.catalogue.screen.stages.iter().filter_map(|stage| {
        let (told, answers) = latest(&standing, stage)?;
        boxes += answers.ticked.len();
        let day = date::short_day(told.record.time().on_the_wall().date());
        Some(view! {
            <dt>{known.word(stage.word())}</dt>
            <dd>{format!("{} ({day})", ticked(known, stage, answers))}</dd>
        })
    });
    let lists: Vec<_> = lists.collect();
    let are_many = boxes > MANY;
    let clearance = standing.iter().rev().find_map(|told| match told.entry {
        Entry::Clearance(clearance) => Some((told.record.time(), clearance.agreed)),
        _ => None,
    });
    let clearance = clearance.map(|(time, agreed)| {
        let answer = if agreed { known.ui("web-begin", "yes") } else { known.ui("web-begin", "no") };
        view! {
            <dt>{known.ui("web-clinician", "cleared")}</dt>
            <dd>{format!("{answer} ({})", date::short_day(time.on_the_wall().date()))}</dd>
        }
    });
    if lists.is_empty() {
        return view! { <p>{known.ui("web-clinician", "not-asked")}</p> }.into_any();
    }
    view! {
        <dl class:clinician-many=are_many>
            {lists}
            {clearance}
        </dl>
    }
    .into_any()
}

fn latest<'s, 'r>(
    standing: &'s [Standing<'r>],
    stage: &Stage,
) -> Option<(&'s Standing<'r>, &'s ScreenAnswers)> {
    standing.iter().rev().find_map(|told| match told.entry {
        Entry::Screen(answers) if answers.stage == stage.id => Some((told, answers)),
        _ => None,
    })
}

fn ticked(known: &Known, stage: &Stage, answers: &ScreenAnswers) -> String {
    let boxes = stage.boxes.iter().filter(|tick| answers.ticked.contains(&tick.id));
    let mut words: Vec<String> = boxes.map(|tick| known.word(tick.word())).collect();
    if answers.unsure {
        words.push(known.ui("web-clinician", "any-or-unsure"));
    }
    if words.is_empty() { known.ui("web-clinician", "none") } else { words.join("; ") }
}
