//! The checker reports every problem of a document with its place.

use super::EVERY_FEATURE;
use article_widget::authoring::check;
use article_widget::document::{Place, Position, Problem, ProblemKind};
use serde_json::Value as Json;

pub(crate) const SMALL: &str =
    r#"{ "version": 1, "language": "en", "headline": "A headline", "body": [] }"#;

/// A document with ten different mistakes.
pub(crate) const TEN_MISTAKES: &str = r#"{
  "version": 1,
  "language": "en",
  "headline": ["Zwölf Äpfel ", { "strnog": "kosten" }, " mehr"],
  "kicker": "Märkte", "kicker": "Obst",
  "published": "2025-02-30",
  "body": [
    { "paragraph": 5 },
    { "paragraph": ["é ", { "link": { "text": "mehr", "href": "javascript:alert(1)" } }] },
	{ "quotation": { "attribution": "a desk" } },
    { "chart": "aples" }
  ],
  "footnotes": [
    { "id": "prices", "text": "In euros." }
  ],
  "commitments": [
    {
      "id": "apples",
      "name": "Apples",
      "amount": { "value": 1.5, "scale": "billion", "currency": "EUR" },
      "period": { "year": 2025, "years": 2 },
      "status": "planned",
      "purpose": "apples",
      "source": "Reports"
    }
  ]
}
"#;

/// Line, column, path and kind of each problem, in the order of the text.
pub(crate) const TEN_PLACES: [(usize, usize, &str, ProblemKind); 10] = [
    (4, 34, "headline[1].strnog", ProblemKind::Unknown),
    (5, 23, "kicker", ProblemKind::Duplicate),
    (6, 16, "published", ProblemKind::Value),
    (8, 20, "body[0].paragraph", ProblemKind::Type),
    (9, 63, "body[1].paragraph[1].link.href", ProblemKind::Value),
    (10, 17, "body[2].quotation", ProblemKind::Missing),
    (11, 16, "body[3].chart", ProblemKind::Reference),
    (14, 5, "footnotes[0]", ProblemKind::Unused),
    (20, 28, "commitments[0].amount.value", ProblemKind::Type),
    (21, 17, "commitments[0].period", ProblemKind::Value),
];

fn findings(text: &str) -> Vec<(Problem, Place)> {
    placed(check(text).expect_err("a document with problems"))
}

/// The problems with their places. All problems of a text have a place.
fn placed(problems: Vec<Problem>) -> Vec<(Problem, Place)> {
    let placed = |problem: Problem| {
        let place = problem.place.clone().expect("a place");
        (problem, place)
    };
    problems.into_iter().map(placed).collect()
}

#[test]
fn ten_mistakes_are_ten_problems_each_in_its_place() {
    let findings = findings(TEN_MISTAKES);
    let found: Vec<_> = findings
        .iter()
        .map(|(problem, Place { start, .. })| {
            (
                start.line,
                start.column,
                problem.path.as_str(),
                problem.kind,
            )
        })
        .collect();
    assert_eq!(found, TEN_PLACES);
    // The range is the name if that is wrong, otherwise the value. For an object that lacks a field, it is the
    // opening bracket.
    let marked = |place: usize| &TEN_MISTAKES[findings[place].1.range.clone()];
    assert_eq!(marked(0), r#""strnog""#);
    assert_eq!(marked(1), r#""kicker""#);
    assert_eq!(marked(3), "5");
    assert_eq!(marked(4), r#""javascript:alert(1)""#);
    assert_eq!(marked(5), "{");
    assert_eq!(marked(8), "1.5");
    let end = Position {
        line: 21,
        column: 45,
    };
    assert_eq!(
        (marked(9), findings[9].1.end),
        (r#"{ "year": 2025, "years": 2 }"#, end)
    );
}

#[test]
fn a_document_without_problems_is_an_article() {
    let article = check(EVERY_FEATURE).expect("no problem");
    assert_eq!(article.language, "en-GB");
}

#[test]
fn the_documents_of_the_demonstration_have_no_problems() {
    for (language, text) in [
        (
            "en",
            include_str!("../../../articles/alibaba-ai-investment.json"),
        ),
        (
            "de",
            include_str!("../../../articles/alibaba-ai-investment-de.json"),
        ),
        (
            "ar",
            include_str!("../../../articles/alibaba-ai-investment-ar.json"),
        ),
        (
            "ja",
            include_str!("../../../articles/alibaba-ai-investment-ja.json"),
        ),
    ] {
        assert_eq!(check(text).expect("no problem").language, language);
    }
}

#[test]
fn columns_count_characters() {
    let text = SMALL.replace("A headline", "😀é").replace("[]", "5");
    for (text, column) in [
        (text.clone(), 61),
        // A byte order mark and the CR of a Windows line break are not characters of the line.
        (format!("\u{feff}{text}"), 61),
        (
            format!("\u{feff}{}", text.replace(", \"body", ",\r\n\"body")),
            9,
        ),
    ] {
        let findings = findings(&text);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].1.start.column, column, "{text}");
        assert_eq!(&text[findings[0].1.range.clone()], "5");
    }
}

#[test]
fn what_is_no_json_is_one_problem() {
    let findings = findings("{\n  \"version\": 1,\n  // a remark\n}");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].0.kind, ProblemKind::Syntax);
    assert!(findings[0].0.message.contains("`$comment`"));
    assert_eq!(findings[0].1.start, Position { line: 3, column: 3 });
    assert_eq!(
        findings[0].1.end,
        Position {
            line: 3,
            column: 14
        }
    );
}

#[test]
fn a_changed_figure_is_a_problem_of_each_sentence_that_states_the_old_one() {
    for (changed, value, stale) in [
        (
            "/commitments/0/amount/value",
            480,
            vec!["over 380 billion yuan", "about 39%"],
        ),
        (
            "/commitments/0/equivalents/0/value",
            63,
            vec!["about $53 billion", "about 1.5 times"],
        ),
        (
            "/commitments/1/amount/value",
            95,
            // The last one is in a remark of a chart.
            vec!["$80 billion", "about 1.5 times", "$80 billion"],
        ),
        (
            "/commitments/3/amount/value",
            250,
            vec!["150 billion yuan", "about 39%"],
        ),
    ] {
        let mut document: Json = serde_json::from_str(EVERY_FEATURE).unwrap();
        *document.pointer_mut(changed).unwrap() = value.into();
        let text = serde_json::to_string_pretty(&document).unwrap();
        let findings = placed(check(&text).err().unwrap_or_default());
        let found: Vec<Json> = findings
            .iter()
            .map(|(problem, place)| {
                assert_eq!(problem.kind, ProblemKind::Claim, "{problem}");
                serde_json::from_str(&text[place.range.clone()]).unwrap()
            })
            .collect();
        assert_eq!(found, stale, "{changed}");
    }
}
