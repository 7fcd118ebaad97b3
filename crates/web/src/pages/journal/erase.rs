//! Forgetting everything, asked twice.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::keep::{Keep, Union};
use crate::known::Known;

/// Shows how to forget everything.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let known = Known::here();
    let keep = Keep::here();
    let dialog = NodeRef::<Dialog>::new();
    let erased = RwSignal::new(false);
    let ask = move |_| {
        erased.set(false);
        if let Some(dialog) = dialog.get_untracked() {
            // It only fails where it is open already.
            let _open = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let erase = move |_| {
        close();
        keep.erase();
        erased.set(true);
    };
    let is_gone = move || erased.get() && keep.records().with(|records| records.is_empty());
    let said = {
        let (gone, not_there) =
            (known.ui("web-journal", "erased"), known.ui("web-shared", "not-erased-there"));
        move || {
            let is_away = matches!(keep.union().get(), Union::Away | Union::Trouble(_));
            is_gone().then(|| if is_away { format!("{gone} {not_there}") } else { gone.clone() })
        }
    };
    let shared = {
        let text = known.ui("web-shared", "erase-text");
        move || (keep.union().get() != Union::Alone).then(|| view! { <p>{text.clone()}</p> })
    };
    view! {
        <p class="button-row">
            <button type="button" class="button-quiet" on:click=ask>
                {known.ui("web-journal", "erase")}
            </button>
        </p>
        <p role="status">{said}</p>
        <dialog node_ref=dialog class="journal-dialog" aria-labelledby="journal-erase-title">
            <h2 id="journal-erase-title">{known.ui("web-journal", "erase-title")}</h2>
            <p>{known.ui("web-journal", "erase-text")}</p>
            {shared}
            <p class="button-row">
                <button type="button" class="button-quiet" autofocus on:click=move |_| close()>
                    {known.ui("web-journal", "erase-no")}
                </button>
                <button type="button" class="button-danger" on:click=erase>
                    {known.ui("web-journal", "erase-yes")}
                </button>
            </p>
        </dialog>
    }
}
