//! The camera, while it watches: what it sees, that it is on, and how it ends.

use leptos::html::Div;
use leptos::prelude::*;
use unknot_body::View;
use unknot_routine::Glance;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

use super::keys::can_watch;
use crate::known::Known;
use crate::session::{Face, Running, Sees, Told};

/// The element that page/camera.js defines.
const ELEMENT: &str = "unknot-camera";

/// Shows what the camera sees while it watches, and offers it otherwise. It is on only while somebody is led.
#[component]
pub(super) fn Camera(
    /// What is asked of the person.
    face: Memo<Face>,
) -> impl IntoView {
    let running = Running::here();
    let is_on = Memo::new(move |_| running.watch().with(|watch| watch.is_on));
    let watches = Memo::new(move |_| is_on.get() && matches!(face.get(), Face::Led | Face::Waiting));
    let offers = Memo::new(move |_| !is_on.get() && can_watch(&face.get()));
    view! {
        {move || watches.get().then(|| view! { <Picture /> })}
        {move || offers.get().then(|| view! { <Offer /> })}
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
    place.on_load(move |place| {
        let Ok(element) = document().create_element(ELEMENT) else { return };
        listen(&element, running);
        let set = |name: &str, value: &str| element.set_attribute(name, value);
        let _set = set("role", "img").and_then(|()| set("aria-label", &label));
        let turned = element.clone();
        Effect::new(move || {
            running.now().track();
            running.with(|engine| {
                let item = engine.session().moment().segment.item.and_then(|item| engine.plan().items.get(item));
                let Some(item) = item else { return };
                // No element refuses an attribute of such a name.
                let _set = turned.set_attribute("exercise", &item.exercise);
                let _set = turned.set_attribute("variant", item.variant.as_deref().unwrap_or_default());
            });
        });
        let _shown = place.append_child(&element);
        // start.js hears this, and loads what it is.
        if let Ok(event) = Event::new("watch") {
            let _heard = element.dispatch_event(&event);
        }
    });
    let watch = running.watch();
    let says = {
        let known = known.clone();
        move || {
            let watch = watch.get();
            let words = match watch.sees {
                Sees::Somebody if watch.count > 0 => {
                    return view! { <p class="camera-count numbers">{watch.count}</p> }.into_any();
                }
                Sees::Somebody => known.ui("web-camera", "somebody"),
                Sees::Nothing => known.ui("web-camera", "opening"),
                Sees::Nobody => known.ui("web-camera", "nobody"),
                Sees::Awaited => known.ui("web-camera", "awaited"),
            };
            view! { <p class="camera-says small">{words}</p> }.into_any()
        }
    };
    view! {
        <div class="stage-camera" on:click=|event| event.stop_propagation()>
            <div class="camera-picture" node_ref=place>
                <p class="camera-on small">{known.ui("web-camera", "on")}</p>
                {says}
            </div>
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
    let trouble = Closure::<dyn Fn(String)>::new(move |name: String| running.cannot_watch(&name));
    for (name, function) in [("glance", glance.into_js_value()), ("trouble", trouble.into_js_value())] {
        let _set = js_sys::Reflect::set(element, &name.into(), &function);
    }
}

/// Returns where to put the device, on the way to an exercise that a camera watches.
pub(super) fn advice(known: &Known, running: Running) -> Option<String> {
    running.now().track();
    let is_on = running.watch().with(|watch| watch.is_on);
    let view = running.view().filter(|(_, is_on_the_way)| *is_on_the_way && is_on)?.0;
    Some(match view {
        View::Front | View::Back => known.ui("web-camera", "place-front"),
        View::Left | View::Right | View::Side => known.ui("web-camera", "place-side"),
        View::Above => known.ui("web-camera", "place-none"),
    })
}
