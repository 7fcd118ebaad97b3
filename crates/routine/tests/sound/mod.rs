//! What every error about a file owes to whoever reads it. Shared with the fuzz targets.

use unknot_routine::FileError;

/// Asserts that an error says what is wrong, what would be right, and points into the text.
pub(crate) fn assert_sound(error: &FileError, text: &str) {
    assert!(!error.problems.is_empty(), "an error without a problem");
    for problem in &error.problems {
        let span = &problem.span;
        assert!(text.get(span.clone()).is_some(), "{span:?} is no part of the text: {problem}");
        assert!(!problem.found.trim().is_empty(), "{}: nothing was found", problem.key);
        assert!(!problem.wanted.trim().is_empty(), "{}: nothing would be right", problem.key);
        let (line, column) = error.line_and_column(problem);
        assert!(line >= 1 && column >= 1);
    }
    assert_eq!(error.to_string().lines().count(), error.problems.len(), "a line for each problem: {error}");
}
