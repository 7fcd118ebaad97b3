//! What the journal means, in words and numbers.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_journal::Insight;

use crate::insight::say;
use crate::known::Known;
use crate::parts::date;

/// How many of the latest weeks are shown.
const WEEKS: usize = 12;

/// Shows whether it helps, as far as that is known.
#[component]
pub(super) fn Answer(
    /// What it means.
    insight: Arc<Insight>,
) -> impl IntoView {
    let known = Known::here();
    let paragraphs = insight.answer().into_iter().map(|part| {
        let headline = (!part.headline.is_empty())
            .then(|| view! { <strong class="journal-verdict">{say(&known, &part.headline)}</strong> });
        view! {
            <p>
                {headline}
                {known.say(&part.text)}
            </p>
        }
    });
    let matters = (insight.trend.is_some() || insight.effect.change.is_some())
        .then(|| view! { <p class="quiet">{known.say(&Insight::what_matters())}</p> });
    view! {
        <h2>{known.ui("insight", "help")}</h2>
        {paragraphs.collect::<Vec<_>>()}
        {matters}
    }
}

/// Shows the average of each week, with how sure it is.
#[component]
pub(super) fn Weeks(
    /// What it means.
    insight: Arc<Insight>,
) -> impl IntoView {
    let known = Known::here();
    let first = insight.weeks.len().saturating_sub(WEEKS);
    let weeks = insight.weeks[first..].iter().rev().map(|week| {
        let monday = format!("{} {}", known.ui("web-journal", "week-of"), date::short_day(week.monday));
        view! {
            <dt>{monday}</dt>
            <dd>{known.say(&week.tell())}</dd>
        }
    });
    let weeks: Vec<_> = weeks.collect();
    (!weeks.is_empty()).then(|| {
        view! {
            <h2>{known.ui("insight", "weeks")}</h2>
            <dl class="journal-weeks numbers">{weeks}</dl>
        }
    })
}

/// Shows how often sessions are done, and what is skipped or made easier.
#[component]
pub(super) fn HowOften(
    /// What it means.
    insight: Arc<Insight>,
) -> impl IntoView {
    let known = Known::here();
    let often = insight.adherence.as_ref().map(|adherence| {
        view! {
            <h2>{known.ui("insight", "how-often")}</h2>
            <p>{say(&known, &adherence.tell())}</p>
        }
    });
    let habits = insight.exercises.iter().filter_map(|habit| {
        let parts: Vec<String> = habit.tell().iter().map(|part| known.say(part)).collect();
        let name = known.name_of(&habit.exercise);
        (!parts.is_empty()).then(|| view! { <li>{format!("{name}: {}", parts.join(", "))}</li> })
    });
    let habits: Vec<_> = habits.collect();
    let habits = (!habits.is_empty()).then(|| {
        view! {
            <h3>{known.ui("insight", "habits")}</h3>
            <ul>{habits}</ul>
        }
    });
    view! {
        {often}
        {habits}
    }
}
