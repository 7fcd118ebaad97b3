//! `unknot screen`.

use std::path::Path;

use crate::args::Form;
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::screening::{Asker, Screened, ask_all, read, remember, report};
use crate::shapes::ScreenShape;

/// Asks the safety questions and remembers the answers, or judges those in a file; then says what they mean.
pub(crate) fn run(known: &Known, file: Option<&Path>, form: Form) -> Result<(), Failure> {
    let screened = match file {
        Some(file) => read(known, file)?,
        None => ask(known, form)?,
    };
    let refusal = screened.refusal(known);
    if form.json {
        out::json(&ScreenShape::of(known, &screened))?;
    } else if refusal.is_none() {
        out::print(&report(known, &screened))?;
    }
    refusal.map_or(Ok(()), Err)
}

fn ask(known: &Known, form: Form) -> Result<Screened, Failure> {
    let mut stdin = std::io::stdin().lock();
    // Where the output is for a program, questions go where a person still reads them.
    let screened = if form.json {
        ask_all(known, &mut Asker::new(known, &mut stdin, &mut std::io::stderr().lock()))?
    } else {
        ask_all(known, &mut Asker::new(known, &mut stdin, &mut std::io::stdout().lock()))?
    };
    remember(&screened.answers);
    Ok(screened)
}
