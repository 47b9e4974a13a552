//! Numbers, sums, dates and lists as the newspapers of a language write them. Figures in the text use the
//! language of the document, figures in the interface use the language of the interface.
//!
//! Numbers are formatted with integer arithmetic: the float formatting of the standard library would add
//! several kilobytes of WebAssembly.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod locale;

pub use locale::Locale;

use crate::document::joined;
use crate::quantity::{
    Currency, Date, Hedge, Money, Month, Quantity, Scale, Time, Timestamp, Unit,
};

/// A sum in full, as in running text: `over 380 billion yuan`, `about $53 billion`.
#[must_use]
pub fn money(money: &Money, locale: Locale) -> String {
    sum(
        &money.value.to_string(),
        money.scale,
        money.currency,
        money.hedge,
        locale,
    )
}

/// A figure of the text in the language of the document: `about $53 billion`, `das 1,5-Fache`, `39 %`.
///
/// A stated sum keeps its hedge and every digit that was stated. A computed figure is rounded to three
/// significant digits. The exact value may be above or below the rounded one, so every hedge becomes "about".
#[must_use]
pub fn quantity(quantity: &Quantity<'_>, locale: Locale) -> String {
    if let Some(money) = quantity.stated {
        return self::money(money, locale);
    }
    let hedge = quantity.hedge.map(|_| Hedge::About);
    let local = |value| in_locale(&three_digits(value), locale);
    let words = match quantity.unit {
        Unit::Money(currency) => {
            let (factor, scale) = magnitude(quantity.value);
            return sum(
                &three_digits(quantity.value / factor),
                scale,
                currency,
                hedge,
                locale,
            );
        }
        Unit::Ratio => {
            let times = local(quantity.value);
            match locale {
                Locale::English => format!("{times} times"),
                Locale::German => format!("das {times}-Fache"),
                Locale::French => format!("{times} fois"),
                Locale::Spanish => format!("{times} veces"),
                Locale::Other => format!("{times} ×"),
            }
        }
        Unit::Share => {
            let percent = local(quantity.value * 100.0);
            match locale {
                Locale::English | Locale::Other => format!("{percent}%"),
                _ => format!("{percent}\u{a0}%"),
            }
        }
    };
    hedged(hedge, words, locale)
}

/// The scale in which a sum is written, and its factor. A sum that would round up to 1,000 of a unit is written
/// in the next one.
fn magnitude(units: f64) -> (f64, Scale) {
    let scales = [Scale::One, Scale::Thousand, Scale::Million, Scale::Billion];
    let scale = scales
        .into_iter()
        .find(|scale| units < scale.factor() * 999.5);
    let scale = scale.unwrap_or(Scale::Trillion);
    (scale.factor(), scale)
}

/// Converts a number from the English notation to that of a language.
fn in_locale(number: &str, locale: Locale) -> String {
    number.replace('.', locale.point().encode_utf8(&mut [0; 4]))
}

/// A sum with its hedge.
fn sum(
    number: &str,
    scale: Scale,
    currency: Currency,
    hedge: Option<Hedge>,
    locale: Locale,
) -> String {
    let mut words = in_locale(number, locale);
    let sign = match (locale, currency) {
        (Locale::English, currency) if currency != Currency::CNY => sign(currency),
        _ => String::new(),
    };
    words.insert_str(0, &sign);
    if scale != Scale::One {
        words = format!("{words} {}", locale.scale(scale, &words));
    }
    if sign.is_empty() {
        let of = match (locale, scale) {
            (_, Scale::One | Scale::Thousand) => "",
            (Locale::French, _) if currency == Currency::EUR => "d’",
            (Locale::French | Locale::Spanish, _) => "de ",
            _ => "",
        };
        words = format!("{words} {of}{}", locale.units(&currency));
    }
    hedged(hedge, words, locale)
}

/// A stated sum in short form, with its hedge and every digit that was stated: `about $53bn`.
#[must_use]
pub fn short_money(money: &Money, locale: Locale) -> String {
    short_sum(
        &money.value.to_string(),
        money.scale,
        money.currency,
        money.hedge,
        locale,
    )
}

/// A computed sum in short form, rounded to three significant digits: `$20.7bn`.
///
/// `units` is the sum in whole units of the currency; negative sums count as zero. The exact value may be above
/// or below the rounded one, so every hedge becomes "about".
#[must_use]
pub fn short_units(units: f64, currency: Currency, hedge: Option<Hedge>, locale: Locale) -> String {
    let (factor, scale) = magnitude(units);
    let digits = three_digits(units / factor);
    short_sum(
        &digits,
        scale,
        currency,
        hedge.map(|_| Hedge::About),
        locale,
    )
}

/// A sum in short form, with its hedge.
fn short_sum(
    number: &str,
    scale: Scale,
    currency: Currency,
    hedge: Option<Hedge>,
    locale: Locale,
) -> String {
    let number = in_locale(number, locale);
    let scale = locale.short_scale(scale);
    let sum = [&*sign(currency), &number, scale].concat();
    hedged(hedge, sum, locale)
}

