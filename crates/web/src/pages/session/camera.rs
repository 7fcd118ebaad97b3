//! The camera, while it watches: what it sees, that it is on, and how it ends. Its script is loaded when it is wanted.

use leptos::html::Div;
use leptos::prelude::*;
use unknot_body::View;
use unknot_routine::Glance;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::Element;

use super::keys::can_watch;
use crate::known::Known;
use crate::session::{Face, Running, Sees, Told, Trouble};

/// The element that page/camera.js defines.
const ELEMENT: &str = "unknot-camera";

/// Shows what the camera sees while it watches, and offers it otherwise. It is on only while somebody is led.
#[component]
pub(super) fn Camera(
    /// What is asked of the person.
    face: Memo<Face>,
) -> impl IntoView {
    #[derive(Clone, Copy, PartialEq)]
    enum Shown {
        Picture,
        Offer,
        Nothing,
    }
    let running = Running::here();
    let is_on = Memo::new(move |_| running.watch().with(|watch| watch.is_on));
    let shown = Memo::new(move |_| match (is_on.get(), face.get()) {
        (true, Face::Led | Face::Waiting) => Shown::Picture,
        (false, face) if can_watch(&face) => Shown::Offer,
        _ => Shown::Nothing,
    });
    move || match shown.get() {
        Shown::Picture => view! { <Picture /> }.into_any(),
        Shown::Offer => view! { <Offer /> }.into_any(),
        Shown::Nothing => ().into_any(),
    }
}

#[component]
fn Offer() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    view! {
        <div class="stage-camera" on:click=|event| event.stop_propagation()>
            <button class="button-quiet" aria-keyshortcuts="C" on:click=move |_| running.set_watch(true)>
                {known.ui("web-camera", "count-for-me")}
            </button>
        </div>
    }
}

#[component]
fn Picture() -> impl IntoView {
    let (known, running) = (Known::here(), Running::here());
    let (place, label) = (NodeRef::<Div>::new(), known.ui("web-camera", "picture"));
    let exercise = Memo::new(move |_| {
        running.now().track();
        running.with(|engine| {
            let item = engine.session().moment().segment.item?;
            let item = engine.plan().items.get(item)?;
            Some((item.exercise.clone(), item.variant.clone().unwrap_or_default()))
        })?
    });
    place.on_load(move |place| {
        let Ok(element) = document().create_element(ELEMENT) else { return };
        listen(&element, running);
        let set = |name: &str, value: &str| element.set_attribute(name, value);
        let _set = set("role", "img").and_then(|()| set("aria-label", &label));
        let turned = element.clone();
        Effect::new(move || {
            let (id, variant) = exercise.get().unwrap_or_default();
            // No element refuses an attribute of such a name.
            let _set = turned.set_attribute("exercise", &id).and_then(|()| turned.set_attribute("variant", &variant));
        });
        let _shown = place.append_child(&element);
        load(running);
    });
    let count = Memo::new(move |_| running.watch().with(|watch| watch.count));
    let says = {
        let known = known.clone();
        let sees = Memo::new(move |_| running.watch().with(|watch| watch.sees));
        move || match sees.get() {
            Sees::Nothing => known.ui("web-camera", "opening"),
            Sees::Nobody => known.ui("web-camera", "nobody"),
            Sees::Somebody => known.ui("web-camera", "somebody"),
            Sees::Awaited => known.ui("web-camera", "awaited"),
        }
    };
    view! {
        <div class="stage-camera" on:click=|event| event.stop_propagation()>
            <div class="camera-picture" node_ref=place>
                <span class="camera-on small">{known.ui("web-camera", "on")}</span>
                <span class="camera-count numbers">{move || (count.get() > 0).then(|| count.get())}</span>
            </div>
            <p class="camera-says small">{says}</p>
            <button class="button-quiet" aria-keyshortcuts="C" on:click=move |_| running.set_watch(false)>
                {known.ui("web-camera", "stop")}
            </button>
        </div>
    }
}

/// Gives the element what it tells of each picture, and of what goes wrong.
fn listen(element: &Element, running: Running) {
    type Glancing = dyn Fn(bool, bool, Option<String>, u32, Option<String>, bool);
    let glance = Closure::<Glancing>::new(move |seen, placed, holds, count, fault, better| {
        let glance = bool::then(seen, || Glance { placed, holds, count });
        running.take(Told { glance, fault, better });
    });
    let trouble = Closure::<dyn Fn(String)>::new(move |name: String| running.cannot_watch(Trouble::named(&name)));
    for (name, function) in [("glance", glance.into_js_value()), ("trouble", trouble.into_js_value())] {
        let _set = js_sys::Reflect::set(element, &name.into(), &function);
    }
}

/// Loads the script that defines the element, unless it is there.
fn load(running: Running) {
    let asked = || -> Result<Option<Element>, JsValue> {
        let Some(meta) = document().query_selector("meta[name=unknot-camera]")? else { return Ok(None) };
        let address = meta.get_attribute("content").unwrap_or_default();
        if document().query_selector(&format!("script[src='{address}']"))?.is_some() {
            return Ok(None);
        }
        let script = document().create_element("script")?;
        script.set_attribute("type", "module")?;
        script.set_attribute("src", &address)?;
        let gone = script.clone();
        let failed = Closure::<dyn Fn()>::new(move || {
            // The next time it is asked for again.
            gone.remove();
            running.cannot_watch(Trouble::Broken);
        });
        script.add_event_listener_with_callback("error", failed.into_js_value().unchecked_ref())?;
        document().document_element().map(|html| html.append_child(&script)).transpose()?;
        Ok(Some(script))
    };
    if asked().is_err() {
        running.cannot_watch(Trouble::Broken);
    }
}

/// Returns where to put the device, on the way to an exercise that a camera watches.
pub(super) fn advice(known: &Known, running: Running) -> Option<String> {
    running.now().track();
    let is_on = running.watch().with(|watch| watch.is_on);
    let view = running.view().filter(|(_, is_on_the_way)| *is_on_the_way && is_on)?.0;
    Some(match view {
        View::Front | View::Back => known.ui("web-camera", "place-front"),
        View::Left | View::Right => known.ui("web-camera", "place-side"),
        View::Above => known.ui("web-camera", "place-none"),
    })
}
