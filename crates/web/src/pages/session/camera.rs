//! The camera in the stage. What of it is seen stands in page/camera.js, which is no part of a first visit.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use unknot_routine::Glance;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, Event};

use super::keys::can_watch;
use crate::known::Known;
use crate::session::{CAMERA_WORDS, Face, Made, Running, Told};

/// What is told of each picture: whether somebody is seen, and in position, in which phase they hold, how many repetitions
/// were counted, which fault is to be spoken of, whether it is gone. The answer is how many are counted of this exercise, or
/// -1 where the clock waits.
type Glancing = dyn Fn(bool, bool, Option<String>, u32, Option<String>, bool) -> i32;
/// What is told when the camera is switched on or off, with the reason where the person did not do it.
type Switching = dyn Fn(bool, Option<String>);

/// Puts the camera into the stage: while somebody is led it watches, if it is on, and is offered if not.
pub(super) fn put(stage: &Element, known: &Known, running: Running, face: Memo<Face>) {
    let Ok(camera) = document().create_element("unknot-camera") else { return };
    tell(&camera, known, running);
    let set = camera.clone();
    Effect::new(move || {
        running.now().track();
        let (is_on, face) = (running.is_watched().get(), face.get());
        let state = match is_on {
            true if matches!(face, Face::Led | Face::Waiting) => "on",
            false if can_watch(&face) => "off",
            _ => "",
        };
        running.with(|engine| {
            let item = engine.session().moment().segment.item.and_then(|item| engine.plan().items.get(item));
            let exercise = item.map_or("", |item| item.exercise.as_str());
            let variant = item.and_then(|item| item.variant.as_deref()).unwrap_or_default();
            for (name, value) in [("exercise", exercise), ("variant", variant), ("state", state)] {
                // No attribute of such a name is refused.
                let _set = set.set_attribute(name, value);
            }
        });
    });
    let _put = stage.append_child(&camera);
    // start.js hears this, and loads what the element is.
    if let Ok(event) = Event::new("watch") {
        let _heard = camera.dispatch_event(&event);
    }
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
    let switch = Closure::<Switching>::new(move |on: bool, why: Option<String>| {
        running.set_watch(on);
        if let Some(why) = why {
            running.remark(why);
        }
    });
    let all: [(&str, JsValue); 3] =
        [("words", words.into()), ("glance", glance.into_js_value()), ("switch", switch.into_js_value())];
    for (name, value) in all {
        let _set = Reflect::set(camera, &name.into(), &value);
    }
}
