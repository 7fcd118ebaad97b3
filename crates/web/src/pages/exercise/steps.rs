//! How it goes, step by step, and how often.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_routine::{Activity, Form, Segment, Timeline};

use crate::known::Known;
use crate::tell::{DoseWords, is_same_step, steps};

/// Shows the steps; each leads the figure to its moment.
#[component]
pub(super) fn Steps(
    /// What is performed.
    timeline: Memo<Arc<Timeline>>,
    /// The way of doing it.
    form: Signal<Form>,
    /// The moment, in seconds.
    seconds: RwSignal<f64>,
    /// Whether it runs.
    playing: RwSignal<bool>,
) -> impl IntoView {
    let known = Known::here();
    let current = Memo::new(move |_| timeline.read().at(seconds.get()).index);
    let step = {
        let known = known.clone();
        move |segment: &Segment| {
            let (caption, length) = (known.say(&segment.caption), known.seconds(segment.length()));
            let at = shown(segment);
            let this = segment.clone();
            let is_now = move || {
                let timeline = timeline.read();
                let now = timeline.segments().get(current.get());
                now.is_some_and(|now| is_same_step(now, &this)).then_some("step")
            };
            let go = move |_| {
                playing.set(false);
                seconds.set(at);
            };
            view! {
                <li>
                    <button class="exercise-step" type="button" aria-current=is_now on:click=go>
                        <span>{caption}</span>
                        <span class="quiet numbers">{length}</span>
                    </button>
                </li>
            }
        }
    };
    move || {
        let (timeline, form) = (timeline.get(), form.get());
        let into: Vec<_> = known
            .getting_in(&form, &timeline)
            .into_iter()
            .map(|words| view! { <li class="exercise-into">{words}</li> })
            .collect();
        let all = steps(&timeline);
        let blocks: Vec<_> = form
            .blocks
            .iter()
            .map(|block| {
                let of = |segment: &&&Segment| {
                    matches!(&segment.activity, Activity::Phase { block: id, .. } if *id == block.id)
                };
                let phases: Vec<_> = all.iter().filter(of).map(|segment| step(segment)).collect();
                let often = block.repetitions.default != 1 || block.can_be_dosed();
                let doses = often.then(|| known.doses(block));
                view! {
                    <ol class="exercise-steps plain-list">{phases}</ol>
                    {doses.map(|doses| view! { <dl class="facts exercise-doses">{doses.into_iter().map(dose).collect_view()}</dl> })}
                }
            })
            .collect();
        view! {
            <ol class="exercise-steps plain-list">{into}</ol>
            {blocks}
        }
    }
}

fn dose(dose: DoseWords) -> impl IntoView {
    view! {
        <dt>{dose.name}</dt>
        <dd class="numbers">{dose.usual} " " <span class="quiet">{dose.choices.join(" ")}</span></dd>
    }
}

/// Returns when a step is seen best, in seconds: a movement when it is nearly done, a stay in its middle.
fn shown(segment: &Segment) -> f64 {
    let (start, end) = (segment.start.seconds(), segment.end.seconds());
    let share = if segment.from == segment.to { 0.5 } else { 0.95 };
    start + (end - start) * share
}
