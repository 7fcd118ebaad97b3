//! The journal: what was done and how it felt.

mod date;
mod days;
mod erase;
mod file;
mod item;
mod picture;
mod table;

use leptos::prelude::*;

use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{Heading, Where};
use crate::route::Route;

use days::Day;
use erase::Erase;
use file::File;
use picture::Picture;

/// Shows it.
#[component]
pub(crate) fn Journal() -> impl IntoView {
    let known = Known::here();
    let keep = Keep::here();
    let title = known.ui("web-journal", "title");
    let told = move || {
        let known = Known::here();
        let journal = keep.journal().get();
        let days = days::of(&journal);
        if days.is_empty() {
            return view! {
                <p>{known.ui("web-journal", "empty")}</p>
                <p>
                    <a href=Route::Today.href()>{known.ui("web-journal", "to-today")}</a>
                </p>
            }
            .into_any();
        }
        let days: Vec<_> = days.into_iter().rev().map(Day::view).collect();
        view! {
            <Picture journal=journal.clone() />
            <h2>{known.ui("web-journal", "days")}</h2>
            {days}
        }
        .into_any()
    };
    let unreadable = move || {
        let lines = u32::try_from(keep.unreadable().get()).unwrap_or(u32::MAX);
        (lines > 0).then(|| view! { <p>{Known::here().ui_number("web-journal", "unreadable", lines)}</p> })
    };
    view! {
        // All of it at once, so that nothing moves when what was told is there.
        <Show when=move || keep.loaded().get()>
            <Heading text=title.clone() />
            {told}
            <h2>{known.ui("web-journal", "yours")}</h2>
            <Where />
            {unreadable}
            <File />
            <Erase />
        </Show>
    }
}
