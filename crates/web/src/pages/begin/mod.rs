//! What is asked before a session, one question a screen. The browser's own way back leads to the question before.

mod hear;
mod list;
mod step;

use leptos::prelude::*;
use unknot_journal::{Aftermath, Clearance, Entry, ScreenAnswers, When};
use unknot_routine::{Answers, Stage, Verdict, WordKey};
use wasm_bindgen::prelude::JsValue;

use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{Emergency, Heading, Scale, prepare_figure};
use crate::route::Route;
use crate::session::{Past, Running, Start};
use crate::sound::Sound;
use hear::Hear;
use step::{Asked, Step, step};

pub(crate) use list::{List, ListAnswer};

/// Asks, until the session begins.
#[component]
pub(crate) fn Begin() -> impl IntoView {
    let keep = Keep::here();
    view! {
        <div class="begin">
            <Show when=move || keep.loaded().get()>
                <Questions />
            </Show>
        </div>
    }
}

/// What was answered before each question.
#[derive(Clone, Copy)]
struct Trail {
    asked: RwSignal<Vec<Asked>>,
    at: RwSignal<usize>,
}

impl Trail {
    /// Begins with what is known from earlier.
    fn begin(first: Asked) -> Self {
        let trail = Self { asked: RwSignal::new(vec![first]), at: RwSignal::new(0) };
        let state = JsValue::from(0);
        if let Ok(history) = window().history() {
            // Where the browser refuses, its way back leaves the questions.
            let _replaced = history.replace_state_with_url(&state, "", None);
        }
        let handle = window_event_listener_untyped("popstate", move |_| trail.go_to_state());
        on_cleanup(move || handle.remove());
        trail
    }

    fn go_to_state(self) {
        let state =
            window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let state = state.unwrap_or_default() as usize;
        if state < self.asked.with_untracked(Vec::len) {
            self.at.set(state);
        }
    }

    fn now(self) -> Asked {
        let at = self.at.get();
        self.asked.with(|asked| asked.get(at).cloned().unwrap_or_default())
    }

    /// Goes on to the next question.
    fn answer(self, change: impl FnOnce(&mut Asked)) {
        let at = self.at.get_untracked();
        self.asked.update(|asked| {
            asked.truncate(at + 1);
            let mut next = asked.last().cloned().unwrap_or_default();
            change(&mut next);
            asked.push(next);
        });
        if let Ok(history) = window().history() {
            #[allow(clippy::cast_precision_loss, reason = "there are few questions")]
            let _pushed = history.push_state_with_url(&JsValue::from((at + 1) as f64), "", None);
        }
        self.at.set(at + 1);
    }
}

#[component]
fn Questions() -> impl IntoView {
    let (known, keep, running) = (Known::here(), Keep::here(), Running::here());
    let past = untrack(|| running.past());
    let is_first = past.answers.is_none();
    let pain = running.pain().get_untracked();
    let answers = past.answers.clone().unwrap_or_default();
    let start = Start::of(&known, &past, running.wishes().get_untracked(), answers, pain);
    let sound = Sound::here();
    sound.prepare();
    prepare_figure();
    // Who wants to hear nothing need not be asked whether they do.
    let heard = !untrack(|| sound.is_on());
    let trail = Trail::begin(Asked { start, pain: pain.is_some(), heard, ..Asked::default() });
    let shown = {
        let (known, past) = (known.clone(), past.clone());
        Memo::new(move |_| step(&known, &past, &trail.now()))
    };
    move || {
        let known = &known;
        match shown.get() {
            Step::List(id) => match known.catalogue.screen.stages.iter().find(|stage| stage.id == id) {
                Some(stage) => ask_list(keep, trail, stage.clone()),
                None => ().into_any(),
            },
            Step::Cleared => ask_clearance(known, keep, trail),
            Step::Stop(verdict) => stop(known, verdict),
            Step::NextDay => ask_next_day(known, keep, trail, &past),
            Step::Pain => ask_pain(known, trail, is_first),
            Step::Told(words) => tell(known, trail, &words),
            Step::Nothing => nothing(known),
            Step::Hear => {
                let go_on = Callback::new(move |()| trail.answer(|asked| asked.heard = true));
                view! { <Hear go_on /> }.into_any()
            }
            Step::Ready => ready(known, trail),
            Step::Go => {
                let start = untrack(|| trail.now()).start;
                // What cannot be planned was found out before.
                if untrack(|| running.begin(start)).is_ok() {
                    Route::Session.open();
                }
                ().into_any()
            }
        }
    }
}

fn ask_list(keep: Keep, trail: Trail, stage: Stage) -> AnyView {
    let asked = stage.clone();
    let answer = Callback::new(move |answer: ListAnswer| {
        tell_list(keep, &asked, &answer);
        trail.answer(|asked_so_far| {
            answer.note(&asked, &mut asked_so_far.start.answers);
            if asked.verdict == Verdict::CheckFirst {
                asked_so_far.start.answers.cleared = None;
            }
        });
    });
    view! { <List stage answer /> }.into_any()
}

/// Tells the journal what was answered to a list.
pub(crate) fn tell_list(keep: Keep, stage: &Stage, answer: &ListAnswer) {
    let (ticked, unsure) = (answer.ticked.clone(), answer.unsure);
    keep.add(Entry::Screen(ScreenAnswers { stage: stage.id.clone(), ticked, unsure }));
}

