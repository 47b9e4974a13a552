mod random;
mod regions;

use super::statement::{self, Measure};
use super::{Region, check};
use crate::format::Locale;
use crate::quantity::{Currency, Hedge, Quantity, Unit};

const HEDGES: [Hedge; 5] = [
    Hedge::Over,
    Hedge::AtLeast,
    Hedge::About,
    Hedge::Nearly,
    Hedge::UpTo,
];

fn money(value: f64, code: &str, hedge: Option<Hedge>) -> Quantity<'static> {
    Quantity {
        value,
        unit: Unit::Money(Currency::from_code(code).unwrap()),
        hedge,
        stated: None,
    }
}

fn part(value: f64, unit: Unit) -> Quantity<'static> {
    Quantity {
        value,
        unit,
        hedge: None,
        stated: None,
    }
}

fn passes(words: &str, quantity: &Quantity<'_>) -> bool {
    check(words, quantity, Locale::English.into()).is_ok()
}

/// Rounding: words, the data, whether they agree.
#[test]
fn a_figure_is_the_data_rounded_as_it_is_written() {
    for (words, value, agree) in [
        ("$53 billion", 53e9, true),
        ("$53 billion", 53.5e9, true),
        ("$53 billion", 52.5e9, true),
        ("$53 billion", 53.6e9, false),
        ("$53 billion", 52.4e9, false),
        ("$53.0 billion", 53.04e9, true),
        ("$53.0 billion", 53.06e9, false),
        ("$35 billion", 53e9, false),
        ("$53 million", 53e9, false),
        ("$53", 53e9, false),
        ("$53,000 million", 53e9, true),
        ("$53,000 million", 53.1e9, false),
        ("$53,000,000,000", 53e9, true),
        ("$130 billion", 129.5e9, true),
        ("$130 billion", 129.4e9, false),
        ("$400 billion", 400.5e9, true),
        ("$400 billion", 401e9, false),
        // Never farther off than a twentieth.
        ("$1 billion", 1.04e9, true),
        ("$1 billion", 1.06e9, false),
        ("one billion dollars", 1e9, true),
        ("a billion dollars", 1e9, true),
        ("half a billion dollars", 0.5e9, true),
        ("$0", 0.0, true),
    ] {
        let quantity = money(value, "USD", None);
        assert_eq!(passes(words, &quantity), agree, "{words} for {value}");
    }
}

#[test]
fn about_lets_zeros_fill() {
    for (words, value, agree) in [
        ("about $53 billion", 53e9, true),
        ("about $53 billion", 53.6e9, false),
        ("around $130 billion", 126e9, true),
        ("roughly $130 billion", 135e9, true),
        ("some $130 billion", 136e9, false),
        ("approximately $400 billion", 380e9, true),
        // Never farther off than a tenth.
        ("about $400 billion", 361e9, true),
        ("about $400 billion", 359e9, false),
        ("about $100 billion", 130e9, false),
        ("about half a billion dollars", 0.54e9, true),
        ("about half a billion dollars", 0.56e9, false),
    ] {
        let quantity = money(value, "USD", None);
        assert_eq!(passes(words, &quantity), agree, "{words} for {value}");
    }
}

#[test]
fn hedges_have_a_side_and_a_reach() {
    for (words, value, agree) in [
        ("over $50 billion", 53e9, true),
        ("more than $50 billion", 55e9, true),
        ("more than $50 billion", 55.1e9, false),
        ("over $53 billion", 53e9, false),
        ("over $54 billion", 53e9, false),
        ("at least $53 billion", 53e9, true),
        ("at least $50 billion", 53e9, true),
        ("at least $54 billion", 53e9, false),
        ("at least $40 billion", 53e9, false),
        ("nearly $54 billion", 53e9, true),
        ("almost $53 billion", 53e9, false),
        ("nearly $58.8 billion", 53e9, true),
        ("nearly $60 billion", 53e9, false),
        ("up to $53 billion", 53e9, true),
        ("up to $55 billion", 53e9, true),
        ("at most $52 billion", 53e9, false),
        ("up to $60 billion", 53e9, false),
    ] {
        let quantity = money(value, "USD", None);
        assert_eq!(passes(words, &quantity), agree, "{words} for {value}");
    }
}

