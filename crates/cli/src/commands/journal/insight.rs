//! `unknot journal insight`.

use unknot_body::Named as _;
use unknot_journal::{Agreed, Asked, Habit, Insight, SuggestionKind, Week};
use unknot_routine::{Phrase, Programme};

use crate::args::Form;
use crate::failure::Failure;
use crate::keep::{Keep, now};
use crate::known::Known;
use crate::out;
use crate::request::programme_named;
use crate::text::{Weight, hang, pad, paragraph};

/// How many of the latest weeks are shown.
const WEEKS: usize = 12;
/// How wide a bar of the worst pain is.
const BAR: usize = 10;

/// Shows what the journal means.
pub(super) fn run(known: &Known, keep: &Keep, programme: Option<&str>, form: Form) -> Result<(), Failure> {
    let asked = asked(known, &programme_named(known, programme)?)?;
    let insight = Insight::of(&keep.journal()?, &asked);
    if form.json { out::json(&insight) } else { out::print(&describe(known, &insight)) }
}

/// Returns what an insight depends on beside the journal.
pub(super) fn asked(known: &Known, programme: &Programme) -> Result<Asked, Failure> {
    Ok(Asked::by(now()?, &known.rules, Some(programme)))
}

fn describe(known: &Known, insight: &Insight) -> String {
    let weight = Weight::of_output();
    let title = |attribute| format!("\n{}\n", weight.bold(&known.ui("insight", attribute)));
    let mut text = title("help").trim_start().to_owned();
    for part in insight.answer() {
        let sentences = [part.headline, vec![part.text]].concat();
        text.push_str(&paragraph(&say(known, &sentences), 2));
    }
    if insight.trend.is_none() {
        text.push_str(&paragraph(&known.ui("cli-insight", "rate"), 2));
    } else {
        text.push_str(&paragraph(&known.say(&Insight::what_matters()), 2));
    }
    if insight.peg_due {
        text.push_str(&paragraph(&known.ui("cli-insight", "peg-due"), 2));
    }
    if !insight.weeks.is_empty() {
        text.push_str(&title("weeks"));
        let first = insight.weeks.len().saturating_sub(WEEKS);
        text.extend(insight.weeks[first..].iter().map(|week| week_line(known, week)));
    }
    if let Some(adherence) = &insight.adherence {
        text.push_str(&title("how-often"));
        text.push_str(&paragraph(&say(known, &adherence.tell()), 2));
    }
    let habits: String = insight.exercises.iter().filter_map(|habit| habit_line(known, habit)).collect();
    if !habits.is_empty() {
        text.push_str(&title("habits"));
        text.push_str(&habits);
    }
    if !insight.suggestions.is_empty() {
        text.push_str(&title("suggestions"));
    }
    for suggested in &insight.suggestions {
        text.push_str(&hang("  ", &known.say(&suggested.tell())));
        let answer = |yes| answer(suggested.kind, suggested.exercise.as_deref(), yes);
        let (yes, no) = (known.ui("cli-insight", "agree"), known.ui("cli-insight", "decline"));
        text.push_str(&hang(&format!("    {yes} "), &answer("yes")));
        text.push_str(&hang(&format!("    {no} "), &answer("no")));
    }
    text + &agreed(known, &insight.agreed, &title("agreed"))
}

/// Returns what was agreed to, with how that is taken back.
fn agreed(known: &Known, agreed: &Agreed, title: &str) -> String {
    let lines = agreed.suggestions().into_iter().map(|(kind, exercise)| {
        let what = known.say(&kind.called());
        let name = exercise.as_deref().map(|id| format!(": {}", known.name(id))).unwrap_or_default();
        let back = known.ui("cli-insight", "take-back");
        let answer = answer(kind, exercise.as_deref(), "no");
        format!("{}{}", hang("  ", &format!("{what}{name}")), hang(&format!("    {back} "), &answer))
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("{title}{lines}") }
}

fn say(known: &Known, sentences: &[Phrase]) -> String {
    sentences.iter().map(|sentence| known.say(sentence)).collect::<Vec<_>>().join(" ")
}

fn week_line(known: &Known, week: &Week) -> String {
    let full = usize::try_from(crate::text::whole(week.mean)).unwrap_or_default();
    let bar = pad(&"#".repeat(full), BAR);
    hang(&format!("  {}  {bar}  ", week.monday), &known.say(&week.tell()))
}

fn habit_line(known: &Known, habit: &Habit) -> Option<String> {
    let parts: Vec<String> = habit.tell().iter().map(|part| known.say(part)).collect();
    (!parts.is_empty()).then(|| hang(&format!("  {}: ", known.name(&habit.exercise)), &parts.join(", ")))
}

/// Returns the command that answers a suggestion.
fn answer(kind: SuggestionKind, exercise: Option<&str>, answer: &str) -> String {
    let exercise = exercise.map(|id| format!(" --exercise {id}")).unwrap_or_default();
    format!("unknot journal add answer {} {answer}{exercise}", kind.name())
}
