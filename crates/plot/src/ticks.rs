//! Which days are named below a picture.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// Returns at most so many Mondays from the first on, evenly apart.
pub(crate) fn ticks(first: Date, days: i32, most: i32) -> Vec<Date> {
    let weeks = days / 7;
    let step = weeks.div_euclid(most.max(1)) + i32::from(weeks.rem_euclid(most.max(1)) > 0);
    let step = usize::try_from(step.max(1)).unwrap_or(1);
    (0..weeks).step_by(step).filter_map(|week| first.checked_add((week * 7).days()).ok()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn there_are_never_more_than_fit() {
        for weeks in 4..40 {
            let ticks = ticks(date(2026, 3, 2), weeks * 7, 4);
            assert!((2..=4).contains(&ticks.len()), "{weeks}: {ticks:?}");
            let apart: Vec<i32> =
                ticks.windows(2).map(|two| two[0].until(two[1]).unwrap().get_days()).collect();
            assert!(apart.iter().all(|days| days % 7 == 0 && *days == apart[0]), "{apart:?}");
        }
    }
}
