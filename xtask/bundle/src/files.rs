//! The files of the bundle while it is made.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use crate::lean::lean;

/// Files by name, all in one folder.
#[derive(Default)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file, or replaces it.
    pub(crate) fn insert(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.insert(name.to_owned(), bytes);
    }

    /// Adds files.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Takes a file out.
    pub(crate) fn remove(&mut self, name: &str) -> Option<Vec<u8>> {
        self.0.remove(name)
    }

    /// Returns the names, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Returns the files, in order of their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Leaves out of scripts and styles what only people read.
    pub(crate) fn make_lean(&mut self) {
        let written = self.0.iter_mut().filter(|(name, _)| name.ends_with(".js") || name.ends_with(".css"));
        for (_, bytes) in written {
            if let Ok(text) = std::str::from_utf8(bytes) {
                *bytes = lean(text).into_bytes();
            }
        }
    }

    /// Gives a file a name that changes when it does, as in `app.0123456789abcdef.js`, wherever it is named.
    pub(crate) fn name_by_content(&mut self, name: &str) -> Result<()> {
        let bytes = self.0.remove(name).with_context(|| format!("no {name}"))?;
        let (stem, extension) = name.split_once('.').context("a name without an extension")?;
        let new = format!("{stem}.{}.{extension}", digest([bytes.as_slice()]));
        for other in self.0.values_mut() {
            // What is no text names nothing.
            if let Ok(text) = std::str::from_utf8(other) {
                *other = renamed(text, name, &new).into_bytes();
            }
        }
        self.0.insert(new, bytes);
        Ok(())
    }

    /// Returns a fingerprint of all of them.
    pub(crate) fn version(&self) -> String {
        digest(self.0.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]))
    }
}

/// Returns the text with another name, where it stands between quotes, perhaps as `./NAME`.
fn renamed(text: &str, old: &str, new: &str) -> String {
    let mut text = text.to_owned();
    for quote in ['"', '\''] {
        for before in ["", "./"] {
            let written = |name: &str| format!("{quote}{before}{name}{quote}");
            text = text.replace(&written(old), &written(new));
        }
    }
    text
}

/// Returns the beginning of the SHA-256, in hexadecimal: enough not to be the same by chance.
fn digest<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(part);
    }
    sha.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_wherever_it_stands() {
        let with = |content: &str| {
            let mut files = Files::default();
            files.insert("app.js", content.into());
            files.insert("index.html", "<script src=\"app.js\"> './app.js' my-app.js".into());
            files.name_by_content("app.js").unwrap();
            files
        };
        let (one, other) = (with("1"), with("2"));
        let name = one.names().next().unwrap();
        let html = format!("<script src=\"{name}\"> './{name}' my-app.js");
        assert!(name.starts_with("app.") && name.ends_with(".js") && name.len() == 23, "{name}");
        assert_eq!(one.iter().last().unwrap(), ("index.html", html.as_bytes()));
        assert!(other.names().next() != Some(name) && one.version() != other.version());
    }

    #[test]
    fn a_file_that_is_missing_is_told() {
        assert!(Files::default().name_by_content("app.js").is_err());
    }
}
