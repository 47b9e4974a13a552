//! Days and months.

use super::number::digits;
use crate::messages::Language;
use crate::quantity::{Date, Month, Time, Timestamp};

/// A day, with the time if it is known: `24 February 2025`, `24 February 2025, 09:30 UTC+08:00`.
#[must_use]
pub fn timestamp(timestamp: &Timestamp, language: Language) -> String {
    let day = day(timestamp, language);
    match &timestamp.time {
        Some(Time {
            hour,
            minute,
            offset,
        }) => {
            let time = digits(&format!("{hour:02}:{minute:02} UTC{offset}"), language);
            language.formats().dates.day_and_time.with([&day, &time])
        }
        None => day,
    }
}

/// A day as a language writes it: `24 February 2025`, `24. Februar 2025`. In unknown languages: `2025-02-24`.
#[must_use]
pub fn day(timestamp: &Timestamp, language: Language) -> String {
    date(
        Date {
            month: timestamp.month,
            day: Some(timestamp.day),
        },
        language,
    )
}

/// A month, or a day if it is given: `February 2025`, `24 February 2025`.
#[must_use]
pub fn date(date: Date, language: Language) -> String {
    let formats = &language.formats().dates;
    let Some(day) = date.day else {
        let names = match formats.months_alone {
            "" => formats.months,
            names => names,
        };
        let [month, year] = texts(date.month, names, language);
        return formats.month.with([&month, &year]);
    };
    let day = if day == 1 {
        formats.first_day.into()
    } else {
        let width = formats.day_digits.parse().unwrap_or(1);
        format!("{day:0width$}")
    };
    let day = digits(&day, language);
    let [month, year] = texts(date.month, formats.months, language);
    formats.day.with([&day, &month, &year])
}

/// A month in short form: `Feb 2025`.
#[must_use]
pub fn short_month(month: Month, language: Language) -> String {
    let formats = &language.formats().dates;
    let [month, year] = texts(month, formats.short_months, language);
    formats.short_month.with([&month, &year])
}

/// A year: `2025`, `2025年`.
#[must_use]
pub fn year(year: u32, language: Language) -> String {
    let year = digits(&year.to_string(), language);
    language.formats().dates.year.with([&year])
}

/// The name of a month among these, and the year.
fn texts(Month { month, year }: Month, names: &str, language: Language) -> [String; 2] {
    let name = names.split('|').nth(usize::from(month) - 1);
    [
        digits(name.unwrap_or_default(), language),
        digits(&year.to_string(), language),
    ]
}
