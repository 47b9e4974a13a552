//! Dates as documents write them: ISO 8601, to the month, the day or the second.

use crate::document::{Context, Path, Read, Reading, Value};
use std::fmt;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year of the common era, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
}

impl Month {
    /// The month that is this many months later.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        Self::from_count(self.count() + months)
    }
}

impl Month {
    /// How many months it is after an earlier month; zero if the other month is not earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> u32 {
        self.count().saturating_sub(earlier.count())
    }

    /// How many months it is after January of the year 0.
    pub(crate) fn count(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month) - 1
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "years stay below 65,536: periods are bounded"
    )]
    pub(crate) fn from_count(count: u32) -> Self {
        Self {
            year: (count / 12) as u16,
            month: (count % 12 + 1) as u8,
        }
    }
}

/// A day, with the time of day if it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The text as written, for `<time datetime>`.
    pub iso: String,
    /// The year and month.
    pub month: Month,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// The time of day, if it is given.
    pub time: Option<Time>,
}

/// A time of day with its time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The offset from UTC, as written: `+08:00`. It is empty for UTC itself.
    pub offset: String,
}

impl<C: Context> Read<C> for Timestamp {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let text = reading.text(value, path)?;
        let read = parse_timestamp(text).ok_or_else(|| {
            format!("`{text}` is not a date: write it like 2025-02-24 or 2025-02-24T09:30:00+08:00")
        });
        reading.keep(read, path)
    }
}

/// A month, or a day if the day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year and month.
    pub month: Month,
    /// The day of the month, 1 to 31; `None` for the month as a whole.
    pub day: Option<u8>,
}

impl Date {
    /// The number of days from 1 January of the year 1 to this day. If no day is given, the first of the month
    /// counts.
    #[must_use]
    pub fn days(self) -> u32 {
        let past = u32::from(self.month.year) - 1;
        let mut days = past * 365 + past / 4 - past / 100 + past / 400;
        for month in 1..self.month.month {
            days += u32::from(days_in(Month {
                month,
                ..self.month
            }));
        }
        days + u32::from(self.day.unwrap_or(1)) - 1
    }

    /// The number of months from January of the year 0 to this day, including the elapsed part of its own
    /// month. If no day is given, the first of the month counts.
    #[must_use]
    pub fn months(self) -> f64 {
        let past = u32::from(self.day.unwrap_or(1) - 1);
        f64::from(self.month.count()) + f64::from(past) / f64::from(days_in(self.month))
    }

    /// The day after it, or the month after it if no day is given.
    pub(super) fn after(self) -> Self {
        match self.day {
            Some(day) if day < days_in(self.month) => Self {
                day: Some(day + 1),
                ..self
            },
            day => Self {
                month: self.month.plus(1),
                day: day.map(|_| 1),
            },
        }
    }

    /// The day before it, or the month before it if no day is given.
    pub(super) fn before(self) -> Self {
        let last = Month::from_count(self.month.count().saturating_sub(1));
        match self.day {
            Some(day) if day > 1 => Self {
                day: Some(day - 1),
                ..self
            },
            Some(_) => Self {
                month: last,
                day: Some(days_in(last)),
            },
            None => Self {
                month: last,
                day: None,
            },
        }
    }

    /// The day or month that is this many months later.
    pub(super) fn plus(self, months: u32) -> Self {
        let month = self.month.plus(months);
        Self {
            month,
            day: self.day.map(|day| day.min(days_in(month))),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.month.year, self.month.month)?;
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

impl<C: Context> Read<C> for Date {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let text = reading.text(value, path)?;
        let date = match parse_month(text) {
            Some(month) => Some(Self { month, day: None }),
            None => parse_timestamp(text)
                .filter(|timestamp| timestamp.time.is_none())
                .map(|Timestamp { month, day, .. }| Self {
                    month,
                    day: Some(day),
                }),
        };
        let date = date.ok_or_else(|| {
            format!("`{text}` is not a month or a day: write it like 2025-02 or 2025-02-24")
        });
        reading.keep(date, path)
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

/// Reads `hh:mm[:ss[.fff]]` followed by `Z` or an offset. A time without an offset is ambiguous for readers in
/// other time zones.
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

/// Reads a number of exactly this many digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok())?
}

#[cfg(feature = "authoring")]
mod wire {
    use super::{Date, Timestamp};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use serde::{Serialize, Serializer};
    use std::borrow::Cow;

    impl Serialize for Timestamp {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&self.iso)
        }
    }

    impl JsonSchema for Timestamp {
        fn schema_name() -> Cow<'static, str> {
            "Timestamp".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A day, or a day and a time with its offset from UTC, in ISO 8601: `2025-02-24`, `2025-02-24T09:30:00+08:00`.",
                "type": "string",
                "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$",
            })
        }
    }

    impl Serialize for Date {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl JsonSchema for Date {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A month, or a day where it matters, in ISO 8601: `2025-02`, `2025-02-24`.",
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
            })
        }
    }
}

#[cfg(test)]
mod tests;
