//! Now, and moments before it as people write them.

use jiff::Zoned;
use jiff::civil::DateTime;
use unknot_journal::Time;

use crate::failure::Failure;

/// Returns the time now, with what the clock on the wall shows.
pub(crate) fn now() -> Result<Time, Failure> {
    told(&Zoned::now()).map_err(Failure::Failed)
}

/// Reads a moment that is over: a time of today, a time of another day, or one with its offset.
pub(crate) fn earlier(text: &str) -> Result<Time, Failure> {
    earlier_than(&Zoned::now(), text.trim()).map_err(|why| Failure::Usage(format!("`{text}` {why}")))
}

fn earlier_than(now: &Zoned, text: &str) -> Result<Time, String> {
    let time = read(now, text).ok_or("is no time; one reads like 8:30, 2026-11-24T20:15 or 2026-11-24")??;
    if time.timestamp() > now.timestamp() {
        return Err(format!("is still to come; it is {} now", now.strftime("%Y-%m-%d %H:%M")));
    }
    Ok(time)
}

fn read(now: &Zoned, text: &str) -> Option<Result<Time, String>> {
    if let Ok(time) = text.parse::<Time>() {
        return Some(Ok(time));
    }
    let of_today = text.split_once(':').filter(|(hours, _)| hours.len() <= 2);
    let wall: DateTime = match of_today {
        Some((hours, rest)) => format!("{}T{hours:0>2}:{rest}", now.date()).parse().ok()?,
        // A day alone is its noon: nobody knows more.
        None if text.len() <= 10 => text.parse::<jiff::civil::Date>().ok()?.at(12, 0, 0, 0),
        None => text.replacen(' ', "T", 1).parse().ok()?,
    };
    let zoned = wall.to_zoned(now.time_zone().clone());
    Some(zoned.map_err(|error| error.to_string()).and_then(|zoned| told(&zoned)))
}

fn told(zoned: &Zoned) -> Result<Time, String> {
    let offset = zoned.offset().seconds() / 60;
    let milliseconds = zoned.timestamp().as_millisecond();
    Time::new(milliseconds, offset, zoned.time_zone().iana_name()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_at_noon(text: &str) -> Result<String, String> {
        let now: Zoned = "2026-11-24T12:00:00+00:00[UTC]".parse().unwrap();
        earlier_than(&now, text).map(|time| time.to_string())
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(read_at_noon("8:30").unwrap(), "2026-11-24T08:30:00+00:00[UTC]");
        assert_eq!(read_at_noon("2026-11-23 20:15").unwrap(), "2026-11-23T20:15:00+00:00[UTC]");
        assert_eq!(read_at_noon("2026-11-23").unwrap(), "2026-11-23T12:00:00+00:00[UTC]");
        assert_eq!(
            read_at_noon("2026-11-24T12:30:00+01:00[Europe/Berlin]").unwrap(),
            "2026-11-24T12:30:00+01:00[Europe/Berlin]"
        );
    }

    #[test]
    fn what_is_to_come_and_what_is_no_time_is_told() {
        assert!(read_at_noon("12:01").unwrap_err().contains("still to come; it is 2026-11-24 12:00 now"));
        assert!(read_at_noon("2027-01-01").unwrap_err().contains("still to come"));
        for text in ["", "soon", "25:00", "2026-02-30", "8:", "11"] {
            assert!(read_at_noon(text).unwrap_err().contains("is no time"), "{text}");
        }
    }
}
