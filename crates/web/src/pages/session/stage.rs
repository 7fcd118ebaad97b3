//! The stage: the figure, the ring, the words.

use std::sync::Arc;

use leptos::ev::{MouseEvent, PointerEvent};
use leptos::html::H1;
use leptos::prelude::*;
use unknot_body::Sides;
use unknot_routine::Timeline;

use super::camera;
use super::controls::Controls;
use super::keys::{listen_to_keys, touch};
use super::panels::Panel;
use super::ring::Ring;
use crate::known::Known;
use crate::parts::{Figure, Unheard};
use crate::session::{Face, Next, Now, Running};

/// Further than this, in pixels, a touch turns the figure.
const TURNED: i32 = 8;
/// More repetitions than this are not shown as dots.
const MOST_DOTS: u32 = 20;

/// Shows the session that goes on. Any touch pauses it.
#[component]
pub(super) fn Stage() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let (now, frame) = (running.now(), running.frame());
    let face = running.face();
    let exercise = part(now, |now| now.exercise.clone());
    let caption = part(now, |now| now.caption.clone());
    let label = Signal::derive(move || exercise.get());
    let first = running.timeline().get_untracked();
    let figure = first.map(|first: Arc<Timeline>| {
        let timeline = Signal::derive(move || running.timeline().get().unwrap_or_else(|| Arc::clone(&first)));
        let seconds = Memo::new(move |_| frame.get().seconds);
        view! { <Figure timeline seconds label /> }
    });
    let title = known.ui("web", "name");
    Effect::new(move || document().set_title(&format!("{} · {title}", exercise.get())));
    let heading = NodeRef::<H1>::new();
    heading.on_load(move |heading| {
        let _stays = heading.focus();
        if let Ok(Some(stage)) = heading.closest(".stage") {
            camera::put(&stage, &known, running, face);
        }
    });
    listen_to_keys(running, face);
    // An answer takes its panel away and lets the click go on to the stage: what counts is where the touch began.
    let down = StoredValue::new(None);
    let press = move |event: PointerEvent| {
        let is_on_stage = matches!(face.get_untracked(), Face::Led | Face::Paused | Face::Waiting);
        down.set_value(is_on_stage.then(|| (event.client_x(), event.client_y())));
    };
    let tap = move |event: MouseEvent| {
        let Some((x, y)) = down.try_update_value(Option::take).flatten() else { return };
        if (event.client_x() - x).abs() < TURNED && (event.client_y() - y).abs() < TURNED {
            running.act(touch(&face.get_untracked()));
        }
    };
    let asks = move || matches!(face.get(), Face::Hurting | Face::HelpingUp(_) | Face::Ending);
    view! {
        <div class="stage" class:stage-asks=asks on:pointerdown=press on:click=tap>
            <div class="stage-line" aria-hidden="true">
                <div style:transform=move || format!("scaleX({:.4})", frame.get().passed)></div>
            </div>
            <header class="stage-head">
                <h1 node_ref=heading tabindex="-1">
                    {exercise}
                </h1>
                <p class="stage-place numbers">{place(now)}</p>
                <p class="stage-minutes numbers">{minutes(now)}</p>
            </header>
            <div class="stage-figure">{figure}</div>
            <div class="stage-says">
                <Ring now frame />
                <p class="stage-caption">{caption}</p>
                <div class="stage-dots">{dots(now)}</div>
                <p class="stage-remark" role="status">
                    {remark(now)}
                </p>
                <Unheard />
                <p class="stage-next">{next(now)}</p>
            </div>
            <p class="visually-hidden" aria-live="polite">
                {phase(now)}
            </p>
            <Panel face />
            <Controls face />
        </div>
    }
}

/// Returns a part of what is shown, which changes only when that part does.
fn part<T: Clone + Default + PartialEq + Send + Sync + 'static>(
    now: Signal<Option<Now>>,
    part: impl Fn(&Now) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |_| now.with(|now| now.as_ref().map(&part).unwrap_or_default()))
}

