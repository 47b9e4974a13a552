//! The order of moments. Documents may state them as days or as times in any time zone.

use crate::quantity::Timestamp;

/// The minutes from a fixed day to a moment, in UTC. A day counts from its first minute.
pub(super) fn minutes(at: &Timestamp) -> i64 {
    let days = days(at.month.year.into(), at.month.month.into(), at.day.into());
    let clock = |hour: i64, minute: i64| hour * 60 + minute;
    let time = at.time.as_ref().map_or(0, |time| {
        clock(time.hour.into(), time.minute.into()) - offset(&time.offset)
    });
    clock(days * 24, time)
}

/// How many minutes an offset such as `+08:00` is ahead of UTC.
fn offset(text: &str) -> i64 {
    let part = |range| text.get(range).and_then(|digits: &str| digits.parse().ok());
    let minutes: i64 = part(1..3).unwrap_or(0) * 60 + part(4..6).unwrap_or(0);
    if text.starts_with('-') {
        -minutes
    } else {
        minutes
    }
}

/// The number of days from a fixed day to another. A year begins in March here, so that the leap day is its
/// last day. The five months from March to July have 153 days, and so have the next five.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = match month {
        1 | 2 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
}

#[cfg(test)]
mod tests {
    use super::{days, offset};

    #[test]
    fn every_day_follows_the_one_before() {
        for (before, after) in [
            ((2023, 12, 31), (2024, 1, 1)),
            ((2024, 2, 28), (2024, 2, 29)),
            ((2024, 2, 29), (2024, 3, 1)),
            ((2025, 2, 28), (2025, 3, 1)),
            ((2100, 2, 28), (2100, 3, 1)),
            ((2000, 2, 29), (2000, 3, 1)),
            ((2025, 7, 31), (2025, 8, 1)),
            ((2025, 11, 30), (2025, 12, 1)),
        ] {
            let number = |(year, month, day)| days(year, month, day);
            assert_eq!(number(before) + 1, number(after), "{before:?}");
        }
    }

    #[test]
    fn offsets() {
        assert_eq!(offset(""), 0);
        assert_eq!(offset("+08:00"), 480);
        assert_eq!(offset("-03:30"), -210);
    }
}
