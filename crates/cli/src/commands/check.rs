//! `unknot check`: what is wrong in a file, where, and what would be right.

mod notes;

use std::path::Path;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};
use serde::Serialize;
use unknot_routine::{Exercise, FileError, Plan, Request};

use crate::args::Form;
use crate::failure::Failure;
use crate::known::Known;
use crate::request::{read_programme, reason};
use crate::text::{clock, seconds, times};
use crate::{files, out, own};

/// What a file that is right comes to.
struct Right {
    summary: String,
    /// What may be meant so, and is worth a second look.
    notes: Vec<String>,
}

/// Checks an exercise or programme file.
pub(crate) fn run(known: &mut Known, path: &Path, form: Form) -> Result<(), Failure> {
    let text = files::read(path)?;
    let file = path.display().to_string();
    let checked =
        if is_programme(&text) { programme(known, &file, &text) } else { exercise(known, &file, &text) };
    if form.json {
        out::json(&Checked::of(&file, checked.as_ref()))?;
    }
    match checked {
        Ok(_) if form.json => Ok(()),
        Ok(Right { summary, notes }) => {
            let notes: String = notes.iter().map(|note| format!("note: {note}\n")).collect();
            out::print(&format!("ok: {summary}\n{notes}"))
        }
        Err(error) => Err(Failure::Failed(report(&error))),
    }
}

/// The keys that only programmes have, and of which every programme has one.
const OF_PROGRAMMES: &[&str] = &["items", "minutes", "schedule", "order"];

/// Returns whether the text is a programme's. A text that is no TOML is judged by its lines.
pub(crate) fn is_programme(text: &str) -> bool {
    match text.parse::<toml::Table>() {
        Ok(table) => OF_PROGRAMMES.iter().any(|key| table.contains_key(*key)),
        Err(_) => text.lines().any(|line| {
            let line: String = line.split_whitespace().collect();
            let begins = |key: &&str| {
                line.starts_with(&format!("[[{key}]"))
                    || line.starts_with(&format!("[{key}]"))
                    || line.starts_with(&format!("{key}="))
            };
            OF_PROGRAMMES.iter().any(begins)
        }),
    }
}

fn exercise(known: &mut Known, file: &str, text: &str) -> Result<Right, FileError> {
    let exercise = Exercise::parse(file, text)?;
    let taken = own::taken(known, &exercise).map(str::to_owned);
    let exercise = own::complete(known, exercise, file, text)?;
    let form = &exercise.form;
    let length = form.length(&form.default_choice(), exercise.breath, None).seconds();
    let main = form.main_block().and_then(|index| form.blocks.get(index));
    let often = times(main.map_or(1, |block| block.repetitions.default));
    let summary = format!("{}, {}, {often}, {}", exercise.id, seconds(length), known.called(form.position));
    let taken = taken
        .map(|id| format!("there is an exercise `{id}` already; one of your own needs an id of its own"));
    let notes = taken.into_iter().chain(notes::on_exercise(known, &exercise)).collect();
    Ok(Right { summary, notes })
}

fn programme(known: &Known, file: &str, text: &str) -> Result<Right, FileError> {
    let programme = read_programme(known, file, text)?;
    let count = match programme.items.len() {
        1 => "one exercise".to_owned(),
        count => format!("{count} exercises"),
    };
    let mut notes = notes::on_programme(known, &programme);
    let budget = clock(programme.budget.seconds());
    let took = match Plan::make(&known.catalogue, &Request::of(&programme)) {
        Ok(plan) => {
            let left_out = plan.left_out.iter();
            notes.extend(
                left_out
                    .map(|left| format!("`{}` is left out: {}", left.exercise, reason(known, left.reason))),
            );
            format!("{} minutes of {budget}", clock(plan.total().seconds()))
        }
        Err(error) => {
            notes.push(error.to_string());
            format!("no plan in {budget} minutes")
        }
    };
    Ok(Right { summary: format!("{}, {count}, {took}", programme.id), notes })
}

/// Returns everything that is wrong with a file, each with the lines around it.
pub(crate) fn report(error: &FileError) -> String {
    let theme =
        if out::is_styled_error() { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_width(100);
    let count = match error.problems.len() {
        1 => "something is".to_owned(),
        count => format!("{count} things are"),
    };
    let mut text = format!("{count} wrong in {}\n", error.file);
    for problem in &error.problems {
        text.push('\n');
        let found = match problem.key.as_str() {
            "" => problem.found.clone(),
            key => format!("{key}: {}", problem.found),
        };
        let label = LabeledSpan::at(problem.span.clone(), "here");
        let diagnostic = MietteDiagnostic::new(found).with_help(problem.wanted.clone()).with_label(label);
        let source = NamedSource::new(&error.file, error.text.clone());
        let report = Report::new(diagnostic).with_source_code(source);
        if handler.render_report(&mut text, report.as_ref()).is_err() {
            // The places are a help; the problem itself must be told in any case.
            text.push_str(&format!("{problem}\n"));
        }
    }
    text
}

/// What a check came to, for programs.
#[derive(Serialize)]
struct Checked {
    file: String,
    ok: bool,
    problems: Vec<ProblemShape>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct ProblemShape {
    line: usize,
    column: usize,
    key: String,
    found: String,
    wanted: String,
}

impl Checked {
    fn of(file: &str, checked: Result<&Right, &FileError>) -> Self {
        let notes = checked.map_or(Vec::new(), |right| right.notes.clone());
        let problems = checked.err().map_or(Vec::new(), |error| {
            let shape = |problem: &unknot_routine::Problem| {
                let (line, column) = error.line_and_column(problem);
                let (key, found) = (problem.key.clone(), problem.found.clone());
                ProblemShape { line, column, key, found, wanted: problem.wanted.clone() }
            };
            error.problems.iter().map(shape).collect()
        });
        Self { file: file.to_owned(), ok: problems.is_empty(), problems, notes }
    }
}
