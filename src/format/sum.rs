//! Sums of money.

use super::hedged;
use super::number::{Scaled, computed, local, stated};
use crate::messages::{Language, chosen};
use crate::quantity::{Currency, Hedge, Money};

/// A sum in full, as in running text: `over 380 billion yuan`, `about $53 billion`.
#[must_use]
pub fn money(money: &Money, language: Language) -> String {
    let steps = language.formats().numbers.long;
    let number = stated(&money.value.to_string(), money.scale.power(), steps);
    hedged(
        money.hedge,
        in_full(&number, money.currency, language),
        language,
    )
}

/// A computed sum in full, rounded to three significant digits: `$20.7 billion`.
pub(super) fn units(
    units: f64,
    currency: Currency,
    hedge: Option<Hedge>,
    language: Language,
) -> String {
    let number = computed(units, language.formats().numbers.long, three_digits);
    hedged(hedge, in_full(&number, currency, language), language)
}

/// A stated sum in short form, with its hedge and every digit that was stated: `about $53bn`.
#[must_use]
pub fn short_money(money: &Money, language: Language) -> String {
    let steps = language.formats().numbers.short;
    let number = stated(&money.value.to_string(), money.scale.power(), steps);
    hedged(
        money.hedge,
        signed(&number, money.currency, language),
        language,
    )
}

/// A computed sum in short form, rounded to three significant digits: `$20.7bn`.
///
/// `units` is the sum in whole units of the currency; negative sums count as zero. The exact value may be above
/// or below the rounded one, so every hedge becomes "about".
#[must_use]
pub fn short_units(
    units: f64,
    currency: Currency,
    hedge: Option<Hedge>,
    language: Language,
) -> String {
    let number = computed(units, language.formats().numbers.short, three_digits);
    hedged(
        hedge.map(|_| Hedge::About),
        signed(&number, currency, language),
        language,
    )
}

/// A multiple with two significant digits: `1.5×`, `0.39×`, `12×`.
#[must_use]
pub fn times(value: f64, language: Language) -> String {
    [&*multiple(value, language), "×"].concat()
}

/// The number of a multiple: `1.5`, `under 0.01`.
#[must_use]
pub fn multiple(value: f64, language: Language) -> String {
    if value > 0.0 && value < 0.005 {
        let bound = local("0.01", language);
        return language.formats().figures.under.with([&bound]);
    }
    computed(value, language.formats().numbers.short, two_digits).text(language)
}

/// A number rounded to two significant digits, but to no less than hundredths and ones.
fn two_digits(value: f64) -> String {
    three_digits(match value {
        // `three_digits` keeps two decimal places below 1, which are the two significant digits.
        part if part < 0.995 => part,
        part if part < 9.95 => (part * 10.0).round() / 10.0,
        part => part.round(),
    })
}

/// A number rounded to three significant digits, but not left of the decimal point. Trailing zeros are removed.
pub(super) fn three_digits(value: f64) -> String {
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

/// The name of a currency in the plural: `US dollars`. If it has no name, its code.
#[must_use]
pub fn currency(currency: Currency, language: Language) -> String {
    let forms = forms(currency, language);
    forms.split('|').fold("", |_, form| form).into()
}

/// The name of one unit of a currency: `US dollar`. If it has no name, its code.
#[must_use]
pub fn currency_unit(currency: Currency, language: Language) -> String {
    let forms = forms(currency, language);
    chosen(&forms, language.formats().rules(), "1", 0).into()
}

/// A sum as in running text: with the name of its currency, or with its sign.
fn in_full(number: &Scaled<'_>, currency: Currency, language: Language) -> String {
    let formats = &language.formats().numbers;
    let named = formats.named_in_text;
    if named != "all" && !named.split(' ').any(|code| code == currency.code()) {
        return signed(number, currency, language);
    }
    let rules = language.formats().rules();
    let forms = forms(currency, language);
    let name = chosen(&forms, rules, &number.number, number.exponent);
    formats.name.with([&number.text(language), name])
}

/// A sum with the sign of its currency.
fn signed(number: &Scaled<'_>, currency: Currency, language: Language) -> String {
    let (formats, code) = (&language.formats().numbers, currency.code());
    let mut sign = among(formats.signs, code).unwrap_or(code).to_owned();
    let pattern = match number.exponent {
        0 => formats.exact_sign,
        _ => formats.sign,
    };
    // Between a letter and a digit there is a space that does not break the line.
    if pattern.is_close() && !sign.ends_with(is_sign) {
        sign.push('\u{a0}');
    }
    pattern.with([&sign, &number.text(language)])
}

/// Whether a character is a sign of a currency, and no letter. The tables of Unicode would weigh a kilobyte.
fn is_sign(character: char) -> bool {
    matches!(character, '$' | '£' | '¥' | '￥' | '\u{20a0}'..='\u{20cf}')
}

/// The name of a currency with a form for each plural. If it has no name, its code takes part in the forms after `*`.
fn forms(currency: Currency, language: Language) -> String {
    let (list, code) = (language.formats().numbers.names, currency.code());
    match among(list, code).or_else(|| among(list, "*")) {
        Some(names) => names.replace('¤', code),
        None => code.into(),
    }
}

/// What stands after the code of a currency in such a list: `USD $;EUR €`.
fn among<'a>(list: &'a str, code: &str) -> Option<&'a str> {
    let mut items = list.split(';');
    items.find_map(|item| item.strip_prefix(code)?.strip_prefix(' '))
}
