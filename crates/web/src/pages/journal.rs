//! The journal: what was done, how it felt, and what that means.

mod calendar;
mod days;
mod erase;
mod file;
mod item;
mod meaning;
mod suggestions;
mod table;

use leptos::prelude::*;
use unknot_plot::Course;

use crate::insight::Meant;
use crate::keep::Keep;
use crate::known::Known;
use crate::parts::{AskPeg, Heading, PainOverTime, Where};
use crate::route::Route;

use calendar::Calendar;
use days::Days;
use erase::Erase;
use file::File;
use meaning::{Answer, HowOften, Weeks};
use suggestions::Suggestions;
use table::Table;

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
        // Where the clock shows nonsense, nothing can be said of the last weeks.
        let meant = keep.time().map(|now| Meant::of(&known, journal, now));
        view! {
            {meant.map(|meant| view! { <Told meant /> })}
            <h2>{known.ui("web-journal", "days")}</h2>
            <Days days />
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

/// Shows what it means: whether it helps, a picture and a table, weeks, suggestions, a calendar.
#[component]
fn Told(
    /// What it means.
    meant: Meant,
) -> impl IntoView {
    let known = Known::here();
    let (insight, today) = (meant.insight.clone(), meant.now.on_the_wall().date());
    let picture = Course::of(&meant.journal, &insight, today).map(|course| {
        let marks = course.marks.clone();
        view! {
            <h2>{known.ui("web-journal", "pain-over-time")}</h2>
            <PainOverTime course meant=meant.clone() />
            <Table marks />
        }
    });
    view! {
        <Answer insight=insight.clone() />
        {picture}
        <Suggestions insight=insight.clone() />
        {insight.peg_due.then(|| view! { <AskPeg /> })}
        <Weeks insight=insight.clone() />
        <HowOften insight />
        <Calendar journal=meant.journal today />
        <h2>{known.ui("web-clinician", "title")}</h2>
        <p>{known.ui("web-clinician", "lead")}</p>
        <p>
            <a class="button-quiet" href=Route::Clinician.href()>{known.ui("web-clinician", "open")}</a>
        </p>
    }
}
