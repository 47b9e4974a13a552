//! The period over which money is to be spent.

mod written;

use super::date::{Date, Month};
use crate::document::{Context, Path, ProblemKind, Read, Reading, Value};
use written::WrittenPeriod;

/// The longest period that can be compared, in months: 100 years.
const MAX_MONTHS: u32 = 1_200;

/// A span of time, as it was stated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(
    feature = "authoring",
    serde(into = "WrittenPeriod"),
    schemars(
        with = "WrittenPeriod",
        description = "The time over which money is to be spent: a calendar year (`year`), or a `start` with one of `fiscalYear`, `months`, `years`, `end` and `openEnded`."
    )
)]
pub struct Period {
    /// When it begins.
    pub start: Date,
    /// How long it lasts.
    pub length: Length,
    /// A name for it where the length alone misleads.
    pub name: Option<String>,
}

/// How long a period lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A number of months, 1 to 1,200.
    Months(u32),
    /// A number of years, 1 to 100.
    Years(u32),
    /// Until the end of a month or day.
    Until(Date),
    /// The calendar year in which it begins.
    CalendarYear,
    /// Twelve months that a company counts as this year.
    FiscalYear(u32),
    /// Its length is not known.
    Open,
}

/// How long a period lasts, in one unit, so that lengths can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Whole months.
    Months(u32),
    /// Days, if the period does not begin and end at the boundaries of months.
    Days(u32),
}

impl Period {
    /// How long the period lasts; `None` if that is not known.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Some(match self.length {
            Length::Months(months) => Span::Months(months),
            Length::Years(years) => Span::Months(years * 12),
            Length::CalendarYear | Length::FiscalYear(_) => Span::Months(12),
            Length::Open => return None,
            Length::Until(end) => {
                let (start, after) = (self.start, end.after());
                // 1 January to 31 December is twelve months, the same as January to December.
                if start.day.unwrap_or(1) == after.day.unwrap_or(1) {
                    Span::Months(after.month.since(start.month))
                } else {
                    Span::Days(after.days() - start.days())
                }
            }
        })
    }

    /// The length in years; `None` if it is not known.
    #[must_use]
    pub fn years(&self) -> Option<f64> {
        Some(match self.span()? {
            Span::Months(months) => f64::from(months) / 12.0,
            // The mean length of a year in the Gregorian calendar.
            Span::Days(days) => f64::from(days) / 365.2425,
        })
    }

    /// The start and the end, in months (see [`Date::months`]). The end is `None` if the length is not known.
    #[must_use]
    pub fn bounds(&self) -> (f64, Option<f64>) {
        let start = self.start.months();
        let end = match (self.length, self.span()) {
            (Length::Until(end), _) => Some(end.after().months()),
            (_, Some(Span::Months(months))) => Some(start + f64::from(months)),
            _ => None,
        };
        (start, end)
    }

    /// Whether a day, or a part of a month, is in it.
    #[must_use]
    pub fn includes(&self, date: Date) -> bool {
        let (start, end) = self.bounds();
        date.after().months() > start && end.is_none_or(|end| date.months() < end)
    }

    /// The last month or day; `None` if the length is not known.
    #[must_use]
    pub fn end(&self) -> Option<Date> {
        match (self.length, self.span()?) {
            (Length::Until(end), _) => Some(end),
            (_, Span::Months(months)) => Some(self.start.plus(months).before()),
            (_, Span::Days(_)) => None,
        }
    }
}

impl<C: Context> Read<C> for Period {
    fn read(value: &Value, path: &Path<'_>, reading: &mut Reading<C>) -> Option<Self> {
        let written = WrittenPeriod::read(value, path, reading)?;
        let mut lengths = written.lengths();
        let (Some(length), None) = (lengths.next(), lengths.next()) else {
            let message = "a period has one length: give one of `year`, `fiscalYear`, `months`, `years`, `end` and `openEnded`";
            return reading.note(ProblemKind::Value, path, message);
        };
        let start = match (written.year, written.start) {
            (Some(_), Some(_)) => {
                let message = "a calendar year needs no start: leave it out";
                return reading.note(ProblemKind::Value, &path.key("start"), message);
            }
            #[expect(clippy::cast_possible_truncation, reason = "at most 9999")]
            (Some(year), None) => Date {
                month: Month {
                    year: year as u16,
                    month: 1,
                },
                day: None,
            },
            (None, Some(start)) => start,
            (None, None) => return reading.missing("start", path),
        };
        if let Length::Until(end) = length {
            let after = end.after();
            if after.days() <= start.days() || after.month.since(start.month) > MAX_MONTHS {
                let message = "a period ends after it begins, and lasts a century at most";
                return reading.note(ProblemKind::Value, &path.key("end"), message);
            }
        }
        Some(Self {
            start,
            length,
            name: written.name,
        })
    }
}

#[cfg(all(test, feature = "authoring", not(target_arch = "wasm32")))]
mod tests;
