//! Moments, with what the clock on the wall showed.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text;

/// A moment, with how far the clock on the wall was from UTC and the name of its time zone, where that is known.
///
/// It is written as in RFC 9557: `2026-11-24T20:11:22.123+01:00[Europe/Berlin]`. The offset is written down, so that
/// no later change of a zone's rules moves what was done to another day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct Time {
    timestamp: Timestamp,
    offset: Offset,
    zone: Option<String>,
}

/// What is no moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "found `{found}`, expected a time with its offset and zone, as 2026-11-24T20:11:22.123+01:00[Europe/Berlin]"
)]
pub struct TimeError {
    /// What was given.
    pub found: String,
}

impl Time {
    /// Returns the moment so many milliseconds after the beginning of 1970 in UTC, where clocks are so many minutes
    /// ahead of UTC. A zone whose name could not be written is taken as unknown.
    ///
    /// # Errors
    /// The year has more than four digits, or the offset is more than a day.
    pub fn new(milliseconds: i64, offset_minutes: i32, zone: Option<&str>) -> Result<Self, TimeError> {
        let wrong = || TimeError { found: format!("{milliseconds} ms, {offset_minutes} min") };
        let timestamp = Timestamp::from_millisecond(milliseconds).map_err(|_| wrong())?;
        let seconds = offset_minutes.checked_mul(60).ok_or_else(wrong)?;
        let offset = Offset::from_seconds(seconds).map_err(|_| wrong())?;
        let zone = zone.filter(|zone| is_name(zone)).map(str::to_owned);
        let time = Self { timestamp, offset, zone };
        // At the very edges the clock on the wall would show a year that cannot be written.
        time.to_string().parse()
    }

    /// Returns the beginning of 1970 in UTC.
    pub(crate) fn at_zero() -> Self {
        Self { timestamp: Timestamp::UNIX_EPOCH, offset: Offset::UTC, zone: None }
    }

    /// Returns when it is, wherever.
    #[must_use]
    pub fn timestamp(&self) -> Timestamp {
        self.timestamp
    }

    /// Returns the milliseconds since the beginning of 1970 in UTC.
    #[must_use]
    pub fn milliseconds(&self) -> i64 {
        self.timestamp.as_millisecond()
    }

    /// Returns what the calendar and the clock on the wall showed.
    #[must_use]
    pub fn on_the_wall(&self) -> DateTime {
        self.offset.to_datetime(self.timestamp)
    }

    /// Returns how far the clock on the wall was from UTC.
    pub(crate) fn offset(&self) -> Offset {
        self.offset
    }

    /// Returns it as in RFC 3339, without the zone's name: `2026-11-24T20:11:22.123+01:00`.
    #[must_use]
    pub fn with_offset(&self) -> String {
        Pieces::from(self.on_the_wall()).with_offset(self.offset).to_string()
    }

    /// Returns the name of the time zone, where it is known.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }
}

/// Returns whether RFC 9557 could write it between brackets.
fn is_name(zone: &str) -> bool {
    zone.split('/').all(|part| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '.' | '_'))
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
    })
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pieces = Pieces::from(self.on_the_wall()).with_offset(self.offset);
        match &self.zone {
            Some(zone) => write!(f, "{}", pieces.with_time_zone_name(zone)),
            None => write!(f, "{pieces}"),
        }
    }
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let wrong = || TimeError { found: text.to_owned() };
        let pieces = Pieces::parse(text).map_err(|_| wrong())?;
        let offset = pieces.to_numeric_offset().ok_or_else(wrong)?;
        let wall = pieces.date().to_datetime(pieces.time().ok_or_else(wrong)?);
        let timestamp = offset.to_timestamp(wall).map_err(|_| wrong())?;
        let zone = match pieces.time_zone_annotation().map(|zone| zone.kind()) {
            None | Some(jiff::fmt::temporal::TimeZoneAnnotationKind::Offset(_)) => None,
            Some(jiff::fmt::temporal::TimeZoneAnnotationKind::Named(name)) => Some(name.as_str().to_owned()),
            Some(_) => return Err(wrong()),
        };
        Ok(Self { timestamp, offset, zone })
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::read(deserializer, str::parse)
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_with_its_zone_and_read_back() {
        let time = Time::new(1_795_547_482_123, 60, Some("Europe/Berlin")).unwrap();
        assert_eq!(time.to_string(), "2026-11-24T20:11:22.123+01:00[Europe/Berlin]");
        assert_eq!(time.to_string().parse(), Ok(time.clone()));
        assert_eq!(time.milliseconds(), 1_795_547_482_123);
        assert_eq!(time.on_the_wall().day(), 24);
        let elsewhere = Time::new(1_795_547_482_123, 14 * 60, Some("Pacific/Kiritimati")).unwrap();
        assert_eq!(elsewhere.on_the_wall().day(), 25);
        assert_eq!(elsewhere.timestamp(), time.timestamp());
    }

    #[test]
    fn a_zone_without_a_name_is_unknown_and_a_time_without_an_offset_is_none() {
        let time = Time::new(0, 0, Some("] nonsense")).unwrap();
        assert_eq!(time.to_string(), "1970-01-01T00:00:00+00:00");
        assert!("2026-11-24T20:11:22".parse::<Time>().is_err());
        assert!("2026-11-24".parse::<Time>().is_err());
        assert!(Time::new(i64::MAX, 0, None).is_err());
        assert!(Time::new(0, i32::MAX, None).is_err());
    }
}
