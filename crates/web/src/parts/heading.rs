//! The heading of a page.

use leptos::html::H1;
use leptos::prelude::*;

use crate::known::Known;

/// Shows the heading of a page, gives it to the window as a title, and leads the keyboard and the screen reader there,
/// as a browser does when a page is loaded.
#[component]
pub(crate) fn Heading(
    /// What it says.
    text: String,
) -> impl IntoView {
    let name = Known::here().ui("web", "name");
    document().set_title(&format!("{text} · {name}"));
    let heading = NodeRef::<H1>::new();
    heading.on_load(|heading| {
        // Where that fails, focus stays where it was, which is no worse than without.
        let _stays = heading.focus();
    });
    view! { <h1 node_ref=heading tabindex="-1">{text}</h1> }
}
