//! The moving figure.

mod body;
mod near;
mod painter;
mod rest;
mod turn;

use std::rc::Rc;
use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::Canvas;
use leptos::prelude::*;
use unknot_routine::{Moment, Timeline};
use unknot_stage::Look;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};

use crate::known::Known;
use crate::parts::{media, palette::palette};
use crate::pause::pause;
use crate::settings::Settings;
use near::near;
use painter::{NotDrawn, Painter};
use rest::Rest;
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
    let (performer, is_missing) = performer(is_near);
    let turn = RwSignal::new(Turn::default());
    // Whether the graphics processor does not draw, and how often it has come back, or was not ready.
    let (plainly, again) = (RwSignal::new(false), RwSignal::new(0_u32));
    let painter = StoredValue::new_local(None::<Painter>);
    let (preparing, rest) = (Preparing::new(), Rest::new());

    let draw = move || {
        let Some(canvas) = canvas.get_untracked().filter(|_| is_near.get_untracked()) else { return };
        // The graphics processor reads how to draw while the body is still being made.
        let begun = painter.try_update_value(|painter| match painter {
            Some(_) => Ok(()),
            None => Painter::new(&canvas, plainly.get_untracked()).map(|new| *painter = Some(new)),
        });
        if begun == Some(Err(NotDrawn::Ever)) {
            plainly.set(true);
        }
        let Some(performer) = performer.get_untracked() else { return };
        let ([width, height], timeline, seconds) =
            (size.get_untracked(), timeline.get_untracked(), seconds.get_untracked());
        if width == 0 || height == 0 {
            return;
        }
        let shot = turn.get_untracked().shot(&timeline.at(seconds));
        let look = Look { width, height, shot, palette: palette.get_untracked(), transparent: false };
        preparing.go_on(&performer, &timeline, seconds);
        let mut performer = performer.borrow_mut();
        // What was drawn last stays until then.
        if !performer.is_ready(&timeline, seconds) {
            return;
        }
        if painter.with_value(|painter| painter.as_ref().is_some_and(|painter| !painter.is_ready())) {
            again.update(|times| *times += 1);
            return;
        }
        let is_still = is_still.get_untracked();
        let stays = is_still || rest.take();
        let shown = match is_still {
            true => performer.stills(&timeline, seconds),
            false => performer.at(&timeline, seconds),
        };
        painter.update_value(|painter| {
            let Some(painting) = painter else { return };
            let drawn = painting.paint(&mut performer, &shown, &look, stays);
            if plainly.get_untracked() && !stays {
                rest.wait(move || again.update(|times| *times += 1));
            }
            if drawn.is_err() {
                *painter = None;
            }
            // A canvas belongs to whoever drew on it first; there has to be another.
            if drawn == Err(NotDrawn::Ever) {
                plainly.set(true);
            }
        });
    };
    on_change(
        move || {
            timeline.track();
            seconds.track();
            size.track();
            turn.track();
            palette.track();
            is_still.track();
            performer.track();
            is_near.track();
            canvas.track();
            again.track();
            preparing.more.track();
        },
        draw,
    );
    on_cleanup(move || {
        if let Some(painter) = painter.try_update_value(Option::take).flatten() {
            painter.release();
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
    let lost = move |event: web_sys::Event| {
        // Otherwise it would not come back.
        event.prevent_default();
        painter.set_value(None);
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
                on:webglcontextlost=lost
                on:webglcontextrestored=move |_: web_sys::Event| again.update(|times| *times += 1)
            ></canvas>
        }
    };
    let known = Known::here();
    view! {
        <For each=move || [plainly.get()] key=|plainly| *plainly children=element />
        <p class="figure-missing" role="status">
            {move || is_missing.get().then(|| known.ui("web-figure", "missing"))}
        </p>
    }
}

/// What is done to have postures placed before they are shown.
#[derive(Clone, Copy)]
struct Preparing {
    is_going_on: StoredValue<bool>,
    /// The timeline and the segment for which there is nothing left to do.
    done_for: StoredValue<Option<(usize, usize)>>,
    /// Counts when more can be shown than before.
    more: RwSignal<u32>,
}

impl Preparing {
    fn new() -> Self {
        Self {
            is_going_on: StoredValue::new(false),
            done_for: StoredValue::new(None),
            more: RwSignal::new(0),
        }
    }

    /// Places the postures of this and the next exercise, one after the other.
    fn go_on(self, performer: &body::Shared, timeline: &Arc<Timeline>, seconds: f64) {
        let here = (Arc::as_ptr(timeline).addr(), timeline.at(seconds).index);
        if self.is_going_on.get_value() || self.done_for.get_value() == Some(here) {
            return;
        }
        self.is_going_on.set_value(true);
        let (performer, timeline) = (Rc::clone(performer), Arc::clone(timeline));
        leptos::task::spawn_local(async move {
            let was_ready = performer.borrow().is_ready(&timeline, seconds);
            loop {
                pause().await;
                let is_left = performer.borrow_mut().prepare(&timeline, seconds);
                // The page may have been left meanwhile.
                if self.more.try_get_untracked().is_none() {
                    return;
                }
                if !is_left {
                    self.done_for.set_value(Some(here));
                }
                if !is_left || (!was_ready && performer.borrow().is_ready(&timeline, seconds)) {
                    break;
                }
            }
            self.is_going_on.set_value(false);
            if !was_ready {
                self.more.update(|times| *times += 1);
            }
        });
    }
}

/// Returns where a pointer is, in pixels of the page.
fn place(event: &PointerEvent) -> [f64; 2] {
    [event.client_x(), event.client_y()].map(f64::from)
}

/// Draws in the browser's next frame after anything has changed.
fn on_change(track: impl Fn() + 'static, draw: impl Fn() + Clone + 'static) {
    let asked = StoredValue::new(None::<AnimationFrameRequestHandle>);
    Effect::new(move || {
        track();
        if asked.get_value().is_none() {
            let draw = draw.clone();
            let handle = request_animation_frame_with_handle(move || {
                // The page may have been left in this very frame.
                if asked.try_set_value(None).is_none() {
                    draw();
                }
            });
            asked.set_value(handle.ok());
        }
    });
    on_cleanup(move || {
        if let Some(handle) = asked.try_get_value().flatten() {
            handle.cancel();
        }
    });
}

/// Returns the size of a canvas in the pixels of the screen, as it changes.
fn size(canvas: NodeRef<Canvas>) -> RwSignal<[usize; 2]> {
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
                let pixels = |side: i32| (f64::from(side.max(0)) * density).round() as usize;
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
    let shape = Settings::here().with_untracked(|settings| settings.shape);
    leptos::task::spawn_local(async move {
        // Where it cannot be had the figure will say so.
        let _made = body::of(shape).await;
    });
}

/// Returns somebody of the shape that was chosen, once they are wanted and there, and whether they cannot be.
fn performer(is_wanted: RwSignal<bool>) -> (RwSignal<Option<body::Shared>, LocalStorage>, RwSignal<bool>) {
    let settings = Settings::here();
    let wanted = Memo::new(move |_| settings.with(|settings| settings.shape));
    let (performer, is_missing) = (RwSignal::new_local(None), RwSignal::new(false));
    Effect::new(move || {
        let shape = wanted.get();
        // A body takes long to make: nobody waits for one that is far down the page.
        if !is_wanted.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            let made = body::of(shape).await;
            // Meanwhile another shape may have been chosen, or another page.
            if wanted.try_get_untracked() == Some(shape) {
                is_missing.set(made.is_none());
                performer.set(made);
            }
        });
    });
    (performer, is_missing)
}
