//! The media element that plays it all.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, HtmlAudioElement};

use super::file::File;

/// What is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plays {
    /// Nothing.
    Nothing,
    /// A session, at the moment that is performed.
    Session,
    /// Words alone.
    Words,
}

/// The media element. It is one for everything: on iPhones what a touch has allowed to play once may go on to play
/// other files, with the screen locked too, and another element may not.
pub(super) struct Player {
    element: HtmlAudioElement,
    file: Option<Rc<File>>,
    plays: Plays,
    /// Whether a touch has allowed it to play.
    is_allowed: bool,
    is_refused: RwSignal<bool>,
}

impl Player {
    /// Returns a player that says in a signal whether the browser refuses to play; none where there are no media elements.
    pub(super) fn new(is_refused: RwSignal<bool>) -> Option<Self> {
        let element = HtmlAudioElement::new().ok()?;
        Some(Self { element, file: None, plays: Plays::Nothing, is_allowed: false, is_refused })
    }

    /// Calls something with every event of that name.
    pub(super) fn listen(&self, event: &str, happens: impl Fn() + 'static) {
        let happens = Closure::<dyn Fn()>::new(happens).into_js_value();
        // It lasts as long as the page, and no element refuses to be listened to.
        let _listens = self.element.add_event_listener_with_callback(event, happens.unchecked_ref());
    }

    /// Returns what is played.
    pub(super) fn plays(&self) -> Plays {
        self.plays
    }

    /// Returns whether it stands although it should play: the browser or the system has stopped it.
    pub(super) fn was_stopped(&self) -> bool {
        self.plays == Plays::Session && self.element.paused() && !self.element.ended()
    }

    /// Plays a file from a moment on, in seconds.
    pub(super) fn play(&mut self, plays: Plays, file: &Rc<File>, seconds: f64) {
        if !self.file.as_ref().is_some_and(|before| Rc::ptr_eq(before, file)) {
            self.element.set_src(&file.url);
            // What was played before is let go only now that nothing plays it.
            self.file = Some(Rc::clone(file));
        }
        self.element.set_current_time(seconds);
        self.plays = plays;
        self.start();
    }

    /// Stops at once.
    pub(super) fn pause(&mut self) {
        self.plays = Plays::Nothing;
        // Nothing that stands can fail to stand.
        let _paused = self.element.pause();
    }

    /// Goes to the moment that is performed, in seconds, where it is further away than this.
    pub(super) fn follow(&self, seconds: f64, at_most: f64) -> bool {
        let is_off = (self.element.current_time() - seconds).abs() > at_most;
        if is_off && !self.element.ended() {
            self.element.set_current_time(seconds);
        }
        is_off
    }

    /// Uses a touch: what was refused is played, and an element that was never touched plays silence, which allows it
    /// to play later by itself.
    pub(super) fn touch(&mut self) {
        if self.plays != Plays::Nothing && self.is_refused.get_untracked() {
            self.start();
        } else if self.plays == Plays::Nothing
            && !self.is_allowed
            && let Some(silence) = File::silent().map(Rc::new)
        {
            self.play(Plays::Nothing, &silence, 0.0);
        }
        self.is_allowed = true;
    }

    fn start(&self) {
        let is_refused = self.is_refused;
        let Ok(playing) = self.element.play() else { return };
        leptos::task::spawn_local(async move {
            let refused = match JsFuture::from(playing).await {
                Ok(_) => false,
                Err(error) if is(&error, "NotAllowedError") => true,
                // Something else is played by now, or nothing.
                Err(_) => return,
            };
            if is_refused.get_untracked() != refused {
                is_refused.set(refused);
            }
        });
    }
}

fn is(error: &JsValue, name: &str) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == name)
}
