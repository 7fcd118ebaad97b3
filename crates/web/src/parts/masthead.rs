//! The top of every page.

use leptos::prelude::*;

use crate::known::Known;
use crate::route::Route;

/// Shows the name and where else one can go; only the name while somebody is asked before a session, and nothing
/// while they are led through it.
#[component]
pub(crate) fn Masthead(
    /// The page that is shown.
    route: ReadSignal<Route>,
) -> impl IntoView {
    view! { <Show when=move || route.get() != Route::Session><Links route /></Show> }
}

#[component]
fn Links(route: ReadSignal<Route>) -> impl IntoView {
    let known = Known::here();
    let name = known.ui("web", "name");
    view! {
        <header class="masthead">
            <a class="masthead-name" href=Route::Today.href()>
                {name}
            </a>
            <Show when=move || route.get() != Route::Begin>
                <Pages route />
            </Show>
        </header>
    }
}

#[component]
fn Pages(route: ReadSignal<Route>) -> impl IntoView {
    let known = Known::here();
    let link = |to: Route, name: String, icon: &'static str| {
        let href = to.href();
        let current = move || route.with(|route| section(route) == to).then_some("page");
        view! {
            <li>
                <a href=href aria-current=current>
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=icon /></svg>
                    {name}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=known.ui("web", "pages")>
            <ul class="masthead-main">
                {link(Route::Today, known.ui("web-nav", "today"), TODAY)}
                {link(Route::Seven, known.ui("web-nav", "seven"), SEVEN)}
                {link(Route::Journal, known.ui("web-nav", "journal"), JOURNAL)}
                {link(Route::Settings, known.ui("web-nav", "settings"), SETTINGS)}
            </ul>
            <ul class="masthead-also">
                {link(Route::Safety, known.ui("web-nav", "safety"), "")}
                {link(Route::About, known.ui("web-nav", "about"), "")}
            </ul>
        </nav>
    }
}

/// Returns the page among the links to which a page belongs.
fn section(route: &Route) -> Route {
    match route {
        Route::Begin | Route::After => Route::Today,
        Route::Exercise(_) | Route::Print => Route::Seven,
        Route::Clinician | Route::Peg => Route::Journal,
        other => other.clone(),
    }
}

/// A sun over a line.
const TODAY: &str = "M3 19h18M7 15a5 5 0 0 1 10 0M12 4v3M4.5 7.5l2 2M19.5 7.5l-2 2";
/// Rows of a list.
const SEVEN: &str = "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01";
/// A line that goes up and down.
const JOURNAL: &str = "M4 4v16h16M8 15l3-4 3 2 5-6";
/// Two sliders.
const SETTINGS: &str = "M4 8h8M18 8h2M15 5v6M4 16h2M12 16h8M9 13v6";
