//! Which address shows which page.
//!
//! The page stands behind the `#` of the address, so that the files can lie in any folder of any server, which needs
//! to know nothing of pages.

use leptos::prelude::*;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The first page.
    Today,
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// Reads what stands in the address from the `#` on.
    fn parse(hash: &str) -> Self {
        match hash.trim_start_matches('#').trim_matches('/') {
            "" | "today" => Self::Today,
            _ => Self::Unknown,
        }
    }

    /// Returns the address of a page, for a link.
    pub(crate) fn href(self) -> &'static str {
        match self {
            Self::Today | Self::Unknown => "#/today",
        }
    }
}

/// Returns the page that the address names, as it changes.
pub(crate) fn follow() -> ReadSignal<Route> {
    let (route, set_route) = signal(here());
    let handle = window_event_listener_untyped("hashchange", move |_| {
        let next = here();
        // A link to a part of this page changes no page.
        if next != route.get_untracked() {
            set_route.set(next);
        }
    });
    on_cleanup(move || handle.remove());
    route
}

fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_pages() {
        assert_eq!(Route::parse(""), Route::Today);
        assert_eq!(Route::parse("#/"), Route::Today);
        assert_eq!(Route::parse("#/nowhere"), Route::Unknown);
        assert_eq!(Route::parse(Route::Today.href()), Route::Today);
    }
}
