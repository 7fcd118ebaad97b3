//! The journal as a file that belongs to the person.

use js_sys::{Array, Reflect};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlAnchorElement, HtmlInputElement, Url};

use crate::keep::{Keep, today};
use crate::known::Known;

/// Shows how to save it as a file, and how to read one.
#[component]
pub(super) fn File() -> impl IntoView {
    let known = Known::here();
    let keep = Keep::here();
    let said = RwSignal::new(String::new());
    let input = NodeRef::<Input>::new();
    let save = move |_| {
        if save(&keep.export(), &format!("unknot-journal-{}.jsonl", today())).is_err() {
            said.set(Known::here().ui("web-journal", "not-saved"));
        }
    };
    let words = known.clone();
    let read = move |_| {
        let words = words.clone();
        let Some(input) = input.get_untracked() else { return };
        let Some(file) = chosen(&input) else { return };
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            said.set(match text.map(|text| keep.import(&text)) {
                Some(Ok((added, is_whole))) => {
                    let added = u32::try_from(added).unwrap_or(u32::MAX);
                    let said = words.ui_number("web-journal", "added", added);
                    if is_whole { said } else { format!("{said} {}", words.ui("web-journal", "no-end")) }
                }
                Some(Err(error)) => format!("{} {error}.", words.ui("web-journal", "not-read")),
                None => words.ui("web-journal", "not-read"),
            });
            // So that the same file can be chosen again.
            input.set_value("");
        });
    };
    view! {
        <p class="button-row">
            <button type="button" class="button-quiet" on:click=save>
                {known.ui("web-journal", "save")}
            </button>
            <label class="button-quiet journal-file">
                <span>{known.ui("web-journal", "read")}</span>
                <input class="visually-hidden" node_ref=input type="file" accept=".jsonl" on:change=read />
            </label>
        </p>
        <p role="status">{said}</p>
    }
}

/// Returns the file that was chosen.
fn chosen(input: &HtmlInputElement) -> Option<Blob> {
    let files = Reflect::get(input, &"files".into()).ok()?;
    Reflect::get_u32(files.dyn_ref()?, 0).ok()?.dyn_into().ok()
}

/// Hands a text to the person as a file of that name.
fn save(text: &str, name: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
