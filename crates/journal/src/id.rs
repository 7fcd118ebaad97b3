//! The names of records and of devices.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};
use uuid::{Builder, Uuid};

use crate::text;

/// Text that is no id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("found `{found}`, expected a UUID of version 7, as 01932f5c-8f6e-7c3a-9d2b-0123456789ab")]
pub struct IdError {
    /// The text.
    pub found: String,
}

/// The name of a record or of a session: a UUID of version 7, so that names sort by when they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct RecordId(Uuid);

impl RecordId {
    /// Returns the name for a moment, in milliseconds since 1970 in UTC; what lies before is taken as 1970.
    #[must_use]
    pub fn new(milliseconds: i64, random: [u8; 10]) -> Self {
        let milliseconds = u64::try_from(milliseconds).unwrap_or(0);
        Self(Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid())
    }

    /// Returns a name for a moment that sorts after this one, even in the same millisecond or where the clock was
    /// set back.
    #[must_use]
    pub fn next(self, milliseconds: i64, random: [u8; 10]) -> Self {
        let fresh = Self::new(milliseconds, random);
        if fresh > self {
            return fresh;
        }
        // The last 62 bits are free. From a random place among them the end is not reached by counting.
        let counted = self.0.as_u128().wrapping_add(1);
        Self(Builder::from_u128(counted).with_version(uuid::Version::SortRand).into_uuid())
    }
}

/// The name of a device, or rather of one browser or program on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(RecordId);

impl DeviceId {
    /// Returns the name for a moment, in milliseconds since 1970 in UTC.
    #[must_use]
    pub fn new(milliseconds: i64, random: [u8; 10]) -> Self {
        Self(RecordId::new(milliseconds, random))
    }
}

impl FromStr for RecordId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        // One way to write it, so that the same name is the same text: of this length there is none but with hyphens.
        let is_one_way = text.len() == 36 && !text.bytes().any(|byte| byte.is_ascii_uppercase());
        let id = Uuid::try_parse(text).ok().filter(|id| id.get_version() == Some(uuid::Version::SortRand));
        id.filter(|_| is_one_way).map(Self).ok_or_else(|| IdError { found: text.to_owned() })
    }
}

impl FromStr for DeviceId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.parse().map(Self)
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::read(deserializer, str::parse)
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_by_when_they_were_given() {
        let first = RecordId::new(1_700_000_000_000, [255; 10]);
        assert!(RecordId::new(1_700_000_000_001, [0; 10]) > first);
        let same = first.next(1_700_000_000_000, [0; 10]);
        let back = same.next(1_600_000_000_000, [9; 10]);
        assert!(same > first && back > same, "{first} {same} {back}");
        assert_eq!(back.to_string().parse(), Ok(back));
    }

    #[test]
    fn only_one_way_of_writing_is_a_name() {
        let id = RecordId::new(1_700_000_000_000, [7; 10]).to_string();
        assert!(id.parse::<RecordId>().is_ok());
        assert!(id.to_uppercase().parse::<RecordId>().is_err());
        assert!("936da01f-9abd-4d9d-80c7-02af85c822a8".parse::<RecordId>().is_err(), "version 4");
    }
}
