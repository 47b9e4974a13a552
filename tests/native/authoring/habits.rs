//! Markdown from other tools, keyboards and countries.

use super::{FRONT_MATTER, import, paragraph};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

#[test]
fn signs_of_figures_are_text() {
    for text in [
        "Demand went from ~$3bn–~$5bn (~2019) to (~2024), and chips from 10^6 to 10^9 gates.",
        "Output is between ~1.34 and ~5.4 gigawatts; costs rose (~3%) while prices fell (~5%).",
        "5~7 billion, 100~200 million",
        "价格~5亿~10亿元，约~3%~5%。",
        "売上は~5億~10億円",
        "x^2 + y^2 = z^2",
        "a ~ b ~ c",
        "ends with ~",
        "^",
    ] {
        assert_eq!(paragraph(text), text, "{text}");
        // The same holds in front matter.
        let in_front = format!(
            "---\nlanguage: en\nheadline: H\nstandfirst: {}\n---\nX.\n",
            json!(text)
        );
        assert_eq!(import(&in_front)["standfirst"], text, "{text}");
    }
}

#[test]
fn closed_pairs_are_superscripts_and_subscripts() {
    for (text, expected) in [
        (
            "CO~2~ and H~2~O",
            json!(["CO", { "subscript": "2" }, " and H", { "subscript": "2" }, "O"]),
        ),
        (
            "the 2^nd^ of 10^6^",
            json!(["the 2", { "superscript": "nd" }, " of 10", { "superscript": "6" }]),
        ),
        ("^a^", json!([{ "superscript": "a" }])),
        (
            "x^*n*^",
            json!(["x", { "superscript": [{ "emphasis": "n" }] }]),
        ),
        (
            "x^a~i~^",
            json!(["x", { "superscript": ["a", { "subscript": "i" }] }]),
        ),
        ("CO\\~2\\~, 10\\^6\\^", json!("CO~2~, 10^6^")),
        ("`CO~2~`", json!([{ "code": "CO~2~" }])),
        (
            "**CO~2~**",
            json!([{ "strong": ["CO", { "subscript": "2" }] }]),
        ),
    ] {
        assert_eq!(paragraph(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn no_sign_is_lost(text in "[A-Za-c0-9~^€%( –漢.,]{1,30}") {
        // Pairs of doubled signs are marks of other tools.
        let text = text.trim().replace("~~", "~").replace("%%", "%");
        let text = format!("a{text}z.");
        let written = write(&paragraph(&text));
        prop_assert_eq!(written, text);
    }
}

/// Converts inline content back to text with delimiters.
fn write(content: &Json) -> String {
    match content {
        Json::String(text) => text.clone(),
        Json::Array(pieces) => pieces.iter().map(write).collect(),
        mark => {
            let sign = if mark.get("superscript").is_some() {
                "^"
            } else {
                "~"
            };
            let inner = write(
                &mark[if sign == "^" {
                    "superscript"
                } else {
                    "subscript"
                }],
            );
            assert!(!inner.contains(' '), "{mark}");
            format!("{sign}{inner}{sign}")
        }
    }
}

#[test]
fn a_space_of_any_kind_follows_a_mark() {
    for space in ["\u{a0}", "\u{3000}"] {
        let text = "##_A section\n\n-_First\n-_Second\n\n###_A part\n\n1._One\n2._Two\n\n>_Words.\n\nTable:_A table\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
        let expected = import(&format!("{FRONT_MATTER}{}", text.replace('_', " ")));
        assert_eq!(
            import(&format!("{FRONT_MATTER}{}", text.replace('_', space))),
            expected
        );
    }
}

#[test]
fn invisible_characters_are_named_with_their_codes() {
    let document = |field: &str, text: &str| {
        let mut json: Json = json!({
            "version": 1, "language": "en", "headline": "H",
            "body": [{ "paragraph": ["Words ", { "link": { "href": "https://example.org/", "text": "more" } }] }],
            "commitments": [{
                "id": "a", "name": "Alder", "amount": { "value": "1.5", "currency": "USD" },
                "period": { "year": 2025 }, "status": "planned", "purpose": "p", "source": "s",
            }],
            "charts": [{ "id": "c", "title": "T", "currency": "USD", "source": "s" }],
        });
        *json.pointer_mut(field).expect("a field") = text.into();
        json["body"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "chart": "c" }));
        article_widget::authoring::check(&json.to_string())
    };
    for (field, text, message) in [
        (
            "/headline",
            "A\u{b}B",
            "headline: the text has U+000B, an invisible character: remove it",
        ),
        (
            "/body/0/paragraph/0",
            "A\u{8}",
            "body[0].paragraph[0]: the text has U+0008, an invisible character: remove it",
        ),
        (
            "/commitments/0/name",
            "A\u{1}",
            "commitments[0].name: the text has U+0001, an invisible character: remove it",
        ),
        (
            "/charts/0/title",
            "A\u{2028}B",
            "charts[0].title: the text has U+2028, an invisible character: remove it",
        ),
        (
            "/charts/0/source",
            "A\u{fffe}",
            "charts[0].source: the text has U+FFFE, an invisible character: remove it",
        ),
        (
            "/commitments/0/amount/value",
            "1\u{200b}5",
            "commitments[0].amount.value: `1\\u{200b}5` is not a number: write it like 380 or \"38.58\"",
        ),
        (
            "/commitments/0/id",
            "a\u{ad}",
            "commitments[0].id: `a\\u{ad}` is not an id: use letters from a to z, digits, - and _",
        ),
        (
            "/body/0/paragraph/1/link/href",
            "https://example.org/\u{200b}",
            "body[0].paragraph[1].link.href: `https://example.org/\\u{200b}` has U+200B, an invisible character: remove it",
        ),
    ] {
        let problems = document(field, text).expect_err(field);
        assert_eq!(problems[0].to_string(), message);
    }
    // German, Thai and Persian prose needs characters without a width.
    for text in [
        "Zucker\u{ad}rohr",
        "ไทย\u{200b}ไทย",
        "می\u{200c}خواهم",
        "a\tb",
    ] {
        assert!(document("/headline", text).is_ok(), "{text:?}");
    }
    // In imported text, the separators of word processors end lines.
    let text = "---\u{2028}language: en\u{2028}headline: H\u{2028}---\u{2028}One.\u{b}\u{b}Two.\n";
    assert_eq!(
        import(text)["body"],
        json!([{ "paragraph": "One." }, { "paragraph": "Two." }])
    );
}
