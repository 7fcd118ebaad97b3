//! How a command can fail, and the exit code that says so.

use std::process::ExitCode;

use crate::out;

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads what is written any more, as in `unknot plan | head -1`: no fault of anybody's.
    Closed,
    /// Something went wrong, or a file is.
    Failed(String),
    /// It was asked for in a way that cannot be.
    Usage(String),
    /// The safety screen rules a session out; this is what the person is told.
    RedFlag(String),
}

impl Failure {
    /// Says what failed, and returns the exit code for it.
    pub(crate) fn tell(self) -> ExitCode {
        let (code, text) = match self {
            Self::Closed => return ExitCode::SUCCESS,
            Self::Failed(text) => (1, format!("error: {text}")),
            Self::Usage(text) => (2, format!("error: {text}")),
            Self::RedFlag(text) => (3, text),
        };
        out::note(&text);
        ExitCode::from(code)
    }
}
