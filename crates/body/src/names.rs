//! Fixed vocabularies: enums whose variants have exactly one written name.

/// A closed set of things, each with the one name that files and people use for it.
pub trait Named: Sized + Copy + PartialEq + 'static {
    /// What the set is called in a message: "position", "muscle".
    const KIND: &'static str;

    /// Every member, in the order in which lists show them.
    const ALL: &'static [Self];

    /// Returns the written name, in lower case with hyphens.
    fn name(self) -> &'static str;

    /// Returns what it is, as a sentence.
    fn about(self) -> &'static str;

    /// Finds the member with that name.
    ///
    /// # Errors
    /// The name is not in the set; the error says what is, and what may have been meant.
    fn parse(name: &str) -> Result<Self, UnknownName> {
        Self::ALL.iter().copied().find(|member| member.name() == name).ok_or_else(|| UnknownName {
            kind: Self::KIND,
            found: name.to_owned(),
            closest: closest(name, Self::ALL.iter().map(|member| member.name())).map(str::to_owned),
            known: Self::ALL.iter().map(|member| member.name()).collect(),
        })
    }
}

/// A name that is not in the vocabulary it was looked up in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no {kind}; {}", self.accepted())]
pub struct UnknownName {
    /// What was looked for: "position", "muscle".
    pub kind: &'static str,
    /// The name that was given.
    pub found: String,
    /// The known name nearest to it, if one is near.
    pub closest: Option<String>,
    /// Every known name.
    pub known: Vec<&'static str>,
}

impl UnknownName {
    /// Returns what would have been accepted, as the tail of a sentence.
    #[must_use]
    pub fn accepted(&self) -> String {
        match &self.closest {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("known are {}", self.known.join(", ")),
        }
    }
}

/// Returns the candidate that `word` was most likely meant to be, if any is near enough to suggest.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Long input cannot be a slip of the finger, and comparing it would cost quadratic time.
    if word.len() > 64 {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len().min(word.len()) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Declares an enum together with its [`Named`] implementation. The comment of a variant is also what the
/// program and the docs say about it.
macro_rules! named {
    ($(#[$meta:meta])* $kind:literal $type:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[doc = $doc])+ $variant),+ }

        impl $crate::names::Named for $type {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
            fn about(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+)),+ }.trim_start()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::names::Named::name(*self))
            }
        }
    };
}
pub(crate) use named;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kit, Muscle, Position, View};

    fn every_name_reads_back<T: Named + std::fmt::Debug>() {
        for &member in T::ALL {
            assert_eq!(T::parse(member.name()), Ok(member));
            assert!(member.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", member.name());
            assert!(member.about().ends_with('.') && !member.about().starts_with(' '), "{}", member.about());
        }
    }

    #[test]
    fn vocabularies_read_back() {
        every_name_reads_back::<Kit>();
        every_name_reads_back::<Muscle>();
        every_name_reads_back::<Position>();
        every_name_reads_back::<View>();
    }

    #[test]
    fn a_slip_is_recognised_and_nonsense_is_not() {
        assert_eq!(Kit::parse("rolller").unwrap_err().closest.as_deref(), Some("roller"));
        let nonsense = Kit::parse("trampoline").unwrap_err();
        assert_eq!(nonsense.closest, None);
        assert!(nonsense.to_string().contains("mat, roller"), "{nonsense}");
    }
}
