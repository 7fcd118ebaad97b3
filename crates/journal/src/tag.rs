//! What tells one state of a journal from every other.

use std::fmt;
use std::str::FromStr;

/// Which journal it is. It is another one once everything was erased, so that nobody brings back what was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JournalId(u128);

/// What tells one state of a journal from every other: as no record is ever changed, or removed alone, it is enough to know
/// which journal it is, and how many records it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Which journal it is.
    pub journal: JournalId,
    /// How many records it has.
    pub records: u64,
}

/// Text that names no journal, or no state of one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("found `{found}`, expected 32 digits from 0 to f{}", if *is_tag { ", `-`, and a number" } else { "" })]
pub struct TagError {
    found: String,
    is_tag: bool,
}

impl FromStr for JournalId {
    type Err = TagError;

    fn from_str(text: &str) -> Result<Self, TagError> {
        let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
        let is_id = text.len() == 32 && text.bytes().all(is_digit);
        let number = is_id.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        number.map(Self).ok_or_else(|| TagError { found: text.to_owned(), is_tag: false })
    }
}

impl fmt::Display for JournalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Tag {
    type Err = TagError;

    fn from_str(text: &str) -> Result<Self, TagError> {
        let read = || {
            let (journal, records) = text.split_once('-')?;
            Some(Self { journal: journal.parse().ok()?, records: records.parse().ok()? })
        };
        read().ok_or_else(|| TagError { found: text.to_owned(), is_tag: true })
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.journal, self.records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_as_it_is_written() {
        let text = "00112233445566778899aabbccddeeff-25";
        let tag: Tag = text.parse().unwrap();
        assert_eq!((tag.records, tag.to_string().as_str()), (25, text));
        for wrong in
            ["", "-", "00112233445566778899aabbccddeeff", "00112233445566778899AABBCCDDEEFF-1", "+1-1"]
        {
            assert!(wrong.parse::<Tag>().is_err(), "{wrong}");
        }
    }
}
