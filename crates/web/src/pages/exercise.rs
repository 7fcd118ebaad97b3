//! Exercise.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_routine::{Plan, Timeline};

use crate::known::Known;
use crate::pages::Unknown;
use crate::parts::{Figure, Heading};

/// Shows it.
#[component]
pub(crate) fn Exercise(
    /// Its id.
    id: String,
) -> impl IntoView {
    let known = Known::here();
    let Some(exercise) = known.catalogue.exercise(&id) else { return view! { <Unknown /> }.into_any() };
    let name = known.name(exercise);
    let plan = Plan::alone(exercise, None);
    let timeline = plan.and_then(|plan| Timeline::compile(&known.catalogue, &plan, known.words()).ok());
    let Some(timeline) = timeline.map(Arc::new) else { return view! { <Unknown /> }.into_any() };
    let (seconds, set_seconds) = signal(0.0);
    let total = timeline.total().seconds();
    let scrub = move |event| set_seconds.set(event_target_value(&event).parse().unwrap_or(0.0));
    view! {
        <Heading text=name.clone() />
        <Figure timeline=Signal::stored(timeline) seconds label=Signal::stored(name.clone()) />
        <input type="range" aria-label=name min="0" max=total step="any" value="0" on:input=scrub />
    }
    .into_any()
}
