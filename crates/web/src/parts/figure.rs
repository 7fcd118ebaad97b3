//! The moving figure: what can be done with it. A worker draws it, see `drawer`.

mod drawer;
mod near;
mod turn;

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::Canvas;
use leptos::prelude::*;
use unknot_figure::Palette;
use unknot_routine::{Moment, Timeline};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};

use crate::known::Known;
use crate::parts::{media, palette::palette};
use crate::settings::Settings;
use drawer::{Drawn, View};
use near::near;
use turn::Turn;

/// More pixels than two to one of the page's are not seen.
const DENSEST: f64 = 2.0;
/// How far the figure turns with every pixel of a drag, in degrees.
const PER_PIXEL: f64 = 0.5;
/// How far it turns with every press of a key, in degrees.
const PER_PRESS: f64 = 15.0;
/// What moves less than this, in pixels, is a tap and no drag.
const TAP: f64 = 6.0;

/// A finger or pointer that is down: where it is, and how far it has been.
#[derive(Clone, Copy)]
struct Drag {
    at: [f64; 2],
    far: f64,
}

/// Shows a body that performs a timeline at a moment of it; it can be turned by dragging and by the arrow keys, and turns
/// back at a double click or at Home.
#[component]
pub(crate) fn Figure(
    /// What is performed.
    #[prop(into)]
    timeline: Signal<Arc<Timeline>>,
    /// The moment, in seconds from its beginning.
    #[prop(into)]
    seconds: Signal<f64>,
    /// What it shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let size = size(canvas);
    let palette = palette();
    let is_still = media::holds("(prefers-reduced-motion: reduce)");
    let is_near = near(canvas);
    let turn = RwSignal::new(Turn::default());
    // The canvas that was handed over, and how many were of no use.
    let (drawn, spent) = (RwSignal::new(None::<Drawn>), RwSignal::new(0_u32));
    embodied(is_near);
    Effect::new(move || {
        let Some(canvas) = canvas.get().filter(|_| is_near.get()) else { return };
        drawn.set(Drawn::on(&canvas));
    });
    Effect::new(move || {
        if let Some(useless) = drawn.get().filter(|drawn| drawn.is_spent()) {
            useless.end();
            drawn.set(None);
            spent.update(|spent| *spent += 1);
        }
    });
    Effect::new(move |told: Option<Option<(Drawn, Arc<Timeline>)>>| {
        let (drawn, timeline) = (drawn.get()?, timeline.get());
        let is_told = told.flatten().is_some_and(|told| told.0 == drawn && Arc::ptr_eq(&told.1, &timeline));
        if !is_told {
            drawn.perform(&timeline.shown().ok()?);
        }
        Some((drawn, timeline))
    });
    Effect::new(move || {
        let (Some(drawn), size) = (drawn.get(), size.get()) else { return };
        let (seconds, timeline) = (seconds.get(), timeline.read());
        let (degrees, is_still) = (turn.get().degrees(&timeline.at(seconds)), is_still.get());
        if !size.contains(&0) {
            drawn.view(View { seconds, size, degrees, is_night: palette.get() == Palette::Night, is_still });
        }
    });
    on_cleanup(move || {
        if let Some(drawn) = drawn.try_get_untracked().flatten() {
            drawn.end();
        }
    });

    let further = move |azimuth: f64, elevation: f64| {
        let timeline = timeline.get_untracked();
        let moment: Moment<'_> = timeline.at(seconds.get_untracked());
        turn.update(|turn| *turn = turn.further(azimuth, elevation, &moment));
    };
    let drag = StoredValue::new(None::<Drag>);
    let take = move |event: PointerEvent| {
        if !event.is_primary() || event.button() != 0 {
            return;
        }
        drag.set_value(Some(Drag { at: place(&event), far: 0.0 }));
        if let Some(canvas) = canvas.get_untracked() {
            // Without it a drag ends at the edge.
            let _captured = canvas.set_pointer_capture(event.pointer_id());
        }
    };
    let pull = move |event: PointerEvent| {
        let Some(Drag { at, far }) = drag.get_value().filter(|_| event.is_primary() && event.buttons() != 0)
        else {
            return;
        };
        let now = place(&event);
        let [right, down] = [now[0] - at[0], now[1] - at[1]];
        let far = far + right.abs() + down.abs();
        drag.set_value(Some(Drag { at: now, far }));
        further(-right * PER_PIXEL, down * PER_PIXEL);
    };
    // Whoever has turned the figure has not tapped on it.
    let tap = move |event: MouseEvent| {
        if drag.get_value().is_some_and(|drag| drag.far > TAP) {
            event.stop_propagation();
        }
        drag.set_value(None);
    };
    let press = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowLeft" => further(-PER_PRESS, 0.0),
            "ArrowRight" => further(PER_PRESS, 0.0),
            "ArrowUp" => further(0.0, PER_PRESS),
            "ArrowDown" => further(0.0, -PER_PRESS),
            "Home" => turn.set(Turn::default()),
            _ => return,
        }
        // Neither does the page scroll, nor mean the arrows anything else.
        event.prevent_default();
        event.stop_propagation();
    };
    let element = move |_| {
        view! {
            <canvas
                node_ref=canvas
                class="figure"
                role="img"
                aria-label=label
                aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Home"
                tabindex="0"
                on:pointerdown=take
                on:pointermove=pull
                on:click=tap
                on:dblclick=move |_| turn.set(Turn::default())
                on:keydown=press
            ></canvas>
        }
    };
    let (known, is_missing) = (Known::here(), drawer::is_missing());
    view! {
        <For each=move || [spent.get()] key=|spent| *spent children=element />
        <p class="figure-missing" role="status">
            {move || is_missing.get().then(|| known.ui("web-figure", "missing"))}
        </p>
    }
}

/// Returns where a pointer is, in pixels of the page.
fn place(event: &PointerEvent) -> [f64; 2] {
    [event.client_x(), event.client_y()].map(f64::from)
}

/// Returns the size of a canvas in the pixels of the screen, as it changes.
fn size(canvas: NodeRef<Canvas>) -> RwSignal<[u32; 2]> {
    let size = RwSignal::new([0; 2]);
    let watched = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn Fn()>)>);
    let stop = move || {
        if let Some((observer, _)) = watched.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    };
    Effect::new(move || {
        stop();
        let Some(canvas) = canvas.get() else { return };
        let resized = {
            let canvas: HtmlCanvasElement = canvas.clone();
            Closure::<dyn Fn()>::new(move || {
                let density = window().device_pixel_ratio().min(DENSEST);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "pixels of a screen"
                )]
                let pixels = |side: i32| (f64::from(side.max(0)) * density).round() as u32;
                let now = [canvas.client_width(), canvas.client_height()].map(pixels);
                if size.get_untracked() != now {
                    size.set(now);
                }
            })
        };
        // It fails only where it is called with something else than a function.
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
        observer.observe(&canvas);
        watched.set_value(Some((observer, resized)));
    });
    on_cleanup(stop);
    size
}

/// Has the body there by the time a figure is shown.
pub(crate) fn prepare_figure() {
    drawer::embody(Settings::here().with_untracked(|settings| settings.shape));
}

/// Has the body made of the shape that was chosen, once it is wanted: nobody waits for one that is far down the page.
fn embodied(is_wanted: RwSignal<bool>) {
    let settings = Settings::here();
    let shape = Memo::new(move |_| settings.with(|settings| settings.shape));
    Effect::new(move || {
        if is_wanted.get() {
            drawer::embody(shape.get());
        }
    });
}
