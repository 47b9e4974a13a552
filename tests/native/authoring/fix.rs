//! Documents are mended where there is no doubt what is meant, and nowhere else.

use super::check::TEN_MISTAKES;
use super::{EVERY_FEATURE, article};
use article_widget::authoring::{check, mend};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// The mended text, with each change as `line: message`. It is not mended any further.
fn mended(text: &str) -> (String, Vec<String>) {
    let mended = mend(text);
    let again = mend(&mended.text);
    assert_eq!(again.text, mended.text);
    assert_eq!(again.changes, []);
    let changes = mended.changes.iter();
    let changes = changes.map(|change| format!("{}: {}", change.line, change.message));
    (mended.text.clone(), changes.collect())
}

/// A document with a field at its end.
fn with(field: &str) -> String {
    format!(
        "{{\r\n\t\"version\" : 1, \"language\":\"en\",\r\n\t\"headline\": \"A\", \"body\": [ ],\r\n\t{field}\r\n}}\r\n"
    )
}

#[test]
fn names_with_a_typing_error_are_mended_and_nothing_else_changes() {
    for (field, expected, changes) in [
        (
            r#""kiker" : "K""#,
            r#""kicker" : "K""#,
            &["4: `kiker` is now `kicker`"][..],
        ),
        (
            r#""Kicker": "K""#,
            r#""kicker": "K""#,
            &["4: `Kicker` is now `kicker`"],
        ),
        (
            r#""\u006biker": "K""#,
            r#""kicker": "K""#,
            &["4: `kiker` is now `kicker`"],
        ),
        (
            "\"$comment\": \"kiker\", \"takeways\":\r\n[[{\"strnog\" :\"a\"}]]",
            "\"$comment\": \"kiker\", \"takeaways\":\r\n[[{\"strong\" :\"a\"}]]",
            &[
                "4: `takeways` is now `takeaways`",
                "5: `strnog` is now `strong`",
            ],
        ),
        (
            r#""publishd": "2025-02-30""#,
            r#""published": "2025-02-30""#,
            &["4: `publishd` is now `published`"],
        ),
        (
            "\"charts\": [{ \"id\": \"c\", \"titel\": \"T\",\r\n\"currency\": \"usd\", \"source\": \"s\" }]",
            "\"charts\": [{ \"id\": \"c\", \"title\": \"T\",\r\n\"currency\": \"USD\", \"source\": \"s\" }]",
            &["4: `titel` is now `title`", "5: `usd` is now `USD`"],
        ),
    ] {
        let (text, found) = mended(&with(field));
        assert_eq!(text, with(expected));
        assert_eq!(found, changes, "{field}");
    }
}

