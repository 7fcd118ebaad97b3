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

/// Returns whether a person sits at both ends: what is asked is read, and what is answered is typed.
pub(crate) fn is_interactive() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Returns whether text may be made bold or dim: the output is a terminal, and nobody has asked for plain text.
pub(crate) fn is_styled() -> bool {
    std::io::stdout().is_terminal() && !no_color()
}

/// Returns whether problems may be coloured.
pub(crate) fn is_styled_error() -> bool {
    std::io::stderr().is_terminal() && !no_color()
}

/// Returns whether `NO_COLOR` is set (see no-color.org: to anything but nothing).
pub(crate) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
