//! The files that browsers get.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_embed::Embed;

use crate::file::File;

/// What the build script has found.
#[derive(Embed)]
#[folder = "$UNKNOT_WEB_BUNDLE_FOUND"]
struct BuiltIn;

/// The files that browsers get, by their names.
#[derive(Clone, Debug)]
pub struct Pages(BTreeMap<String, File>);

impl Pages {
    /// Returns those that are built into this program; none where it was built without.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        let files = BuiltIn::iter().filter_map(|name| Some((name.to_string(), BuiltIn::get(&name)?.data)));
        let pages = Self::new(files);
        pages.get(Self::INDEX).is_some().then_some(pages)
    }

    /// Returns pages of these files. What is called `NAME.br` is `NAME` compressed by brotli.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>) -> Self {
        let mut all: BTreeMap<String, Cow<'static, [u8]>> = files.into_iter().collect();
        let small: Vec<String> = all.keys().filter(|name| name.ends_with(".br")).cloned().collect();
        let mut small: BTreeMap<String, Cow<'static, [u8]>> = small
            .into_iter()
            .filter_map(|name| Some((name.trim_end_matches(".br").to_owned(), all.remove(&name)?)))
            .collect();
        let files = all.into_iter().map(|(name, bytes)| {
            let file = File::new(&name, bytes, small.remove(&name));
            (name, file)
        });
        Self(files.collect())
    }

    /// The file that is meant when none is named.
    pub(crate) const INDEX: &'static str = "index.html";

    /// Returns the file of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&File> {
        self.0.get(name)
    }

    /// Returns every file with its name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(name, file)| (name.as_str(), file))
    }
}
