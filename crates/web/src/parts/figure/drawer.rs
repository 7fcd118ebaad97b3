//! The worker that draws: one for all pages, as it has the body, which takes long to make.

use std::cell::{Cell, OnceCell};

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use unknot_body::{BodyShape, Named as _};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, HtmlCanvasElement, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::bundle;

/// Which moment is looked at, and how.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct View {
    pub(super) seconds: f64,
    /// In pixels of the screen.
    pub(super) size: [u32; 2],
    /// Towards the person's left and upwards, from where it is best seen.
    pub(super) degrees: [f64; 2],
    pub(super) is_night: bool,
    /// For whom movement makes ill.
    pub(super) is_still: bool,
}

/// A canvas that was handed over to the worker.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Drawn(u32);

struct Drawer {
    /// None where there are no such workers.
    worker: Option<Worker>,
    handed_over: Cell<u32>,
}

thread_local! {
    /// There is none before a figure is wanted.
    static DRAWER: OnceCell<Drawer> = const { OnceCell::new() };
    /// Whether there is no body to draw, or nobody who draws.
    static IS_MISSING: ArcRwSignal<bool> = ArcRwSignal::new(false);
    /// The last canvas that will never show anything.
    static SPENT: ArcRwSignal<Option<u32>> = ArcRwSignal::new(None);
}

/// Returns whether no figure can be shown.
pub(super) fn is_missing() -> ArcRwSignal<bool> {
    IS_MISSING.with(Clone::clone)
}

/// Has the body made of a shape.
pub(super) fn embody(shape: BodyShape) {
    with(|drawer| drawer.tell(&["embody".into(), shape.name().into()]));
}

impl Drawn {
    /// Hands a canvas over; none where it was drawn on already, or nobody draws.
    pub(super) fn on(canvas: &HtmlCanvasElement) -> Option<Self> {
        let canvas: JsValue = canvas.transfer_control_to_offscreen().ok()?.into();
        with(|drawer| {
            let number = drawer.handed_over.get() + 1;
            drawer.handed_over.set(number);
            drawer.hand_over(&["begin".into(), number.into(), canvas.clone()], &canvas);
            drawer.worker.is_some().then_some(Self(number))
        })
    }

    /// Says what is performed: what is shown of a timeline.
    pub(super) fn perform(self, shown: &[u8]) {
        let shown = Uint8Array::from(shown);
        with(|drawer| {
            let told = ["perform".into(), self.0.into(), shown.clone().into()];
            drawer.hand_over(&told, &shown.buffer());
        });
    }

    /// Says what is looked at.
    pub(super) fn view(self, view: View) {
        let View { seconds, size: [width, height], degrees: [azimuth, elevation], is_night, is_still } = view;
        let numbers = [seconds.into(), width.into(), height.into(), azimuth.into(), elevation.into()];
        let told: Vec<JsValue> = ["view".into(), self.0.into()]
            .into_iter()
            .chain(numbers)
            .chain([is_night.into(), is_still.into()])
            .collect();
        with(|drawer| drawer.tell(&told));
    }

    /// Returns whether another canvas is needed, as this one will never show anything.
    pub(super) fn is_spent(self) -> bool {
        SPENT.with(Clone::clone).get() == Some(self.0)
    }

    /// Gives back what draws on it.
    pub(super) fn end(self) {
        with(|drawer| drawer.tell(&["end".into(), self.0.into()]));
    }
}

fn with<R>(of: impl FnOnce(&Drawer) -> R) -> R {
    DRAWER.with(|drawer| of(drawer.get_or_init(Drawer::new)))
}

impl Drawer {
    fn new() -> Self {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = bundle::name_of("unknot-drawer")
            .and_then(|script| Worker::new_with_options(&script, &options).ok());
        match &worker {
            Some(worker) => listen(worker),
            None => is_missing().set(true),
        }
        Self { worker, handed_over: Cell::new(0) }
    }

    fn tell(&self, what: &[JsValue]) {
        if let Some(worker) = &self.worker {
            // It fails only for what cannot be copied.
            let _sent = worker.post_message(&what.iter().collect::<Array>());
        }
    }

    /// Tells something with what goes over to the worker.
    fn hand_over(&self, what: &[JsValue], over: &JsValue) {
        if let Some(worker) = &self.worker {
            // It fails only for what cannot go over, and all of it can.
            let _sent = worker.post_message_with_transfer(&what.iter().collect::<Array>(), &Array::of1(over));
        }
    }
}

/// Hears what the worker tells.
fn listen(worker: &Worker) {
    let hear = move |event: MessageEvent| {
        let told = Array::from(&event.data());
        match told.get(0).as_string().as_deref() {
            Some("missing") => is_missing().set(told.get(1).is_truthy()),
            Some("never") => SPENT.with(Clone::clone).set(told.get(1).as_f64().map(whole)),
            _ => {}
        }
    };
    let hear = Closure::<dyn Fn(MessageEvent)>::new(hear);
    worker.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    let fail = Closure::<dyn Fn(ErrorEvent)>::new(|_| is_missing().set(true));
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "one of our own numbers")]
fn whole(number: f64) -> u32 {
    number as u32
}
