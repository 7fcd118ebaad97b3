//! The one place where text leaves the program.

use std::io::{ErrorKind, IsTerminal as _, Write as _};

use serde::Serialize;

use crate::failure::Failure;

/// Writes to the standard output and sees that it arrives.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(|error| closed(&error))
}

/// Writes a line to the standard error. If nobody can read it, nobody can be told so either.
pub(crate) fn note(text: &str) {
    let _unread = writeln!(std::io::stderr().lock(), "{}", text.trim_end());
}

/// Writes a value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Failed(error.to_string()))?;
    print(&format!("{text}\n"))
}

/// Returns the failure that an error of writing is.
pub(crate) fn closed(error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Failed(format!("cannot write: {error}")),
    }
}

/// Returns whether a person sits at both ends, and at a terminal that can be drawn on: what is asked is read, and
/// what is answered is typed.
pub(crate) fn is_interactive() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !is_dumb()
}

/// Returns how many columns the terminal has to which the output goes; none where it goes elsewhere.
pub(crate) fn columns() -> Option<u16> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    let (columns, _) = ratatui::crossterm::terminal::size().ok()?;
    // A terminal that does not know its own size says 0.
    (columns > 0).then_some(columns)
}

/// Returns whether the terminal shows more than the letters of a typewriter.
pub(crate) fn is_unicode() -> bool {
    let value = |name: &str| std::env::var(name).ok();
    shows_unicode(cfg!(windows), value)
}

/// The first of these variables that says anything counts, as in every C library. The console of Linux lacks the
/// letters that rings are drawn with, whatever they say.
fn shows_unicode(is_windows: bool, value: impl Fn(&str) -> Option<String>) -> bool {
    let mut locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(&value).filter(|value| !value.is_empty());
    let is_utf_8 =
        locale.next().is_some_and(|locale| locale.to_ascii_lowercase().replace('-', "").contains("utf8"));
    (is_windows || is_utf_8) && value("TERM").as_deref() != Some("linux")
}

/// Returns whether the terminal can only write one line below the other.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Returns whether text may be made bold or dim: the output is a terminal that can, and nobody has asked for plain
/// text.
pub(crate) fn is_styled() -> bool {
    std::io::stdout().is_terminal() && !is_dumb() && !no_color()
}

/// Returns whether problems may be coloured.
pub(crate) fn is_styled_error() -> bool {
    std::io::stderr().is_terminal() && !no_color()
}

/// Returns whether `NO_COLOR` is set (see no-color.org: to anything but nothing).
pub(crate) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_that_says_so_shows_unicode() {
        let shows = |variables: &[(&str, &str)]| {
            shows_unicode(false, |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(shows(&[("LANG", "en_GB.UTF-8")]));
        assert!(shows(&[("LC_ALL", ""), ("LC_CTYPE", "C.utf8"), ("LANG", "C")]));
        assert!(!shows(&[]));
        assert!(!shows(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]));
        assert!(!shows(&[("LANG", "de_DE.ISO-8859-1")]));
        assert!(!shows(&[("LANG", "en_GB.UTF-8"), ("TERM", "linux")]));
    }
}
