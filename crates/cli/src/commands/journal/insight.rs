//! `unknot journal insight`.

use unknot_journal::{
    Adherence, Asked, Effect, Habit, Insight, Interval, Meaning, Suggestion, SuggestionKind, SuggestionLimits,
};
use unknot_routine::Programme;

use crate::args::Form;
use crate::failure::Failure;
use crate::keep::{Keep, now};
use crate::known::Known;
use crate::out;
use crate::request::programme_named;
use crate::text::{Weight, hang, pad, paragraph};

/// How many of the latest weeks are shown.
const WEEKS: usize = 12;

/// Shows what the journal means.
pub(super) fn run(known: &Known, keep: &Keep, programme: Option<&str>, form: Form) -> Result<(), Failure> {
    let asked = asked(known, &programme_named(known, programme)?)?;
    let insight = Insight::of(&keep.journal()?, &asked);
    if form.json { out::json(&insight) } else { out::print(&describe(known, &insight)) }
}

/// Returns what an insight depends on beside the journal.
fn asked(known: &Known, programme: &Programme) -> Result<Asked, Failure> {
    let limits = SuggestionLimits { rise: known.rules.rise, worse_sessions: known.rules.worse_sessions };
    Ok(Asked {
        now: now()?,
        times_a_week: programme.schedule.as_ref().map_or(0, |schedule| schedule.times_a_week),
        limits,
    })
}

fn describe(known: &Known, insight: &Insight) -> String {
    let weight = Weight::of_output();
    let mut text = format!("{}\n", weight.bold("Does it help?"));
    text.push_str(&paragraph(&trend(insight), 2));
    text.push_str(&paragraph(&effect(&insight.effect), 2));
    if let (Some(first), Some(last)) =
        (insight.peg.first(), insight.peg.last().filter(|_| insight.peg.len() > 1))
    {
        text.push_str(&paragraph(
            &format!(
                "PEG: {:.1} on {}, {:.1} on {}. A change of about 1 matters to people; of two answers nobody can say \
                 how much is chance.",
                first.score, first.date, last.score, last.date
            ),
            2,
        ));
    }
    if !insight.weeks.is_empty() {
        text.push_str(&format!("\n{}\n{}", weight.bold("Pain, week by week"), weeks(insight)));
    }
    if let Some(adherence) = &insight.adherence {
        text.push_str(&format!("\n{}\n{}", weight.bold("How often"), paragraph(&often(adherence), 2)));
    }
    let habits: String = insight.exercises.iter().filter_map(|habit| habit_line(known, habit)).collect();
    if !habits.is_empty() {
        text.push_str(&format!("\n{}\n{habits}", weight.bold("Skipped or made easier")));
    }
    if !insight.suggestions.is_empty() {
        text.push_str(&format!("\n{}\n", weight.bold("Suggestions")));
    }
    for suggested in &insight.suggestions {
        text.push_str(&hang("  ", &why(known, suggested)));
        text.push_str(&hang("    no, thanks: ", &decline(suggested)));
    }
    text
}

fn trend(insight: &Insight) -> String {
    let Some(trend) = &insight.trend else {
        return "There are too few days with a rating to see a trend: it takes ten, and four weeks of them to see much. \
                Tell it every day: unknot rate 4"
            .to_owned();
    };
    let weeks = f64::from(trend.span) / 7.0;
    format!(
        "In the last {weeks:.0} weeks, on {} days: {}. {}",
        trend.days,
        change(trend.over_all),
        meaning(insight.meaning)
    )
}

fn effect(effect: &Effect) -> String {
    let Some(interval) = effect.change else {
        return format!(
            "Right after a session: too few with pain before and after ({}) to say anything.",
            effect.sessions
        );
    };
    format!(
        "Right after a session, over {}: {}. {}",
        effect.sessions,
        change(interval),
        meaning(effect.meaning)
    )
}

/// Returns a change in words, with its interval.
fn change(interval: Interval) -> String {
    let points = |points: f64| format!("{:+.1}", rounded(points));
    format!(
        "{} points of 10 (95 % interval {} to {})",
        points(interval.estimate),
        points(interval.low),
        points(interval.high)
    )
}

