//! The camera in the stage. What of it is seen stands in page/camera.js, which is no part of a first visit, and is loaded
//! once the camera is to be on.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use unknot_routine::{CameraWord, Glance};
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, Event};

use crate::known::Known;
use crate::session::{CAMERA_WORDS, Face, Made, Running, Told};

/// What is told of each picture: whether somebody is seen, and in position, in which phase they hold, how many repetitions
/// were counted, which fault is to be spoken of, whether it is gone. The answer is how many are counted of this exercise, or
/// -1 where the clock waits.
type Glancing = dyn Fn(bool, bool, Option<String>, u32, Option<String>, bool) -> i32;
/// What is told when the camera fails, with the name of the trouble.
type Failing = dyn Fn(String);

/// Puts the camera into the stage: while somebody is led it watches, if it is on.
pub(super) fn put(stage: &Element, known: &Known, running: Running, face: Memo<Face>) {
    let Ok(camera) = document().create_element("unknot-camera") else { return };
    tell(&camera, known, running);
    let is_wanted = running.is_watched();
    let is_on = Memo::new(move |_| is_wanted.get() && matches!(face.get(), Face::Led | Face::Waiting));
    let watched = Memo::new(move |_| {
        running.now().track();
        let watched = running.with(|engine| {
            let item = engine.plan().items.get(engine.session().moment().segment.item?)?;
            Some(format!("{} {}", item.exercise, item.variant.as_deref().unwrap_or_default()))
        });
        watched.flatten().unwrap_or_default()
    });
    let set = camera.clone();
    Effect::new(move || {
        // No attribute of such a name is refused.
        let _set = set.set_attribute("exercise", &watched.get());
    });
    let set = camera.clone();
    Effect::new(move || {
        let is_on = is_on.get();
        let _set = set.set_attribute("state", if is_on { "on" } else { "" });
        // start.js hears this, and loads what the element is.
        if is_on && let Ok(event) = Event::new("watch") {
            let _heard = set.dispatch_event(&event);
        }
    });
    let _put = stage.append_child(&camera);
}

/// Gives the element its words, and what it tells.
fn tell(camera: &Element, known: &Known, running: Running) {
    let words = Object::new();
    for name in CAMERA_WORDS {
        let _set = Reflect::set(&words, &name.into(), &known.ui("web-camera", name).into());
    }
    let glance = Closure::<Glancing>::new(move |seen, placed, holds, count, fault, better| {
        let glance = bool::then(seen, || Glance { placed, holds, count });
        match running.take(Told { glance, fault, better }) {
            Made::Waits => -1,
            Made::Counted(count) => i32::try_from(count).unwrap_or(i32::MAX),
        }
    });
    let fail = Closure::<Failing>::new(move |trouble: String| {
        running.end_watch(CameraWord::trouble(&trouble).unwrap_or(CameraWord::Broken));
    });
    let all: [(&str, JsValue); 3] =
        [("words", words.into()), ("glance", glance.into_js_value()), ("fail", fail.into_js_value())];
    for (name, value) in all {
        let _set = Reflect::set(camera, &name.into(), &value);
    }
}
