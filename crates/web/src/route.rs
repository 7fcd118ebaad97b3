//! Which address shows which page.
//!
//! The page stands behind the `#` of the address, so that the files can lie in any folder of any server, which needs
//! to know nothing of pages.

use leptos::prelude::*;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The first page.
    Today,
    /// The safety questions, screen by screen.
    Begin,
    /// The running session.
    Session,
    /// What is asked after one.
    After,
    /// All exercises.
    Seven,
    /// One of them, by its id.
    Exercise(String),
    /// All exercises on one page to print.
    Print,
    /// What was done and how it felt.
    Journal,
    /// What a clinician wants to know of it, on one page to print.
    Clinician,
    /// How the last week was.
    Peg,
    /// For whom it is not.
    Safety,
    /// What this is and is not.
    About,
    /// Voice, sounds, looks.
    Settings,
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// Reads what stands in the address from the `#` on.
    fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path.split_once('/') {
            Some(("seven", id)) => Self::Exercise(id.to_owned()),
            Some(_) => Self::Unknown,
            None => match path {
                "" | "today" => Self::Today,
                "begin" => Self::Begin,
                "session" => Self::Session,
                "after" => Self::After,
                "seven" => Self::Seven,
                "print" => Self::Print,
                "journal" => Self::Journal,
                "clinician" => Self::Clinician,
                "week" => Self::Peg,
                "safety" => Self::Safety,
                "about" => Self::About,
                "settings" => Self::Settings,
                _ => Self::Unknown,
            },
        }
    }

    /// Returns the address of a page, for a link.
    pub(crate) fn href(&self) -> String {
        let path = match self {
            Self::Today | Self::Unknown => "today",
            Self::Begin => "begin",
            Self::Session => "session",
            Self::After => "after",
            Self::Seven => "seven",
            Self::Exercise(id) => return format!("#/seven/{id}"),
            Self::Print => "print",
            Self::Journal => "journal",
            Self::Clinician => "clinician",
            Self::Peg => "week",
            Self::Safety => "safety",
            Self::About => "about",
            Self::Settings => "settings",
        };
        format!("#/{path}")
    }

    /// Goes to the page.
    pub(crate) fn open(&self) {
        // The only way for it to fail is an address that cannot be read, and these can.
        let _opened = window().location().set_hash(&self.href());
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
        assert_eq!(Route::parse("#/nowhere/else"), Route::Unknown);
        let exercise = Route::Exercise("w-and-y".to_owned());
        let all = [
            Route::Today,
            Route::Begin,
            Route::Session,
            Route::After,
            Route::Seven,
            exercise,
            Route::Print,
            Route::Journal,
            Route::Clinician,
            Route::Peg,
            Route::Safety,
            Route::About,
            Route::Settings,
        ];
        for route in all {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }
}
