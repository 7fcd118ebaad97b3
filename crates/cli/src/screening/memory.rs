//! Answers as JSON: in the data folder between sessions, or in a file that somebody names.

use std::path::Path;

use jiff::civil::Date;
use unknot_routine::{Answers, Ask};

use super::Screened;
use crate::failure::Failure;
use crate::known::Known;
use crate::{files, home, out};

/// Returns today, as in `2027-01-31`.
pub(crate) fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

/// Returns whether answers are older than that many days, or claim to be from a day to come.
pub(super) fn is_stale(answers: &Answers, after_days: u32) -> Result<bool, String> {
    let Some(day) = &answers.day else { return Ok(false) };
    let wrong = |_| format!("`day`: `{day}` is no day; one reads like `2027-01-31`");
    let day: Date = day.parse().map_err(wrong)?;
    let age = day.until(jiff::Zoned::now().date()).map_or(i32::MAX, |span| span.get_days());
    // A day ahead may be another time zone's.
    Ok(age < -1 || u32::try_from(age).is_ok_and(|age| age > after_days))
}

/// Reads answers from a file that somebody names.
pub(crate) fn read(known: &Known, file: &Path) -> Result<Screened, Failure> {
    let text = files::read(file)?;
    let wrong = |why: String| {
        let help = "`unknot screen --help` describes such a file";
        Failure::Usage(format!("{}: {why}\n{help}", file.display()))
    };
    let answers: Answers = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    Screened::judge(known, answers).map_err(wrong)
}

/// Returns the answers that are remembered; if they cannot be used any more, that is told.
pub(crate) fn load(known: &Known) -> Option<Screened> {
    let path = home::screen().filter(|path| path.exists())?;
    match read(known, &path) {
        Ok(screened) => Some(screened),
        Err(Failure::Usage(why) | Failure::Failed(why)) => {
            out::note(&format!("note: the remembered answers cannot be used: {why}"));
            None
        }
        Err(Failure::Closed | Failure::Interrupted(_) | Failure::RedFlag(_)) => None,
    }
}

/// Remembers answers. Nothing is lost but the memory if that fails, so it is only told.
pub(crate) fn remember(answers: &Answers) {
    let Some(path) = home::screen() else { return };
    let write = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // First whole, then in place: whoever reads finds the old answers or the new ones.
        let new = path.with_extension("json.new");
        std::fs::write(&new, serde_json::to_string_pretty(answers)?)?;
        std::fs::rename(&new, &path)
    };
    if let Err(error) = write() {
        out::note(&format!("note: the answers cannot be remembered in {}: {error}", path.display()));
    }
}

/// Forgets the answers to the lists that are asked then.
pub(crate) fn forget_by(known: &Known, answers: &mut Answers, ask: Ask) {
    for stage in known.catalogue.screen.stages.iter().filter(|stage| stage.ask == ask) {
        answers.answered.remove(&stage.id);
        answers.unsure.remove(&stage.id);
        for tick in &stage.boxes {
            answers.ticked.remove(&tick.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stale(day: &str) -> Result<bool, String> {
        is_stale(&Answers { day: Some(day.to_owned()), ..Answers::default() }, 42)
    }

    #[test]
    fn answers_grow_old() {
        assert_eq!(stale(&today()), Ok(false));
        assert_eq!(stale("2001-01-31"), Ok(true));
        assert_eq!(stale("9001-01-31"), Ok(true));
        assert!(stale("yesterday").is_err());
        assert_eq!(is_stale(&Answers::default(), 42), Ok(false));
    }
}
