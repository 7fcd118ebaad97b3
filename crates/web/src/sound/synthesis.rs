//! The browser's own voice, for words that no clip says.
//!
//! It may have no voices, and may begin without ever telling that it ended: so nothing waits for it.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::prelude::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};

/// A little slower than it would by itself, as the clips are.
const RATE: f32 = 0.95;

/// Says words, instead of what is being said.
pub(super) fn say(words: &str, language: &str, volume: f32) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(words) else { return };
    utterance.set_lang(language);
    utterance.set_volume(volume);
    utterance.set_rate(RATE);
    synthesis.cancel();
    synthesis.speak(&utterance);
}

/// Falls silent.
pub(super) fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    let synthesis = Reflect::get(&window(), &"speechSynthesis".into()).ok()?;
    synthesis.is_object().then(|| synthesis.unchecked_into())
}
