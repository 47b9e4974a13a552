//! Money, dates and periods in words, as English-language newspapers write them.
//!
//! Numbers are written with whole-number arithmetic: the float formatting of the standard
//! library would cost a reader several kilobytes of WebAssembly.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

use crate::model::{Currency, Hedge, Money, Month, Period, Scale, Time, Timestamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The sum in full, as in running text: `over 380 billion yuan`, `about $53 billion`.
#[must_use]
pub fn money(money: &Money) -> String {
    let scale = match money.scale {
        Scale::One => "",
        Scale::Thousand => " thousand",
        Scale::Million => " million",
        Scale::Billion => " billion",
        Scale::Trillion => " trillion",
    };
    let sum = match money.currency {
        Currency::CNY => format!("{}{scale} yuan", money.value),
        other => format!("{}{}{scale}", sign(other), money.value),
    };
    hedged(money.hedge, sum)
}

/// The stated sum in short, with every digit that was stated and its hedge: `about $53bn`.
#[must_use]
pub fn short_money(money: &Money) -> String {
    let suffix = match money.scale {
        Scale::One => "",
        Scale::Thousand => "k",
        Scale::Million => "m",
        Scale::Billion => "bn",
        Scale::Trillion => "tn",
    };
    hedged(
        money.hedge,
        format!("{}{}{suffix}", sign(money.currency), money.value),
    )
}

/// A computed sum in short, rounded to three significant digits: `$20.7bn`.
///
/// `units` is the sum in whole units of the currency; below zero counts as zero. A rounded sum
/// cannot promise on which side of it the truth is, so every hedge becomes "about".
#[must_use]
pub fn short_units(units: f64, currency: Currency, hedge: Option<Hedge>) -> String {
    const SUFFIXES: [(f64, &str); 5] =
        [(1.0, ""), (1e3, "k"), (1e6, "m"), (1e9, "bn"), (1e12, "tn")];
    // A sum that would round up to 1,000 of its unit belongs to the next one.
    let (factor, suffix) = SUFFIXES
        .into_iter()
        .find(|(factor, _)| units < factor * 999.5)
        .unwrap_or(SUFFIXES[4]);
    let digits = three_digits(units / factor);
    hedged(
        hedge.map(|_| Hedge::About),
        format!("{}{digits}{suffix}", sign(currency)),
    )
}

/// A number rounded to three significant digits, but never before the point; no trailing zeros.
#[must_use]
pub fn three_digits(value: f64) -> String {
    let places = match value {
        _ if value < 9.995 => 2,
        _ if value < 99.95 => 1,
        _ => 0,
    };
    let unit = 10_u64.pow(places);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "`as` saturates at zero and at the largest number, which is what is wanted here"
    )]
    let rounded = (value * unit as f64).round() as u64;
    let (whole, fraction) = (rounded / unit, rounded % unit);
    match (places, fraction) {
        (_, 0) => whole.to_string(),
        (2, _) if fraction.is_multiple_of(10) => format!("{whole}.{}", fraction / 10),
        (2, _) => format!("{whole}.{fraction:02}"),
        _ => format!("{whole}.{fraction}"),
    }
}

/// The name of a currency, in the plural: `US dollars`; its code where it has no name here.
#[must_use]
pub fn currency(currency: Currency) -> String {
    match currency {
        Currency::CNY => "yuan".into(),
        other => match currency_unit(other) {
            unit if unit == other.code() => unit,
            unit => format!("{unit}s"),
        },
    }
}

/// The name of one unit of a currency: `US dollar`; its code where it has no name here.
#[must_use]
pub fn currency_unit(currency: Currency) -> String {
    match currency {
        Currency::USD => "US dollar".into(),
        Currency::CNY => "yuan".into(),
        Currency::EUR => "euro".into(),
        Currency::GBP => "pound".into(),
        other => other.code().into(),
    }
}

/// A day, and the time where it is known: `24 February 2025`, `24 February 2025, 09:30 UTC+08:00`.
#[must_use]
pub fn timestamp(timestamp: &Timestamp) -> String {
    let day = format!("{} {}", timestamp.day, month(timestamp.month));
    match &timestamp.time {
        Some(Time {
            hour,
            minute,
            offset,
        }) => format!("{day}, {hour:02}:{minute:02} UTC{offset}"),
        None => day,
    }
}

/// A month: `February 2025`.
#[must_use]
pub fn month(month: Month) -> String {
    format!("{} {}", MONTHS[usize::from(month.month) - 1], month.year)
}

/// A period in full: `three years from February 2025`, `fiscal year 2025 (July 2024 – June 2025)`.
#[must_use]
pub fn period(period: &Period) -> String {
    match &period.name {
        Some(name) => format!("{name} ({} – {})", month(period.start), month(period.end())),
        None if is_calendar_year(period) => period.start.year.to_string(),
        None => format!("{} from {}", length(period), month(period.start)),
    }
}

