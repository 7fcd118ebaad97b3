//! `unknot screen`.

use std::io::Write;
use std::path::Path;

use crate::args::Form;
use crate::failure::Failure;
use crate::keep::Keep;
use crate::known::Known;
use crate::out;
use crate::screening::{Asker, Screened, ask_all, entries, read, remember, report};
use crate::shapes::ScreenShape;

/// Asks the safety questions and remembers the answers, or judges those in a file; then says what they mean.
pub(crate) fn run(
    known: &Known,
    file: Option<&Path>,
    form: Form,
    keep: impl FnOnce() -> Result<Option<Keep>, Failure>,
) -> Result<(), Failure> {
    let screened = match file {
        Some(file) => read(known, file)?,
        None => ask(known, form, keep()?)?,
    };
    let refusal = screened.refusal(known);
    if form.json {
        out::json(&ScreenShape::of(known, &screened))?;
    } else if refusal.is_none() {
        out::print(&report(known, &screened))?;
    }
    refusal.map_or(Ok(()), Err)
}

fn ask(known: &Known, form: Form, keep: Option<Keep>) -> Result<Screened, Failure> {
    let mut stdin = std::io::stdin().lock();
    // Where the output is for a program, questions go where a person still reads them.
    let mut output: Box<dyn Write> =
        if form.json { Box::new(std::io::stderr().lock()) } else { Box::new(std::io::stdout().lock()) };
    let mut asker = Asker::new(known, &mut stdin, &mut output);
    let screened = ask_all(known, &mut asker)?;
    remember(&screened.answers);
    if let Some(keep) = keep {
        keep.tell(entries(known, &asker, &screened))?;
    }
    Ok(screened)
}
