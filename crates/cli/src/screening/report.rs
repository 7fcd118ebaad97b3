//! What the answers change, found by planning with and without them.

use unknot_routine::{Judgement, Plan, Programme, Request};

use super::Screened;
use crate::known::Known;
use crate::text::paragraph;

/// What the answers change about an exercise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Changed {
    /// The exercise.
    pub(crate) exercise: String,
    /// How.
    pub(crate) how: How,
}

/// How an exercise is changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum How {
    /// It is not done.
    LeftOut,
    /// It is done in this variant.
    Variant(String),
    /// It is done with this share of its range.
    Range(f64),
}

/// Returns what the answers change about the exercises of the usual programme; nothing where no session
/// may be planned at all.
pub(crate) fn changes(known: &Known, judgement: &Judgement) -> Vec<Changed> {
    let Some(programme) = known.catalogue.programme(unknot_content::DEFAULT_PROGRAMME) else {
        return Vec::new();
    };
    let Some(usual) = whole_plan(known, programme, None) else { return Vec::new() };
    if judgement.is_red_flag() {
        return Vec::new();
    }
    let changed = whole_plan(known, programme, Some(judgement));
    let items = changed.as_ref().map_or(&[][..], |plan| &plan.items);
    let changes = usual.items.iter().filter_map(|item| {
        let how = match items.iter().find(|changed| changed.exercise == item.exercise) {
            None => How::LeftOut,
            Some(now) if now.variant != item.variant => How::Variant(now.variant.clone()?),
            Some(now) if now.range < item.range => How::Range(now.range),
            Some(_) => return None,
        };
        Some(Changed { exercise: item.exercise.clone(), how })
    });
    changes.collect()
}

/// Plans everything that the answers allow, with time for all of it.
fn whole_plan(known: &Known, programme: &Programme, judgement: Option<&Judgement>) -> Option<Plan> {
    let budget = unknot_routine::Millis::from_seconds(7200.0);
    Plan::make(&known.catalogue, &Request { judgement, budget, ..Request::of(programme) }).ok()
}

/// Returns what the answers mean, for the person who gave them.
pub(crate) fn report(known: &Known, screened: &Screened) -> String {
    let mut text = paragraph(&known.word(screened.judgement.verdict.word()), 0);
    let changes = changes(known, &screened.judgement);
    if !changes.is_empty() {
        text.push_str(&format!("\n{}\n", known.ui("cli-screen", "changes")));
    }
    for change in changes {
        let how = match &change.how {
            How::LeftOut => known.ui("cli-screen", "left-out"),
            How::Range(_) => known.ui("cli-screen", "smaller"),
            How::Variant(variant) => known
                .catalogue
                .exercise(&change.exercise)
                .map_or_else(|| variant.clone(), |e| known.word(e.word(&format!("variant-{variant}")))),
        };
        text.push_str(&format!("  {}: {how}\n", known.name(&change.exercise)));
    }
    text
}
