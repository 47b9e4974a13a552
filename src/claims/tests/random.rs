//! Random figures and words.

use super::super::number::readings;
use super::super::{Region, check, rule, statement};
use super::{HEDGES, money, part};
use crate::format::{self, Locale};
use crate::quantity::{Currency, Decimal, Hedge, Money, Quantity, Scale, Unit};
use proptest::prelude::*;

fn scales() -> impl Strategy<Value = Scale> {
    prop::sample::select(vec![
        Scale::One,
        Scale::Thousand,
        Scale::Million,
        Scale::Billion,
        Scale::Trillion,
    ])
}

fn stated() -> impl Strategy<Value = Money> {
    let codes = vec!["USD", "EUR", "GBP", "CNY", "JPY", "CHF", "CAD", "INR"];
    (
        (1..1_000_000_u32, 0..1_000_u32),
        scales(),
        prop::sample::select(codes),
        prop::option::of(prop::sample::select(HEDGES.to_vec())),
    )
        .prop_map(|((whole, fraction), scale, code, hedge)| Money {
            value: Decimal::parse(&format!("{whole}.{fraction:03}")).unwrap(),
            scale,
            currency: Currency::from_code(code).unwrap(),
            hedge,
        })
}

/// Whether words that the widget could have written agree with the data, without the rule that they always
/// do.
fn understood(words: &str, quantity: &Quantity<'_>, locale: Locale) -> Result<(), String> {
    rule::compare(
        &statement::read(words, locale.into())?,
        quantity,
        locale.into(),
    )
}

/// A region with the point and the separator that CLDR has for it, and whether groups above the thousands have
/// two digits.
const REGIONS: [(&str, char, &str, bool); 20] = [
    ("en", '.', ",", false),
    ("en-GB", '.', ",", false),
    ("en-IN", '.', ",", true),
    ("en-ZA", ',', "\u{a0}", false),
    ("en-DE", ',', ".", false),
    ("en-CH", '.', "’", false),
    ("en-FR", ',', "\u{202f}", false),
    ("de", ',', ".", false),
    ("de-AT", ',', "\u{a0}", false),
    ("de-CH", '.', "’", false),
    ("de-LI", '.', "’", false),
    ("fr", ',', "\u{202f}", false),
    ("fr-CA", ',', "\u{a0}", false),
    ("fr-CH", ',', "\u{202f}", false),
    ("fr-MA", ',', ".", false),
    ("es", ',', ".", false),
    ("es-419", '.', ",", false),
    ("es-CR", ',', "\u{a0}", false),
    ("es-MX", '.', ",", false),
    ("es-US", '.', ",", false),
];

/// A whole number with this sign between its groups.
fn grouped(number: u64, sign: &str, has_lakhs: bool) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        let begins_group = if has_lakhs {
            left == 3 || left > 3 && left % 2 == 1
        } else {
            left.is_multiple_of(3)
        };
        if at > 0 && begins_group {
            written.push_str(sign);
        }
        written.push(digit);
    }
    written
}

proptest! {
    #[test]
    fn a_number_of_a_region_is_no_other_number(
        (tag, point, sign, has_lakhs) in prop::sample::select(REGIONS.to_vec()),
        whole in prop_oneof![0..2_000_u64, 0..2_000_000_000_u64],
        fraction in prop::option::of("[0-9]{1,4}"),
    ) {
        let fraction = fraction.as_deref();
        let mut written = grouped(whole, sign, has_lakhs);
        let mut plain = whole.to_string();
        if let Some(fraction) = fraction {
            written.push(point);
            written.push_str(fraction);
            plain = format!("{plain}.{fraction}");
        }
        let region = Region::of(tag);
        let readings = readings(&written, region);
        prop_assert!(readings.iter().any(|number| number.text == plain), "{written} in {tag}");
        // A number that can be read in two ways is refused.
        prop_assert!(readings.len() == 1 || region.is_mixed(), "{written} in {tag}");
        let quantity = money(readings[0].value, "EUR", None);
        let passes = check(&format!("{written} EUR"), &quantity, region);
        prop_assert_eq!(passes.is_ok(), readings.len() == 1, "{} in {}: {:?}", written, tag, passes);
    }

    #[test]
    fn the_words_of_the_widget_are_right(
        money in stated(),
        is_computed: bool,
        locale in prop::sample::select(Locale::ALL.to_vec()),
    ) {
        let quantity = Quantity {
            value: money.units(),
            unit: Unit::Money(money.currency),
            hedge: money.hedge,
            stated: Some(&money).filter(|_| !is_computed),
        };
        let words = format::quantity(&quantity, Region::from(locale).language);
        prop_assert_eq!(understood(&words, &quantity, locale), Ok(()), "{}", words);
        for factor in [0.5, 0.8, 1.2, 1.5] {
            let changed = Quantity { value: quantity.value * factor, stated: None, ..quantity };
            prop_assert!(check(&words, &changed, locale.into()).is_err(), "{} for {}", words, changed.value);
        }
    }

    #[test]
    fn the_ratios_of_the_widget_are_right(
        value in 0.1..1_000.0_f64,
        is_hedged: bool,
        unit in prop::sample::select(vec![Unit::Ratio, Unit::Share]),
        locale in prop::sample::select(Locale::ALL.to_vec()),
    ) {
        let quantity = Quantity {
            value,
            unit,
            hedge: is_hedged.then_some(Hedge::About),
            stated: None,
        };
        let words = format::quantity(&quantity, Region::from(locale).language);
        prop_assert_eq!(understood(&words, &quantity, locale), Ok(()), "{}", words);
        for factor in [0.5, 0.8, 1.2, 1.5] {
            let changed = Quantity { value: value * factor, ..quantity };
            prop_assert!(check(&words, &changed, locale.into()).is_err(), "{} for {}", words, changed.value);
        }
    }

    #[test]
    fn no_words_make_it_stumble(
        words in r"([a-z0-9$€£%.,’'× ⁹½½\-−+~–éß亿]|about |over |half | million|two|-){0,24}",
        locale in prop::sample::select(Locale::ALL.to_vec()),
    ) {
        let _ = check(&words, &money(53e9, "USD", None), locale.into());
        let _ = check(&words, &part(0.5, Unit::Share), locale.into());
    }

    #[test]
    fn no_text_makes_it_stumble(words in r"\PC{0,40}", locale in prop::sample::select(Locale::ALL.to_vec())) {
        let _ = check(&words, &money(53e9, "USD", None), locale.into());
    }
}
