//! After a session: two questions, and what follows from the answers.

mod told;

use leptos::prelude::*;
use unknot_journal::{Aftermath, Entry, HurtAnswer, Moment, Pain, PainRating, RecordId, When};
use unknot_routine::{Done, End, Hurt};

use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{Emergency, Heading, Scale};
use crate::route::Route;
use crate::session::Running;
use told::{Told, told};

/// What is shown.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    /// The two questions.
    Ask,
    /// What is worse.
    Which,
    /// What follows.
    Told(Told),
}

/// Asks how it was, and tells what follows.
#[component]
pub(crate) fn After() -> impl IntoView {
    let (keep, running) = (Keep::here(), Running::here());
    view! {
        <div class="after">
            <Show when=move || keep.loaded().get()>
                {
                    let done = untrack(|| {
                        running.go_back();
                        running.done()
                    });
                    match done.filter(|(done, _)| done.end.is_some()) {
                        Some((done, session)) => questions(done, session).into_any(),
                        None => {
                            Route::Today.open();
                            ().into_any()
                        }
                    }
                }
            </Show>
        </div>
    }
}

/// An answer to whether anything is worse or new: of what kind, once that was asked.
#[derive(Clone, Copy)]
enum Worse {
    No,
    Yes,
    Kind(Option<Hurt>),
}

fn questions(done: Done, session: RecordId) -> impl IntoView {
    let (known, keep, running) = (Known::here(), Keep::here(), Running::here());
    let before = running.with(|engine| engine.start().pain).flatten();
    // Who has finished is up.
    let way_up = match done.end {
        Some(End::Finished) => Vec::new(),
        _ => running.with(|engine| engine.way_up()).unwrap_or_default(),
    };
    let pain = RwSignal::new(None::<u8>);
    let step = RwSignal::new(match done.end {
        Some(End::Emergency) => Step::Told(Told::Hurt(Hurt::EmergencySign)),
        Some(End::Advised) => Step::Told(Told::Hurt(Hurt::NewSymptom)),
        _ => Step::Ask,
    });
    if matches!(step.get_untracked(), Step::Told(_)) {
        running.leave();
    }
    let rules = known.rules.clone();
    let answer = Callback::new(move |answer: Worse| {
        let worse = match answer {
            Worse::Yes => return step.set(Step::Which),
            Worse::No => None,
            Worse::Kind(kind) => Some(kind),
        };
        let after = pain.get_untracked();
        if let Some(pain) = after.and_then(|pain| Pain::try_from(pain).ok()) {
            keep.add(Entry::Pain(PainRating { pain, moment: Moment::After, session: Some(session) }));
        }
        let hurt = worse.flatten().map(HurtAnswer::from);
        keep.add(Entry::Aftermath(Aftermath { session, when: When::After, worse: worse.is_some(), hurt }));
        running.leave();
        step.set(Step::Told(told(&rules, before, after, worse)));
    });
    let summary = summary(&known, &done);
    move || match step.get() {
        Step::Ask => view! {
            {ask(&known, &summary, pain, answer)}
            {help(&known, &way_up)}
        }
        .into_any(),
        Step::Which => ask_which(&known, answer).into_any(),
        Step::Told(told) => view! {
            {tell(&known, &summary, told)}
            {help(&known, &way_up)}
        }
        .into_any(),
    }
}

/// Shows the steps of getting up to somebody who is still on the floor.
fn help(known: &Known, way_up: &[String]) -> impl IntoView + use<> {
    let steps = way_up.iter().map(|step| view! { <li>{step.clone()}</li> }).collect::<Vec<_>>();
    (!steps.is_empty()).then(|| {
        view! {
            <h2>{known.ui("web-after", "up")}</h2>
            <ol class="after-up">{steps}</ol>
        }
    })
}

/// Returns what was done, in a line.
fn summary(known: &Known, done: &Done) -> String {
    let count = u32::try_from(done.count()).unwrap_or(u32::MAX);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a session has few minutes")]
    let minutes = (done.seconds / 60.0).round() as u32;
    let (count, minutes) =
        (known.ui_number("web-after", "done", count), known.ui_number("web-after", "minutes", minutes));
    format!("{count} {minutes}")
}

fn ask(
    known: &Known,
    summary: &str,
    pain: RwSignal<Option<u8>>,
    answer: Callback<Worse>,
) -> impl IntoView + use<> {
    view! {
        <Heading text=known.ui("web-after", "title") />
        <p>{summary.to_owned()}</p>
        <Scale question=known.ui("web-after", "pain") pain />
        <h2>{known.ui("web-after", "worse")}</h2>
        <div class="button-row">
            <button class="button button-large" on:click=move |_| answer.run(Worse::No)>
                {known.ui("web-after", "no")}
            </button>
            <button class="button-quiet button-large" on:click=move |_| answer.run(Worse::Yes)>
                {known.ui("web-after", "yes")}
            </button>
        </div>
    }
}

fn ask_which(known: &Known, answer: Callback<Worse>) -> impl IntoView + use<> {
    let kinds = Hurt::ALL.iter().map(|hurt| {
        view! {
            <button class="button-quiet" on:click=move |_| answer.run(Worse::Kind(Some(*hurt)))>
                {known.word(hurt.question())}
            </button>
        }
    });
    view! {
        <Heading text=known.ui("web-after", "which") />
        <div class="after-answers">
            {kinds.collect::<Vec<_>>()}
            <button class="button-quiet" on:click=move |_| answer.run(Worse::Kind(None))>
                {known.ui("web-after", "only-sore")}
            </button>
        </div>
    }
}

fn tell(known: &Known, summary: &str, told: Told) -> impl IntoView + use<> {
    let (title, words) = match told {
        Told::Hurt(Hurt::EmergencySign) => {
            (known.ui("web-begin", "stop-emergency"), known.word(Hurt::EmergencySign.outcome().advice()))
        }
        Told::Hurt(hurt) => (known.ui("web-after", "stop"), known.word(hurt.outcome().advice())),
        Told::Worse => (known.ui("web-after", "rest"), known.ui("web-after", "see-clinician")),
        Told::MorePain => (known.ui("web-after", "done-title"), known.ui("web-after", "more-pain")),
        Told::Nothing => (known.ui("web-after", "done-title"), known.ui("web-after", "may-ease")),
    };
    let is_emergency = told == Told::Hurt(Hurt::EmergencySign);
    view! {
        <Heading text=title />
        <p class="lead">{words}</p>
        <p class="quiet">{summary.to_owned()}</p>
        <div class="button-row">
            {is_emergency.then(|| view! { <Emergency /> })}
            <a class="button-quiet button-large" href=Route::Journal.href()>{known.ui("web-after", "journal")}</a>
            <a class="button-quiet button-large" href=Route::Today.href()>{known.ui("web-after", "to-today")}</a>
        </div>
    }
}
