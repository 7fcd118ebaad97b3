//! One exercise: how it goes, why, for whom otherwise, and where that comes from.

mod lessons;
mod player;
mod steps;

use std::sync::Arc;

use leptos::prelude::*;
use unknot_body::MuscleRegion;
use unknot_routine::{Exercise as Definition, Form, Timeline};

use self::lessons::{Lessons, Sources};
use self::player::Player;
use self::steps::Steps;
use super::Unknown;
use crate::known::Known;
use crate::parts::{Figure, Heading};

/// Shows an exercise.
#[component]
pub(crate) fn Exercise(
    /// Its id.
    id: String,
) -> impl IntoView {
    let known = Known::here();
    let exercise = known.catalogue.exercise(&id);
    match exercise.and_then(|exercise| Some((exercise.clone(), known.alone(exercise, None)?))) {
        Some((exercise, usual)) => view! { <Page exercise=Arc::new(exercise) usual /> }.into_any(),
        None => view! { <Unknown /> }.into_any(),
    }
}

#[component]
fn Page(exercise: Arc<Definition>, usual: Arc<Timeline>) -> impl IntoView {
    let known = Known::here();
    let way = RwSignal::new(None::<String>);
    let (seconds, playing) = (RwSignal::new(usual.telling_moment()), RwSignal::new(false));
    let timeline = {
        let (known, exercise) = (known.clone(), exercise.clone());
        Memo::new(move |_| known.alone(&exercise, way.read().as_deref()).unwrap_or_else(|| usual.clone()))
    };
    // Another way begins where it is seen best.
    Effect::watch(
        move || timeline.get(),
        move |timeline, _, _| {
            playing.set(false);
            seconds.set(timeline.telling_moment());
        },
        false,
    );
    let caption = {
        let known = known.clone();
        Memo::new(move |_| known.say(&timeline.read().at(seconds.get()).segment.caption))
    };
    let name = known.name(&exercise);
    let label = {
        let name = name.clone();
        Signal::derive(move || format!("{name}: {}", caption.get()))
    };
    let form = {
        let exercise = exercise.clone();
        Signal::derive(move || exercise.way(way.read().as_deref()).unwrap_or(&exercise.form).clone())
    };
    view! {
        <Heading text=name />
        <p class="lead">{known.word(exercise.word("why"))}</p>
        <div class="exercise-figure">
            <Figure timeline seconds label />
        </div>
        <p class="exercise-caption">{caption}</p>
        <Player timeline seconds playing caption />
        <Ways exercise=exercise.clone() way />
        <Facts exercise=exercise.clone() form />
        <h2>{known.ui("web-exercise", "how")}</h2>
        <Steps timeline form seconds playing />
        <h2>{known.ui("web-exercise", "muscles")}</h2>
        <Muscles form />
        <h2>{known.ui("web-exercise", "watch")}</h2>
        <Watch exercise=exercise.clone() />
        <Cautions exercise=exercise.clone() />
        <Lessons exercise=exercise.clone() />
        <Sources exercise />
    }
}

/// Lets one of the ways of doing it be chosen.
#[component]
fn Ways(exercise: Arc<Definition>, way: RwSignal<Option<String>>) -> impl IntoView {
    let known = Known::here();
    let choice = |variant: Option<String>, name: String| {
        let (here, this) = (variant.clone(), variant);
        view! {
            <label>
                <input
                    type="radio"
                    name="way"
                    prop:checked=move || *way.read() == here
                    on:change=move |_| way.set(this.clone())
                />
                <span>{name}</span>
            </label>
        }
    };
    let variants: Vec<_> = exercise
        .variants
        .iter()
        .map(|variant| choice(Some(variant.id.clone()), known.variant(&exercise, &variant.id)))
        .collect();
    view! {
        <fieldset class="exercise-ways">
            <legend>{known.ui("web-exercise", "ways")}</legend>
            <div class="segments">
                {choice(None, known.ui("web-exercise", "usual"))} {variants}
            </div>
        </fieldset>
    }
}

/// Shows where it is done, what with, and how long it takes.
#[component]
fn Facts(exercise: Arc<Definition>, form: Signal<Form>) -> impl IntoView {
    let known = Known::here();
    let facts = {
        let known = known.clone();
        move || {
            let form = form.get();
            let kind = exercise.variants.iter().find(|variant| variant.form == form);
            let kind = kind.map(|variant| {
                view! {
                    <dt>{known.ui("web-exercise", "kind")}</dt>
                    <dd>{known.kind(variant.kind)}</dd>
                }
            });
            view! {
                {kind}
                <dt>{known.ui("web-exercise", "where")}</dt>
                <dd>{known.called(form.position)}</dd>
                <dt>{known.ui("web-exercise", "needs")}</dt>
                <dd>{known.needs(&form)}</dd>
                <dt>{known.ui("web-exercise", "takes")}</dt>
                <dd class="numbers">{known.usual_length(&exercise, &form)}</dd>
            }
        }
    };
    view! { <dl class="facts">{facts}</dl> }
}

/// Shows what lengthens and what works, in the colours of the figure.
#[component]
fn Muscles(form: Signal<Form>) -> impl IntoView {
    let known = Known::here();
    let names = {
        let known = known.clone();
        move |regions: &[MuscleRegion]| {
            let names: Vec<String> = regions.iter().map(|region| known.muscle(*region)).collect();
            if names.is_empty() { known.ui("web-exercise", "hardly-any") } else { names.join(", ") }
        }
    };
    let (lengthens, works) = (names.clone(), names);
    view! {
        <dl class="facts">
            <dt class="exercise-lengthens">{known.ui("web-exercise", "lengthens")}</dt>
            <dd>{move || lengthens(&form.read().lengthens)}</dd>
            <dt class="exercise-works">{known.ui("web-exercise", "works")}</dt>
            <dd>{move || works(&form.read().works)}</dd>
        </dl>
    }
}

/// Shows what is said when the form slips.
#[component]
fn Watch(exercise: Arc<Definition>) -> impl IntoView {
    let known = Known::here();
    let mut reminders: Vec<String> = Vec::new();
    for fault in &exercise.faults {
        let said = known.word(fault.say.clone());
        if !reminders.contains(&said) {
            reminders.push(said);
        }
    }
    let reminders: Vec<_> = reminders.into_iter().map(|said| view! { <li>{said}</li> }).collect();
    view! { <ul>{reminders}</ul> }
}

/// Shows for whom it is done otherwise, or not at all.
#[component]
fn Cautions(exercise: Arc<Definition>) -> impl IntoView {
    let known = Known::here();
    let rows: Vec<_> = exercise
        .cautions
        .iter()
        .filter_map(|caution| {
            let condition = known.word(known.catalogue.screen.word_of(&caution.condition)?);
            let effect = known.effect(&exercise, &caution.effect);
            Some(view! {
                <dt>{condition}</dt>
                <dd>{effect}</dd>
            })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2>{known.ui("web-exercise", "cautions")}</h2>
            <dl class="safety-pairs">{rows}</dl>
        }
    })
}
