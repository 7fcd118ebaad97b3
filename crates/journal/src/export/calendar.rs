//! When sessions are due, as a calendar (RFC 5545).
//!
//! One event that comes again on the days of a week, at the same time on the wall in summer and in winter. So the calendar
//! has the zone's changes of the clock in it, as the rules are on the day on which it is written.

use jiff::civil::{Date, Time as Clock, Weekday};
use jiff::tz::{Dst, TimeZone};
use jiff::{Timestamp, ToSpan as _};

/// What a calendar of sessions depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// The programme's id.
    pub programme: String,
    /// What the event is called.
    pub title: String,
    /// How often a week, 1 to 7.
    pub times_a_week: u32,
    /// For how many weeks.
    pub weeks: u32,
    /// On or after which day it begins.
    pub from: Date,
    /// At which time.
    pub at: Clock,
    /// How many minutes a session takes.
    pub minutes: u32,
    /// In which zone.
    pub zone: TimeZone,
    /// When the calendar is written.
    pub now: Timestamp,
}

/// What is no calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// A week has seven days.
    #[error("found {0} times a week, expected 1 to 7")]
    TimesAWeek(u32),
    /// It ends after the last year that can be written.
    #[error("{0} weeks from there is after the year 9999")]
    TooLong(u32),
}

impl Calendar {
    /// Returns it as text.
    ///
    /// # Errors
    /// It has no such days.
    pub fn text(&self) -> Result<String, CalendarError> {
        let days = days(self.times_a_week)?;
        let too_long = |_| CalendarError::TooLong(self.weeks);
        let until = self.from.checked_add(i64::from(self.weeks).weeks()).map_err(too_long)?;
        let first = self.from.series(1.day()).find(|day| days.contains(&day.weekday())).unwrap_or(self.from);
        let zone = self.zone.iana_name().filter(|name| *name != "UTC" && *name != "Etc/UTC");
        let mut lines = Lines::default();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Unknot//Unknot//EN");
        lines.add("CALSCALE:GREGORIAN");
        if let Some(name) = zone {
            self.add_zone(&mut lines, name, first, until).map_err(|_| CalendarError::TooLong(self.weeks))?;
        }
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}-{}@unknot", self.programme, digits(first)));
        lines.add(&format!("DTSTAMP:{}", utc(self.now)));
        lines.add(&match zone {
            Some(name) => format!("DTSTART;TZID={name}:{}T{}", digits(first), clock(self.at)),
            // Where no zone is known it is the time on whatever wall there is.
            None if self.zone.iana_name().is_none() => {
                format!("DTSTART:{}T{}", digits(first), clock(self.at))
            }
            None => format!("DTSTART:{}T{}Z", digits(first), clock(self.at)),
        });
        lines.add(&format!("DURATION:PT{}M", self.minutes));
        let names: Vec<&str> = days.iter().map(|day| short(*day)).collect();
        let count = self.times_a_week.saturating_mul(self.weeks);
        lines.add(&format!("RRULE:FREQ=WEEKLY;BYDAY={};COUNT={count}", names.join(",")));
        lines.add(&format!("SUMMARY:{}", escaped(&self.title)));
        lines.add("END:VEVENT");
        lines.add("END:VCALENDAR");
        Ok(lines.0)
    }

    /// Adds what the clocks of a zone do: as they stand at the beginning, and every change until after the end.
    fn add_zone(&self, lines: &mut Lines, name: &str, first: Date, until: Date) -> Result<(), jiff::Error> {
        let begin = first.at(0, 0, 0, 0).to_zoned(self.zone.clone())?.timestamp();
        let end = until.checked_add(1.week())?.at(0, 0, 0, 0).to_zoned(self.zone.clone())?.timestamp();
        lines.add("BEGIN:VTIMEZONE");
        lines.add(&format!("TZID:{name}"));
        // The change before the beginning counts until the next one.
        let before =
            self.zone.preceding(begin).next().map_or(Timestamp::UNIX_EPOCH, |change| change.timestamp());
        let after =
            self.zone.following(begin).map(|change| change.timestamp()).take_while(|change| *change <= end);
        for change in std::iter::once(before).chain(after) {
            let earlier = self.zone.to_offset(change.checked_sub(1.second()).unwrap_or(change));
            let info = self.zone.to_offset_info(change);
            let kind = if info.dst() == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
            // On the wall as it was before the change.
            let wall = earlier.to_datetime(change);
            lines.add(&format!("BEGIN:{kind}"));
            lines.add(&format!("DTSTART:{}T{}", digits(wall.date()), clock(wall.time())));
            lines.add(&format!("TZOFFSETFROM:{}", offset(earlier.seconds())));
            lines.add(&format!("TZOFFSETTO:{}", offset(info.offset().seconds())));
            lines.add(&format!("TZNAME:{}", escaped(info.abbreviation())));
            lines.add(&format!("END:{kind}"));
        }
        lines.add("END:VTIMEZONE");
        Ok(())
    }
}

/// Returns the days of a week on which it is done, apart as evenly as a week with a free end allows.
fn days(times: u32) -> Result<&'static [Weekday], CalendarError> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    Ok(match times {
        1 => &[Monday],
        2 => &[Monday, Thursday],
        3 => &[Monday, Wednesday, Friday],
        4 => &[Monday, Tuesday, Thursday, Friday],
        5 => &[Monday, Tuesday, Wednesday, Thursday, Friday],
        6 => &[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday],
        7 => &[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday],
        other => return Err(CalendarError::TimesAWeek(other)),
    })
}

fn short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn clock(time: Clock) -> String {
    format!("{:02}{:02}{:02}", time.hour(), time.minute(), time.second())
}

fn utc(time: Timestamp) -> String {
    let wall = TimeZone::UTC.to_datetime(time);
    format!("{}T{}Z", digits(wall.date()), clock(wall.time()))
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], " ")
}

/// Lines of at most 75 bytes; a longer one goes on after a space.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
