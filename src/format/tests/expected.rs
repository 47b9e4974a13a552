//! Compares what is written in each language with what ICU writes; see `xtask/cldr/expected.mjs`.

use super::super::{count, date, list, quantity, ranks, short_month, short_units, span};
use crate::messages::{Language, chosen, without_isolates};
use crate::quantity::{Currency, Date, Month, Quantity, Span, Unit};
use serde::Deserialize;
use std::collections::BTreeMap;

const EXPECTED: &str = include_str!("../../../tests/native/messages/expected.json");

#[derive(Deserialize)]
struct Expected {
    plurals: Vec<String>,
    counts: Vec<String>,
    percents: Vec<String>,
    short: BTreeMap<String, Vec<String>>,
    days: Vec<String>,
    months: Vec<String>,
    short_months: Vec<String>,
    lists: Vec<String>,
    years: Vec<String>,
    days_long: Vec<String>,
    /// Names of companies from A to Z, divided by bars.
    companies: String,
}

const SUMS: [f64; 17] = [
    1.0, 950.0, 5e3, 12e3, 150e3, 1e6, 1.5e6, 2e6, 53e6, 150e6, 1e9, 5e9, 20.7e9, 53e9, 150e9,
    1e12, 2.5e12,
];
/// What English writes as newspapers do: `$53bn`, `three years`.
const OF_HOUSE: [&str; 5] = ["USD", "EUR", "CHF", "years", "days of a period"];
const LENGTHS: [u32; 7] = [1, 2, 3, 5, 11, 21, 100];

fn category(number: &str, language: Language) -> String {
    let rules = language.formats().plurals.rules;
    let names: Vec<_> = rules
        .split(';')
        .map(|rule| rule.split(' ').next().unwrap())
        .collect();
    chosen(&names.join("|"), language.formats().rules(), number, 0).into()
}

/// The names in our order.
fn in_order(companies: &str, language: Language) -> Vec<String> {
    let mut companies: Vec<_> = companies.split('|').collect();
    // Not in the order that is expected.
    companies.sort_unstable();
    let ranks = ranks(&companies, language);
    let mut ranked: Vec<_> = ranks.into_iter().zip(companies).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, name)| name.into()).collect()
}

/// The lists of our texts beside those of ICU.
#[expect(clippy::too_many_lines, reason = "a table")]
fn all(language: Language, expected: Expected) -> Vec<(String, Vec<String>, Vec<String>)> {
    let texts = |texts: &mut dyn Iterator<Item = String>| texts.collect::<Vec<_>>();
    let month = |month| Month { year: 2025, month };
    let share = |value| {
        let unit = Unit::Share;
        quantity(
            &Quantity {
                value,
                unit,
                hedge: None,
                stated: None,
            },
            language,
        )
    };
    let names = ["Alder", "Birke", "Cedro", "Douglasie"];
    let mut all = vec![
        (
            "plurals",
            texts(
                &mut ["0", "1", "2", "3", "5", "11", "21", "100", "1.5"]
                    .into_iter()
                    .map(|number| category(number, language)),
            ),
            expected.plurals,
        ),
        (
            "counts",
            texts(
                &mut [7, 1234, 12345, 1_234_567]
                    .into_iter()
                    .map(|number| count(number, language)),
            ),
            expected.counts,
        ),
        (
            "percents",
            texts(&mut [0.391, 0.05, 1.5].into_iter().map(share)),
            expected.percents,
        ),
        (
            "days",
            texts(&mut (1..=12).map(|number| {
                date(
                    Date {
                        month: month(number),
                        day: Some(24),
                    },
                    language,
                )
            })),
            expected.days,
        ),
        (
            "months",
            texts(&mut (1..=12).map(|number| {
                date(
                    Date {
                        month: month(number),
                        day: None,
                    },
                    language,
                )
            })),
            expected.months,
        ),
        (
            "short months",
            texts(&mut (1..=12).map(|number| short_month(month(number), language))),
            expected.short_months,
        ),
        (
            "lists",
            // The texts of ICU have no isolated names.
            texts(&mut (1..=4).map(|count| without_isolates(&list(&names[..count], language)))),
            expected.lists,
        ),
        (
            "companies from A to Z",
            in_order(&expected.companies, language),
            expected.companies.split('|').map(Into::into).collect(),
        ),
        (
            "years",
            texts(
                &mut LENGTHS
                    .into_iter()
                    .map(|years| span(Span::Months(years * 12), language)),
            ),
            expected.years,
        ),
        (
            "days of a period",
            texts(
                &mut LENGTHS
                    .into_iter()
                    .map(|days| span(Span::Days(days), language)),
            ),
            expected.days_long,
        ),
    ]
    .into_iter()
    .map(|(what, ours, theirs)| (what.to_owned(), ours, theirs))
    .collect::<Vec<_>>();
    for (code, theirs) in expected.short {
        let currency = Currency::from_code(&code).unwrap();
        let ours = SUMS.map(|sum| short_units(sum, currency, None, language));
        all.push((code, ours.into(), theirs));
    }
    all
}

#[test]
fn texts_are_those_of_icu() {
    let expected: BTreeMap<String, Expected> = serde_json::from_str(EXPECTED).unwrap();
    let mut differences = Vec::new();
    for (tag, expected) in expected {
        let language = Language::of(&tag);
        for (what, ours, theirs) in all(language, expected) {
            for (ours, theirs) in ours.iter().zip(theirs) {
                let ours = &if what.contains("days") || what.contains("months") {
                    ours.replace('\u{202f}', " ")
                } else {
                    ours.clone()
                };
                // Japanese newspapers write no space before a counter.
                let is_close = tag == "ja" && OF_HOUSE[3..].contains(&&*what);
                let theirs = if is_close {
                    theirs.replace(' ', "")
                } else {
                    theirs
                };
                let is_of_house = tag.starts_with("en") && OF_HOUSE.contains(&&*what);
                if *ours != theirs && !is_of_house {
                    differences.push(format!("{tag} {what}: {ours:?}, ICU: {theirs:?}"));
                }
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{}\n{}",
        differences.len(),
        differences.join("\n")
    );
}