/// Returns it rounded to a tenth; nothing is minus nothing.
fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::TooLittle => "There is too little to go by.",
        Meaning::Unclear => "That may be nothing but chance.",
        Meaning::LessButSmall => {
            "That is less, but too little to matter: 1 point is the smallest change that does."
        }
        Meaning::LessMayMatter => "That is less; whether by enough to matter (1 point) is not clear.",
        Meaning::Less => "That is less, by enough to matter.",
        Meaning::MuchLess => "That is much less.",
        Meaning::MoreButSmall => {
            "That is more, but too little to matter: 1 point is the smallest change that does."
        }
        Meaning::MoreMayMatter => "That is more; whether by enough to matter (1 point) is not clear.",
        Meaning::More => "That is more, by enough to matter. If it stays so, have it checked by a clinician.",
    }
}

fn weeks(insight: &Insight) -> String {
    let first = insight.weeks.len().saturating_sub(WEEKS);
    let line = |week: &unknot_journal::Week| {
        let bar = "#".repeat(usize::try_from(crate::text::whole(2.0 * week.mean)).unwrap_or_default());
        let interval = match week.interval {
            Some(interval) => format!("{:>4.1} to {:>4.1}", interval.low, interval.high),
            None => "too few days".to_owned(),
        };
        format!(
            "  {}  {:>4.1}  {}  {} of 7 days  {bar}\n",
            week.monday,
            week.mean,
            pad(&interval, 12),
            week.days
        )
    };
    insight.weeks[first..].iter().map(line).collect()
}

fn often(adherence: &Adherence) -> String {
    let Adherence { days_done, days, a_week, wanted_a_week } = adherence;
    let wanted = match wanted_a_week {
        0 => String::new(),
        wanted => format!(" The programme has {wanted}."),
    };
    format!(
        "On {days_done} of {days} days: {:.1} a week (95 % interval {:.1} to {:.1}).{wanted}",
        a_week.estimate, a_week.low, a_week.high
    )
}

fn habit_line(known: &Known, habit: &Habit) -> Option<String> {
    let share = |what: &str, some: u32, share: Interval| {
        let percent = |share: f64| format!("{:.0}", 100.0 * share);
        (some > 0).then(|| {
            format!(
                "{what} {some} of {} times ({} to {} %)",
                habit.planned,
                percent(share.low),
                percent(share.high)
            )
        })
    };
    let parts = [
        share("skipped", habit.skipped, habit.share_skipped),
        share("made easier", habit.eased, habit.share_eased),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| hang(&format!("  {}: ", known.name(&habit.exercise)), &parts.join(", ")))
}

/// Returns a suggestion with its reason.
fn why(known: &Known, suggested: &Suggestion) -> String {
    let because = suggested.because;
    let amount = suggested.amount.unwrap_or_default();
    match suggested.kind {
        SuggestionKind::SmallerRange => {
            format!("Smaller movements next time: the last session raised the pain by {because}.")
        }
        SuggestionKind::HalfDose => format!("Half the dose next time: {}.", worse(because)),
        SuggestionKind::SeeClinician => format!("Have it checked by a clinician: {}.", worse(because)),
        SuggestionKind::LessTime => {
            format!(
                "A shorter session: most of the last {because} were ended early. unknot play --minutes {amount}"
            )
        }
        SuggestionKind::LeaveOut => {
            let name = suggested.exercise.as_deref().map(|id| known.name(id)).unwrap_or_default();
            format!("Leave out {name}: it was skipped in the last {because} sessions that had it.")
        }
        SuggestionKind::OwnChanges => {
            format!(
                "More time to change position: yours take {because} % of what is planned. unknot play --wait"
            )
        }
    }
}

fn worse(sessions: u32) -> String {
    match sessions {
        1 => "the day after the last session was worse".to_owned(),
        more => format!("the day after was worse in the last {more} sessions"),
    }
}

/// Returns how a suggestion is declined.
fn decline(suggested: &Suggestion) -> String {
    let exercise = suggested.exercise.as_deref().map(|id| format!(" --exercise {id}")).unwrap_or_default();
    let name = suggestion_id(suggested.kind);
    format!("unknot journal add answer {name} no{exercise}")
}

fn suggestion_id(kind: SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::SmallerRange => "smaller-range",
        SuggestionKind::HalfDose => "half-dose",
        SuggestionKind::SeeClinician => "see-clinician",
        SuggestionKind::LessTime => "less-time",
        SuggestionKind::LeaveOut => "leave-out",
        SuggestionKind::OwnChanges => "own-changes",
    }
}
