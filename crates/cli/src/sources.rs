//! The sources behind numbers and reasons.

use std::collections::BTreeMap;

use crate::failure::Failure;

/// Citations by the ids that files use.
pub(crate) struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Reads the list of sources.
    pub(crate) fn load() -> Result<Self, Failure> {
        let file = unknot_content::SOURCES;
        toml::from_str(file.text)
            .map(Self)
            .map_err(|error| Failure::Failed(format!("{}: {error}", file.path)))
    }

    /// Returns the citation of a source; one that is not in the list is cited by its id alone.
    pub(crate) fn cite<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }
}
