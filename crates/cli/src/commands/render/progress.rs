//! How far something is, on the terminal.

use std::io::{IsTerminal as _, Write as _};

/// A bar that fills as something is made; nothing where the standard error is no terminal.
pub(super) struct Progress {
    is_shown: bool,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self { is_shown: std::io::stderr().is_terminal() }
    }

    /// Says how many of all are done, with the words for a share in percent.
    pub(super) fn tell(&self, done: u64, all: u64, words: impl FnOnce(u64) -> String) {
        if self.is_shown {
            let share = done * 100 / all.max(1);
            let _unread = write!(std::io::stderr(), "\r{}", bar(share, &words(share)));
        }
    }

    /// Takes the bar off the terminal again.
    pub(super) fn wipe(&self) {
        if self.is_shown {
            let _unread = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

fn bar(share: u64, words: &str) -> String {
    let full = usize::try_from(share.min(100) / 5).unwrap_or(0);
    format!("[{}{}] {words}", "#".repeat(full), " ".repeat(20 - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_fills_as_it_goes() {
        assert_eq!(bar(0, "a"), format!("[{}] a", " ".repeat(20)));
        assert_eq!(bar(50, "b"), format!("[{}{}] b", "#".repeat(10), " ".repeat(10)));
        assert_eq!(bar(100, "c"), format!("[{}] c", "#".repeat(20)));
    }
}
