//! On which days there was a session, a month at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use leptos::prelude::*;
use unknot_journal::Journal;

use crate::known::Known;
use crate::parts::date;

/// Shows a month, the present one first, with a way to those before.
#[component]
pub(super) fn Calendar(
    /// What was told.
    journal: Arc<Journal>,
    /// Today.
    today: Date,
) -> impl IntoView {
    let known = Known::here();
    let sessions = journal.sessions();
    let done = sessions.iter().filter(|story| story.is_done());
    let done: BTreeSet<Date> = done.map(|story| story.session.started.on_the_wall().date()).collect();
    let this = today.first_of_month();
    let first = done.first().map_or(this, |date| date.first_of_month());
    let month = RwSignal::new(this);
    let turn = move |months: i64| {
        month.update(|month| *month = month.checked_add(months.months()).unwrap_or(*month));
    };
    let (is_first, is_last) = (move || month.get() <= first, move || month.get() >= this);
    let name = move || date::month(month.get());
    let (previous, next) = (known.ui("web-journal", "previous-month"), known.ui("web-journal", "next-month"));
    let table = {
        let known = known.clone();
        move || table(&known, month.get(), today, &done)
    };
    view! {
        <h2>{known.ui("web-journal", "calendar")}</h2>
        <div class="calendar-head">
            <button
                type="button"
                class="button-quiet"
                aria-label=previous
                disabled=is_first
                on:click=move |_| turn(-1)
            >
                "‹"
            </button>
            <p role="status">{name}</p>
            <button
                type="button"
                class="button-quiet"
                aria-label=next
                disabled=is_last
                on:click=move |_| turn(1)
            >
                "›"
            </button>
        </div>
        {table}
    }
}

fn table(known: &Known, month: Date, today: Date, done: &BTreeSet<Date>) -> impl IntoView + use<> {
    let weeks = weeks(month);
    let names = weeks.first().into_iter().flatten().map(|day| {
        let full = date::weekday(*day, "long");
        view! { <th scope="col"><abbr title=full>{date::weekday(*day, "short")}</abbr></th> }
    });
    let session = known.ui("web-journal", "session-day");
    let cell = |day: &Date| {
        if day.month() != month.month() {
            return view! { <td></td> }.into_any();
        }
        let is_done = done.contains(day);
        let class = if is_done { "calendar-day calendar-done" } else { "calendar-day" };
        let current = (*day == today).then_some("date");
        let said = is_done.then(|| view! { <span class="visually-hidden">{format!(", {session}")}</span> });
        view! {
            <td>
                <span class=class aria-current=current>
                    {day.day()}
                    {said}
                </span>
            </td>
        }
        .into_any()
    };
    let rows: Vec<_> = weeks
        .iter()
        .map(|week| {
            let cells: Vec<_> = week.iter().map(cell).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    let count = done.iter().filter(|day| day.first_of_month() == month).count();
    let count = known.ui_number("web-journal", "session-days", u32::try_from(count).unwrap_or(u32::MAX));
    view! {
        <table class="calendar numbers">
            <caption>{count}</caption>
            <thead>
                <tr>{names.collect::<Vec<_>>()}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Returns the weeks that a month has days in, each from Monday to Sunday.
fn weeks(month: Date) -> Vec<Vec<Date>> {
    let first = month.first_of_month();
    let before = i64::from(first.weekday().to_monday_zero_offset());
    let monday = first.checked_sub(before.days()).unwrap_or(first);
    let last = month.last_of_month();
    let days: Vec<Date> = monday.series(1.day()).take_while(|day| *day <= last).collect();
    let mut weeks: Vec<Vec<Date>> = days.chunks(7).map(<[Date]>::to_vec).collect();
    if let Some(week) = weeks.last_mut()
        && let Some(day) = week.last().copied()
    {
        let missing = 7 - week.len();
        week.extend(day.series(1.day()).skip(1).take(missing));
    }
    weeks
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    #[test]
    fn a_month_is_whole_weeks_with_all_its_days() {
        for month in 1..=12 {
            let weeks = weeks(date(2026, month, 11));
            assert!(weeks.iter().all(|week| week.len() == 7 && week[0].weekday() == Weekday::Monday));
            let days = weeks.iter().flatten().filter(|day| day.month() == month).count();
            assert_eq!(days, usize::try_from(date(2026, month, 1).days_in_month()).unwrap());
        }
    }
}
