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
        suggest(&self.found, self.known.iter().copied())
    }
}

/// What people call things that have another name here.
const OTHER_WORDS: &[(&str, &[&str])] = &[
    ("sitting", &["chair", "floor-sitting"]),
    ("seated", &["chair", "floor-sitting"]),
    ("upright", &["standing"]),
    ("lying", &["supine", "prone", "side-lying"]),
    ("on-back", &["supine"]),
    ("face-up", &["supine"]),
    ("face-down", &["prone"]),
    ("quadruped", &["all-fours"]),
    ("hands-and-knees", &["all-fours"]),
    ("cushion", &["pillow"]),
    ("stool", &["chair"]),
    ("dumbbell", &["weight"]),
    ("elastic", &["band"]),
    ("theraband", &["band"]),
    ("ground", &["floor"]),
    ("seat", &["chair"]),
    ("palm", &["hand"]),
    ("palms", &["hands"]),
    ("reps", &["repetitions"]),
    ("glutes", &["gluteus-maximus", "gluteus-medius"]),
    ("abs", &["rectus-abdominis", "obliques"]),
];

/// Returns the candidate that `word` was most likely meant to be, if one alone is near enough to suggest.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    match near(word, &candidates.into_iter().collect::<Vec<_>>())[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// Returns what would have been accepted instead of `word`, as the tail of a sentence: what is near to it, or
/// else everything.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let near: Vec<String> = near(word, &candidates).into_iter().map(|name| format!("`{name}`")).collect();
    match near.as_slice() {
        [] => format!("known are {}", candidates.join(", ")),
        [one] => format!("did you mean {one}?"),
        [several @ .., last] => format!("did you mean {} or {last}?", several.join(", ")),
    }
}

/// As many names are suggested at most.
const MOST_SUGGESTED: usize = 4;

fn near<'a>(word: &str, candidates: &[&'a str]) -> Vec<&'a str> {
    // Long input cannot be a slip of the finger, and comparing it would cost quadratic time.
    if word.len() > 64 {
        return Vec::new();
    }
    let slip = candidates
        .iter()
        .filter_map(|candidate| slip(word, candidate).map(|edits| (edits, *candidate)))
        .min_by_key(|(edits, _)| *edits);
    if let Some((_, candidate)) = slip {
        return vec![candidate];
    }
    let other = OTHER_WORDS.iter().filter(|(name, _)| *name == word).flat_map(|(_, names)| *names);
    let named: Vec<&str> = other.filter_map(|name| candidates.iter().copied().find(|c| c == name)).collect();
    if !named.is_empty() {
        return named;
    }
    // A part of a longer name, or a longer form of it: `trapezius`, `deltoideus`.
    let is_part = |part: &str, whole: &str, least: usize| part.len() >= least && whole.contains(part);
    let parts: Vec<&str> = candidates
        .iter()
        .copied()
        .filter(|candidate| {
            is_part(word, candidate, 4) || is_part(candidate, word, 4) && word.starts_with(candidate)
        })
        .collect();
    if parts.len() <= MOST_SUGGESTED { parts } else { Vec::new() }
}

/// Returns how many slips of the finger lie between a word and a name, if few enough do: one in a short name,
/// and the beginning must be right, or its first two letters changed places, or one of them lost.
fn slip(word: &str, name: &str) -> Option<usize> {
    let most = match word.len().min(name.len()) {
        0..6 => 1,
        6..12 => 2,
        _ => 3,
    };
    let edits = strsim::damerau_levenshtein(word, name);
    let begins_alike = word.chars().next() == name.chars().next()
        || word.ends_with(name)
        || name.ends_with(word)
        || word.chars().take(2).eq(name.chars().take(2).collect::<Vec<_>>().into_iter().rev());
    (edits <= most && begins_alike).then_some(edits)
}

/// Declares an enum together with its [`Named`] implementation. The comment of a variant is also what the
/// program and the docs say about it.
macro_rules! named {
    ($(#[$meta:meta])* $kind:literal $type:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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

    #[test]
    fn suggestions_are_not_far_fetched() {
        let keys = ["sets", "repetitions", "hold", "right", "seconds", "side", "deltoid"];
        for (word, near) in [
            ("rest", None),
            ("wide", None),
            ("sound", None),
            ("minutes", None),
            ("rigth", Some("right")),
            ("secnds", Some("seconds")),
            ("secodns", Some("seconds")),
            ("esconds", Some("seconds")),
            ("econds", Some("seconds")),
            ("deltoideus", Some("deltoid")),
            ("reps", Some("repetitions")),
            ("holds", Some("hold")),
        ] {
            assert_eq!(closest(word, keys), near, "{word}");
        }
    }

    #[test]
    fn a_part_of_several_names_names_them_all() {
        let error = Muscle::parse("trapezius").unwrap_err().to_string();
        assert!(error.ends_with("`upper-trapezius`, `middle-trapezius` or `lower-trapezius`?"), "{error}");
        let error = Position::parse("sitting").unwrap_err().to_string();
        assert!(error.ends_with("did you mean `chair` or `floor-sitting`?"), "{error}");
        assert!(Kit::parse("dumbbell").unwrap_err().to_string().ends_with("did you mean `weight`?"));
    }
}
