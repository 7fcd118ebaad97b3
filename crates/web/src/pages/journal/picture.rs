//! Pain over time, as a picture that claims nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use unknot_journal::{Journal, Pain, SessionStory, Time};

use crate::known::Known;

use super::date;
use super::table::Table;

/// On fewer days than this nothing can be told.
const FEW_DAYS: usize = 5;
/// The height of a step of pain, in pixels.
const STEP: f64 = 18.0;

/// A session with a rating.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// When it began.
    pub(super) time: Time,
    /// The pain before.
    pub(super) before: Option<Pain>,
    /// The pain after.
    pub(super) after: Option<Pain>,
}

/// Shows every session's pain before and after, where there is any, and a table of the same.
#[component]
pub(super) fn Picture(
    /// What was told.
    journal: Arc<Journal>,
) -> impl IntoView {
    let known = Known::here();
    let marks: Vec<Mark> = journal.sessions().iter().filter_map(mark).collect();
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return ().into_any() };
    let places = places(&marks);
    let drawn: Vec<_> = marks.iter().zip(&places).map(|(mark, place)| draw(mark, *place)).collect();
    let lines: Vec<_> = [0, 2, 4, 6, 8, 10].map(line).into_iter().collect();
    let words = if days(&marks) < FEW_DAYS {
        known.ui("web-journal", "too-few")
    } else {
        known.ui_number("web-journal", "told-on-days", u32::try_from(days(&marks)).unwrap_or(u32::MAX))
    };
    let last =
        (date::short_day(&first.time) != date::short_day(&last.time)).then(|| date::short_day(&last.time));
    let first = date::short_day(&first.time);
    view! {
        <h2>{known.ui("web-journal", "pain-over-time")}</h2>
        <figure class="journal-picture">
            <svg role="img" aria-label=known.ui("web-journal", "picture")>
                {lines}
                {drawn}
            </svg>
            <p class="journal-dates" aria-hidden="true">
                <span>{first}</span>
                <span>{last}</span>
            </p>
            <figcaption>
                <span class="journal-key-before">{known.ui("web-journal", "before")}</span>
                <span class="journal-key-after">{known.ui("web-journal", "after")}</span>
                <span>{known.ui("web-journal", "scale")}</span>
            </figcaption>
        </figure>
        <p>{words}</p>
        <Table marks />
    }
    .into_any()
}

fn mark(story: &SessionStory<'_>) -> Option<Mark> {
    let has_any = story.before.is_some() || story.after.is_some();
    let time = story.session.started.clone();
    has_any.then_some(Mark { time, before: story.before, after: story.after })
}

/// Returns on how many days there is a mark.
fn days(marks: &[Mark]) -> usize {
    marks.iter().map(|mark| mark.time.on_the_wall().date()).collect::<BTreeSet<_>>().len()
}

/// Returns where each mark stands, in percent of the width: in proportion to the time between them.
fn places(marks: &[Mark]) -> Vec<f64> {
    let at = |mark: &Mark| mark.time.timestamp().as_duration().as_secs_f64();
    let first = marks.first().map_or(0.0, at);
    let length = marks.last().map_or(0.0, at) - first;
    let place = |mark| if length > 0.0 { 3.0 + 94.0 * (at(mark) - first) / length } else { 50.0 };
    marks.iter().map(place).collect()
}

/// Returns how far down a pain stands, in pixels.
fn height(pain: u8) -> f64 {
    10.0 + STEP * f64::from(10 - pain.min(10))
}

/// Draws the line of a pain, with its number.
fn line(pain: u8) -> impl IntoView {
    let y = height(pain);
    view! {
        <line class="journal-line" x1="0" x2="100%" y1=y y2=y />
        <text class="journal-number" x="-10" y=y dy="0.35em">
            {pain}
        </text>
    }
}

/// Draws what was before, what was after, and how far they are from each other.
fn draw(mark: &Mark, place: f64) -> impl IntoView + use<> {
    let x = format!("{place:.2}%");
    let circle = |pain: Option<Pain>, class, radius: &'static str| {
        let x = x.clone();
        pain.map(|pain| view! { <circle class=class cx=x cy=height(pain.number()) r=radius /> })
    };
    let between = mark.before.zip(mark.after).map(|(before, after)| {
        let (x, x2) = (x.clone(), x.clone());
        view! { <line class="journal-between" x1=x x2=x2 y1=height(before.number()) y2=height(after.number()) /> }
    });
    view! {
        {between}
        {circle(mark.before, "journal-before", "6")}
        {circle(mark.after, "journal-after", "4")}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Mark {
        let time = Time::new(hours * 3_600_000, 0, None).unwrap();
        Mark { time, before: Some(Pain::ALL[5]), after: None }
    }

    #[test]
    fn marks_stand_in_proportion_to_time() {
        assert_eq!(places(&[at(0), at(24), at(96)]), [3.0, 26.5, 97.0]);
        assert_eq!(places(&[at(7)]), [50.0]);
        assert_eq!(places(&[at(7), at(7)]), [50.0, 50.0]);
        assert_eq!(days(&[at(0), at(23), at(24)]), 2);
    }

    #[test]
    fn more_pain_stands_higher() {
        assert!(height(10) < height(9) && height(1) < height(0));
    }
}