#[test]
fn codes_and_names_in_other_capitals_are_mended() {
    for (from, to) in [
        (r#""currency": "USD""#, r#""currency": "Usd""#),
        (r#""scale": "billion""#, r#""scale": "Billion""#),
        (r#""status": "planned""#, r#""status": "PLANNED""#),
        (r#""hedge": "at-least""#, r#""hedge": "At-Least""#),
        (r#""in": "USD""#, r#""in": "usd""#),
        (r#""align": "end""#, r#""align": "End""#),
        (r#""form": "#, r#""Form": "#),
        (r#"{ "paragraph": "#, r#"{ "Paragraph": "#),
        (r#"{ "strong": "#, r#"{ "stong": "#),
        (r#""related": ["#, r#""Related": ["#),
    ] {
        let wrong = EVERY_FEATURE.replacen(from, to, 1);
        assert_ne!(wrong, EVERY_FEATURE, "{from}");
        assert!(check(&wrong).is_err(), "{to}");
        let (text, changes) = mended(&wrong);
        assert_eq!(text, EVERY_FEATURE, "{to}");
        assert_eq!(changes.len(), 1, "{to}");
    }
}

#[test]
fn a_version_is_added_in_the_form_of_the_text() {
    for (text, expected, changes) in [
        (
            "\u{feff}{\n  \"language\": \"en\",\n  \"hedline\": \"A\",\n  \"body\": []\n}\n",
            "\u{feff}{\n  \"version\": 1,\n  \"language\": \"en\",\n  \"headline\": \"A\",\n  \"body\": []\n}\n",
            &[
                "2: `\"version\": 1` is new",
                "4: `hedline` is now `headline`",
            ][..],
        ),
        (
            "{ \"$schema\": \"s\", \"headline\": \"A\", \"body\": [], \"language\": \"en\" }",
            "{ \"$schema\": \"s\", \"version\": 1, \"headline\": \"A\", \"body\": [], \"language\": \"en\" }",
            &["1: `\"version\": 1` is new"],
        ),
        (
            "{\"headline\":\"A\",\"body\":[]}",
            "{\"version\": 1,\"headline\":\"A\",\"body\":[]}",
            &["1: `\"version\": 1` is new"],
        ),
        (
            "{\"verison\":1,\"headline\":\"A\",\"body\":[]}",
            "{\"version\":1,\"headline\":\"A\",\"body\":[]}",
            &["1: `verison` is now `version`"],
        ),
    ] {
        let (mended, found) = mended(text);
        assert_eq!(mended, expected);
        assert_eq!(found, changes, "{text}");
    }
}

#[test]
fn what_is_in_doubt_stays() {
    let two = |field: &str| {
        with(&format!(
            "\"related\": [{{ \"id\": \"a\", \"title\": \"A\", \"teasers\": [] }}], {field}"
        ))
    };
    for text in [
        // There is a field of this name already.
        with(r#""hedline": "B""#),
        with(r#""headlin": null, "headlinee": null"#),
        // Two fields would get one name.
        with(r#""kiker": "A", "kickr": "B""#),
        // The value is of another type.
        with(r#""author": "Jo""#),
        with(r#""source": "a report""#),
        // Nothing is near, or only the capitals of a value may be mended.
        with(r#""layout": "post""#),
        with(r#""charts": [{ "id": "c", "title": "T", "currency": "USDD", "source": "s" }]"#),
        with(r#""charts": [{ "id": "c", "title": "T", "currency": "usx", "source": "s" }]"#),
        with(
            r#""charts": [{ "id": "c", "title": "T", "currency": "USD", "source": "s", "form": "barz" }]"#,
        ),
        // Two kinds in one object, or two periods.
        two(r#""takeaways": [[{ "strong": "a", "emphasi": "b" }]]"#),
        two(r#""takeaways": [[{ "emphasi": "b", "strong": "a" }]]"#),
        with(
            r#""commitments": [{ "id": "a", "name": "A", "amount": { "value": 5, "currency": "USD" }, "period": { "start": "2025-01", "years": 2, "Months": 3 }, "status": "planned", "purpose": "p", "source": "s" }]"#,
        ),
        // A version of its own, even if it is wrong.
        with("")
            .replace(": 1,", ": \"1\",")
            .replace("],\r\n\t\r\n", "]\r\n"),
        r#"{ "version": null, "language": "en", "headline": "A", "body": [] }"#.into(),
        // JSON of other programs.
        r#"{ "name": "x", "version": "1.0.0", "hedline": "A" }"#.into(),
        r#"{ "$schema": "http://json-schema.org/schema", "title": "A" }"#.into(),
        r#"{ "language": "de", "stories": {} }"#.into(),
        // No JSON.
        r#"{ "hedline": "A", "language": "en", "body": [], }"#.into(),
        "{ // remark\n \"hedline\": \"A\", \"language\": \"en\", \"body\": [] }".into(),
        "---\nhedline: A\n---\n".into(),
        String::new(),
        "[]".into(),
        "{}".into(),
        "5".into(),
    ] {
        assert_eq!(mended(&text), (text.clone(), vec![]));
    }
}

#[test]
fn what_cannot_be_mended_stays_and_what_can_is_mended() {
    let (text, changes) = mended(TEN_MISTAKES);
    assert_eq!(changes, ["4: `strnog` is now `strong`"]);
    assert_eq!(check(TEN_MISTAKES).unwrap_err().len(), 10);
    assert_eq!(check(&text).unwrap_err().len(), 9);
}

#[test]
fn many_typing_errors_are_mended() {
    let block = |index| json!({ "paragrph": [format!("{index} "), { "emphasiss": "words" }] });
    let blocks: Vec<Json> = (0..1_500).map(block).collect();
    let document = json!({ "version": 1, "language": "en", "headline": "A", "body": blocks });
    let (text, changes) = mended(&document.to_string());
    assert_eq!(changes.len(), 3_000);
    assert!(check(&text).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// A document with a few letters changed stays the JSON that it is, is mended at once, and stays as it is if it is sound.
    #[test]
    fn a_damaged_document_is_mended_at_once(places in prop::collection::vec((any::<prop::sample::Index>(), "[a-zA-Z\"]"), 1..6)) {
        let mut text: Vec<char> = EVERY_FEATURE.chars().collect();
        for (place, letter) in places {
            let place = place.index(text.len());
            text[place] = letter.chars().next().unwrap();
        }
        let text: String = text.into_iter().collect();
        let (mended, changes) = mended(&text);
        let is_json = |text: &str| serde_json::from_str::<Json>(text).is_ok();
        prop_assert_eq!(is_json(&mended), is_json(&text));
        prop_assert_eq!(changes.is_empty(), mended == text);
        if check(&text).is_ok() {
            prop_assert_eq!(&mended, &text);
        }
    }
}

#[test]
fn the_document_of_every_feature_stays() {
    assert_eq!(mended(EVERY_FEATURE).0, EVERY_FEATURE);
    article(&serde_json::from_str(EVERY_FEATURE).unwrap());
}
