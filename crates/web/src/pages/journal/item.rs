//! One thing that was told, as it is shown.

use leptos::prelude::*;
use unknot_body::Sides;
use unknot_journal::{
    Correction, Entry, ExerciseDone, Guide, Hurt, HurtAnswer, Moment, Pain, PainRating, RecordId, SessionEnd,
};

use crate::keep::Keep;
use crate::known::Known;
use crate::parts::date;

use super::days::{Item, What, sore};

/// Shows it.
pub(super) fn view(item: Item) -> impl IntoView {
    let known = Known::here();
    let clock = date::clock(&item.time);
    let seconds = item.what.seconds();
    let ratings = item.ratings;
    let pain = pains(&known, &ratings);
    let correct = (!ratings.is_empty()).then(|| correct(&known, &clock, ratings));
    match item.what {
        What::Session { end, by, exercises, hurts } => {
            // Where it ended before the first exercise, there is no length to tell.
            let length = (seconds > 0).then(|| length(&known, seconds));
            let counted = (by == Guide::Camera).then(|| known.ui("web-journal", "by-camera"));
            let head: Vec<String> =
                [Some(clock), length, Some(ended(&known, end)), counted].into_iter().flatten().collect();
            let head = head.join(" · ");
            let facts: Vec<_> = facts(&known, &exercises, &hurts)
                .into_iter()
                .filter(|(_, what)| !what.is_empty())
                .map(|(name, what)| view! { <dt>{name}</dt><dd>{what.join(", ")}</dd> })
                .collect();
            view! {
                <article class="journal-item">
                    <h4>{head}</h4>
                    {pain}
                    <dl class="journal-facts">{facts}</dl>
                    {correct}
                </article>
            }
            .into_any()
        }
        What::Pain => view! {
            <article class="journal-item">
                <h4>{clock}</h4>
                {pain}
                {correct}
            </article>
        }
        .into_any(),
        What::Note(text) => view! {
            <article class="journal-item">
                <h4>{clock}</h4>
                <p class="journal-note">{text}</p>
            </article>
        }
        .into_any(),
    }
}

/// Returns how long something took, in words.
fn length(known: &Known, seconds: u32) -> String {
    if seconds < 60 {
        known.ui_number("web-journal", "seconds", seconds)
    } else {
        known.ui_number("web-journal", "minutes", (seconds + 30) / 60)
    }
}

fn ended(known: &Known, end: SessionEnd) -> String {
    match end {
        SessionEnd::Finished => known.ui("web-journal", "finished"),
        SessionEnd::Stopped => known.ui("web-journal", "stopped"),
        SessionEnd::Advised => known.ui("web-journal", "advised"),
        SessionEnd::Emergency => known.ui("web-journal", "emergency"),
        SessionEnd::BrokenOff => known.ui("web-journal", "broken-off"),
    }
}

/// Shows pain before and after, or at another time.
fn pains(known: &Known, ratings: &[(RecordId, PainRating)]) -> Option<impl IntoView + use<>> {
    let of = |moment| {
        ratings.iter().rev().find(|(_, rating)| rating.moment == moment).map(|(_, rating)| rating.pain)
    };
    let number = |pain: Pain| u32::from(pain.number());
    let words = match (of(Moment::Before), of(Moment::After), of(Moment::Other)) {
        (Some(before), Some(after), _) => format!(
            "{} → {}",
            known.ui_number("web-journal", "pain-before", number(before)),
            known.ui_number("web-journal", "pain-after", number(after)),
        ),
        (Some(before), None, _) => known.ui_number("web-journal", "pain-before", number(before)),
        (None, Some(after), _) => known.ui_number("web-journal", "pain-only-after", number(after)),
        (None, None, Some(other)) => known.ui_number("web-journal", "pain-other", number(other)),
        (None, None, None) => return None,
    };
    Some(view! { <p class="journal-pain">{words}</p> })
}

/// Returns what there is to say of a session: each fact with its name.
fn facts(known: &Known, exercises: &[ExerciseDone], hurts: &[Hurt]) -> [(String, Vec<String>); 5] {
    let names = |which: fn(&ExerciseDone) -> bool| -> Vec<String> {
        exercises.iter().filter(|done| which(done)).map(|done| known.name_of(&done.exercise)).collect()
    };
    let places = sore(exercises).map(|(exercise, spot)| {
        let side = match spot.side {
            Sides::Left => format!("{}, ", known.ui("web-journal", "left")),
            Sides::Right => format!("{}, ", known.ui("web-journal", "right")),
            Sides::Both => String::new(),
        };
        let into = known.ui_number("web-journal", "into", spot.seconds);
        format!("{} ({side}{into})", known.name_of(exercise))
    });
    let stops = hurts.iter().map(|hurt| {
        let kind = match hurt.answer {
            Some(HurtAnswer::Sharp) => known.ui("web-journal", "sharp"),
            Some(HurtAnswer::NewSymptom) => known.ui("web-journal", "new-symptom"),
            Some(HurtAnswer::EmergencySign) => known.ui("web-journal", "emergency-sign"),
            None => known.ui("web-journal", "not-said"),
        };
        match &hurt.exercise {
            Some(exercise) => format!("{} ({kind})", known.name_of(exercise)),
            None => kind,
        }
    });
    [
        (known.ui("web-journal", "done"), names(|done| !done.skipped && !done.eased)),
        (known.ui("web-journal", "eased"), names(|done| !done.skipped && done.eased)),
        (known.ui("web-journal", "skipped"), names(|done| done.skipped)),
        (known.ui("web-journal", "sore"), places.collect()),
        (known.ui("web-journal", "hurt"), stops.collect()),
    ]
}

/// Shows how ratings that were told wrongly are corrected.
fn correct(known: &Known, clock: &str, ratings: Vec<(RecordId, PainRating)>) -> impl IntoView + use<> {
    let rows: Vec<_> = ratings.into_iter().map(|(of, rating)| choice(known, of, rating)).collect();
    view! {
        <details class="journal-correct">
            <summary>
                {known.ui("web-journal", "correct")} <span class="visually-hidden">{format!(" {clock}")}</span>
            </summary>
            {rows}
        </details>
    }
}

/// Shows a rating with what it could have been.
fn choice(known: &Known, of: RecordId, rating: PainRating) -> impl IntoView + use<> {
    let keep = Keep::here();
    let name = match rating.moment {
        Moment::Before => known.ui("web-journal", "before"),
        Moment::After => known.ui("web-journal", "after"),
        Moment::Other => known.ui("web-journal", "other"),
    };
    let choose = move |event| {
        let chosen =
            event_target_value(&event).parse::<u8>().ok().and_then(|number| Pain::try_from(number).ok());
        let instead = chosen.map(|pain| Box::new(Entry::Pain(PainRating { pain, ..rating })));
        keep.add(Entry::Correction(Correction { of, instead }));
    };
    let options: Vec<_> = Pain::ALL
        .into_iter()
        .map(|pain| {
            view! {
                <option value=pain.to_string() selected=pain == rating.pain>
                    {pain.to_string()}
                </option>
            }
        })
        .collect();
    view! {
        <label class="journal-choice">
            <span>{name}</span>
            <select on:change=choose>
                {options}
                <option value="none">{known.ui("web-journal", "take-back")}</option>
            </select>
        </label>
    }
}
