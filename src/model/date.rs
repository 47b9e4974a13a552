//! Dates as documents write them: ISO 8601, to the month, the day or the second.

use crate::problem::{Path, Problem};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year of the common era, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
}

impl Month {
    pub(super) fn check(text: &str, path: &Path<'_>) -> Result<Self, Problem> {
        parse_month(text)
            .ok_or_else(|| path.problem(format!("`{text}` is not a month: write it like 2025-02")))
    }

    /// The month that comes this many months later.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "years stay below 65,536: periods are bounded"
    )]
    pub fn plus(self, months: u32) -> Self {
        let count = u32::from(self.year) * 12 + u32::from(self.month) - 1 + months;
        Self {
            year: (count / 12) as u16,
            month: (count % 12 + 1) as u8,
        }
    }
}

/// A day, and the time of day where it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The text as written, which is what a machine reads in `<time datetime>`.
    pub iso: String,
    /// The year and month.
    pub month: Month,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// The time of day, where it is given.
    pub time: Option<Time>,
}

/// A time of day in some part of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// How far it is ahead of UTC, as written: `+08:00`; empty for UTC itself.
    pub offset: String,
}

impl Timestamp {
    pub(super) fn check(text: &str, path: &Path<'_>) -> Result<Self, Problem> {
        parse_timestamp(text).ok_or_else(|| {
            path.problem(format!(
                "`{text}` is not a date: write it like 2025-02-24 or 2025-02-24T09:30:00+08:00"
            ))
        })
    }
}

fn parse_month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    let month = Month {
        year: number(year, 4)?,
        month: u8::try_from(number(month, 2)?).ok()?,
    };
    (month.year > 0 && (1..=12).contains(&month.month)).then_some(month)
}

fn parse_timestamp(text: &str) -> Option<Timestamp> {
    let month = parse_month(text.get(..7)?)?;
    let day = u8::try_from(number(text.get(7..10)?.strip_prefix('-')?, 2)?).ok()?;
    if !(1..=days_in(month)).contains(&day) {
        return None;
    }
    let time = match text.get(10..)? {
        "" => None,
        rest => Some(parse_time(rest.strip_prefix('T')?)?),
    };
    Some(Timestamp {
        iso: text.into(),
        month,
        day,
        time,
    })
}

/// Reads `hh:mm[:ss[.fff]]` followed by `Z` or an offset, without which the time means nothing
/// elsewhere.
fn parse_time(text: &str) -> Option<Time> {
    let (clock, offset) = text.split_at(text.find(['Z', '+', '-'])?);
    let (hour, minute) = parse_clock(clock.get(..5)?)?;
    if let Some(seconds) = clock.get(5..).filter(|rest| !rest.is_empty()) {
        let seconds = seconds.strip_prefix(':')?;
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        let is_sound = number(whole, 2)? < 60
            && !fraction.is_empty()
            && fraction.bytes().all(|byte| byte.is_ascii_digit());
        is_sound.then_some(())?;
    }
    let offset = match offset {
        "Z" => "",
        offset => {
            parse_clock(offset.get(1..)?)?;
            offset
        }
    };
    Some(Time {
        hour,
        minute,
        offset: offset.into(),
    })
}

fn parse_clock(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (number(hour, 2)?, number(minute, 2)?);
    (hour < 24 && minute < 60).then_some((u8::try_from(hour).ok()?, u8::try_from(minute).ok()?))
}

fn days_in(month: Month) -> u8 {
    let leap = month.year.is_multiple_of(4)
        && (!month.year.is_multiple_of(100) || month.year.is_multiple_of(400));
    match month.month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A number of exactly this many digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{Month, Time, parse_month, parse_timestamp};

    #[test]
    fn reads_months() {
        assert_eq!(
            parse_month("2025-02"),
            Some(Month {
                year: 2025,
                month: 2
            })
        );
        for text in [
            "2025-13",
            "2025-00",
            "2025-2",
            "25-02",
            "0000-01",
            "2025",
            "2025-02-01",
            "+025-02",
        ] {
            assert_eq!(parse_month(text), None, "{text}");
        }
    }

    #[test]
    fn counts_months_over_years() {
        let start = Month {
            year: 2024,
            month: 7,
        };
        assert_eq!(
            start.plus(11),
            Month {
                year: 2025,
                month: 6
            }
        );
        assert_eq!(
            start.plus(5),
            Month {
                year: 2024,
                month: 12
            }
        );
        assert_eq!(
            start.plus(6),
            Month {
                year: 2025,
                month: 1
            }
        );
        assert_eq!(
            start.plus(36),
            Month {
                year: 2027,
                month: 7
            }
        );
    }

    #[test]
    fn reads_days_and_times() {
        let day = parse_timestamp("2025-02-24").unwrap();
        assert_eq!(
            (day.month.year, day.month.month, day.day, day.time),
            (2025, 2, 24, None)
        );
        for (text, hour, minute, offset) in [
            ("2025-02-24T09:30:00+08:00", 9, 30, "+08:00"),
            ("2024-02-29T23:59Z", 23, 59, ""),
            ("2025-02-24T09:30:00.000Z", 9, 30, ""),
        ] {
            let time = Time {
                hour,
                minute,
                offset: offset.into(),
            };
            assert_eq!(parse_timestamp(text).unwrap().time, Some(time), "{text}");
        }
        for text in [
            "2025-02-29",
            "1900-02-29",
            "2025-04-31",
            "2025-02-24T09:30",
            "2025-02-24T24:00Z",
            "2025-02-24T09:30:60Z",
            "2025-02-24T09:30:00.Z",
            "2025-02-24 09:30Z",
            "2025-02-24T09:30+8",
            "24 February 2025",
            "2025-02-é",
        ] {
            assert_eq!(parse_timestamp(text), None, "{text}");
        }
    }
}
