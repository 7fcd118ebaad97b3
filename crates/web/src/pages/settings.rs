//! Voice, sounds, looks.

use leptos::prelude::*;
use unknot_body::{BodyShape, Named as _};
use unknot_journal::{Palette, Settings as Chosen};

use crate::known::Known;
use crate::parts::{Figure, Heading, Volume, of_device};
use crate::settings::Settings as Kept;

/// Shows how somebody likes it, and lets them choose.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let known = Known::here();
    let chosen = Kept::here();
    view! {
        <Heading text=known.ui("web-settings", "title") />
        <p class="lead">{known.ui("web-settings", "kept-here")}</p>
        <h2>{known.ui("web-settings", "hear")}</h2>
        <Volume name=known.ui("web-settings", "voice") read=|s| s.voice write=|s, n| s.voice = n />
        <Volume name=known.ui("web-settings", "sounds") read=|s| s.sounds write=|s, n| s.sounds = n />
        <fieldset class="choices">
            <legend class="visually-hidden">{known.ui("web-settings", "session")}</legend>
            <Tick
                name=known.ui("web-settings", "captions-only")
                hint=known.ui("web-settings", "captions-only-hint")
                read=|s| s.captions_only
                write=|s, on| s.captions_only = on
            />
            <Tick
                name=known.ui("web-settings", "wait")
                hint=known.ui("web-settings", "wait-hint")
                read=|s| s.wait_for_me
                write=|s, on| s.wait_for_me = on
            />
            {of_device::microphone(&known)}
            {of_device::camera(&known)}
        </fieldset>
        <h2>{known.ui("web-settings", "see")}</h2>
        <fieldset>
            <legend>{known.ui("web-settings", "colours")}</legend>
            <div class="segments">
                {Palette::ALL
                    .into_iter()
                    .map(|palette| {
                        let name = match palette {
                            Palette::Auto => known.ui("web-settings", "auto"),
                            Palette::Paper => known.ui("web-settings", "paper"),
                            Palette::Night => known.ui("web-settings", "night"),
                        };
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name="palette"
                                    prop:checked=move || chosen.read().palette == palette
                                    on:change=move |_| chosen.write().palette = palette
                                />
                                <span>{name}</span>
                            </label>
                        }
                    })
                    .collect::<Vec<_>>()}
            </div>
        </fieldset>
        <fieldset class="choices">
            <legend class="visually-hidden">{known.ui("web-settings", "see")}</legend>
            <Tick
                name=known.ui("web-settings", "larger-text")
                read=|s| s.larger_text
                write=|s, on| s.larger_text = on
            />
        </fieldset>
        <Shape />
    }
}

/// Shows the figure in the shape that is chosen, and the others.
#[component]
fn Shape() -> impl IntoView {
    let known = Known::here();
    let chosen = Kept::here();
    let performed = known.by_article().first().and_then(|exercise| known.alone(exercise, None));
    let shown = performed.map(|timeline| {
        let seconds = timeline.telling_moment();
        view! {
            <div class="settings-figure">
                <Figure timeline=timeline seconds=seconds label=known.ui("web-settings", "figure") />
            </div>
        }
    });
    let shapes: Vec<_> = BodyShape::ALL
        .iter()
        .map(|&shape| {
            view! {
                <label>
                    <input
                        type="radio"
                        name="shape"
                        prop:checked=move || chosen.read().shape == shape
                        on:change=move |_| chosen.write().shape = shape
                    />
                    <span>{known.called(shape)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset>
            <legend>{known.ui("web-settings", "shape")}</legend>
            <div class="segments">{shapes}</div>
        </fieldset>
        {shown}
    }
}

/// Shows whether something is so, and lets it be changed.
#[component]
fn Tick(
    /// What it is called.
    name: String,
    /// What it means.
    #[prop(optional)]
    hint: Option<String>,
    /// Returns whether it is so.
    read: fn(&Chosen) -> bool,
    /// Makes it so or not.
    write: fn(&mut Chosen, bool),
) -> impl IntoView {
    let chosen = Kept::here();
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || read(&chosen.read())
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    chosen.update(|chosen| write(chosen, on));
                }
            />
            <span>{name} {hint.map(|hint| view! { <small>{hint}</small> })}</span>
        </label>
    }
}
