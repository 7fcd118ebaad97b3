//! What there is to show.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};
use unknot_journal::{Entry, Insight, Journal, Moment, Pain, RecordId, SessionStory, Time, Week};

/// So many weeks are shown at most, the latest.
const WEEKS: i64 = 26;
/// So many at least: a few ratings are not drawn as if they were much.
const LEAST_WEEKS: i32 = 4;

/// What there is to show: half a year of it at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The ratings and sessions, in order.
    pub marks: Vec<Mark>,
    /// The weeks in which pain was rated.
    pub weeks: Vec<Week>,
    /// The first day, a Monday.
    pub first: Date,
    /// The last day, a Sunday.
    pub last: Date,
}

/// A session with its ratings, or a rating by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When it was, or began.
    pub time: Time,
    /// The pain before a session, or at any other time.
    pub before: Option<Pain>,
    /// The pain after.
    pub after: Option<Pain>,
    /// Whether something was done.
    pub session: bool,
}

impl Course {
    /// Returns what there is to show on a day; none where nothing was told.
    #[must_use]
    pub fn of(journal: &Journal, insight: &Insight, today: Date) -> Option<Self> {
        let stories = journal.sessions();
        let has_story = |id: Option<RecordId>| stories.iter().any(|story| Some(story.session.session) == id);
        let mut marks: Vec<Mark> = stories.iter().filter_map(of_story).collect();
        for told in journal.standing() {
            if let Entry::Pain(rating) = told.entry
                && !has_story(rating.session)
            {
                let time = told.record.time().clone();
                let is_after = rating.moment == Moment::After;
                let (before, after) =
                    if is_after { (None, Some(rating.pain)) } else { (Some(rating.pain), None) };
                marks.push(Mark { time, before, after, session: false });
            }
        }
        marks.sort_by_key(|mark| (mark.time.on_the_wall(), mark.time.timestamp()));
        // A clock may have been ahead, but what is much further ahead is shown nowhere near today.
        let end = today.checked_add(1.day()).unwrap_or(today);
        let begin = end.checked_sub((WEEKS * 7).days()).unwrap_or(end);
        marks.retain(|mark| (begin..=end).contains(&mark.time.on_the_wall().date()));
        let first = monday(marks.first()?.time.on_the_wall().date());
        let last = marks.last()?.time.on_the_wall().date().max(today);
        let weeks = (days(first, last) / 7 + 1).max(LEAST_WEEKS);
        let last = first.checked_add((weeks * 7 - 1).days()).unwrap_or(last);
        let weeks = insight.weeks.iter().filter(|week| (first..=last).contains(&week.monday));
        Some(Self { marks, weeks: weeks.cloned().collect(), first, last })
    }

    /// Returns so many of its latest weeks.
    #[must_use]
    pub fn latest(&self, weeks: i32) -> Self {
        let first = self.last.checked_sub((weeks * 7 - 1).days()).unwrap_or(self.first).max(self.first);
        let marks = self.marks.iter().filter(|mark| mark.time.on_the_wall().date() >= first);
        let weeks = self.weeks.iter().filter(|week| week.monday >= first);
        Self { marks: marks.cloned().collect(), weeks: weeks.cloned().collect(), first, last: self.last }
    }

    /// Returns where a moment stands, in days after the first.
    pub(crate) fn place(&self, moment: DateTime) -> f64 {
        let seconds = i32::from(moment.hour()) * 3600 + i32::from(moment.minute()) * 60;
        f64::from(days(self.first, moment.date())) + f64::from(seconds) / 86_400.0
    }

    /// Returns how many days there are.
    pub(crate) fn days(&self) -> i32 {
        days(self.first, self.last) + 1
    }
}

/// Returns a session in which something was done or rated.
fn of_story(story: &SessionStory<'_>) -> Option<Mark> {
    let is_any = story.before.is_some() || story.after.is_some() || story.is_done();
    let time = story.session.started.clone();
    is_any.then(|| Mark { time, before: story.before, after: story.after, session: story.is_done() })
}

fn monday(date: Date) -> Date {
    date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).unwrap_or(date)
}

pub(crate) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
