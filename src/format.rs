//! Numbers, sums, dates and lists, as newspapers of a language write them: the figures of the text in the
//! language of the document, those of the interface in its own.
//!
//! Numbers are written with whole-number arithmetic: the float formatting of the standard
//! library would cost a reader several kilobytes of WebAssembly.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod locale;

pub use crate::document::joined;
pub use locale::Locale;

use crate::quantity::{
    Currency, Date, Hedge, Money, Month, Quantity, Scale, Time, Timestamp, Unit,
};

/// The sum in full, as in running text: `over 380 billion yuan`, `about $53 billion`.
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

/// What a figure of the text says, in the language of the document: `about $53 billion`,
/// `das 1,5-Fache`, `39 %`.
///
/// A stated sum keeps every digit that was stated, and its hedge. What is computed is rounded to
/// three significant digits; a rounded figure cannot promise on which side of it the truth is, so
/// every hedge becomes "about".
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

/// The scale in which a sum is written, and its factor. A sum that would round up to 1,000 of its
/// unit belongs to the next one.
fn magnitude(units: f64) -> (f64, Scale) {
    let scales = [Scale::One, Scale::Thousand, Scale::Million, Scale::Billion];
    let scale = scales
        .into_iter()
        .find(|scale| units < scale.factor() * 999.5);
    let scale = scale.unwrap_or(Scale::Trillion);
    (scale.factor(), scale)
}

/// A number that has been written in English, as a language writes it.
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

/// The stated sum in short, with every digit that was stated and its hedge: `about $53bn`.
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

/// A computed sum in short, rounded to three significant digits: `$20.7bn`.
///
/// `units` is the sum in whole units of the currency; below zero counts as zero. A rounded sum
/// cannot promise on which side of it the truth is, so every hedge becomes "about".
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

/// A sum in short with its hedge.
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

/// How many times as much something is, in two significant digits: `× 1.5`, `× 0.39`, `× 12`.
#[must_use]
pub fn times(value: f64, locale: Locale) -> String {
    let (factor, scale) = magnitude(value);
    // Three digits of a tenth are two of the whole.
    let digits = match value / factor {
        part if part < 0.005 && part > 0.0 => [locale.less_than(), "0.01"].concat(),
        part if part < 0.995 => three_digits(part),
        part if part < 9.95 => three_digits((part * 10.0).round() / 10.0),
        part => three_digits(part.round()),
    };
    let digits = in_locale(&digits, locale);
    ["× ", &digits, locale.short_scale(scale)].concat()
}

/// A whole number, with its thousands apart: `1,000`.
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
pub fn currency(currency: Currency, locale: Locale) -> String {
    match (locale, currency) {
        (Locale::English, Currency::USD) => "US dollars".into(),
        _ => locale.units(&currency).into(),
    }
}

/// The name of one unit of a currency: `US dollar`; its code where it has no name here.
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

/// A day, and the time where it is known: `24 February 2025`, `24 February 2025, 09:30 UTC+08:00`.
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

/// A day as a language writes it: `24 February 2025`, `24. Februar 2025`, `24 février 2025`,
/// `24 de febrero de 2025`; `2025-02-24` in languages that are not known.
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

/// A month, or a day where it matters: `February 2025`, `24 February 2025`.
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

/// A month in short: `Feb 2025`.
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

