//! What can be chosen about a session.

use leptos::prelude::*;
use unknot_body::{Kit, Named, Side};

use crate::known::Known;
use crate::parts::of_device;
use crate::session::{Past, Running, Wishes};

/// What somebody may not have at home.
const KIT: [Kit; 7] = [Kit::Wall, Kit::Chair, Kit::Mat, Kit::Roller, Kit::Pillow, Kit::Towel, Kit::Table];
/// From how many to how many minutes a session may take.
const MINUTES: (u8, u8) = (3, 15);

/// Lets somebody choose how long, in what order, where, with what, and which side is sore.
#[component]
pub(super) fn Options(
    /// What is known from earlier.
    past: Memo<Past>,
) -> impl IntoView {
    let (known, wishes) = (Known::here(), Running::here().wishes());
    let usual = {
        let known = known.clone();
        move || {
            let programme =
                wishes.with(|wishes| known.catalogue.programme(wishes.programme()).map(|p| p.budget));
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few minutes")]
            let minutes = (programme.unwrap_or_default().seconds() / 60.0).round() as u8;
            let agreed = past.with(|past| past.agreed.minutes).and_then(|agreed| u8::try_from(agreed).ok());
            minutes.min(agreed.unwrap_or(u8::MAX))
        }
    };
    let minutes = Signal::derive(move || wishes.with(|wishes| wishes.minutes).unwrap_or_else(&usual));
    let words = {
        let known = known.clone();
        move || known.ui_number("web-today", "minutes-number", minutes.get().into())
    };
    let slide = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        wishes.update(|wishes| wishes.minutes = chosen);
    };
    let order =
        [(known.ui("web-today", "order-flow"), false), (known.ui("web-today", "order-article"), true)];
    let place = [(known.ui("web-today", "home"), false), (known.ui("web-today", "office"), true)];
    let side = [
        (known.ui("web-today", "side-none"), None),
        (known.ui("web-today", "side-left"), Some(Side::Left.name().to_owned())),
        (known.ui("web-today", "side-right"), Some(Side::Right.name().to_owned())),
    ];
    let kit = KIT.map(|kit| {
        let change = move |event| {
            let has = event_target_checked(&event);
            wishes.update(|wishes| {
                if has {
                    wishes.without.remove(kit.name());
                } else {
                    wishes.without.insert(kit.name().to_owned());
                }
            });
        };
        let has = move || wishes.with(|wishes| !wishes.without.contains(kit.name()));
        view! {
            <label>
                <input type="checkbox" prop:checked=has on:change=change />
                <span>{known.called(kit)}</span>
            </label>
        }
    });
    view! {
        <details class="today-options">
            <summary>{known.ui("web-today", "options")}</summary>
            <div class="field">
                <div class="field-head">
                    <label for="today-minutes">{known.ui("web-today", "minutes")}</label>
                    <output for="today-minutes" class="numbers">{words}</output>
                </div>
                <input
                    id="today-minutes"
                    type="range"
                    min=MINUTES.0.to_string()
                    max=MINUTES.1.to_string()
                    step="1"
                    prop:value=move || minutes.get().to_string()
                    on:input=slide
                />
            </div>
            {segments(known.ui("web-today", "place"), "place", place, |wishes| wishes.office, |wishes, office| {
                wishes.office = office;
                wishes.minutes = None;
            })}
            {segments(known.ui("web-today", "order"), "order", order, |wishes| wishes.article, |wishes, article| {
                wishes.article = article;
            })}
            {segments(known.ui("web-today", "side"), "side", side, |wishes| wishes.sore_side.clone(), |wishes, side| {
                wishes.sore_side = side;
            })}
            <fieldset class="choices today-kit">
                <legend>{known.ui("web-today", "at-hand")}</legend>
                {kit.into_iter().collect::<Vec<_>>()}
            </fieldset>
            <fieldset class="choices">
                <legend class="visually-hidden">{known.ui("web-settings", "session")}</legend>
                {of_device::camera(&known)}
            </fieldset>
        </details>
    }
}

/// Lets one of a few be chosen.
fn segments<T: Clone + PartialEq + Send + Sync + 'static, const N: usize>(
    question: String,
    name: &'static str,
    choices: [(String, T); N],
    chosen: fn(&Wishes) -> T,
    choose: fn(&mut Wishes, T),
) -> impl IntoView {
    let wishes = Running::here().wishes();
    let choices = choices.map(|(words, choice)| {
        let is_chosen = {
            let choice = choice.clone();
            move || wishes.with(|wishes| chosen(wishes) == choice)
        };
        let change = move |_| wishes.update(|wishes| choose(wishes, choice.clone()));
        view! {
            <label>
                <input type="radio" name=name prop:checked=is_chosen on:change=change />
                <span>{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="field-name">{question}</legend>
            <div class="segments">{choices.into_iter().collect::<Vec<_>>()}</div>
        </fieldset>
    }
}
