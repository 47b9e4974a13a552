//! Words that were written by hand for a figure, in whole documents.

use article_widget::document::{ProblemKind, Value};
use article_widget::model::Article;

/// The problems of a document with this body, as lines.
fn problems(language: &str, text: &str) -> Vec<String> {
    let json = format!(
        r#"{{
            "version": 1, "language": "{language}", "headline": "A headline",
            "body": [{{ "paragraph": {text} }}],
            "commitments": [{{
                "id": "alibaba", "name": "Alibaba",
                "amount": {{ "value": 380, "scale": "billion", "currency": "CNY", "hedge": "over" }},
                "equivalents": [
                    {{ "value": 53, "scale": "billion", "currency": "USD", "hedge": "about" }}
                ],
                "period": {{ "start": "2025-02", "years": 3 }},
                "status": "announced", "purpose": "AI", "source": "Alibaba"
            }}, {{
                "id": "microsoft", "name": "Microsoft",
                "amount": {{ "value": 80, "scale": "billion", "currency": "USD" }},
                "period": {{ "year": 2025 }},
                "status": "planned", "purpose": "AI", "source": "Microsoft"
            }}]
        }}"#
    );
    let value: Value = serde_json::from_str(&json).unwrap();
    match Article::check(&value) {
        Ok(_) => Vec::new(),
        Err(problems) => {
            assert!(
                problems
                    .iter()
                    .all(|problem| problem.kind == ProblemKind::Claim),
                "{problems:?}"
            );
            problems.iter().map(ToString::to_string).collect()
        }
    }
}

#[test]
fn a_document_whose_words_are_right() {
    let none: [&str; 0] = [];
    assert_eq!(
        problems(
            "en",
            r#"["It is ", { "datum": { "of": "alibaba", "in": "USD", "text": "about $53 billion" } },
                ", or ", { "datum": { "of": "alibaba", "text": "more than 380 billion yuan" } },
                ": ", { "datum": { "of": "alibaba", "ratioTo": "microsoft", "text": "about two-thirds as large" } },
                ", ", { "datum": { "of": "alibaba", "in": "USD", "basis": "per-year", "text": "about $17.7 billion" } },
                " a year."]"#
        ),
        none
    );
    assert_eq!(
        problems(
            "de-AT",
            r#"["Es sind ", { "datum": { "of": "alibaba", "in": "USD", "text": "etwa 53 Mrd. US-Dollar" } }, "."]"#
        ),
        none
    );
}

#[test]
fn a_document_whose_words_are_wrong() {
    // The right words before it and the same words in another sentence do not mislead.
    let text = r#"[
        "They once said $35 billion. Alibaba Group Holding Ltd. will spend ",
        { "strong": ["a sum of ", { "datum": { "of": "alibaba", "in": "USD", "text": "$35 billion" } }] },
        " now. It is ",
        { "datum": { "of": "alibaba", "text": "over 380 billion yuan" } },
        ". That makes ",
        { "datum": { "of": "alibaba", "in": "USD", "text": "$35 billion" } },
        "! So there."
    ]"#;
    assert_eq!(
        problems("en", text),
        [
            "body[0].paragraph[1].strong[1].datum.text: states 35 billion US dollars, but the data give about $53 billion, in the sentence “Alibaba Group Holding Ltd. will spend a sum of $35 billion now.”",
            "body[0].paragraph[5].datum.text: states 35 billion US dollars, but the data give about $53 billion, in the sentence “That makes $35 billion!”",
        ]
    );
    assert_eq!(
        problems(
            "zh",
            r#"["前年。阿里巴巴将投入", { "datum": { "of": "alibaba", "in": "USD", "text": "约350亿美元" } }, "。明年。"]"#
        ),
        [
            "body[0].paragraph[1].datum.text: states 350 US dollars, but the data give ≈ 53 × 10⁹ USD, in the sentence “阿里巴巴将投入约350亿美元。”"
        ]
    );
    assert_eq!(
        problems(
            "en",
            r#"[{ "datum": { "of": "alibaba", "text": "a large sum" } }]"#
        ),
        [
            "body[0].paragraph[0].datum.text: holds no figure that is understood: write it in digits, or leave out `text` for the words of the widget, in the sentence “a large sum”"
        ]
    );
}
