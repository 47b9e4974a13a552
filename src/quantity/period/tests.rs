use super::{Date, Length, MAX_MONTHS, Period, Span};
use crate::document::Path;
use crate::document::Value;
use crate::document::{Read, Reading};
use crate::quantity::Month;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// Reads a period as a checker does. Returns the problems if it is invalid.
fn read(json: &Json) -> Result<Period, Vec<String>> {
    let value: Value = serde_json::from_value(json.clone()).unwrap();
    let mut reading = Reading::new((), true);
    let period = Period::read(&value, &Path::Root, &mut reading);
    let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    match period {
        Some(period) if problems.is_empty() => Ok(period),
        _ => Err(problems),
    }
}

#[test]
fn a_period_includes_what_overlaps_it() {
    let date = |text: &str| {
        let (year, rest) = text.split_once('-').unwrap();
        let (month, day) = rest.split_once('-').unzip();
        Date {
            month: Month {
                year: year.parse().unwrap(),
                month: month.unwrap_or(rest).parse().unwrap(),
            },
            day: day.map(|day| day.parse().unwrap()),
        }
    };
    let includes = |period: Json, text: &str| read(&period).unwrap().includes(date(text));
    for (text, is_in) in [
        ("2025-02-23", false),
        ("2025-02-24", true),
        ("2025-02", true),
        ("2025-01", false),
        ("2026-06", true),
        ("2026-06-30", true),
        ("2026-07", false),
        ("2026-07-01", false),
    ] {
        let period = json!({ "start": "2025-02-24", "end": "2026-06-30" });
        assert_eq!(includes(period, text), is_in, "{text}");
    }
    let open = json!({ "start": "2025-02", "openEnded": true });
    assert!(includes(open.clone(), "2199-12") && !includes(open, "2025-01-31"));
    let year = json!({ "year": 2025 });
    assert!(includes(year.clone(), "2025-12-31") && !includes(year, "2026-01-01"));
}

#[test]
fn every_form_has_its_length_and_its_end() {
    for (json, years, end) in [
        (json!({ "year": 2025 }), Some(1.0), Some("2025-12")),
        (
            json!({ "start": "2025-02", "months": 36 }),
            Some(3.0),
            Some("2028-01"),
        ),
        (
            json!({ "start": "2025-02", "months": 18 }),
            Some(1.5),
            Some("2026-07"),
        ),
        (
            json!({ "start": "2025-02", "years": 3 }),
            Some(3.0),
            Some("2028-01"),
        ),
        (
            json!({ "start": "2025-02-24", "years": 3 }),
            Some(3.0),
            Some("2028-02-23"),
        ),
        (
            json!({ "fiscalYear": 2025, "start": "2024-07" }),
            Some(1.0),
            Some("2025-06"),
        ),
        (
            json!({ "start": "2025-01", "end": "2027-12" }),
            Some(3.0),
            Some("2027-12"),
        ),
        (
            json!({ "start": "2025-01", "end": "2025-01" }),
            Some(1.0 / 12.0),
            Some("2025-01"),
        ),
        (json!({ "start": "2025-01", "openEnded": true }), None, None),
    ] {
        let period = read(&json).unwrap();
        assert_eq!(period.years(), years, "{json}");
        assert_eq!(
            period.end().map(|end| end.to_string()).as_deref(),
            end,
            "{json}"
        );
    }
}

#[test]
fn whole_months_are_known_whether_they_are_given_by_the_day_or_not() {
    let span = |start: &str, end: &str| {
        let period = read(&json!({ "start": start, "end": end })).unwrap();
        period.span().unwrap()
    };
    for (start, end, expected) in [
        ("2025-01", "2025-12", Span::Months(12)),
        ("2025-01-01", "2025-12-31", Span::Months(12)),
        ("2025-01-01", "2025-12", Span::Months(12)),
        ("2025-01", "2025-12-31", Span::Months(12)),
        ("2024-04-06", "2025-04-05", Span::Months(12)),
        ("2025-02-24", "2025-03-23", Span::Months(1)),
        ("2024-02", "2024-02-29", Span::Months(1)),
        ("2025-02-24", "2025-02-24", Span::Days(1)),
        ("2025-02-24", "2025-02", Span::Days(5)),
        ("2024-02-24", "2024-02", Span::Days(6)),
        ("2025-01-01", "2025-12-30", Span::Days(364)),
    ] {
        assert_eq!(span(start, end), expected, "{start} to {end}");
    }
}