/// For each hedge of the data: the hedges that the words may use if their figure is the same, lower or
/// higher.
#[test]
fn hedges_of_the_data() {
    let said = ["", "over ", "at least ", "about ", "nearly ", "up to "];
    for (hedge, same, lower, higher) in [
        (None, "E . L A . U", ". O L . . .", ". . . . N U"),
        (
            Some(Hedge::Over),
            ". O L A . .",
            ". O L . . .",
            ". . . . . .",
        ),
        (
            Some(Hedge::AtLeast),
            ". . L A . .",
            ". O L . . .",
            ". . . . . .",
        ),
        (
            Some(Hedge::About),
            ". . . A . .",
            ". O L . . .",
            ". . . . N U",
        ),
        (
            Some(Hedge::Nearly),
            ". . . A N U",
            ". . . . . .",
            ". . . . N U",
        ),
        (
            Some(Hedge::UpTo),
            ". . . A . U",
            ". . . . . .",
            ". . . . . U",
        ),
    ] {
        for (figure, expected) in [("380", same), ("365", lower), ("395", higher)] {
            let found: Vec<&str> = said
                .iter()
                .zip(["E", "O", "L", "A", "N", "U"])
                .map(|(hedge_in_words, letter)| {
                    let words = format!("{hedge_in_words}{figure} billion yuan");
                    let agree = passes(&words, &money(380e9, "CNY", hedge));
                    if agree { letter } else { "." }
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{hedge:?} {figure}");
        }
    }
}

#[test]
fn ratios_and_shares() {
    for (words, value, agree) in [
        ("1.5 times", 80.0 / 53.0, true),
        ("1.5 times as large", 1.56, false),
        ("about 4.5 times as large", 4.53, true),
        ("4.6 times", 4.53, false),
        ("twice", 2.0, true),
        ("twice as large", 2.1, true),
        ("twice as large", 2.2, false),
        ("double", 1.95, true),
        ("more than twice", 2.3, true),
        ("more than four times", 4.53, true),
        ("more than three times", 4.53, false),
        ("nearly five times", 4.53, true),
        ("three times", 3.1, true),
        ("three times", 3.3, false),
        ("about three times", 3.3, true),
        ("half", 0.5, true),
        ("half", 0.52, true),
        ("half", 0.53, false),
        ("about half", 0.54, true),
        ("about half", 0.56, false),
        ("more than half", 0.6, true),
        ("more than half", 0.5, false),
        ("a third", 1.0 / 3.0, true),
        ("about two-fifths", 150.0 / 380.0, true),
        ("two-thirds", 53.0 / 80.0, true),
        ("three-quarters", 53.0 / 80.0, false),
        ("39%", 0.389, true),
        ("40 per cent", 0.389, false),
        ("about 40%", 0.389, true),
        ("nearly 40%", 0.389, true),
        ("150%", 1.5, true),
        ("50% more", 1.5, false),
        ("$2", 2.0, false),
    ] {
        for unit in [Unit::Ratio, Unit::Share] {
            let quantity = part(value, unit);
            assert_eq!(passes(words, &quantity), agree, "{words} for {value}");
        }
    }
    assert!(passes("1.5", &part(1.5, Unit::Ratio)));
    assert!(passes("39", &part(0.39, Unit::Share)));
    assert!(!passes("39", &part(0.39, Unit::Ratio)));
    assert!(passes("0.034 times", &part(0.034, Unit::Ratio)));
    // As the widget writes it, though it rounds by more than a twentieth.
    assert!(passes("0.03 times", &part(0.034, Unit::Ratio)));
}

#[test]
fn currencies() {
    for (words, code, agree) in [
        ("$53 billion", "USD", true),
        ("US$53bn", "USD", true),
        ("53 billion dollars", "USD", true),
        ("USD 53 billion", "USD", true),
        ("53 billion", "USD", true),
        ("€53 billion", "USD", false),
        ("53 billion yuan", "USD", false),
        ("C$53 billion", "USD", false),
        ("53 billion Canadian dollars", "USD", false),
        ("53 billion Canadian dollars", "CAD", true),
        ("$53 billion", "CAD", false),
        ("¥53 billion", "CNY", true),
        ("¥53 billion", "JPY", true),
        ("RMB53 billion", "CNY", true),
        ("53 billion kronor", "SEK", true),
        ("53 billion kronor", "USD", false),
        ("CHF 53 billion", "CHF", true),
        ("53 times", "USD", false),
        ("53 billion%", "USD", false),
    ] {
        let quantity = money(53e9, code, None);
        assert_eq!(passes(words, &quantity), agree, "{words} for {code}");
    }
}

#[test]
fn other_languages_compare_digits() {
    let agree = |words, quantity| check(words, &quantity, Locale::Other.into()).is_ok();
    let about = Some(Hedge::About);
    assert!(agree("约530亿美元", money(53e9, "USD", about)));
    assert!(agree("53 miljard dollar", money(53e9, "USD", about)));
    assert!(agree(
        "53,2 miliardi di dollari",
        money(53.2e9, "USD", None)
    ));
    assert!(!agree("约350亿美元", money(53e9, "USD", about)));
    assert!(!agree("53 miljard euro", money(53e9, "USD", None)));
    assert!(agree("39%", part(0.389, Unit::Share)));
    assert!(agree("1,5 volte", part(1.5, Unit::Ratio)));
    assert!(!agree("35%", part(0.389, Unit::Share)));
}

#[test]
fn messages_name_both_figures() {
    let about = money(53e9, "USD", Some(Hedge::About));
    for (words, message) in [
        (
            "$35 billion",
            "states 35 billion US dollars, but the data give about $53 billion",
        ),
        (
            "$53 billion",
            "states 53 billion US dollars, but the data give about $53 billion: say that it is not exact",
        ),
        (
            "over €53bn",
            "states over 53 billion euros, but the data give about $53 billion",
        ),
        (
            "over $45 billion",
            "states over 45 billion US dollars, but the data give about $53 billion: true, but too far from it to be said",
        ),
        (
            "over $5 billion",
            "states over 5 billion US dollars, but the data give about $53 billion",
        ),
        (
            "about 53",
            "states about 53 US dollars, but the data give about $53 billion",
        ),
        (
            "two-fifths",
            "states 2/5 US dollars, but the data give about $53 billion",
        ),
        ("39%", "states 39%, but the data give about $53 billion"),
    ] {
        assert_eq!(
            check(words, &about, Locale::English.into()).unwrap_err(),
            message
        );
    }
    let long = "9".repeat(201);
    let message = check(&long, &about, Locale::English.into()).unwrap_err();
    assert!(message.contains("more than 200 characters"), "{message}");
    let huge = "9".repeat(200);
    assert!(
        check(
            &format!("{huge} tn tn tn tn tn tn tn tn"),
            &about,
            Locale::English.into()
        )
        .is_err()
    );
    let share = part(0.389, Unit::Share);
    assert_eq!(
        check("ein Drittel", &share, Locale::German.into()).unwrap_err(),
        "states 1/3, but the data give 38,9\u{a0}%"
    );
    assert_eq!(
        check("$5", &share, Locale::English.into()).unwrap_err(),
        "states 5 US dollars, but the data give 38.9%"
    );
}

/// The data of an example: `about $53 billion`, `1.51 times`, `39.5%`.
fn example(data: &str) -> Quantity<'static> {
    let read = statement::read(data, Locale::English.into()).unwrap();
    let value = read.numbers[0].value * 10_f64.powi(read.power.unwrap_or(0));
    let quantity = match (read.measure, &*read.currencies) {
        (Measure::Times, []) => part(value, Unit::Ratio),
        (Measure::Percent, []) => part(value / 100.0, Unit::Share),
        (_, [named]) => money(value, named.only().unwrap().code(), None),
        _ => panic!("{data}"),
    };
    Quantity {
        hedge: read.hedge,
        ..quantity
    }
}

#[test]
fn the_rules_as_written_down() {
    let rules = include_str!("../../docs/document-format.md");
    let (_, examples) = rules.split_once("| language | the data say |").unwrap();
    let mut count = 0;
    for line in examples
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
    {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [language, data, words, pass] = *cells else {
            panic!("{line}");
        };
        let found = check(words, &example(data), Region::of(language));
        assert_eq!(found.is_ok(), pass == "yes", "{line} {found:?}");
        count += 1;
    }
    assert!(count > 30, "{count}");
}