fn ask_clearance(known: &Known, keep: Keep, trail: Trail) -> AnyView {
    let answer = move |agreed: bool| {
        keep.add(Entry::Clearance(Clearance { agreed }));
        trail.answer(|asked| {
            asked.cleared = true;
            asked.start.answers.cleared = Some(agreed);
        });
    };
    let title = known.word(WordKey::attribute("screen", "cleared"));
    yes_or_no(known, title, answer)
}

fn ask_next_day(known: &Known, keep: Keep, trail: Trail, past: &Past) -> AnyView {
    let (session, before) = (past.recent.ask_next_day, past.recent.worse_next_day);
    let answer = move |worse: bool| {
        if let Some(session) = session {
            keep.add(Entry::Aftermath(Aftermath { session, when: When::NextDay, worse, hurt: None }));
        }
        trail.answer(|asked| {
            asked.next_day = Some(worse);
            asked.start.worse_next_day = if worse { before + 1 } else { 0 };
        });
    };
    yes_or_no(known, known.ui("web-begin", "next-day"), answer)
}

fn yes_or_no(known: &Known, title: String, answer: impl Fn(bool) + Copy + 'static) -> AnyView {
    view! {
        <Heading text=title />
        <div class="button-row">
            <button class="button-quiet button-large" on:click=move |_| answer(true)>
                {known.ui("web-begin", "yes")}
            </button>
            <button class="button-quiet button-large" on:click=move |_| answer(false)>
                {known.ui("web-begin", "no")}
            </button>
        </div>
    }
    .into_any()
}

fn stop(known: &Known, verdict: Verdict) -> AnyView {
    let is_emergency = verdict == Verdict::Emergency;
    let title = if is_emergency {
        known.ui("web-begin", "stop-emergency")
    } else {
        known.ui("web-begin", "stop-today")
    };
    view! {
        <Heading text=title />
        <p class="lead">{known.word(verdict.word())}</p>
        <div class="button-row">
            {is_emergency.then(|| view! { <Emergency /> })}
            <button class="button-quiet button-large" on:click=move |_| back()>
                {known.ui("web-begin", "back")}
            </button>
        </div>
    }
    .into_any()
}

fn back() {
    if let Ok(history) = window().history() {
        // There is a question before.
        let _gone = history.back();
    }
}

fn ask_pain(known: &Known, trail: Trail, is_first: bool) -> AnyView {
    let pain = RwSignal::new(untrack(|| trail.now()).start.pain);
    let (go_on, skip) = (known.ui("web-begin", "go-on"), known.ui("web-begin", "skip"));
    let words = move || if pain.get().is_some() { go_on.clone() } else { skip.clone() };
    let answer = move |_| {
        trail.answer(|asked| {
            asked.pain = true;
            asked.start.pain = pain.get_untracked();
        });
    };
    let blades = is_first.then(|| {
        view! { <p class="quiet">{known.word(WordKey::attribute("screen", "between-the-blades"))}</p> }
    });
    view! {
        <Heading text=known.ui("web-begin", "pain") />
        <Scale question=known.ui("web-begin", "pain-scale") pain />
        <div class="button-row">
            <button class="button button-large" on:click=answer>
                {words}
            </button>
        </div>
        {blades}
    }
    .into_any()
}

fn tell(known: &Known, trail: Trail, words: &[WordKey]) -> AnyView {
    let words = words.iter().map(|word| view! { <p class="lead">{known.word(word.clone())}</p> });
    view! {
        <Heading text=known.ui("web-begin", "told") />
        {words.collect::<Vec<_>>()}
        <div class="button-row">
            <button class="button button-large" on:click=move |_| trail.answer(|asked| asked.told = true)>
                {known.ui("web-begin", "go-on")}
            </button>
        </div>
    }
    .into_any()
}

fn nothing(known: &Known) -> AnyView {
    view! {
        <Heading text=known.ui("web-begin", "nothing") />
        <p class="lead">{known.ui("web-begin", "nothing-text")}</p>
        <div class="button-row">
            <a class="button button-large" href=Route::Today.href()>{known.ui("web-begin", "to-today")}</a>
        </div>
    }
    .into_any()
}

fn ready(known: &Known, trail: Trail) -> AnyView {
    view! {
        <Heading text=known.ui("web-begin", "ready") />
        <ul class="begin-list">
            <li>{known.ui("web-begin", "ready-wall")}</li>
            <li>{known.ui("web-begin", "ready-pause")}</li>
            <li>{known.ui("web-begin", "ready-hurts")}</li>
        </ul>
        <div class="button-row">
            <button class="button button-large" on:click=move |_| trail.answer(|asked| asked.ready = true)>
                {known.ui("web-begin", "begin")}
            </button>
        </div>
    }
    .into_any()
}

/// Returns answers as if every list but that of the floor had been answered: for a plan before anything is asked.
pub(crate) fn presumed(known: &Known, answers: &Answers) -> Answers {
    let stages = known.catalogue.screen.stages.iter();
    let asked_before = stages.filter(|stage| stage.ask != unknot_routine::Ask::BeforeFloor);
    let mut answers = answers.clone();
    answers.answered.extend(asked_before.map(|stage| stage.id.clone()));
    answers
}
