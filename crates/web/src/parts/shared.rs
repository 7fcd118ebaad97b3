//! What is to be decided between this browser and the journal of the terminal, and how they stand to each other.

use leptos::prelude::*;

use crate::keep::{Keep, Question, Union};
use crate::known::Known;
use crate::route::Route;

/// Asks what is to be done where everything was erased on one side alone; never while somebody is led through a session.
#[component]
pub(crate) fn Decide(
    /// The page that is shown.
    route: ReadSignal<Route>,
) -> impl IntoView {
    let keep = Keep::here();
    let ask = move || {
        let Union::Asks(question) = keep.union().get() else { return None };
        if route.get() == Route::Session {
            return None;
        }
        let known = Known::here();
        let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        let (text, erase, keep_both) = match question {
            Question::ErasedThere { here } => (
                known.ui_number("web-shared", "erased-there", number(here as u64)),
                known.ui("web-shared", "erase-here"),
                known.ui("web-shared", "keep-in-both"),
            ),
            Question::ErasedHere { there } => (
                known.ui_number("web-shared", "erased-here", number(there)),
                known.ui("web-shared", "erase-there"),
                known.ui("web-shared", "bring-back"),
            ),
        };
        Some(view! {
            <div class="notice">
                <p>{text}</p>
                <p class="button-row">
                    <button type="button" class="button-quiet" on:click=move |_| keep.decide(question, false)>
                        {keep_both}
                    </button>
                    <button type="button" class="button-quiet" on:click=move |_| keep.decide(question, true)>
                        {erase}
                    </button>
                </p>
            </div>
        })
    };
    view! { <div role="status">{ask}</div> }
}

/// Says where what was told is, and nowhere else.
#[component]
pub(crate) fn Where() -> impl IntoView {
    let known = Known::here();
    let keep = Keep::here();
    let text = move || match keep.union().get() {
        Union::Alone | Union::Asks(_) => known.ui("web-journal", "where-it-is"),
        Union::United => known.ui("web-shared", "where-it-is"),
        Union::Away => {
            format!("{} {}", known.ui("web-shared", "where-it-is"), known.ui("web-shared", "away"))
        }
        Union::Trouble(words) => {
            format!("{} {} {words}", known.ui("web-shared", "where-it-is"), known.ui("web-shared", "trouble"))
        }
    };
    view! { <p>{text}</p> }
}
