//! A hint for who leaves out the command: `unknot --minutes 5` is meant as `unknot play --minutes 5`.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Error, Parser as _};

use super::Cli;

/// Reads what is asked for on the command line; where that cannot be, says why and ends the program.
pub(crate) fn read() -> Cli {
    let given: Vec<OsString> = std::env::args_os().collect();
    Cli::try_parse_from(&given).unwrap_or_else(|error| match hint(&given, &error) {
        Some(hint) => Cli::command().error(ErrorKind::UnknownArgument, hint).exit(),
        None => error.exit(),
    })
}

/// Returns what was meant, if an option is not known that `play` has.
fn hint(given: &[OsString], error: &Error) -> Option<String> {
    let (program, rest) = given.split_first()?;
    let is_option = |argument: &OsString| argument.to_string_lossy().starts_with('-');
    if error.kind() != ErrorKind::UnknownArgument || !rest.first().is_some_and(is_option) {
        return None;
    }
    let play = [program.clone(), "play".into()];
    Cli::try_parse_from(play.iter().chain(rest)).ok()?;
    let rest: Vec<_> = rest.iter().map(|argument| argument.to_string_lossy()).collect();
    Some(format!("did you mean `unknot play {}`?", rest.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hinted(given: &[&str]) -> Option<String> {
        let given: Vec<OsString> = given.iter().map(OsString::from).collect();
        hint(&given, &Cli::try_parse_from(&given).unwrap_err())
    }

    #[test]
    fn options_of_play_hint_at_it() {
        let hint = hinted(&["unknot", "--minutes", "5"]);
        assert_eq!(hint.as_deref(), Some("did you mean `unknot play --minutes 5`?"));
        assert_eq!(hinted(&["unknot", "--nonsense"]), None);
        assert_eq!(hinted(&["unknot", "plan", "--nonsense"]), None);
    }
}
