//! Words that state a figure of the data.

use super::super::{full_json, shown};
use super::{block_words, mistakes, problems};
use serde_json::{Value as Json, json};

/// The words that a reference to a figure shows in a document of this language.
fn words_in(language: &str, datum: &Json) -> String {
    let mut json = full_json();
    json["language"] = json!(language);
    json["body"] = json!([{ "paragraph": [{ "datum": datum }] }]);
    let mut words = block_words(&shown(&json));
    words.swap_remove(0)
}

fn words(datum: &Json) -> String {
    words_in("en", datum)
}

#[test]
fn a_stated_sum_is_shown_as_it_was_stated() {
    for (datum, expected) in [
        (json!({ "of": "north" }), "at least 300 billion yuan"),
        (
            json!({ "of": "north", "in": "CNY" }),
            "at least 300 billion yuan",
        ),
        (json!({ "of": "north", "in": "USD" }), "about $41.5 billion"),
        (json!({ "of": "east" }), "$20 billion"),
        // The yearly sum of a single year is the sum itself.
        (json!({ "of": "east", "basis": "per-year" }), "$20 billion"),
        (json!({ "of": "south" }), "up to $900 million"),
    ] {
        assert_eq!(words(&datum), expected);
    }
}

#[test]
fn a_computed_figure_is_rounded_and_hedged() {
    for (datum, expected) in [
        (
            json!({ "of": "north", "basis": "per-year" }),
            "about 100 billion yuan",
        ),
        (
            json!({ "of": "north", "in": "USD", "basis": "per-year" }),
            "about $13.8 billion",
        ),
        // Converted at the rate: 73 / 7.3.
        (json!({ "of": "west", "in": "USD" }), "$10 billion"),
        (json!({ "of": "east", "in": "CNY" }), "146 billion yuan"),
        (
            json!({ "of": "north", "ratioTo": "east" }),
            "about 2.08 times",
        ),
        (
            json!({ "of": "north", "ratioTo": "east", "basis": "per-year" }),
            "about 0.69 times",
        ),
        (
            json!({ "of": "east", "ratioTo": "west", "in": "CNY" }),
            "2 times",
        ),
        // 20 of 41.5 + 20 + 10.
        (json!({ "of": "east", "shareOf": "all" }), "about 28%"),
        (json!({ "of": "east", "shareOf": "north" }), "about 48.2%"),
    ] {
        assert_eq!(words(&datum), expected, "{datum}");
    }
}

#[test]
fn figures_are_written_in_the_language_of_the_document() {
    let year = json!({ "of": "north", "in": "USD", "basis": "per-year" });
    for (language, expected) in [
        ("en-GB", "about $13.8 billion"),
        ("de", "rund 13,8 Milliarden Dollar"),
        ("fr-CH", "environ 13,8 milliards de dollars"),
        ("es", "unos 13,8 mil millones de dólares"),
        ("ja", "約138億ドル"),
        ("tlh", "≈ 13.8 × 10⁹ USD"),
    ] {
        assert_eq!(words_in(language, &year), expected);
    }
}

#[test]
fn words_by_hand_are_shown_as_they_are() {
    let datum = json!({ "of": "north", "in": "USD", "text": "some $41 billion" });
    assert_eq!(words(&datum), "some $41 billion");
}

#[test]
fn a_figure_that_the_data_do_not_give_is_named_and_its_words_stay() {
    for (datum, problem) in [
        (
            json!({ "of": "nowhere" }),
            "datum.of: there is no commitment with the id `nowhere`",
        ),
        (
            json!({ "of": "north", "ratioTo": "all" }),
            "datum.ratioTo: there is no commitment with the id `all`",
        ),
        (
            json!({ "of": "north", "shareOf": "nowhere" }),
            "datum.shareOf: there is no commitment or chart with the id `nowhere`",
        ),
        (
            json!({ "of": "north", "ratioTo": "east", "shareOf": "east" }),
            "datum.shareOf: a figure is either a ratio or a share: leave one out",
        ),
        (
            json!({ "of": "north", "in": "JPY" }),
            "datum: there is no such figure: state an equivalent",
        ),
        (
            json!({ "of": "south", "basis": "per-year" }),
            "datum: there is no such figure: state an equivalent",
        ),
        (
            json!({ "of": "north", "basis": "year" }),
            "datum.basis: `year` is not known here: use total or per-year",
        ),
    ] {
        let mut json = full_json();
        let mut with_words = datum.clone();
        with_words["text"] = json!("its words");
        json["body"] = json!([
            { "paragraph": ["It is ", { "datum": with_words }, "."] },
            { "paragraph": ["It is ", { "datum": datum }, "."] },
        ]);
        let (article, problems) = problems(&json);
        assert_eq!(
            block_words(&article)[..2],
            ["It is its words.", "It is ."],
            "{datum}"
        );
        assert_eq!(problems.len(), 2, "{problems:?}");
        let start = format!("body[0].paragraph[1].{problem}");
        assert!(problems[0].starts_with(&start), "{problems:?}");
        assert!(
            mistakes(&json)
                .iter()
                .any(|mistake| mistake.starts_with(&start))
        );
    }
}
