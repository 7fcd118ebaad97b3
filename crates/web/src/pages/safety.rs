//! For whom it is not, and when to see somebody about it.

use leptos::prelude::*;
use unknot_routine::{Advice, Effect, Hurt, Stage, Verdict, WordKey};

use crate::known::Known;
use crate::parts::Heading;

/// Shows the questions that are asked before a session with what they come to, and what pain changes.
#[component]
pub(crate) fn Safety() -> impl IntoView {
    let known = Known::here();
    let mut before = None;
    let stages = known.catalogue.screen.stages.iter().map(|stage| {
        let is_other = before.replace(stage.verdict) != Some(stage.verdict);
        let heading = is_other.then(|| heading(&known, stage));
        view! { {heading} {list(&known, stage)} }
    });
    let stages: Vec<_> = stages.collect();
    view! {
        <Heading text=known.ui("web-safety", "title") />
        <p class="lead">{known.ui("web-safety", "lead")}</p>
        {stages}
        <p>{known.word(WordKey::attribute("screen", "between-the-blades"))}</p>
        {hurt(&known)}
        {pain(&known)}
        <p class="quiet">{known.ui("web-safety", "not-signed")}</p>
    }
}

/// Says what a tick in a list means, and in those after it that mean the same.
fn heading(known: &Known, stage: &Stage) -> impl IntoView + use<> {
    let heading = match stage.verdict {
        Verdict::Emergency => known.ui("web-safety", "call"),
        Verdict::ClinicianToday => known.ui("web-safety", "today"),
        Verdict::CheckFirst => known.ui("web-safety", "check"),
        Verdict::Adapt => known.ui("web-safety", "differently"),
    };
    let advice = (stage.verdict != Verdict::Adapt).then(|| {
        let unsure = stage.unsure_counts.then(|| known.ui("web-safety", "unsure-counts"));
        let serious = stage.verdict <= Verdict::ClinicianToday;
        view! {
            <p class="notice" class:notice-serious=serious>
                <strong>{known.word(stage.verdict.word())}</strong>
                " "
                {unsure}
            </p>
        }
    });
    view! {
        <h2>{heading}</h2>
        {advice}
    }
}

/// Shows a list of boxes.
fn list(known: &Known, stage: &Stage) -> impl IntoView + use<> {
    let boxes: Vec<_> = stage
        .boxes
        .iter()
        .map(|tick| {
            let condition = tick.condition.as_deref().filter(|_| stage.verdict == Verdict::Adapt);
            let effects = condition.map(|condition| effects(known, condition, tick.upright_only));
            view! { <li>{known.word(tick.word())} {effects}</li> }
        })
        .collect();
    view! {
        <p>{known.word(stage.word())}</p>
        <ul class="safety-list">{boxes}</ul>
    }
}

/// Shows what a condition changes in which exercise.
fn effects(known: &Known, condition: &str, upright_only: bool) -> impl IntoView + use<> {
    let upright = upright_only.then(|| view! { <li>{known.ui("web-safety", "upright-only")}</li> });
    let changed: Vec<_> = known
        .by_article()
        .into_iter()
        .flat_map(|exercise| exercise.cautions.iter().map(move |caution| (exercise, caution)))
        .filter(|(_, caution)| caution.condition == condition)
        .map(|(exercise, caution)| {
            let effect = known.effect(exercise, &caution.effect);
            let omits = matches!(caution.effect, Effect::Omit);
            view! { <li class:safety-omits=omits>{known.name(exercise)} ": " {effect}</li> }
        })
        .collect();
    view! { <ul class="safety-effects small quiet">{upright} {changed}</ul> }
}

fn hurt(known: &Known) -> impl IntoView + use<> {
    let rows: Vec<_> = Hurt::ALL
        .iter()
        .map(|hurt| {
            view! {
                <dt>{known.word(hurt.question())}</dt>
                <dd>{known.word(hurt.outcome().advice())}</dd>
            }
        })
        .collect();
    view! {
        <h2>{known.ui("web-safety", "hurt")}</h2>
        <p>{known.ui("web-safety", "hurt-lead")}</p>
        <dl class="safety-pairs">{rows}</dl>
    }
}

fn pain(known: &Known) -> impl IntoView + use<> {
    let rules = &known.rules;
    let rows: Vec<_> = Advice::ALL
        .iter()
        .map(|advice| {
            let when = match advice {
                Advice::SevereToday => known.ui_number("web-safety", "severe", u32::from(rules.severe_from)),
                Advice::SmallerRange => {
                    known.ui_number("web-safety", "rise", u32::from(rules.rise.unsigned_abs()))
                }
                Advice::HalfDose => known.ui("web-safety", "next-day"),
                Advice::SeeClinician => known.ui_number("web-safety", "several", rules.worse_sessions),
            };
            view! {
                <dt class="numbers">{when}</dt>
                <dd>{known.word(advice.word())}</dd>
            }
        })
        .collect();
    view! {
        <h2>{known.ui("web-safety", "pain")}</h2>
        <dl class="safety-pairs">{rows}</dl>
    }
}
