//! Files as people write them: TOML, of which every problem is shown where it stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::explain::explain;
use super::{Problem, Step};

/// Where everything in a text stands.
pub(super) struct Places<'t>(Option<Spanned<DeTable<'t>>>);

impl<'t> Places<'t> {
    /// Returns the places of a text; none of one that is no TOML.
    pub(super) fn of(text: &'t str) -> Self {
        Self(DeTable::parse(text).ok())
    }

    /// Returns the bytes of the deepest value on the path that the file has.
    pub(super) fn place(&self, path: &[Step]) -> Range<usize> {
        let mut span = 0..0;
        let mut table = self.0.as_ref().map(Spanned::get_ref);
        let mut array = None;
        for step in path {
            let next = match step {
                Step::Key(key) => table.and_then(|t| t.get(key.as_str())),
                Step::Index(index) => array.and_then(|a: &DeArray<'_>| a.get(*index)),
            };
            let Some(value) = next else { break };
            // The span of a table made by dotted keys or a header can be empty or only its header: good enough.
            span = value.span();
            (table, array) = match value.get_ref() {
                DeValue::Table(inner) => (Some(inner), None),
                DeValue::Array(inner) => (None, Some(inner)),
                _ => (None, None),
            };
        }
        span
    }
}

/// Parses a text into its raw form.
pub(super) fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let (found, wanted) = explain(error.message());
        let span = error.span().unwrap_or(0..0);
        let mut problem = Problem::new(text, "", span, &found, &wanted);
        problem.key = key_before(text, problem.span.start);
        problem
    })
}

/// Returns the key of the line that a value stands on, for errors that know only bytes.
fn key_before(text: &str, at: usize) -> String {
    let line_start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let line = text.get(line_start..).unwrap_or_default().lines().next().unwrap_or_default();
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    let is_key = key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    if is_key { key.to_owned() } else { String::new() }
}
