mod expected;

use super::*;
use crate::quantity::{Currency, Decimal, Money, Month, Scale, Timestamp};

const EN: Language = Language::ENGLISH;

/// English, German, French, Spanish, and a language that is not known.
fn languages() -> [Language; 5] {
    ["en", "de", "fr", "es", "tlh"].map(Language::of_text)
}

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
    assert_eq!(short_money(&yuan, EN), "over CN¥380bn");
    let dollars = sum("38.58", Scale::Billion, "USD", None);
    assert_eq!(money(&dollars, EN), "$38.58 billion");
    assert_eq!(short_money(&dollars, EN), "$38.58bn");
    let francs = sum("1.5", Scale::Trillion, "CHF", Some(Hedge::Nearly));
    assert_eq!(money(&francs, EN), "nearly CHF\u{a0}1.5 trillion");
    assert_eq!(short_money(&francs, EN), "nearly CHF\u{a0}1.5tn");
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
        (0.0, "0×"),
        (1e-9, "under 0.01×"),
        (0.0049, "under 0.01×"),
        (0.005, "0.01×"),
        (0.39, "0.39×"),
        (0.994, "0.99×"),
        (0.996, "1×"),
        (1.0, "1×"),
        (80.0 / 53.0, "1.5×"),
        (9.94, "9.9×"),
        (9.96, "10×"),
        (12.4, "12×"),
        (999.4, "999×"),
        (999.6, "1k×"),
        (1.25e6, "1.3m×"),
        (2e9, "2bn×"),
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
    assert_eq!(short(2025, 9), "Sept 2025");
    assert_eq!(short(987, 12), "Dec 987");
}

/// The quantity of a stated sum.
fn stated(money: &Money) -> Quantity<'_> {
    Quantity {
        value: money.units(),
        unit: Unit::Money(money.currency),
        hedge: money.hedge,
        stated: Some(money),
    }
}

/// A computed quantity.
fn computed(value: f64, unit: Unit, hedge: Option<Hedge>) -> Quantity<'static> {
    Quantity {
        value,
        unit,
        hedge,
        stated: None,
    }
}

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
                "about CHF\u{a0}7 trillion",
                "rund 7 Billionen Schweizer Franken",
                "environ 7 billions de francs suisses",
                "unos 7 billones de CHF",
                "≈ 7 × 10¹² CHF",
            ],
        ),
        // The singular: one, and in French everything below two.
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
        let found = languages().map(|language| quantity(&stated(&money), language));
        assert_eq!(found, words);
    }
}

#[test]
fn a_stated_scale_gives_way_where_a_language_counts_otherwise() {
    for (tag, value, scale, words) in [
        ("ko", "950", Scale::Thousand, "US$95만"),
        ("ko", "5", Scale::Thousand, "US$5천"),
        ("hi", "380", Scale::Billion, "$3.8\u{a0}ख॰"),
        ("hi", "38", Scale::Billion, "$38\u{a0}अ॰"),
        ("ja", "53", Scale::Billion, "$530億"),
        ("es", "1500", Scale::Million, "1500\u{a0}M\u{a0}US$"),
        ("de", "1500", Scale::Million, "1500\u{a0}Mio.\u{a0}$"),
    ] {
        let language = Language::of_text(tag);
        assert_eq!(
            short_money(&sum(value, scale, "USD", None), language),
            words
        );
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
        // The exact value may be above or below the rounded figure.
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
        assert_eq!(
            languages().map(|language| quantity(&computed, language)),
            words
        );
    }
    let euros = |value| {
        let euros = computed(value, Unit::Money(Currency::EUR), None);
        quantity(&euros, EN)
    };
    // A sum that would round up to 1,000 million is written as a billion.
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
        super::day(&timestamp, Language::of_text(language))
    };
    assert_eq!(on("2025-02-24", "en"), "24 February 2025");
    assert_eq!(on("2025-03-01", "de-AT"), "1. März 2025");
    assert_eq!(on("2025-08-02", "fr"), "2 août 2025");
    assert_eq!(on("2025-12-01", "fr"), "1er décembre 2025");
    assert_eq!(on("2025-01-31", "es"), "31 de enero de 2025");
    assert_eq!(on("2025-02-04", "tlh"), "2025-02-04");
    assert_eq!(on("0988-11-30", "tlh"), "988-11-30");
}