#[test]
fn what_is_no_period_is_named() {
    const ONE: &str = "a period has one length: give one of ";
    for (json, message) in [
        (json!({}), ONE),
        (json!({ "start": "2025-01" }), ONE),
        (json!({ "start": "2025-01", "months": 2, "years": 2 }), ONE),
        (json!({ "year": 2025, "end": "2025-02" }), ONE),
        (
            json!({ "year": 2025, "start": "2025-01" }),
            "start: a calendar year needs no start",
        ),
        (
            json!({ "year": "2025" }),
            "year: found the text `2025`, expected a whole number",
        ),
        (
            json!({ "year": 0 }),
            "year: found 0, expected a whole number from 1 to 9999",
        ),
        (json!({ "months": 12 }), "the field `start` is missing"),
        (
            json!({ "start": "2025-01", "months": 0 }),
            "months: found 0, expected a whole number from 1 to 1200",
        ),
        (
            json!({ "start": "2025-01", "months": 1201 }),
            "months: found 1201",
        ),
        (
            json!({ "start": "2025-01", "years": 101 }),
            "years: found 101",
        ),
        (
            json!({ "start": "2025-01", "fiscalYear": 10_000 }),
            "fiscalYear: found 10000",
        ),
        (
            json!({ "start": "2025-01", "openEnded": false }),
            "openEnded: found false, expected true",
        ),
        (
            json!({ "start": "2025-02", "end": "2025-01" }),
            "end: a period ends after it begins",
        ),
        (
            json!({ "start": "2025-02-24", "end": "2025-02-23" }),
            "end: a period ends after it begins",
        ),
        (
            json!({ "start": "2025-01", "end": "2125-01" }),
            "end: a period ends after it begins",
        ),
        (
            json!({ "start": "2025-13", "months": 1 }),
            "start: `2025-13` is not a month or a day",
        ),
        (
            json!({ "start": "2025-01", "mnths": 1 }),
            "mnths: `mnths` is not known here: did you mean `months`?",
        ),
        (json!("2025"), "found the text `2025`, expected a period"),
    ] {
        let problems = read(&json).expect_err("a wrong period was read");
        assert!(problems[0].starts_with(message), "{json}: {problems:?}");
    }
    assert!(read(&json!({ "start": "2025-01", "end": "2124-12" })).is_ok());
}

#[test]
fn two_mistakes_are_both_named() {
    let problems = read(&json!({ "start": "soon", "months": 0, "name": "" })).unwrap_err();
    assert_eq!(problems.len(), 3, "{problems:?}");
}

fn dates() -> impl Strategy<Value = Date> {
    let days = prop::option::of(1..=28_u8);
    (1..=9_800_u16, 1..=12_u8, days).prop_map(|(year, month, day)| Date {
        month: Month { year, month },
        day,
    })
}

fn periods() -> impl Strategy<Value = Period> {
    let lengths = prop_oneof![
        (1..=MAX_MONTHS).prop_map(Length::Months),
        (1..=100_u32).prop_map(Length::Years),
        (1..=9_999_u32).prop_map(Length::FiscalYear),
        (0..MAX_MONTHS, 1..=28_u8).prop_map(|(months, day)| Length::Until(Date {
            month: Month { year: 1, month: 1 }.plus(months),
            day: Some(day),
        })),
        Just(Length::CalendarYear),
        Just(Length::Open),
    ];
    let name = prop::option::of("[a-z]{1,9}");
    (dates(), lengths, name).prop_map(|(mut start, mut length, name)| {
        match &mut length {
            Length::CalendarYear => {
                start.day = None;
                start.month.month = 1;
            }
            // Until here `end` is a distance. `plus` keeps the period within a century.
            Length::Until(end) => {
                let months = end.month.since(Month { year: 1, month: 1 });
                let end_day = end.day.filter(|day| day % 2 == 0);
                *end = Date {
                    day: end_day,
                    ..start.plus(months)
                };
                if end.after().days() <= start.days() {
                    end.day = start.day;
                }
                if end.after().month.since(start.month) > MAX_MONTHS {
                    end.month = start.month;
                    end.day = start.day;
                }
            }
            _ => {}
        }
        Period {
            start,
            length,
            name,
        }
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(period in periods()) {
        let json = serde_json::to_value(&period).unwrap();
        prop_assert_eq!(read(&json), Ok(period), "{}", json);
    }

    #[test]
    fn a_period_ends_after_it_begins_and_lasts_as_long_as_the_days_say(period in periods()) {
        prop_assert_eq!(period.years().is_none(), period.length == Length::Open);
        prop_assert_eq!(period.end().is_none(), period.length == Length::Open);
        if let (Some(years), Some(end)) = (period.years(), period.end()) {
            let days = f64::from(end.after().days() - period.start.days());
            prop_assert!(days > 0.0);
            // Months differ in length, and the period may end with a February.
            prop_assert!((years * 365.2425 - days).abs() <= 4.0, "{} years, {} days", years, days);
        }
    }
}
