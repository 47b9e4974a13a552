//! Numbers, sums, dates and lists as the newspapers of a language write them.
//!
//! The texts of a language are data: see [`messages`](crate::messages). Numbers are formatted with integer
//! arithmetic: the float formatting of the standard library would add several kilobytes of WebAssembly.
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod collation;
mod date;
#[cfg(feature = "checks")]
mod locale;
mod number;
mod sum;

pub(crate) use collation::{provide, ranks};
pub use date::{date, day, short_month, timestamp, year};
#[cfg(feature = "checks")]
pub use locale::Locale;
pub use sum::{currency, currency_unit, money, multiple, short_money, short_units, times};

use crate::messages::{Language, Message};
use crate::quantity::{Decimal, Hedge, Quantity, Span, Unit};
pub(crate) use number::{digits, local};
use sum::{three_digits, units};

/// A figure of the text in the language of the document: `about $53 billion`, `das 1,5-Fache`, `39 %`.
///
/// A stated sum keeps its hedge and every digit that was stated. A computed figure is rounded to three
/// significant digits. The exact value may be above or below the rounded one, so every hedge becomes "about".
#[must_use]
pub fn quantity(quantity: &Quantity<'_>, language: Language) -> String {
    if let Some(money) = quantity.stated {
        return sum::money(money, language);
    }
    let hedge = quantity.hedge.map(|_| Hedge::About);
    let number = |value| local(&three_digits(value), language);
    let formats = language.formats();
    let words = match quantity.unit {
        Unit::Money(currency) => return units(quantity.value, currency, hedge, language),
        Unit::Ratio => {
            let value = three_digits(quantity.value);
            let rules = formats.rules();
            formats
                .figures
                .times
                .with_number(&value, rules, [&local(&value, language)])
        }
        Unit::Share => formats
            .numbers
            .percent
            .with([&number(quantity.value * 100.0)]),
    };
    hedged(hedge, words, language)
}

/// A number in the digits and signs of a language.
#[must_use]
pub fn decimal(number: Decimal, language: Language) -> String {
    local(&number.to_string(), language)
}

/// A whole number: `1,000`.
#[must_use]
pub fn count(number: usize, language: Language) -> String {
    local(&number.to_string(), language)
}

/// A length of time: `three years`, `18 months`, `100 days`.
#[must_use]
pub fn span(span: Span, language: Language) -> String {
    let units = &language.formats().units;
    let (count, unit) = match span {
        Span::Months(months) if months.is_multiple_of(12) => (months / 12, units.years),
        Span::Months(months) => (months, units.months),
        Span::Days(days) => (days, units.days),
    };
    let count = count as usize;
    let mut words = units.small_numbers.split('|');
    let number = match words.nth(count.wrapping_sub(1)) {
        Some(word) if !word.is_empty() => word.into(),
        _ => self::count(count, language),
    };
    unit.with(count, language.formats().rules(), [&number])
}

/// A list of names: `Microsoft, Meta and ByteDance`.
#[must_use]
pub fn list<T: AsRef<str>>(items: &[T], language: Language) -> String {
    let lists = &language.formats().lists;
    let [before @ .., last] = items else {
        return String::new();
    };
    let first_sign = last.as_ref().chars().next().unwrap_or_default();
    // Not `contains`, which brings a search for words.
    let is_there = lists.apart.chars().any(|sign| sign == first_sign);
    let is_apart = is_there != lists.apart.starts_with('^');
    let mut pattern = match (before.len(), is_apart) {
        (1, false) => lists.pair,
        (1, true) => lists.apart_pair,
        (_, false) => lists.end,
        (_, true) => lists.apart_end,
    };
    let mut text = last.as_ref().to_owned();
    for item in before.iter().rev() {
        text = pattern.with([item.as_ref(), &text]);
        pattern = lists.middle;
    }
    text
}

/// Several texts as one: the pattern joins two.
#[must_use]
pub(crate) fn joined(texts: &[String], pattern: Message<2>) -> String {
    let mut texts = texts.iter();
    let first = texts.next().cloned().unwrap_or_default();
    texts.fold(first, |all, text| pattern.with([&all, text]))
}

/// A figure with its hedge.
fn hedged(hedge: Option<Hedge>, figure: String, language: Language) -> String {
    let words = &language.formats().figures;
    let words = match hedge {
        None => return figure,
        Some(Hedge::Over) => words.over,
        Some(Hedge::AtLeast) => words.at_least,
        Some(Hedge::About) => words.about,
        Some(Hedge::Nearly) => words.nearly,
        Some(Hedge::UpTo) => words.up_to,
    };
    words.with([&figure])
}

#[cfg(all(test, feature = "prerender"))]
mod tests;
