//! What is listed, day by day.

use leptos::prelude::*;
use unknot_journal::{
    Entry, ExerciseDone, Guide, Hurt, Journal, PainRating, RecordId, SessionEnd, SoreSpot, Time,
};

use super::item;
use crate::known::Known;
use crate::parts::date;

/// So many days are shown first, and with every touch so many more: nobody reads ten years at once.
const STEP: usize = 14;

/// A day on which something was told.
#[derive(Debug, PartialEq)]
pub(super) struct Day {
    /// A moment of it.
    time: Time,
    /// What was told, in the order of time.
    items: Vec<Item>,
}

/// Something that was told.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// When it was, or began.
    pub(super) time: Time,
    /// What it is.
    pub(super) what: What,
    /// The ratings of pain, each with the record that can be corrected.
    pub(super) ratings: Vec<(RecordId, PainRating)>,
}

/// What was told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A session.
    Session {
        /// How it ended.
        end: SessionEnd,
        /// What counted.
        by: Guide,
        /// What was done.
        exercises: Vec<ExerciseDone>,
        /// When it hurt.
        hurts: Vec<Hurt>,
    },
    /// Only how much it hurts.
    Pain,
    /// Words of one's own.
    Note(String),
}

impl What {
    /// Returns how long was exercised, in seconds.
    pub(super) fn seconds(&self) -> u32 {
        match self {
            Self::Session { exercises, .. } => exercises.iter().map(|done| done.seconds).sum(),
            Self::Pain | Self::Note(_) => 0,
        }
    }
}

/// Returns every place that was sore, with its exercise.
pub(super) fn sore(exercises: &[ExerciseDone]) -> impl Iterator<Item = (&str, &SoreSpot)> {
    exercises.iter().flat_map(|done| done.sore.iter().map(|spot| (done.exercise.as_str(), spot)))
}

/// Returns the days on which something was told, the earliest first.
pub(super) fn of(journal: &Journal) -> Vec<Day> {
    let stories = journal.sessions();
    let has_story =
        |session: Option<RecordId>| stories.iter().any(|story| Some(story.session.session) == session);
    let mut items: Vec<Item> = stories
        .iter()
        .map(|story| Item {
            time: story.session.started.clone(),
            what: What::Session {
                end: story.session.end,
                by: story.session.by,
                exercises: story.session.exercises.clone(),
                hurts: story.hurts.iter().map(|&hurt| hurt.clone()).collect(),
            },
            ratings: story.ratings.iter().map(|(record, rating)| (record.id(), *rating)).collect(),
        })
        .collect();
    for standing in journal.standing() {
        let (what, ratings) = match standing.entry {
            Entry::Pain(rating) if !has_story(rating.session) => {
                (What::Pain, vec![(standing.record.id(), *rating)])
            }
            Entry::Note(note) => (What::Note(note.text.clone()), Vec::new()),
            _ => continue,
        };
        items.push(Item { time: standing.record.time().clone(), what, ratings });
    }
    // By the calendar on the wall: a day is what it was for the person.
    items.sort_by_key(|item| (item.time.on_the_wall(), item.time.timestamp()));
    let mut days: Vec<Day> = Vec::new();
    for item in items {
        let date = item.time.on_the_wall().date();
        match days.last_mut().filter(|day| day.time.on_the_wall().date() == date) {
            Some(day) => day.items.push(item),
            None => days.push(Day { time: item.time.clone(), items: vec![item] }),
        }
    }
    days
}

/// Shows days, the latest first.
#[component]
pub(super) fn Days(
    /// The days, the earliest first.
    days: Vec<Day>,
) -> impl IntoView {
    let known = Known::here();
    let days = StoredValue::new(days);
    let shown = RwSignal::new(STEP);
    let whole = days.with_value(Vec::len);
    let list = move || {
        let views = |days: &Vec<Day>| days.iter().rev().take(shown.get()).map(Day::view).collect::<Vec<_>>();
        days.with_value(views)
    };
    let earlier = known.ui("web-journal", "earlier");
    view! {
        {list}
        <Show when=move || shown.get() < whole>
            <p>
                <button type="button" class="button-quiet" on:click=move |_| shown.update(|shown| *shown += STEP)>
                    {earlier.clone()}
                </button>
            </p>
        </Show>
    }
}

impl Day {
    /// Shows it, the latest first.
    fn view(&self) -> impl IntoView + use<> {
        let items: Vec<_> = self.items.iter().rev().cloned().map(item::view).collect();
        view! {
            <section class="journal-day">
                <h3>{date::day(&self.time)}</h3>
                {items}
            </section>
        }
    }
}

#[cfg(test)]
mod tests {
    use unknot_journal::{DeviceId, Moment, Note, Pain, Record};

    use super::*;

    /// Returns a record, told in a zone that is so many hours ahead of UTC.
    fn record(hours_since: i64, hours_ahead: i32, entry: Entry) -> Record {
        let milliseconds = hours_since * 3_600_000;
        let time = Time::new(milliseconds, hours_ahead * 60, None).unwrap();
        Record::new(RecordId::new(milliseconds, [0; 10]), DeviceId::new(0, [0; 10]), time, entry)
    }

    fn note(text: &str) -> Entry {
        Entry::Note(Note { text: text.to_owned(), session: None })
    }

    #[test]
    fn a_day_is_what_it_was_where_the_person_was() {
        // 23:00 in UTC is the next day further east.
        let journal =
            [record(23, 0, note("late")), record(24, -5, note("still")), record(23, 2, note("next"))];
        let days = of(&journal.into_iter().take(2).collect());
        assert_eq!(days.len(), 1, "{days:?}");
        let days = of(&[record(22, 0, note("late")), record(23, 2, note("next"))].into_iter().collect());
        assert_eq!(days.len(), 2, "{days:?}");
    }

    #[test]
    fn a_rating_stands_alone_only_where_its_session_was_never_told() {
        let session = RecordId::new(1, [1; 10]);
        let rating = PainRating { pain: Pain::ALL[4], moment: Moment::Before, session: Some(session) };
        let told = record(1, 0, Entry::Pain(rating));
        let alone = of(&[told.clone()].into_iter().collect());
        assert_eq!(alone[0].items[0].what, What::Pain);
        let done = Entry::Session(unknot_journal::SessionDone {
            session,
            programme: "seven".to_owned(),
            started: told.time().clone(),
            ended: told.time().clone(),
            end: SessionEnd::Finished,
            exercises: Vec::new(),
            by: unknot_journal::Guide::Clock,
            changes: Vec::new(),
        });
        let both = of(&[told.clone(), record(2, 0, done)].into_iter().collect());
        assert_eq!(both[0].items.len(), 1);
        assert_eq!(both[0].items[0].ratings, [(told.id(), rating)]);
    }
}
