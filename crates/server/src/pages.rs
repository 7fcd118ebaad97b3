//! The files that browsers get.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::file::File;

/// What the build script has found.
const BUILT_IN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The files that browsers get, by their names.
#[derive(Clone, Debug)]
pub struct Pages(BTreeMap<String, File>);

impl Pages {
    /// Returns those that are built into this program; none where it was built without.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        let files = BUILT_IN.iter().map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes)));
        (!BUILT_IN.is_empty()).then(|| Self::new(files))
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