/// A multiple with two significant digits: `1.5×`, `0.39×`, `12×`.
#[must_use]
pub fn times(value: f64, locale: Locale) -> String {
    [&*multiple(value, locale), "×"].concat()
}

/// The number of a multiple: `1.5`, `under 0.01`.
#[must_use]
pub fn multiple(value: f64, locale: Locale) -> String {
    let (factor, scale) = magnitude(value);
    // `three_digits` keeps two decimal places below 1, which are the two significant digits.
    let digits = match value / factor {
        part if part < 0.005 && part > 0.0 => [locale.less_than(), "0.01"].concat(),
        part if part < 0.995 => three_digits(part),
        part if part < 9.95 => three_digits((part * 10.0).round() / 10.0),
        part => three_digits(part.round()),
    };
    let digits = in_locale(&digits, locale);
    [&*digits, locale.short_scale(scale)].concat()
}

/// A whole number with thousands separators: `1,000`.
#[must_use]
pub fn count(number: usize, locale: Locale) -> String {
    match number / 1000 {
        0 => number.to_string(),
        thousands => {
            let before = count(thousands, locale);
            format!("{before}{}{:03}", locale.thousands(), number % 1000)
        }
    }
}

/// A number rounded to three significant digits, but not left of the decimal point. Trailing zeros are removed.
#[must_use]
fn three_digits(value: f64) -> String {
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

/// The name of a currency in the plural: `US dollars`. If it has no name here, its code.
#[must_use]
pub fn currency(currency: Currency, locale: Locale) -> String {
    match (locale, currency) {
        (Locale::English, Currency::USD) => "US dollars".into(),
        _ => locale.units(&currency).into(),
    }
}

/// The name of one unit of a currency: `US dollar`. If it has no name here, its code.
#[must_use]
pub fn currency_unit(currency: Currency, locale: Locale) -> String {
    let units = self::currency(currency, locale);
    match (locale, currency) {
        (Locale::English, Currency::USD | Currency::EUR | Currency::GBP) => {
            units.trim_end_matches('s').into()
        }
        _ => units,
    }
}

/// A day, with the time if it is known: `24 February 2025`, `24 February 2025, 09:30 UTC+08:00`.
#[must_use]
pub fn timestamp(timestamp: &Timestamp, locale: Locale) -> String {
    let day = day(timestamp, locale);
    match &timestamp.time {
        Some(Time {
            hour,
            minute,
            offset,
        }) => format!("{day}, {hour:02}:{minute:02} UTC{offset}"),
        None => day,
    }
}

/// A day as a language writes it: `24 February 2025`, `24. Februar 2025`, `24 février 2025`, `24 de febrero de
/// 2025`. In unknown languages: `2025-02-24`.
#[must_use]
pub fn day(timestamp: &Timestamp, locale: Locale) -> String {
    date(
        Date {
            month: timestamp.month,
            day: Some(timestamp.day),
        },
        locale,
    )
}

/// A month, or a day if it is given: `February 2025`, `24 February 2025`.
#[must_use]
pub fn date(date: Date, locale: Locale) -> String {
    let Month { month, year } = date.month;
    let year = year.to_string();
    let day = date.day.map(|day| day.to_string());
    let Some(name) = locale.month(month) else {
        let day = day.map_or_else(String::new, |day| format!("-{day:0>2}"));
        return format!("{year:0>4}-{month:02}{day}");
    };
    let (after_day, before_year) = match locale {
        Locale::German => (". ", " "),
        Locale::French if day.as_deref() == Some("1") => ("er ", " "),
        Locale::Spanish => (" de ", " de "),
        _ => (" ", " "),
    };
    let (day, after_day) = match &day {
        Some(day) => (&**day, after_day),
        None => ("", ""),
    };
    [day, after_day, name, before_year, &year].concat()
}

/// A month in short form: `Feb 2025`.
#[must_use]
pub fn short_month(month: Month, locale: Locale) -> String {
    match locale {
        Locale::English => {
            let name = &locale.month(month.month).unwrap_or_default()[..3];
            format!("{name} {}", month.year)
        }
        _ => date(Date { month, day: None }, locale),
    }
}

/// A list of names: `Microsoft, Meta and ByteDance`.
#[must_use]
pub fn list<T: AsRef<str>>(items: &[T], locale: Locale) -> String {
    joined(items, ", ", locale.and())
}

fn hedged(hedge: Option<Hedge>, sum: String, locale: Locale) -> String {
    match hedge {
        Some(hedge) => format!("{} {sum}", locale.hedge(hedge)),
        None => sum,
    }
}

/// The sign before a short sum. The yen also uses ¥, so the interface names the currency wherever this sign is
/// used.
fn sign(currency: Currency) -> String {
    match currency {
        Currency::USD => "$".into(),
        Currency::CNY => "CN¥".into(),
        Currency::EUR => "€".into(),
        Currency::GBP => "£".into(),
        other => format!("{} ", other.code()),
    }
}

#[cfg(test)]
mod tests;