/// A period in short: `three years`, `fiscal year 2025`, `2025`.
#[must_use]
pub fn short_period(period: &Period) -> String {
    match &period.name {
        Some(name) => name.clone(),
        None if is_calendar_year(period) => period.start.year.to_string(),
        None => length(period),
    }
}

/// How long a period is: `three years`, `18 months`.
#[must_use]
pub fn length(period: &Period) -> String {
    const WORDS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let (count, unit) = match period.months {
        months if months.is_multiple_of(12) => (months / 12, "year"),
        months => (months, "month"),
    };
    let plural = if count == 1 { "" } else { "s" };
    match WORDS.get(count as usize - 1) {
        Some(word) => format!("{word} {unit}{plural}"),
        None => format!("{count} {unit}{plural}"),
    }
}

/// Names in a row: `Microsoft, Meta and ByteDance`.
#[must_use]
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, ", ", " and ")
}

/// Texts in a row, the last one after a separator of its own.
#[must_use]
pub fn joined<T: AsRef<str>>(items: &[T], separator: &str, last: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index + 1 == items.len() => last,
            _ => separator,
        });
        text.push_str(item.as_ref());
    }
    text
}

fn hedged(hedge: Option<Hedge>, sum: String) -> String {
    match hedge {
        Some(hedge) => format!("{} {sum}", hedge.word()),
        None => sum,
    }
}

/// What stands before a short sum. The sign ¥ is shared with the yen; wherever it is used here
/// the currency is named beside it.
fn sign(currency: Currency) -> String {
    match currency {
        Currency::USD => "$".into(),
        Currency::CNY => "¥".into(),
        Currency::EUR => "€".into(),
        Currency::GBP => "£".into(),
        other => format!("{} ", other.code()),
    }
}

fn is_calendar_year(period: &Period) -> bool {
    period.months == 12 && period.start.month == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

    fn sum(value: &str, scale: Scale, code: &str, hedge: Option<Hedge>) -> Money {
        Money {
            value: Decimal::parse(value).unwrap(),
            scale,
            currency: Currency::from_code(code).unwrap(),
            hedge,
        }
    }

    fn months(year: u16, month: u8, months: u32, name: Option<&str>) -> Period {
        Period {
            start: Month { year, month },
            months,
            name: name.map(Into::into),
        }
    }

    #[test]
    fn money_as_stated() {
        let yuan = sum("380", Scale::Billion, "CNY", Some(Hedge::Over));
        assert_eq!(money(&yuan), "over 380 billion yuan");
        assert_eq!(short_money(&yuan), "over ¥380bn");
        let dollars = sum("38.58", Scale::Billion, "USD", None);
        assert_eq!(money(&dollars), "$38.58 billion");
        assert_eq!(short_money(&dollars), "$38.58bn");
        let francs = sum("1.5", Scale::Trillion, "CHF", Some(Hedge::Nearly));
        assert_eq!(money(&francs), "nearly CHF 1.5 trillion");
        assert_eq!(short_money(&francs), "nearly CHF 1.5tn");
        assert_eq!(money(&sum("5", Scale::One, "USD", None)), "$5");
        assert_eq!(
            money(&sum("35", Scale::Billion, "GBP", None)),
            "£35 billion"
        );
        assert_eq!(currency(Currency::EUR), "euros");
        assert_eq!(currency(Currency::CNY), "yuan");
        assert_eq!(currency(francs.currency), "CHF");
    }

    #[test]
    fn computed_money_is_rounded_to_three_digits() {
        let short = |units| short_units(units, Currency::USD, None);
        assert_eq!(short(150e9 / 7.26), "$20.7bn");
        assert_eq!(short(53e9 / 3.0), "$17.7bn");
        assert_eq!(short(80e9 * 7.26), "$581bn");
        assert_eq!(short(0.0), "$0");
        assert_eq!(short(1.0), "$1");
        assert_eq!(short(1.234), "$1.23");
        assert_eq!(short(1.204), "$1.2");
        assert_eq!(short(999.4), "$999");
        assert_eq!(short(999.6), "$1k");
        assert_eq!(short(999.96e6), "$1bn");
        assert_eq!(short(4e15), "$4000tn");
        assert_eq!(short(-1.0), "$0");
    }

    #[test]
    fn periods() {
        let plan = months(2025, 2, 36, None);
        assert_eq!(period(&plan), "three years from February 2025");
        assert_eq!(short_period(&plan), "three years");
        let fiscal = months(2024, 7, 12, Some("fiscal year 2025"));
        assert_eq!(period(&fiscal), "fiscal year 2025 (July 2024 – June 2025)");
        assert_eq!(short_period(&fiscal), "fiscal year 2025");
        let year = months(2025, 1, 12, None);
        assert_eq!(period(&year), "2025");
        assert_eq!(length(&year), "one year");
        assert_eq!(length(&months(2025, 1, 18, None)), "18 months");
        assert_eq!(length(&months(2025, 1, 132, None)), "11 years");
    }

    #[test]
    fn lists() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
