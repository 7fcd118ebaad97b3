//! Which key asks for what.

use leptos::prelude::*;
use wasm_bindgen::prelude::JsCast;
use web_sys::Element;

use crate::session::{Act, Face, Running};

/// Listens to keys, where nothing else has the keyboard.
pub(super) fn listen_to_keys(running: Running, face: Memo<Face>) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let is_taken = event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key();
        if is_taken || event.repeat() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let key = event.key();
        let tag = target.map(|target| target.tag_name()).unwrap_or_default();
        // A button is pressed by the space bar.
        if tag == "INPUT" || (tag == "BUTTON" || tag == "A") && key == " " {
            return;
        }
        if matches!(key.as_str(), "c" | "C") && can_watch(&face.get_untracked()) {
            running.set_watch(!running.is_watched().get_untracked());
            return;
        }
        if let Some(act) = meaning(&key, &face.get_untracked()) {
            event.prevent_default();
            running.act(act);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Returns whether a camera can be of use while a face is shown.
pub(super) fn can_watch(face: &Face) -> bool {
    matches!(face, Face::Led | Face::Paused | Face::Waiting)
}

/// Returns what a key asks for while a face is shown; nothing for most of them.
fn meaning(key: &str, face: &Face) -> Option<Act> {
    let key = key.to_ascii_lowercase();
    match (key.as_str(), face) {
        ("h", Face::Hurting) => None,
        ("h", _) => Some(Act::Hurts),
        ("u", _) => Some(Act::Up),
        // What is asked there is answered, not brushed away by a key that was hit by mistake.
        (" " | "q" | "escape", Face::Hurting) | ("q" | "escape", Face::HelpingUp(_)) | (_, Face::Floor) => {
            None
        }
        ("q" | "escape", Face::Ending) => Some(if key == "q" { Act::End } else { Act::GoOn }),
        ("q" | "escape", _) => Some(Act::AskEnd),
        (" ", _) => Some(touch(face)),
        ("n" | "0", Face::Hurting) => Some(Act::GoOn),
        ("1" | "2" | "3", Face::Hurting) => key.parse::<usize>().ok().map(|number| Act::HurtIs(number - 1)),
        ("arrowleft", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Back),
        ("arrowright", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Skip),
        ("s", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Sore),
        ("e", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Easier),
        _ => None,
    }
}

/// Returns what any touch asks for.
pub(super) fn touch(face: &Face) -> Act {
    match face {
        Face::Waiting => Act::Ready,
        Face::Led => Act::Pause,
        _ => Act::GoOn,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_hurts_and_help_me_up_always_work() {
        for face in [Face::Led, Face::Paused, Face::Waiting, Face::Ending, Face::Floor] {
            assert_eq!(meaning("h", &face), Some(Act::Hurts));
            assert_eq!(meaning("U", &face), Some(Act::Up));
        }
        assert_eq!(meaning("h", &Face::HelpingUp(String::new())), Some(Act::Hurts));
        assert_eq!(meaning("u", &Face::Hurting), Some(Act::Up));
    }

    #[test]
    fn one_key_ends_nothing_by_mistake() {
        assert_eq!(meaning("q", &Face::Led), Some(Act::AskEnd));
        assert_eq!(meaning("Escape", &Face::Led), Some(Act::AskEnd));
        assert_eq!(meaning("q", &Face::Ending), Some(Act::End));
        assert_eq!(meaning("Escape", &Face::Ending), Some(Act::GoOn));
        assert_eq!(meaning(" ", &Face::Ending), Some(Act::GoOn));
        for key in [" ", "q", "Escape"] {
            assert_eq!(meaning(key, &Face::Hurting), None, "a hurt is answered, not brushed away");
        }
        assert_eq!(meaning("Escape", &Face::HelpingUp(String::new())), None);
        assert_eq!(meaning("q", &Face::Floor), None, "a list is answered");
    }
}
