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
            "body[0].paragraph[1].datum.text: states 350 × 10^8 US dollars, but the data give 约530亿美元, in the sentence “阿里巴巴将投入约350亿美元。”"
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

/// The problems of a document in a language, whose one sum is this many US dollars.
fn plan(language: &str, value: &str, scale: &str, datum: &str) -> Vec<String> {
    let json = format!(
        r#"{{
            "version": 1, "language": "{language}", "headline": "Un plan",
            "body": [{{ "paragraph": [{{ "datum": {datum} }}] }}],
            "commitments": [{{
                "id": "norte", "name": "Norte",
                "amount": {{ "value": "{value}", "scale": "{scale}", "currency": "USD" }},
                "period": {{ "year": 2025 }}, "status": "announced", "purpose": "IA", "source": "Norte"
            }}]
        }}"#
    );
    let value: Value = serde_json::from_str(&json).unwrap();
    let problems = Article::check(&value).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn words_are_read_as_their_region_writes_figures() {
    for (language, words, agree) in [
        ("es-MX", "52,500 millones de dólares", true),
        ("es-MX", "52.5 mil millones de dólares", true),
        ("es-MX", "52.500 millones de dólares", false),
        ("es-MX", "52,5 mil millones de dólares", false),
        ("es-ES", "52.500 millones de dólares", true),
        ("es-ES", "52,500 millones de dólares", false),
        ("es-419", "52.500 millones de dólares", false),
        ("es-419", "52,500 millones de dólares", false),
        ("es-419", "52.5 mil millones de dólares", true),
        ("es-419", "52,5 mil millones de dólares", true),
        ("de-CH", "52.5 Milliarden Dollar", true),
        ("de-CH", "52,5 Milliarden Dollar", true),
        ("de-CH", "52’500 Millionen Dollar", true),
        ("de-CH", "52.500 Millionen Dollar", false),
        ("de-AT", "52.500 Millionen Dollar", true),
        ("fr-CA", "52\u{a0}500 millions de dollars", false),
        ("fr-CA", "52\u{a0}500 millions de dollars américains", true),
        ("fr-CA", "52.500 millions de dollars américains", false),
        ("en-CA", "$52.5 billion", false),
        ("en-CA", "US$52.5 billion", true),
        ("en-IN", "$5,25,000 lakh", true),
        ("en-IN", "$52,50,00,00,000", true),
        ("en-IN", "$52,500 million", true),
        ("en-IN", "$5,250 crore", true),
        ("en-US", "$52,50,00,00,000", false),
        ("en-ZA", "$52.5 billion", true),
        ("en-ZA", "$52,500 million", false),
    ] {
        let datum = format!(r#"{{ "of": "norte", "text": "{words}" }}"#);
        let problems = plan(language, "52.5", "billion", &datum);
        assert_eq!(
            problems.is_empty(),
            agree,
            "{words} in {language}: {problems:?}"
        );
    }
    // A thousand times less, which a comma read as a point would make right.
    let datum = r#"{ "of": "norte", "text": "52,500 millones de dólares" }"#;
    assert_eq!(
        plan("es-MX", "52.5", "million", datum),
        [
            "body[0].paragraph[0].datum.text: states 52,500 million US dollars, but the data give 52.5 millones de dólares, in the sentence “52,500 millones de dólares”"
        ]
    );
    let problems = plan("es-419", "52.5", "million", datum);
    assert!(
        problems[0].contains("take for 52500 and others for 52.500"),
        "{problems:?}"
    );
}

#[test]
fn words_of_the_widget_that_a_region_takes_for_another_figure_are_named() {
    let datum = r#"{ "of": "norte" }"#;
    for (language, value, is_fine) in [
        ("es-MX", "52.5", true),
        ("es-MX", "1.234", true),
        ("es-PE", "1.234", false),
        ("es-ES", "1.234", true),
        ("de-CH", "1.234", false),
        ("de-AT", "1.234", true),
        ("en-ZA", "1.234", false),
        ("en-US", "1.234", true),
        ("ja", "1.234", true),
    ] {
        let problems = plan(language, value, "million", datum);
        assert_eq!(
            problems.is_empty(),
            is_fine,
            "{value} in {language}: {problems:?}"
        );
        for problem in problems {
            assert!(problem.contains("give words of your own"), "{problem}");
        }
    }
}