/// Names in a row: `Microsoft, Meta and ByteDance`.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Decimal;

    const EN: Locale = Locale::English;

    fn sum(value: &str, scale: Scale, code: &str, hedge: Option<Hedge>) -> Money {
        Money {
            value: Decimal::parse(value).unwrap(),
            scale,
            currency: Currency::from_code(code).unwrap(),
            hedge,
        }
    }

    #[test]
    fn money_as_stated() {
        let yuan = sum("380", Scale::Billion, "CNY", Some(Hedge::Over));
        assert_eq!(money(&yuan, EN), "over 380 billion yuan");
        assert_eq!(short_money(&yuan, EN), "over ¥380bn");
        let dollars = sum("38.58", Scale::Billion, "USD", None);
        assert_eq!(money(&dollars, EN), "$38.58 billion");
        assert_eq!(short_money(&dollars, EN), "$38.58bn");
        let francs = sum("1.5", Scale::Trillion, "CHF", Some(Hedge::Nearly));
        assert_eq!(money(&francs, EN), "nearly CHF 1.5 trillion");
        assert_eq!(short_money(&francs, EN), "nearly CHF 1.5tn");
        assert_eq!(money(&sum("5", Scale::One, "USD", None), EN), "$5");
        assert_eq!(
            money(&sum("35", Scale::Billion, "GBP", None), EN),
            "£35 billion"
        );
        assert_eq!(currency(Currency::EUR, EN), "euros");
        assert_eq!(currency(Currency::CNY, EN), "yuan");
        assert_eq!(currency(francs.currency, EN), "CHF");
    }

    #[test]
    fn computed_money_is_rounded_to_three_digits() {
        let short = |units| short_units(units, Currency::USD, None, EN);
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
    fn multiples_are_rounded_to_two_digits() {
        for (value, words) in [
            (0.0, "× 0"),
            (1e-9, "× less than 0.01"),
            (0.0049, "× less than 0.01"),
            (0.005, "× 0.01"),
            (0.39, "× 0.39"),
            (0.994, "× 0.99"),
            (0.996, "× 1"),
            (1.0, "× 1"),
            (80.0 / 53.0, "× 1.5"),
            (9.94, "× 9.9"),
            (9.96, "× 10"),
            (12.4, "× 12"),
            (999.4, "× 999"),
            (999.6, "× 1k"),
            (1.25e6, "× 1.3m"),
            (2e9, "× 2bn"),
        ] {
            assert_eq!(times(value, EN), words, "{value}");
        }
    }

    #[test]
    fn counts_have_commas() {
        for (number, words) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (10_042, "10,042"),
            (1_000_007, "1,000,007"),
        ] {
            assert_eq!(count(number, EN), words);
        }
    }

    #[test]
    fn months_in_short() {
        let short = |year, month| short_month(Month { year, month }, EN);
        assert_eq!(short(2025, 1), "Jan 2025");
        assert_eq!(short(2025, 9), "Sep 2025");
        assert_eq!(short(987, 12), "Dec 987");
    }

    /// The quantity of a sum that was stated.
    fn stated(money: &Money) -> Quantity<'_> {
        Quantity {
            value: money.units(),
            unit: Unit::Money(money.currency),
            hedge: money.hedge,
            stated: Some(money),
        }
    }

    /// A quantity that was computed.
    fn computed(value: f64, unit: Unit, hedge: Option<Hedge>) -> Quantity<'static> {
        Quantity {
            value,
            unit,
            hedge,
            stated: None,
        }
    }

    const LOCALES: [Locale; 5] = [
        Locale::English,
        Locale::German,
        Locale::French,
        Locale::Spanish,
        Locale::Other,
    ];

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn a_stated_sum_keeps_its_digits_and_its_hedge_in_every_language() {
        for (value, scale, code, hedge, words) in [
            (
                "38.580000001",
                Scale::Billion,
                "USD",
                Some(Hedge::Over),
                [
                    "over $38.580000001 billion",
                    "mehr als 38,580000001 Milliarden Dollar",
                    "plus de 38,580000001 milliards de dollars",
                    "más de 38,580000001 mil millones de dólares",
                    "> 38.580000001 × 10⁹ USD",
                ],
            ),
            (
                "380",
                Scale::Billion,
                "CNY",
                Some(Hedge::AtLeast),
                [
                    "at least 380 billion yuan",
                    "mindestens 380 Milliarden Yuan",
                    "au moins 380 milliards de yuans",
                    "al menos 380 mil millones de yuanes",
                    "≥ 380 × 10⁹ CNY",
                ],
            ),
            (
                "2.5",
                Scale::Million,
                "EUR",
                Some(Hedge::UpTo),
                [
                    "up to €2.5 million",
                    "bis zu 2,5 Millionen Euro",
                    "jusqu’à 2,5 millions d’euros",
                    "hasta 2,5 millones de euros",
                    "≤ 2.5 × 10⁶ EUR",
                ],
            ),
            (
                "12",
                Scale::Thousand,
                "GBP",
                Some(Hedge::Nearly),
                [
                    "nearly £12 thousand",
                    "fast 12 Tausend Pfund",
                    "près de 12 mille livres",
                    "casi 12 mil libras",
                    "≲ 12 × 10³ GBP",
                ],
            ),
            (
                "7",
                Scale::Trillion,
                "CHF",
                Some(Hedge::About),
                [
                    "about CHF 7 trillion",
                    "rund 7 Billionen CHF",
                    "environ 7 billions de CHF",
                    "unos 7 billones de CHF",
                    "≈ 7 × 10¹² CHF",
                ],
            ),
            // One, and in French what is less than two.
            (
                "1",
                Scale::Billion,
                "EUR",
                None,
                [
                    "€1 billion",
                    "1 Milliarde Euro",
                    "1 milliard d’euros",
                    "1 mil millones de euros",
                    "1 × 10⁹ EUR",
                ],
            ),
            (
                "1.5",
                Scale::Million,
                "USD",
                None,
                [
                    "$1.5 million",
                    "1,5 Millionen Dollar",
                    "1,5 million de dollars",
                    "1,5 millones de dólares",
                    "1.5 × 10⁶ USD",
                ],
            ),
            (
                "5",
                Scale::One,
                "USD",
                None,
                ["$5", "5 Dollar", "5 dollars", "5 dólares", "5 USD"],
            ),
        ] {
            let money = sum(value, scale, code, hedge);
            let found = LOCALES.map(|locale| quantity(&stated(&money), locale));
            assert_eq!(found, words);
        }
    }

    #[test]
    fn a_computed_quantity_is_rounded_in_every_language() {
        let dollars = Unit::Money(Currency::USD);
        for (computed, words) in [
            (
                computed(150e9 / 7.26, dollars, None),
                [
                    "$20.7 billion",
                    "20,7 Milliarden Dollar",
                    "20,7 milliards de dollars",
                    "20,7 mil millones de dólares",
                    "20.7 × 10⁹ USD",
                ],
            ),
            // On which side of the rounded figure the truth is, nobody can say.
            (
                computed(53e9 / 3.0, dollars, Some(Hedge::Over)),
                [
                    "about $17.7 billion",
                    "rund 17,7 Milliarden Dollar",
                    "environ 17,7 milliards de dollars",
                    "unos 17,7 mil millones de dólares",
                    "≈ 17.7 × 10⁹ USD",
                ],
            ),
            (
                computed(1.5094, Unit::Ratio, None),
                [
                    "1.51 times",
                    "das 1,51-Fache",
                    "1,51 fois",
                    "1,51 veces",
                    "1.51 ×",
                ],
            ),
            (
                computed(0.39056, Unit::Share, Some(Hedge::About)),
                [
                    "about 39.1%",
                    "rund 39,1\u{a0}%",
                    "environ 39,1\u{a0}%",
                    "unos 39,1\u{a0}%",
                    "≈ 39.1%",
                ],
            ),
        ] {
            assert_eq!(LOCALES.map(|locale| quantity(&computed, locale)), words);
        }
        let euros = |value| {
            let euros = computed(value, Unit::Money(Currency::EUR), None);
            quantity(&euros, Locale::English)
        };
        // What would round up to 1,000 million is a billion.
        for (value, words) in [
            (0.0, "€0"),
            (999.4, "€999"),
            (999.7e3, "€1 million"),
            (999.4e6, "€999 million"),
            (999.7e6, "€1 billion"),
            (4e15, "€4000 trillion"),
        ] {
            assert_eq!(euros(value), words);
        }
    }

    #[test]
    fn languages_are_known_by_their_tags() {
        for (tag, locale) in [
            ("en", Locale::English),
            ("EN-gb", Locale::English),
            ("de-AT", Locale::German),
            ("fr", Locale::French),
            ("es-419", Locale::Spanish),
            ("den", Locale::Other),
            ("zh-Hant", Locale::Other),
            ("", Locale::Other),
        ] {
            assert_eq!(Locale::of(tag), locale, "{tag}");
        }
    }

    #[test]
    fn lists() {
        assert_eq!(list::<&str>(&[], EN), "");
        assert_eq!(list(&["a"], EN), "a");
        assert_eq!(list(&["a", "b"], EN), "a and b");
        assert_eq!(list(&["a", "b", "c"], EN), "a, b and c");
    }

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        let on = |iso: &str, language| {
            let (year, rest) = iso.split_once('-').unwrap();
            let (month, day) = rest.split_once('-').unwrap();
            let month = Month {
                year: year.parse().unwrap(),
                month: month.parse().unwrap(),
            };
            let timestamp = Timestamp {
                iso: iso.into(),
                month,
                day: day.parse().unwrap(),
                time: None,
            };
            super::day(&timestamp, Locale::of(language))
        };
        assert_eq!(on("2025-02-24", "en"), "24 February 2025");
        assert_eq!(on("2025-03-01", "de-AT"), "1. März 2025");
        assert_eq!(on("2025-08-02", "fr"), "2 août 2025");
        assert_eq!(on("2025-12-01", "fr"), "1er décembre 2025");
        assert_eq!(on("2025-01-31", "es"), "31 de enero de 2025");
        assert_eq!(on("2025-02-04", "zh-Hant"), "2025-02-04");
        assert_eq!(on("0988-11-30", "ar"), "0988-11-30");
        for language in ["en", "de", "fr", "es"] {
            for month in 1..=12 {
                assert!(
                    Locale::of(language).month(month).is_some(),
                    "{language} {month}"
                );
            }
        }
    }
}
