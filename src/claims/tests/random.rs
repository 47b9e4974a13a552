//! Figures and words by chance.

use super::super::statement::{self};
use super::super::{check, rule};
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

/// Whether words that the widget could have written agree, without the rule that they always do.
fn understood(words: &str, quantity: &Quantity<'_>, locale: Locale) -> Result<(), String> {
    rule::compare(&statement::read(words, locale)?, quantity, locale)
}

proptest! {
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
        let words = format::quantity(&quantity, locale);
        prop_assert_eq!(understood(&words, &quantity, locale), Ok(()), "{}", words);
        for factor in [0.5, 0.8, 1.2, 1.5] {
            let changed = Quantity { value: quantity.value * factor, stated: None, ..quantity };
            prop_assert!(check(&words, &changed, locale).is_err(), "{} for {}", words, changed.value);
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
        let words = format::quantity(&quantity, locale);
        prop_assert_eq!(understood(&words, &quantity, locale), Ok(()), "{}", words);
        for factor in [0.5, 0.8, 1.2, 1.5] {
            let changed = Quantity { value: value * factor, ..quantity };
            prop_assert!(check(&words, &changed, locale).is_err(), "{} for {}", words, changed.value);
        }
    }

    #[test]
    fn no_words_make_it_stumble(
        words in r"([a-z0-9$€£%.,’'× ⁹½½\-−+~–éß亿]|about |over |half | million|two|-){0,24}",
        locale in prop::sample::select(Locale::ALL.to_vec()),
    ) {
        let _ = check(&words, &money(53e9, "USD", None), locale);
        let _ = check(&words, &part(0.5, Unit::Share), locale);
    }

    #[test]
    fn no_text_makes_it_stumble(words in r"\PC{0,40}", locale in prop::sample::select(Locale::ALL.to_vec())) {
        let _ = check(&words, &money(53e9, "USD", None), locale);
    }
}
