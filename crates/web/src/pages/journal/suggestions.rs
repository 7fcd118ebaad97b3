//! What could be done otherwise: it is the person who decides.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_journal::{Decision, Entry, Insight, SuggestionKind};

use crate::keep::Keep;
use crate::known::Known;

/// Shows every suggestion with its reason and two answers, and what was agreed to, which can be taken back.
#[component]
pub(super) fn Suggestions(
    /// What the journal means.
    insight: Arc<Insight>,
) -> impl IntoView {
    let known = Known::here();
    let suggestions = insight.suggestions.iter().map(|suggested| {
        let (kind, exercise) = (suggested.kind, suggested.exercise.clone());
        let words = known.say(&suggested.tell());
        view! {
            <section class="notice">
                <p>{words}</p>
                <div class="button-row">
                    {answer(kind, exercise.clone(), true, known.ui("web-journal", "agree"))}
                    {answer(kind, exercise, false, known.ui("web-journal", "decline"))}
                </div>
            </section>
        }
    });
    let suggestions: Vec<_> = suggestions.collect();
    let agreed = insight.agreed.suggestions().into_iter().map(|(kind, exercise)| {
        let name = exercise.as_deref().map(|id| format!(": {}", known.name_of(id))).unwrap_or_default();
        let words = format!("{}{name}", known.say(&kind.called()));
        view! {
            <li class="journal-agreed">
                <span>{words}</span>
                {answer(kind, exercise, false, known.ui("web-journal", "no-longer"))}
            </li>
        }
    });
    let agreed: Vec<_> = agreed.collect();
    view! {
        {(!suggestions.is_empty()).then(|| view! { <h2>{known.ui("insight", "suggestions")}</h2> })}
        {suggestions}
        {(!agreed.is_empty())
            .then(|| view! {
                <h2>{known.ui("insight", "agreed")}</h2>
                <ul class="plain-list">{agreed}</ul>
            })}
    }
}

/// Shows an answer to a suggestion. It is told to the journal, and every plan keeps to it.
fn answer(kind: SuggestionKind, exercise: Option<String>, agreed: bool, words: String) -> impl IntoView {
    let keep = Keep::here();
    let tell = move |_| {
        let exercise = exercise.clone();
        keep.add(Entry::Decision(Decision { suggestion: kind, exercise, agreed }));
    };
    view! {
        <button type="button" class="button-quiet" on:click=tell>
            {words}
        </button>
    }
}
