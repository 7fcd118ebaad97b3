//! Pain over time, as a table.

use leptos::prelude::*;
use unknot_journal::Pain;
use unknot_plot::Mark;

use crate::known::Known;
use crate::parts::date;

/// Shows the marks of the picture as numbers.
#[component]
pub(super) fn Table(
    /// The marks, in the order of time.
    marks: Vec<Mark>,
) -> impl IntoView {
    let known = Known::here();
    let pain = |pain: Option<Pain>| pain.map_or_else(|| "–".to_owned(), |pain| pain.to_string());
    let done = known.ui("web-journal", "session-day");
    let rows: Vec<_> = marks
        .iter()
        .rev()
        .map(|mark| {
            let day = date::short_day(mark.time.on_the_wall().date());
            view! {
                <tr>
                    <th scope="row">{format!("{day}, {}", date::clock(&mark.time))}</th>
                    <td>{pain(mark.before)}</td>
                    <td>{pain(mark.after)}</td>
                    <td>{mark.session.then(|| done.clone())}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <details class="journal-table">
            <summary>{known.ui("web-journal", "as-table")}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{known.ui("web-journal", "day")}</th>
                        <th scope="col">{known.ui("web-journal", "before")}</th>
                        <th scope="col">{known.ui("web-journal", "after")}</th>
                        <th scope="col">{known.ui("web-journal", "done")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