fn place(now: Signal<Option<Now>>) -> impl IntoView {
    let known = Known::here();
    let place = part(now, |now| now.place);
    move || place.get().map(|(at, of)| format!("{at} {}", known.ui_number("web-session", "of", small(of))))
}

fn minutes(now: Signal<Option<Now>>) -> impl IntoView {
    let known = Known::here();
    let minutes = part(now, |now| now.minutes);
    move || match minutes.get() {
        0 => known.ui("web-session", "last-minute"),
        minutes => known.ui_number("web-session", "minutes-left", minutes),
    }
}

/// Returns how many repetitions are done and left, and whose turn it is.
fn dots(now: Signal<Option<Now>>) -> impl IntoView {
    let known = Known::here();
    let count = part(now, |now| (now.repetition, now.set, Some(now.side)));
    move || {
        let (repetition, set, side) = count.get();
        let side = match side {
            Some(Sides::Left) => Some(known.ui("web-session", "left")),
            Some(Sides::Right) => Some(known.ui("web-session", "right")),
            Some(Sides::Both) | None => None,
        };
        let of = |at: u32, of: u32| format!("{at} {}", known.ui_number("web-session", "of", of));
        let set = set.map(|(at, all)| {
            view! { <span class="numbers">{format!("{} {}", known.ui("web-session", "set"), of(at, all))}</span> }
        });
        let repetition = repetition.map(|(at, all)| {
            if all > MOST_DOTS {
                return view! { <span class="numbers">{of(at, all)}</span> }.into_any();
            }
            let dots =
                (1..=all).map(|dot| view! { <i class="stage-dot" class:stage-dot-done=dot <= at></i> });
            view! {
                <span class="stage-row" role="img" aria-label=of(at, all)>
                    {dots.collect::<Vec<_>>()}
                </span>
            }
            .into_any()
        });
        view! {
            {set}
            {repetition}
            {side.map(|side| view! { <span>{side}</span> })}
        }
    }
}

fn remark(now: Signal<Option<Now>>) -> impl IntoView {
    let known = Known::here();
    let remark = part(now, |now| {
        let is_still = |face: &Face| matches!(face, Face::Paused | Face::Waiting);
        (now.remark.clone(), is_still(&now.face).then(|| now.face.clone()))
    });
    move || match remark.get() {
        (Some(remark), _) => remark,
        (None, Some(Face::Paused)) => known.ui("web-session", "paused"),
        (None, Some(_)) => known.ui("web-session", "waiting"),
        (None, None) => String::new(),
    }
}

fn next(now: Signal<Option<Now>>) -> impl IntoView {
    let known = Known::here();
    let next = part(now, |now| Some(now.next.clone()));
    move || {
        let name = match next.get() {
            Some(Next::Exercise(name)) => name,
            Some(Next::Floor) => known.ui("web-session", "next-floor"),
            Some(Next::GetUp) => known.ui("web-session", "get-up"),
            Some(Next::Last) => return view! { <span>{known.ui("web-session", "last")}</span> }.into_any(),
            Some(Next::Nothing) | None => return ().into_any(),
        };
        view! {
            <span class="quiet">{known.ui("web-session", "next")}</span>
            " "
            <span>{name}</span>
        }
        .into_any()
    }
}

/// Returns what a screen reader says: another exercise or phase, not every second.
fn phase(now: Signal<Option<Now>>) -> impl IntoView {
    let known = Known::here();
    let phase = part(now, |now| (now.exercise.clone(), now.phase.clone(), Some(now.side)));
    move || {
        let (exercise, phase, side) = phase.get();
        let side = match side {
            Some(Sides::Left) => known.ui("web-session", "left"),
            Some(Sides::Right) => known.ui("web-session", "right"),
            Some(Sides::Both) | None => String::new(),
        };
        [exercise, phase, side].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ")
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
