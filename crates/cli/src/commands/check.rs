//! `unknot check`: what is wrong in a file, where, and what would be right.

use std::path::Path;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};
use serde::Serialize;
use unknot_routine::{Exercise, FileError};

use crate::args::Form;
use crate::failure::Failure;
use crate::known::Known;
use crate::request::read_programme;
use crate::text::{clock, seconds, times};
use crate::{files, out, own};

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
        Ok(summary) => out::print(&format!("ok: {summary}\n")),
        Err(error) => Err(Failure::Failed(report(&error))),
    }
}

/// Returns whether the text is a programme's: only those have `items`. A text that is no TOML is judged by
/// its lines.
fn is_programme(text: &str) -> bool {
    match text.parse::<toml::Table>() {
        Ok(table) => table.contains_key("items"),
        Err(_) => text.lines().any(|line| {
            let line: String = line.split_whitespace().collect();
            line.starts_with("[[items]]") || line.starts_with("items=")
        }),
    }
}

fn exercise(known: &mut Known, file: &str, text: &str) -> Result<String, FileError> {
    let exercise = Exercise::parse(file, text)?;
    let taken = own::taken(known, &exercise).map(str::to_owned);
    let exercise = own::complete(known, exercise, file, text)?;
    let form = &exercise.form;
    let length = form.length(&form.default_choice(), exercise.breath, None).seconds();
    let main = form.main_block().and_then(|index| form.blocks.get(index));
    let often = times(main.map_or(1, |block| block.repetitions.default));
    let mut summary =
        format!("{}, {}, {often}, {}", exercise.id, seconds(length), known.called(form.position));
    if let Some(id) = taken {
        summary.push_str(&format!(
            "\nnote: there is an exercise `{id}` already; one of your own needs an id of its own"
        ));
    }
    Ok(summary)
}

fn programme(known: &Known, file: &str, text: &str) -> Result<String, FileError> {
    let programme = read_programme(known, file, text)?;
    let count = match programme.items.len() {
        1 => "one exercise".to_owned(),
        count => format!("{count} exercises"),
    };
    Ok(format!("{}, {count} in {} minutes", programme.id, clock(programme.budget.seconds())))
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
    fn of(file: &str, checked: Result<&String, &FileError>) -> Self {
        let problems = checked.err().map_or(Vec::new(), |error| {
            let shape = |problem: &unknot_routine::Problem| {
                let (line, column) = error.line_and_column(problem);
                let (key, found) = (problem.key.clone(), problem.found.clone());
                ProblemShape { line, column, key, found, wanted: problem.wanted.clone() }
            };
            error.problems.iter().map(shape).collect()
        });
        Self { file: file.to_owned(), ok: problems.is_empty(), problems }
    }
}
