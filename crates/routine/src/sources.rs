//! The sources that files name.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::problem::{FileError, parse};

/// Citations by the ids that files use.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Reads the list of sources.
    ///
    /// # Errors
    /// The file is no table of texts.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        parse(file, text)
    }

    /// Returns the citation of a source; one that is not in the list is cited by its id alone.
    #[must_use]
    pub fn cite<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_is_cited_and_what_is_wrong_is_told() {
        let sources = Sources::parse("x.toml", "a = 'A 1944'").unwrap();
        assert_eq!((sources.cite("a"), sources.cite("b")), ("A 1944", "b"));
        assert!(Sources::parse("x.toml", "a = 1").unwrap_err().to_string().starts_with("x.toml:1:5"));
    }
}
