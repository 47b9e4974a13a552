//! Periods in words.

use crate::format;
use crate::messages::Language;
use crate::quantity::{Length, Period, Span};

/// A period in full: `three years from February 2025`, `fiscal year 2025 (July 2024 – June 2025)`.
pub(super) fn period(period: &Period, language: Language) -> String {
    let words = &language.messages().periods;
    let start = format::date(period.start, language);
    let short = match (&period.name, period.length) {
        (None, Length::CalendarYear) => return short_period(period, language),
        (Some(_), _) | (None, Length::FiscalYear(_)) => short_period(period, language),
        _ => String::new(),
    };
    let range = match period.end() {
        Some(end) => {
            let end = format::date(end, language);
            language.formats().dates.range.with([&start, &end])
        }
        None => words.without_end.with([&start]),
    };
    match period.length {
        _ if !short.is_empty() => words.named.with([&short, &range]),
        Length::Until(_) | Length::Open => range,
        _ => words.from.with([&length(period.span(), language), &start]),
    }
}

/// A period in short: `three years`, `fiscal year 2025`, `2025`, `open-ended`.
pub(super) fn short_period(period: &Period, language: Language) -> String {
    let words = &language.messages().periods;
    match (&period.name, period.length) {
        (Some(name), _) => name.clone(),
        (None, Length::CalendarYear) => format::year(period.start.month.year.into(), language),
        (None, Length::FiscalYear(ends_in)) => {
            let year = format::digits(&ends_in.to_string(), language);
            words.fiscal_year.with([&year])
        }
        _ => length(period.span(), language),
    }
}

/// A length of time: `three years`, `open-ended`.
pub(super) fn length(span: Option<Span>, language: Language) -> String {
    match span {
        Some(span) => format::span(span, language),
        None => language.messages().periods.open_ended.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{length, period, short_period};
    use crate::messages::Language;
    use crate::quantity::{Date, Length, Month, Period};

    fn from(year: u16, month: u8, length: Length) -> Period {
        Period {
            start: Date {
                month: Month { year, month },
                day: None,
            },
            length,
            name: None,
        }
    }

    fn on(year: u16, month: u8, day: u8) -> Date {
        Date {
            month: Month { year, month },
            day: Some(day),
        }
    }

    #[test]
    fn periods() {
        let until = |end| Length::Until(end);
        let day = Date {
            day: Some(24),
            ..from(2025, 2, Length::Open).start
        };
        let named = |mut period: Period| {
            period.name = Some("the five-year plan".into());
            period
        };
        for (stated, full, short, lasts) in [
            (
                from(2025, 2, Length::Months(36)),
                "three years from February 2025",
                "three years",
                "three years",
            ),
            (
                from(2025, 2, Length::Years(1)),
                "one year from February 2025",
                "one year",
                "one year",
            ),
            (
                from(2025, 1, Length::Months(18)),
                "18 months from January 2025",
                "18 months",
                "18 months",
            ),
            (
                from(2025, 1, Length::Months(132)),
                "11 years from January 2025",
                "11 years",
                "11 years",
            ),
            (
                from(2024, 7, Length::FiscalYear(2025)),
                "fiscal year 2025 (July 2024 – June 2025)",
                "fiscal year 2025",
                "one year",
            ),
            (
                from(2025, 1, Length::CalendarYear),
                "2025",
                "2025",
                "one year",
            ),
            (
                from(2025, 2, until(on(2025, 4, 30))),
                "February 2025 – 30 April 2025",
                "three months",
                "three months",
            ),
            (
                Period {
                    start: day,
                    ..from(2025, 2, until(on(2025, 6, 3)))
                },
                "24 February 2025 – 3 June 2025",
                "100 days",
                "100 days",
            ),
            (
                Period {
                    start: day,
                    ..from(2025, 2, Length::Open)
                },
                "from 24 February 2025, without an end",
                "open-ended",
                "open-ended",
            ),
            (
                named(from(2021, 1, Length::Years(5))),
                "the five-year plan (January 2021 – December 2025)",
                "the five-year plan",
                "five years",
            ),
            (
                named(from(2021, 1, Length::Open)),
                "the five-year plan (from January 2021, without an end)",
                "the five-year plan",
                "open-ended",
            ),
        ] {
            assert_eq!(period(&stated, Language::ENGLISH), full);
            assert_eq!(short_period(&stated, Language::ENGLISH), short);
            assert_eq!(length(stated.span(), Language::ENGLISH), lasts);
        }
    }
}
