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
    /// This signal ends the program; everything is in order before it does.
    Interrupted(i32),
    /// The safety screen rules a session out; this is what the person is told.
    RedFlag(String),
}

impl Failure {
    /// Says what failed, and returns the exit code for it.
    pub(crate) fn tell(self) -> ExitCode {
        let (code, text) = match self {
            Self::Closed => return ExitCode::SUCCESS,
            Self::Interrupted(signal) => {
                // Who waits for the program is to see that the signal ended it.
                let _ended = signal_hook::low_level::emulate_default_handler(signal);
                return ExitCode::FAILURE;
            }
            Self::Failed(text) => (1, format!("error: {text}")),
            Self::Usage(text) => (2, format!("error: {text}")),
            Self::RedFlag(text) => (3, text),
        };
        out::note(&text);
        ExitCode::from(code)
    }
}
