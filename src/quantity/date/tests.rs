use super::{Date, Month, Time, parse_month, parse_timestamp};

fn date(year: u16, month: u8, day: impl Into<Option<u8>>) -> Date {
    Date {
        month: Month { year, month },
        day: day.into(),
    }
}

#[test]
fn every_day_of_eight_centuries_follows_the_one_before() {
    let mut days = date(1600, 1, 1).days();
    let mut before = date(1599, 12, 31);
    for year in 1600..2400_u16 {
        // The expected lengths of February, written out instead of computed by the code under test.
        let february = match year {
            1700 | 1800 | 1900 | 2100 | 2200 | 2300 => 28,
            _ if year % 4 == 0 => 29,
            _ => 28,
        };
        let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, length) in (1..).zip(lengths) {
            let whole = date(year, month, None);
            assert_eq!(whole.days(), days, "{whole} begins with its first day");
            assert_eq!(whole.after().days(), days + u32::from(length));
            assert_eq!(whole.after().before(), whole);
            for day in 1..=length {
                let today = date(year, month, day);
                assert_eq!(today.days(), days, "{today}");
                assert_eq!(before.after(), today);
                assert_eq!(today.before(), before);
                (before, days) = (today, days + 1);
            }
        }
    }
}

#[test]
fn days_are_counted_from_the_first_of_the_first_year() {
    assert_eq!(date(1, 1, 1).days(), 0);
    assert_eq!(date(1970, 1, 1).days(), 719_162);
    assert_eq!(date(2025, 2, None).days(), date(2025, 2, 1).days());
}

#[test]
fn months_later_it_is_the_same_day_or_the_last_of_the_month() {
    assert_eq!(date(2025, 1, 31).plus(1), date(2025, 2, 28));
    assert_eq!(date(2024, 2, 29).plus(48), date(2028, 2, 29));
    assert_eq!(date(2024, 2, 29).plus(12), date(2025, 2, 28));
    assert_eq!(date(2024, 11, None).plus(3), date(2025, 2, None));
    assert_eq!(date(2025, 2, 24).plus(36), date(2028, 2, 24));
}

#[test]
fn dates_display_as_they_are_written() {
    assert_eq!(date(2025, 2, None).to_string(), "2025-02");
    assert_eq!(date(987, 12, 5).to_string(), "0987-12-05");
}

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
